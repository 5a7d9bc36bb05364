/**
 * Reads web pages that were saved as one file (MHTML, RFC 2557), by browsers or by Word. Only the page itself is read:
 * pictures, styles and frames that came with it are left alone.
 */
import { AttacheError } from "../../ipc/errors.ts";
import { decodePage } from "./html/decode-page.ts";
import { readPage } from "./html/read-page.ts";
import { decodeCharset } from "./mail/charset.ts";
import { dateOfHeader } from "./mail/mail-date.ts";
import { fieldOf } from "./mail/mime-header.ts";
import { contentOf, type MimePart, parseMime } from "./mail/mime-parts.ts";
import type { Reader } from "./reader.ts";
import { fileTooLarge, MAX_FILE_BYTES, MAX_TEXT_BYTES, tooLarge } from "./size-limit.ts";

const UTF8_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const PAGE_TYPES = new Set(["text/html", "application/xhtml+xml"]);

function allParts(root: MimePart): MimePart[] {
  const parts: MimePart[] = [];
  const pending = [root];
  for (let part = pending.pop(); part; part = pending.pop()) {
    parts.push(part);
    pending.push(...part.children.toReversed());
  }
  return parts;
}

function contentId(part: MimePart): string {
  return fieldOf(part.headers, "content-id").replace(/^\s*<|>\s*$/gu, "");
}

function locationOf(part: MimePart): string {
  return fieldOf(part.headers, "content-location").replace(/\s+/gu, "");
}

/** The page among the parts: the one that the archive names as its start, else the first; frames come behind it. */
function pagePart(root: MimePart): MimePart | undefined {
  const pages = allParts(root).filter(({ type }) => PAGE_TYPES.has(type.value));
  const start = (root.type.parameters.get("start") ?? "").replace(/^\s*<|>\s*$/gu, "");
  const snapshot = fieldOf(root.headers, "snapshot-content-location").trim();
  return (
    pages.find((part) => start !== "" && contentId(part) === start) ??
    pages.find((part) => snapshot !== "" && locationOf(part) === snapshot) ??
    pages[0]
  );
}

/** Where the page was: an address of the web, and none of the disk of whoever saved it. */
function addressOf(root: MimePart, page: MimePart): string | null {
  const addresses = [fieldOf(root.headers, "snapshot-content-location"), locationOf(page), locationOf(root)];
  return addresses.find((address) => /^https?:\/\//iu.test(address.trim()))?.trim() ?? null;
}

/** Browsers write the moment of saving; Word and mail programs mean something else by the date. */
function savedOn(root: MimePart): string | null {
  const isSavedByBrowser =
    /saved by/iu.test(fieldOf(root.headers, "from")) || fieldOf(root.headers, "snapshot-content-location") !== "";
  return isSavedByBrowser ? dateOfHeader(fieldOf(root.headers, "date")) : null;
}

/** A charset of the part goes before what the page says: the browser has written the page anew. */
function withCharset(bytes: Uint8Array, part: MimePart): Uint8Array {
  const charset = part.type.parameters.get("charset") ?? "";
  if (charset === "") return bytes;
  if (/^utf-?8$/iu.test(charset)) return bytes[0] === 0xef ? bytes : Buffer.concat([UTF8_MARK, bytes]);
  const text = decodeCharset(bytes, charset);
  return text === null ? bytes : new TextEncoder().encode(`\ufeff${text}`);
}

/** Throws AttacheError: `file-too-large`, `file-too-complex`, `file-damaged`, `file-not-text` or `file-empty`. */
export const readMhtml: Reader = async (request, report) => {
  const { fileName, bytes } = request;
  if (bytes.length > MAX_FILE_BYTES) throw fileTooLarge(fileName, bytes.length);
  const root = parseMime(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName);
  const part = pagePart(root);
  if (!part) {
    throw new AttacheError(
      "file-damaged",
      `${fileName} is a saved web page, but the page itself is not in it. Save the page again.`,
    );
  }
  if (part.raw.length > MAX_TEXT_BYTES) throw tooLarge(fileName, part.raw.length);
  report(0.2);
  const { text, warnings } = decodePage(withCharset(contentOf(part), part), fileName, null);
  const page = readPage({ ...request, html: text, location: addressOf(root, part), savedOn: savedOn(root) });
  // The file says its encoding itself, so there is nothing to choose.
  return { format: "mhtml", ...page, warnings, encoding: null, byteOrderMark: false, pages: [], attachments: [] };
};
