/**
 * Mailbox files (mbox): many mails in one file, each behind a line that says "From" and when. They are told apart here,
 * and not read: an import makes a file of each mail, and whoever reads one text refuses them.
 */
import { AttacheError } from "../../../ipc/errors.ts";
import { mailFormat } from "../detect/mail-format.ts";
import { textHead } from "../detect/text-head.ts";

const FROM = Buffer.from("\nFrom ", "latin1");
/** "From ana@example.org Mon May  4 12:30:00 2026" */
const START = /^From \S+.*\d{1,2}:\d{2}.*\d{4}|^From - /u;
/** Words that look like that line are text where no header follows. */
const HEADER = /^(?:>From |[!-9;-~]+[ \t]*:)/u;
const MAX_LINE_BYTES = 300;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The bytes without blank lines and a byte order mark, which some programs put before the headers. */
export function withoutLead(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
  while (buffer[start] === 0x0a || buffer[start] === 0x0d) start += 1;
  return buffer.subarray(start);
}

function isStart(bytes: Buffer, at: number): boolean {
  const [line = "", next = ""] = bytes.toString("latin1", at, at + 2 * MAX_LINE_BYTES).split(/\r?\n/u);
  return START.test(line) && HEADER.test(next);
}

/** Where the lines begin that mails of the mailbox stand behind; none where the file does not begin with one. */
function startsIn(bytes: Buffer): number[] {
  if (!isStart(bytes, 0)) return [];
  const starts = [0];
  for (let at = bytes.indexOf(FROM); at >= 0; at = bytes.indexOf(FROM, at + 1)) {
    // A mail ends with a blank line; the same words within one are text.
    const isAfterBlank = blankLineBefore(bytes, at + 1) > 0;
    if (isAfterBlank && isStart(bytes, at + 1)) starts.push(at + 1);
  }
  return starts;
}

/** How many bytes of a blank line stand before that place, behind the end of a line. */
function blankLineBefore(bytes: Buffer, at: number): number {
  if (bytes[at - 1] !== LINE_FEED) return 0;
  const lengthBytes = bytes[at - 2] === CARRIAGE_RETURN ? 2 : 1;
  return bytes[at - lengthBytes - 1] === LINE_FEED ? lengthBytes : 0;
}

/**
 * The mails of a mailbox that holds more than one, each with its own bytes as a mail program would save it alone; none
 * for any other file.
 */
export function mailsOfMailbox(bytes: Uint8Array, fileName: string): Uint8Array[] {
  const buffer = withoutLead(bytes);
  const starts = startsIn(buffer);
  if (starts.length < 2 || mailFormat(textHead(buffer), fileName) !== "eml") return [];
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? buffer.length;
    const end = next - blankLineBefore(buffer, next);
    // A copy: what refers to a part of the mailbox would take all of it to the reader thread.
    return Uint8Array.prototype.slice.call(buffer, buffer.indexOf(LINE_FEED, start) + 1, end);
  });
}

/** Throws AttacheError `file-unsupported` where the file holds more than one mail, saying how many. */
export function refuseMailbox(bytes: Buffer, fileName: string): void {
  const { length } = startsIn(bytes);
  if (length < 2) return;
  throw new AttacheError(
    "file-unsupported",
    `${fileName} is a mailbox that holds ${length.toLocaleString("en-GB")} mails, which are not one text. Import it into a project: each mail becomes a source of its own.`,
  );
}
