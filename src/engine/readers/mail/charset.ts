/**
 * Decodes bytes under the charset name that a mail or a document gives. Exists because Node's TextDecoder refuses a few
 * charsets that old mails are in, and knows others only in part. Must not guess: a name it does not know is null.
 */
import { decodeKorean } from "../decode-korean.ts";
import { decodeAs } from "../detect-encoding.ts";
import { decodeUtf7 } from "./utf7.ts";

/** Names that are not in the WHATWG list (https://encoding.spec.whatwg.org/#names-and-labels), without separators. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cp932: "shift_jis",
    ms932: "shift_jis",
    windows932: "shift_jis",
    windows31j: "shift_jis",
    mskanji: "shift_jis",
    shiftjis: "shift_jis",
    iso2022jp1: "iso-2022-jp",
    iso2022jp2: "iso-2022-jp",
    iso2022jpms: "iso-2022-jp",
    cp50220: "iso-2022-jp",
    cp50221: "iso-2022-jp",
    cp51932: "euc-jp",
    eucjp: "euc-jp",
    cp936: "gb18030",
    ms936: "gb18030",
    windows936: "gb18030",
    gb231280: "gb18030",
    euccn: "gb18030",
    cp949: "euc-kr",
    ms949: "euc-kr",
    uhc: "euc-kr",
    euckr: "euc-kr",
    cp950: "big5",
    windows950: "big5",
    big5hkscs: "big5",
    euctw: "big5",
    tis620: "windows-874",
    cp874: "windows-874",
    cp1250: "windows-1250",
    cp1251: "windows-1251",
    cp1252: "windows-1252",
    cp65001: "utf-8",
    ansix341968: "windows-1252",
  }),
);

/** GB2312 and GBK are kept within GB18030, which has every character of both. */
function isChinese(label: string): boolean {
  return label === "gbk" || label === "gb18030";
}

/** The WHATWG name of what a charset is called here, or null where TextDecoder has nothing for it. */
function canonicalName(label: string): string | null {
  for (const name of [label, ALIASES.get(label.replace(/[\s._-]+/gu, "")), label.replace(/^(?:x-|cs)/u, "")]) {
    if (name === undefined || name === "") continue;
    try {
      return new TextDecoder(name).encoding;
    } catch {
      // Not a name that TextDecoder knows: the next may be.
    }
  }
  return null;
}

const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const TILDE = 0x7e;

/** HZ (RFC 1843): GB2312 between `~{` and `~}`, each byte without its high bit. */
function decodeHz(bytes: Uint8Array): string {
  const output: number[] = [];
  let isChineseNow = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    if (byte === TILDE && (next === 0x7b || next === 0x7d || next === TILDE || next === 0x0a)) {
      if (next === TILDE) output.push(TILDE);
      else if (next !== 0x0a) isChineseNow = next === 0x7b;
      at += 1;
    } else {
      if (byte === 0x0a) isChineseNow = false;
      output.push(isChineseNow && byte > 0x20 ? byte | 0x80 : byte);
    }
  }
  return decodeAs(Uint8Array.from(output), "gb18030");
}

/** ISO-2022-KR (RFC 1557): KS X 1001 between shift-out and shift-in, each byte without its high bit. */
function decodeIso2022Kr(bytes: Uint8Array): string {
  const output: number[] = [];
  let isShifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === SHIFT_OUT || byte === SHIFT_IN) isShifted = byte === SHIFT_OUT;
    else if (byte === ESCAPE && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) at += 3;
    else output.push(isShifted && byte > 0x20 ? byte | 0x80 : byte);
  }
  return decodeKorean(Uint8Array.from(output));
}

/**
 * The text of bytes in a charset, or null where the name says nothing. What cannot be decoded is U+FFFD. A byte order
 * mark is no text.
 */
export function decodeCharset(bytes: Uint8Array, charset: string): string | null {
  const label = charset.trim().toLowerCase();
  if (/^(?:x-)?(?:unicode-1-1-)?utf-?7$/u.test(label)) return decodeUtf7(bytes);
  if (/^(?:x-)?hz(?:-gb-?2312)?$/u.test(label)) return decodeHz(bytes);
  if (/^(?:cs)?iso-?2022-?kr$/u.test(label)) return decodeIso2022Kr(bytes);
  const name = canonicalName(label);
  if (name === null) return null;
  if (name === "euc-kr") return decodeKorean(bytes);
  if (isChinese(name)) return decodeAs(bytes, "gb18030");
  return name === "windows-1252" ? decodeAs(bytes, "windows-1252") : new TextDecoder(name).decode(bytes);
}
