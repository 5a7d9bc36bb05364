/**
 * What to tell the user about a file that no reader reads: what it is, and what to do instead. Knows no bytes.
 */
import { AttacheError } from "../../../ipc/errors.ts";

/** What is not read and why not, and what to do: both go on from "Attaché does not read …". */
const ADVICE = {
  picture:
    "pictures: if it shows text that you need, save that as a PDF with a text layer or as a text file, and import that",
  recording: "recordings: import a transcript of it instead",
  film: "films: import a transcript of it instead",
  workbook: "workbooks: save the part you need as a PDF or Word document, and import that",
  presentation: "presentations: save it as a PDF, and import that",
  document: "documents of this kind: save it as a PDF or Word document, and import that",
  drawing: "drawings: save it as a PDF, and import that",
  book: "e-books of this kind: convert it to EPUB or PDF, and import that",
  archive: "archives: unpack it, and import the files in it",
  program: "programs. If you expected a document, ask whoever sent it to send it again",
  font: "fonts",
  database: "databases: export the part you need as a text file or PDF, and import that",
  mailbox: "mailboxes: save the messages you need as files, and import those",
  contact: "contacts and calendars: copy the text you need into a text file, and import that",
  link: "links: open it in a browser, save the page, and import that",
  sealed: "encrypted files: decrypt it first, and import what it holds",
  system: "files that a computer keeps for itself",
} as const;

export type UnsupportedFamily = keyof typeof ADVICE;

/** A format by its name with its article ("a PNG picture"), and the family that tells what to do about it. */
export interface UnsupportedFormat {
  readonly name: string;
  readonly family: UnsupportedFamily;
}

/** The error `file-unsupported` for a file of this format. */
export function unsupported(fileName: string, { name, family }: UnsupportedFormat): AttacheError {
  return new AttacheError("file-unsupported", `${fileName} is ${name}. Attaché does not read ${ADVICE[family]}.`);
}

/** The error for a document that was saved with a password, in a format whose passwords are not asked for. */
export function protectedFile(fileName: string): AttacheError {
  return new AttacheError(
    "file-unsupported",
    `${fileName} is protected with a password. Open it in the program that it was made with, save a copy without a password, and import that.`,
  );
}

/** The error for one of our own files, which is opened rather than imported. */
export function projectFile(fileName: string): AttacheError {
  return new AttacheError("file-unsupported", `${fileName} is an Attaché project. Open it instead of importing it.`);
}
