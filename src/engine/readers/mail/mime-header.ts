/**
 * The headers of a mail or of one of its parts: names and values, and the parameters of the structured ones. Values
 * are kept as Latin-1 characters, one for each byte, until it is known what they mean.
 */
import { decodeCharset } from "./charset.ts";
import { decodeHeader, decodeUndeclared } from "./encoded-words.ts";

/** Headers of 100,000 recipients have less; what comes after is not read. */
const MAX_HEADER_BYTES = 16 * 1024 * 1024;
const MAX_FIELDS = 10_000;
const MAX_PARAMETERS_UTF16 = 100_000;
const MAX_VALUE_UTF16 = 200;

export interface HeaderField {
  /** In lower case. */
  readonly name: string;
  /** Unfolded. */
  readonly value: string;
}

export interface MimeHeaders {
  readonly fields: readonly HeaderField[];
  /** Where the body begins. */
  readonly end: number;
}

/** The value of the first field of that name, or an empty string. */
export function fieldOf(headers: MimeHeaders, name: string): string {
  return headers.fields.find((field) => field.name === name)?.value ?? "";
}

const LINE_FEED = 0x0a;
/** What Unix programs write before a mail when they save it. */
const MAILBOX_MARK = /^>?From /u;

/** The headers at the start of the range, up to the blank line. */
export function parseHeaders(bytes: Buffer, start: number, end: number): MimeHeaders {
  const fields: { name: string; parts: string[] }[] = [];
  const limit = Math.min(end, start + MAX_HEADER_BYTES);
  let at = start;
  while (at < limit) {
    const found = bytes.indexOf(LINE_FEED, at);
    const next = found < 0 || found >= end ? end : found + 1;
    const line = bytes.toString("latin1", at, Math.min(next, limit)).replace(/\r?\n$/u, "");
    if (line === "" || line === "\r") return { fields: fields.map(joined), end: next };
    const name = /^([\u0021-\u0039\u003b-\u007e]+)[ \t]*:/u.exec(line.slice(0, 200));
    if (/^[ \t]/u.test(line)) fields.at(-1)?.parts.push(line);
    // A line that is no header: some programs forget the blank line before the body.
    else if (!name) {
      if (at > start || !MAILBOX_MARK.test(line)) return { fields: fields.map(joined), end: at };
    } else if (fields.length < MAX_FIELDS) {
      fields.push({ name: (name[1] ?? "").toLowerCase(), parts: [line.slice(name[0].length)] });
    }
    at = next;
  }
  return { fields: fields.map(joined), end: bodyAfter(bytes, at, end) };
}

function joined({ name, parts }: { name: string; parts: string[] }): HeaderField {
  return { name, value: parts.join("").trim() };
}

/** Where the body begins, when the headers went beyond what is read of them. */
function bodyAfter(bytes: Buffer, at: number, end: number): number {
  if (at >= end) return end;
  // The line before may be the last of the headers.
  const from = Math.max(0, at - 1);
  const blank = bytes.indexOf("\n\n", from, "latin1");
  const windows = bytes.indexOf("\n\r\n", from, "latin1");
  if (blank >= 0 && blank < end && (windows < 0 || blank < windows)) return blank + 2;
  return windows >= 0 && windows < end ? windows + 3 : end;
}

export interface StructuredValue {
  /** In lower case: "text/html". */
  readonly value: string;
  /** By name in lower case, decoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gu;

interface Piece {
  readonly index: number;
  readonly isExtended: boolean;
  readonly value: string;
}

/** Percent signs to bytes, as Latin-1 characters. */
function unescapePercent(value: string): string {
  return value.replace(/%([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A parameter that was cut into pieces or has a charset of its own (RFC 2231). */
function joinPieces(pieces: readonly Piece[]): string {
  const ordered = pieces.toSorted((a, b) => a.index - b.index);
  const first = ordered[0];
  if (!first?.isExtended) {
    const bytes = ordered.map(({ value, isExtended }) => (isExtended ? unescapePercent(value) : value)).join("");
    return decodeHeader(bytes);
  }
  const [, charset = "", text = first.value] = /^([^']*)'[^']*'(.*)$/su.exec(first.value) ?? [];
  const rest = ordered.slice(1).map(({ value, isExtended }) => (isExtended ? unescapePercent(value) : value));
  const bytes = Buffer.from([unescapePercent(text), ...rest].join(""), "latin1");
  return decodeCharset(bytes, charset) ?? decodeUndeclared(bytes);
}

/** The value and the parameters of `Content-Type` and `Content-Disposition`. */
export function structured(field: string): StructuredValue {
  const text = field.slice(0, MAX_PARAMETERS_UTF16);
  const value = /^[^;]*/u.exec(text)?.[0] ?? "";
  const pieces = new Map<string, Piece[]>();
  for (const [, rawName = "", quoted, bare] of text.slice(value.length).matchAll(PARAMETER)) {
    const [, name = "", index, star] = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/u.exec(rawName.toLowerCase()) ?? [];
    if (name === "") continue;
    const raw = quoted?.replace(/\\([\\"])/gu, "$1") ?? (bare ?? "").trim();
    const list = pieces.get(name) ?? [];
    list.push({ index: Number(index ?? -1), isExtended: star !== undefined, value: raw });
    pieces.set(name, list);
  }
  const parameters = new Map([...pieces].map(([name, list]): [string, string] => [name, valueOfPieces(list)]));
  return {
    value: value
      .slice(0, MAX_VALUE_UTF16)
      .replace(/\(.*?\)/gu, "")
      .trim()
      .toLowerCase(),
    parameters,
  };
}

/** Programs write a name twice, plain and extended: the extended one says it in full. */
function valueOfPieces(pieces: readonly Piece[]): string {
  const extended = pieces.filter(({ isExtended, index }) => isExtended || index >= 0);
  return joinPieces(extended.length > 0 ? extended : pieces.slice(0, 1));
}
