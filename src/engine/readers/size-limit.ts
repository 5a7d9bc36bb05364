/** How large a file may be, said in one place: before it is read from disk and again before it is decoded. */
import { AttacheError } from "../../ipc/errors.ts";

const MEBIBYTE = 1024 * 1024;

/** Of any format. A quarter of what SQLite takes as one value, and several times what a scanned report has. */
export const MAX_FILE_BYTES = 256 * MEBIBYTE;
/** Of plain text and what is read as text: some ten thousand pages. */
export const MAX_TEXT_BYTES = 32 * MEBIBYTE;

/** The error for a text file that is longer than texts may be, naming it, its size and what to do. */
export function tooLarge(fileName: string, sizeBytes: number): AttacheError {
  return overLimit(fileName, sizeBytes, MAX_TEXT_BYTES, "text files");
}

/** The error for a file of any format that is longer than files may be. */
export function fileTooLarge(fileName: string, sizeBytes: number): AttacheError {
  return overLimit(fileName, sizeBytes, MAX_FILE_BYTES, "files");
}

function overLimit(fileName: string, sizeBytes: number, limitBytes: number, what: string): AttacheError {
  const limit = limitBytes / MEBIBYTE;
  // A file that is over by a byte must not be said to have just what is allowed.
  const size = Math.max(Math.ceil(sizeBytes / MEBIBYTE), limit + 1);
  return new AttacheError(
    "file-too-large",
    `${fileName} has ${size.toLocaleString("en-GB")} MB, and ${what} can have up to ${limit} MB. Split it, or import only the part that you need.`,
  );
}
