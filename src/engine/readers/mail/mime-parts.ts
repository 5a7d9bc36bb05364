/**
 * Takes a mail apart into its parts. Must not read their text: that is for mail-body.ts. Written here because the mail
 * library decodes all text itself, and loses Korean, headers in no charset, and what old charsets say.
 */
import { AttacheError } from "../../../ipc/errors.ts";
import { fieldOf, type MimeHeaders, parseHeaders, type StructuredValue, structured } from "./mime-header.ts";
import { decodeTransfer } from "./transfer-encoding.ts";

/** Mail programs make a handful; a mailing list's digest has some hundred. */
const MAX_PARTS = 5_000;
/** Forwarding nests two or three deep. */
const MAX_DEPTH = 100;

export interface MimePart {
  readonly headers: MimeHeaders;
  readonly type: StructuredValue;
  readonly disposition: StructuredValue;
  /** Parts of a multipart; none for all others. */
  readonly children: readonly MimePart[];
  /** The bytes as they stand in the mail, without the headers. */
  readonly raw: Buffer;
}

/** The bytes that the part carries, its transfer encoding undone. */
export function contentOf(part: MimePart): Uint8Array {
  return decodeTransfer(part.raw, fieldOf(part.headers, "content-transfer-encoding"));
}

interface Boundaries {
  /** Start and end of each part, without the line breaks that belong to the boundaries. */
  readonly ranges: { readonly start: number; readonly end: number }[];
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const MINUS = 0x2d;

function isBlankByte(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === RETURN;
}

/** A boundary stands at the start of a line, alone but for white space and the two hyphens that end the whole. */
function lineAfter(bytes: Buffer, at: number, end: number): { next: number; isLast: boolean } | null {
  const isLast = bytes[at] === MINUS && bytes[at + 1] === MINUS;
  let next = isLast ? at + 2 : at;
  while (next < end && isBlankByte(bytes[next] ?? 0)) next += 1;
  if (next < end && bytes[next] !== LINE_FEED) return null;
  return { next: Math.min(end, next + 1), isLast };
}

function withoutLineBreak(bytes: Buffer, start: number, end: number): number {
  const fed = end > start && bytes[end - 1] === LINE_FEED ? end - 1 : end;
  return fed > start && fed < end && bytes[fed - 1] === RETURN ? fed - 1 : fed;
}

/** A part whose end boundary is missing ends where the mail does. */
function split(bytes: Buffer, start: number, end: number, boundary: string): Boundaries {
  const mark = Buffer.from(`--${boundary}`, "latin1");
  const ranges: { start: number; end: number }[] = [];
  let partStart = -1;
  for (let at = bytes.indexOf(mark, start); at >= 0 && at < end; at = bytes.indexOf(mark, at + 1)) {
    const isAtLineStart = at === start || bytes[at - 1] === LINE_FEED;
    const line = isAtLineStart ? lineAfter(bytes, at + mark.length, end) : null;
    if (line === null) continue;
    if (partStart >= 0) ranges.push({ start: partStart, end: withoutLineBreak(bytes, partStart, at) });
    partStart = line.isLast ? -1 : line.next;
    if (line.isLast) break;
  }
  if (partStart >= 0) ranges.push({ start: partStart, end });
  return { ranges };
}

class MimeParser {
  private count = 0;
  private readonly bytes: Buffer;
  private readonly fileName: string;

  constructor(bytes: Buffer, fileName: string) {
    this.bytes = bytes;
    this.fileName = fileName;
  }

  part(start: number, end: number, depth: number, defaultType: string): MimePart {
    this.count += 1;
    if (this.count > MAX_PARTS) throw this.tooComplex(`more than ${MAX_PARTS.toLocaleString("en-GB")} parts`);
    if (depth > MAX_DEPTH) throw this.tooComplex(`parts more than ${MAX_DEPTH} deep inside each other`);
    const headers = parseHeaders(this.bytes, start, end);
    const type = structured(fieldOf(headers, "content-type") || defaultType);
    return {
      headers,
      type,
      disposition: structured(fieldOf(headers, "content-disposition")),
      children: this.children(headers, type, end, depth),
      raw: this.bytes.subarray(headers.end, end),
    };
  }

  private children(headers: MimeHeaders, type: StructuredValue, end: number, depth: number): MimePart[] {
    if (!type.value.startsWith("multipart/")) return [];
    const declared = rawBoundary(fieldOf(headers, "content-type"));
    const boundary = declared === "" ? this.guessBoundary(headers.end, end) : declared;
    if (boundary === "") return [];
    const defaultType = type.value === "multipart/digest" ? "message/rfc822" : "text/plain";
    return split(this.bytes, headers.end, end, boundary).ranges.map((range) => {
      return this.part(range.start, range.end, depth + 1, defaultType);
    });
  }

  /** The line that the last line of the mail says to be the boundary: for a mail whose header lost it. */
  private guessBoundary(start: number, end: number): string {
    const tail = this.bytes.toString("latin1", Math.max(start, end - 400), end);
    const boundary = /(?:^|\n)--(\S{1,200})--\s*$/u.exec(tail)?.[1] ?? "";
    return this.bytes.indexOf(`--${boundary}`, start, "latin1") < end ? boundary : "";
  }

  private tooComplex(what: string): AttacheError {
    return new AttacheError(
      "file-too-complex",
      `${this.fileName} has ${what}, which no mail program writes, and was not imported. Open it in your mail program and save what you need as a file of its own.`,
    );
  }
}

/** As it stands in the mail, byte for byte: a boundary is no text, so it is in no charset. */
function rawBoundary(contentType: string): string {
  const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"?|([^\s;]{1,200}))/iu.exec(contentType) ?? [];
  return (quoted ?? bare ?? "").trimEnd();
}

/** The parts of the mail. Throws AttacheError `file-too-complex` beyond the limits. */
export function parseMime(bytes: Buffer, fileName: string): MimePart {
  return new MimeParser(bytes, fileName).part(0, bytes.length, 0, "text/plain");
}
