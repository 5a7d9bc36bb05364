/** What the user is told of a ZIP file (DOCX, ODT, EPUB) that cannot be unpacked. Must not read anything itself. */
import { AttacheError } from "../../../ipc/errors.ts";

export function zipDamaged(fileName: string, cause?: unknown): AttacheError {
  return new AttacheError(
    "file-damaged",
    `${fileName} is damaged: parts of it are missing or broken. Download it again, or ask for another copy.`,
    { cause },
  );
}

/** `why` finishes the sentence "NAME cannot be read safely: it ...". */
export function zipTooComplex(fileName: string, why: string): AttacheError {
  return new AttacheError(
    "file-too-complex",
    `${fileName} cannot be read safely: it ${why}, more than any document would. Ask for another copy, or for a PDF.`,
  );
}

/** Not `password-needed`: no password typed here could open it. */
export function zipEncrypted(fileName: string): AttacheError {
  return new AttacheError(
    "file-unsupported",
    `${fileName} is packed with a password, in a way that Attaché cannot open. Unpack it with the password and import the file inside.`,
  );
}
