/**
 * Tells mails and web pages saved as mails from texts, by the header lines that they begin with. A text that merely
 * begins with "From:" and "Date:" is a text.
 */
import type { SourceFormat } from "../../../core/source/format.ts";

/** RFC 5322: printable ASCII but the colon. No program writes names longer than this. */
const HEADER = /^([!-9;-~]{1,76})[ \t]*:(.*)$/u;
const MBOX_LINE =
  /^>?From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d? /u;
const RFC_DATE =
  /^\s*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s+)?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{2,4}\s+\d{1,2}:\d{2}/u;
const ADDRESS = /[^\s@<>]+@[^\s@<>]+/u;

const MAIL_HEADERS: ReadonlySet<string> = new Set(
  "from to cc bcc date subject sender reply-to received message-id mime-version return-path delivered-to content-type content-transfer-encoding in-reply-to references newsgroups x-mailer user-agent".split(
    " ",
  ),
);
const MIN_MAIL_HEADERS = 2;
/** What tells stands at the beginning of a value. */
const MAX_VALUE_UTF16 = 1000;

/** The header lines that the text begins with, by their names in lower case; null where one is malformed. */
function headersOf(head: string): Map<string, string> | null {
  const headers = new Map<string, string>();
  let last: string | undefined;
  const lines = head.split(/\r\n|\n|\r/u);
  // The last line may be cut where the look ended.
  if (lines.length > 1) lines.pop();
  for (const line of MBOX_LINE.test(lines[0] ?? "") ? lines.slice(1) : lines) {
    if (line === "") break;
    if (/^[ \t]/u.test(line)) {
      if (last === undefined) return null;
      headers.set(last, `${headers.get(last) ?? ""} ${line.trim()}`);
      continue;
    }
    const [, name, value = ""] = HEADER.exec(line) ?? [];
    if (name === undefined) return null;
    last = name.toLowerCase();
    if (!headers.has(last)) headers.set(last, value);
  }
  return headers;
}

/** What only a program that sends or saves mail writes. */
function isWrittenByMailer(headers: ReadonlyMap<string, string>): boolean {
  const has = (name: string, value: RegExp): boolean => value.test((headers.get(name) ?? "").slice(0, MAX_VALUE_UTF16));
  return (
    has("mime-version", /^\s*\d\.\d/u) ||
    has("message-id", /<[^<>\s]+>/u) ||
    has("received", /\b(?:from|by)\b[\s\S]*;/u) ||
    has("return-path", /<.*>/u) ||
    has("x-unsent", /^\s*1/u) ||
    (has("from", ADDRESS) && has("date", RFC_DATE))
  );
}

const TRANSPORT = ["to", "received", "message-id", "return-path", "delivered-to"];

function isSavedPage(headers: ReadonlyMap<string, string>, fileName: string): boolean {
  if (/<?saved by /iu.test(headers.get("from") ?? "") || headers.has("snapshot-content-location")) return true;
  if (!headers.has("mime-version")) return false;
  const type = headers.get("content-type") ?? "";
  if (/\.mht(?:ml)?$/iu.test(fileName) && type !== "") return true;
  const isSent =
    TRANSPORT.some((name) => headers.has(name)) || ADDRESS.test((headers.get("from") ?? "").slice(0, MAX_VALUE_UTF16));
  return /multipart\/related/iu.test(type) && !isSent;
}

/** `eml`, `mhtml`, or null where it is text. */
export function mailFormat(head: string, fileName: string): SourceFormat | null {
  const headers = headersOf(head);
  if (headers === null) return null;
  const known = [...headers.keys()].filter((name) => MAIL_HEADERS.has(name)).length;
  if (MBOX_LINE.test(head.slice(0, 400)) && known > 0) return "eml";
  if (known < MIN_MAIL_HEADERS) return null;
  if (isSavedPage(headers, fileName)) return "mhtml";
  return isWrittenByMailer(headers) || /\.eml$/iu.test(fileName) ? "eml" : null;
}
