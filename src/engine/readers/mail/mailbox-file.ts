/** Mailbox files (mbox): many mails in one file. They are told apart here, and not read. */
import { AttacheError } from "../../../ipc/errors.ts";

const FROM = Buffer.from("\nFrom ", "latin1");
/** "From ana@example.org Mon May  4 12:30:00 2026" */
const START = /^From \S+.*\d{1,2}:\d{2}.*\d{4}|^From - /u;
const MAX_LINE_BYTES = 300;

function isStart(bytes: Buffer, at: number): boolean {
  return START.test(bytes.toString("latin1", at, at + MAX_LINE_BYTES).split(/\r?\n/u)[0] ?? "");
}

/** Throws AttacheError `file-unsupported` where the file holds more than one mail, saying how many. */
export function refuseMailbox(bytes: Buffer, fileName: string): void {
  if (!isStart(bytes, 0)) return;
  let count = 1;
  for (let at = bytes.indexOf(FROM); at >= 0; at = bytes.indexOf(FROM, at + 1)) {
    // A mail ends with a blank line; the same words within one are text.
    const isAfterBlank = bytes[at - 1] === 0x0a || (bytes[at - 1] === 0x0d && bytes[at - 2] === 0x0a);
    if (isAfterBlank && isStart(bytes, at + 1)) count += 1;
  }
  if (count === 1) return;
  throw new AttacheError(
    "file-unsupported",
    `${fileName} is a mailbox that holds ${count.toLocaleString("en-GB")} mails. Save the mails that you need as files of their own (.eml) and import those.`,
  );
}
