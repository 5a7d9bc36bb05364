/** How large a text file may be, said in one place: before it is read from disk and again before it is decoded. */
import { AttacheError } from "../../ipc/errors.ts";

export const MAX_TEXT_BYTES = 32 * 1024 * 1024;

/** The error for a longer file, naming it, its size and what to do. */
export function tooLarge(fileName: string, sizeBytes: number): AttacheError {
  const megabytes = (bytes: number) => `${Math.round(bytes / (1024 * 1024))} MB`;
  return new AttacheError(
    "file-too-large",
    `${fileName} is too large (${megabytes(sizeBytes)}; text files may have up to ${megabytes(MAX_TEXT_BYTES)}). ` +
      "Split it, or import the part that you need.",
  );
}
