/**
 * What an Outlook mail says: its headers and its text, whichever of the forms that Outlook keeps says it best.
 */
import type { Block } from "../../../core/source/block.ts";
import { nameOfCodePage } from "../rtf/code-page.ts";
import { unwrapHtml, wrapsHtml } from "../rtf/rtf-html.ts";
import { RtfInterpreter } from "../rtf/rtf-interpreter.ts";
import { distinctPeople, type People, peopleOf, shownName } from "./addresses.ts";
import type { Storage } from "./compound-file.ts";
import { decompressRtf } from "./compressed-rtf.ts";
import { blocksOfHtmlBody } from "./html-body.ts";
import { dateOfHeader } from "./mail-date.ts";
import { bodyTooLarge, MAX_BODY_BYTES } from "./mail-source.ts";
import { decodeDeclared } from "./mail-text.ts";
import { MapiProperties } from "./mapi-properties.ts";
import { fieldOf, parseHeaders } from "./mime-header.ts";
import { blocksOfPlainBody, FIXED } from "./plain-body.ts";

const SUBJECT = 0x0037;
const HEADERS = 0x007d;
const SENT_BY = { name: 0x0042, smtp: 0x5d02, address: 0x0065 };
const SENDER = { name: 0x0c1a, smtp: 0x5d01, address: 0x0c1f };
const RECIPIENT = { name: 0x3001, smtp: 0x39fe, address: 0x3003 };
const DISPLAY_TO = 0x0e04;
const DISPLAY_CC = 0x0e03;
const SUBMITTED = 0x0039;
const DELIVERED = 0x0e06;
const BODY = 0x1000;
const RTF = 0x1009;
const HTML = 0x1013;
const INTERNET_CODE_PAGE = 0x3fde;

export interface MsgBody {
  readonly blocks: Block[];
  readonly html: string;
  readonly warnings: readonly string[];
}

/** A name or an address; never the name of an account within an Exchange server, which nobody knows anyone by. */
function personOf(properties: MapiProperties, ids: { name: number; smtp: number; address: number }): string {
  const [name, smtp, address] = [ids.name, ids.smtp, ids.address].map((id) => properties.text(id));
  const known = [name, smtp, address].filter((each) => each !== undefined && !/^\/o=/iu.test(each));
  return shownName(known[0] ?? "", known.find((each) => each !== "") ?? "");
}

export function senderOf(message: MapiProperties): string[] {
  const names = [personOf(message, SENT_BY), personOf(message, SENDER)];
  const [first] = names.filter((name) => name !== "");
  if (first !== undefined) return [first];
  return peopleOf([fieldOf(headersOf(message), "from")]).names;
}

function headersOf(message: MapiProperties): ReturnType<typeof parseHeaders> {
  // Exchange writes a line of its own before them.
  const bytes = Buffer.from(message.text(HEADERS).replace(/^Microsoft Mail Internet Headers[^\n]*\n/u, ""), "utf8");
  return parseHeaders(bytes, 0, bytes.length);
}

export function recipientsOf(root: Storage, message: MapiProperties): People {
  const recipients = root.storages
    .filter(({ name }) => name.toLowerCase().startsWith("__recip_version1.0_"))
    .map((storage) => personOf(new MapiProperties(storage, 8, message.eightBitCodePage), RECIPIENT));
  if (recipients.length > 0) return distinctPeople(recipients);
  const shown = `${message.text(DISPLAY_TO)};${message.text(DISPLAY_CC)}`.split(";");
  return distinctPeople(shown.map((name) => shownName(name, "")));
}

/** The subject, without the sign by which old files tell how long its "Re:" is. */
export function subjectOf(message: MapiProperties): string {
  return message
    .text(SUBJECT)
    .replace(/^\u0001./su, "")
    .replace(/[\u0000-\u001f\s]+/gu, " ")
    .trim();
}

/**
 * The day on which it was sent: by the sender's own calendar, where the headers that it travelled with tell it, or
 * else in UTC, which is all that Outlook keeps.
 */
export function sentOn(message: MapiProperties): string | null {
  const header = dateOfHeader(fieldOf(headersOf(message), "date"));
  return header ?? (message.time(SUBMITTED) ?? message.time(DELIVERED))?.slice(0, 10) ?? null;
}

function htmlText(message: MapiProperties, fileName: string): { text: string; warnings: readonly string[] } {
  const bytes = message.binary(HTML);
  if ((bytes?.length ?? 0) > MAX_BODY_BYTES) throw bodyTooLarge(fileName);
  if (bytes === null) return { text: message.text(HTML), warnings: [] };
  const codePage = message.number(INTERNET_CODE_PAGE);
  const declared = codePage === null ? null : nameOfCodePage(codePage);
  return decodeDeclared(
    bytes,
    declared ?? /charset\s*=\s*["']?([\w-]{1,40})/iu.exec(bytes.toString("latin1", 0, 4096))?.[1] ?? "",
  );
}

function rtfBody(rtf: Buffer, fileName: string): MsgBody {
  if (wrapsHtml(rtf)) {
    const html = unwrapHtml(rtf, 0, fileName);
    return { blocks: blocksOfHtmlBody(html, fileName, 0), html, warnings: [] };
  }
  // Plain text in the dress of RTF: the text itself is kept as well, and says how its lines run.
  const isPlain = /\\fromtext/u.test(rtf.toString("latin1", 0, 4096));
  return { blocks: isPlain ? [] : new RtfInterpreter(rtf, 0, fileName).read(), html: "", warnings: [] };
}

/** The text of the mail: of HTML, RTF and plain text, the first that says anything. */
export function bodyOf(message: MapiProperties, fileName: string): MsgBody {
  const { text, warnings } = htmlText(message, fileName);
  if (text.length > MAX_BODY_BYTES) throw bodyTooLarge(fileName);
  const html = text === "" ? [] : blocksOfHtmlBody(text.replaceAll("\u0000", ""), fileName, 0);
  if (html.length > 0) return { blocks: html, html: text, warnings };
  const compressed = message.binary(RTF);
  if ((compressed?.length ?? 0) > MAX_BODY_BYTES) throw bodyTooLarge(fileName);
  const rtf = compressed === null ? null : decompressRtf(compressed);
  const rich = rtf === null ? null : rtfBody(rtf, fileName);
  if (rich !== null && rich.blocks.length > 0) return rich;
  const plain = message.text(BODY);
  if (plain.length > MAX_BODY_BYTES) throw bodyTooLarge(fileName);
  const blocks = blocksOfPlainBody(plain.replaceAll("\u0000", ""), FIXED, fileName);
  if (blocks.length > 0 || rtf === null || wrapsHtml(rtf)) return { blocks, html: "", warnings: [] };
  return { blocks: new RtfInterpreter(rtf, 0, fileName).read(), html: "", warnings: [] };
}
