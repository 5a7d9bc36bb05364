/** How large a text file may be, said in one place: before it is read from disk and again before it is decoded. */
import { AttacheError } from "../../ipc/errors.ts";

const MEBIBYTE = 1024 * 1024;

export const MAX_TEXT_BYTES = 32 * MEBIBYTE;

/** The error for a longer file, naming it, its size and what to do. */
export function tooLarge(fileName: string, sizeBytes: number): AttacheError {
  const limit = MAX_TEXT_BYTES / MEBIBYTE;
  // A file that is over by a byte must not be said to have just what is allowed.
  const size = Math.max(Math.ceil(sizeBytes / MEBIBYTE), limit + 1);
  return new AttacheError(
    "file-too-large",
    `${fileName} has ${size} MB, and text files can have up to ${limit} MB. Split it, or import only the part that you need.`,
  );
}
