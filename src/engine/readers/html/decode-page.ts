/**
 * From the bytes of a web page to its text. What the page says of its encoding is believed unless its bytes say
 * otherwise; the user's choice is always believed.
 */
import type { Encoding } from "../../../core/source/source.ts";
import { encodingSchema } from "../../../core/source/source.ts";
import { AttacheError } from "../../../ipc/errors.ts";
import { decodeText } from "../decode-text.ts";
import { countDamaged, detectEncoding, detectUtf16 } from "../detect-encoding.ts";
import { decodeCharset } from "../mail/charset.ts";

export interface DecodedPage {
  readonly text: string;
  /** Null where the page is in an encoding that users cannot choose, but that it names itself. */
  readonly encoding: Encoding | null;
  readonly byteOrderMark: boolean;
  /** In words for the user. */
  readonly warnings: string[];
}

/** Browsers look at the first kilobyte; pages saved by them may have long comments before it. */
const DECLARATION_BYTES = 1 << 15;
/** Text in another encoding hardly ever has so many bytes that happen to be UTF-8. */
const TELLING_SEQUENCES = 4;
const GOOD_PER_DAMAGED = 100;

const XML_ENCODING = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]{1,40})/iu;
const META_CHARSET = /<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/iu;

/** The encoding that the page names, as it names it in lower case, or null. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES)).replace(/<!--[\s\S]*?-->/gu, "");
  const label = (XML_ENCODING.exec(head) ?? META_CHARSET.exec(head))?.[1]?.toLowerCase() ?? null;
  // A page that can be read so far is not in UTF-16, whatever it says: https://html.spec.whatwg.org/#prescan
  return label?.startsWith("utf-16") || label?.startsWith("unicode") ? "utf-8" : label;
}

function hasMark(bytes: Uint8Array): boolean {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return true;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The one of the encodings that users can choose which a label means, or null. */
function knownEncoding(label: string): Encoding | null {
  try {
    const name = new TextDecoder(label).encoding;
    const parsed = encodingSchema.safeParse(name === "gbk" ? "gb18030" : name);
    return parsed.success ? parsed.data : null;
  } catch {
    return /^(?:ks_c_5601|cp949|uhc|ms949)/u.test(label) ? "euc-kr" : null;
  }
}

function isTellingUtf8(bytes: Uint8Array): boolean {
  let sequences = 0;
  for (const byte of bytes) if (byte >= 0xc2) sequences += 1;
  return sequences >= TELLING_SEQUENCES;
}

function empty(fileName: string): AttacheError {
  return new AttacheError("file-empty", `${fileName} is empty: it has no text to import.`);
}

function decodeOther(bytes: Uint8Array, label: string, fileName: string): DecodedPage | null {
  const text = decodeCharset(bytes, label);
  if (text === null) return null;
  if (text.trim() === "") throw empty(fileName);
  const damaged = countDamaged(text);
  if (damaged * GOOD_PER_DAMAGED > text.length) return null;
  const characters = damaged === 1 ? "1 character" : `${damaged.toLocaleString("en-GB")} characters`;
  const warning = `${characters} could not be read as ${label.toUpperCase()}, which the page says that it is in, and ${damaged === 1 ? "is" : "are"} shown as \ufffd`;
  return { text, encoding: null, byteOrderMark: false, warnings: damaged === 0 ? [] : [warning] };
}

/** Throws AttacheError `file-empty` where there is nothing but white space, and what decode-text.ts throws. */
export function decodePage(bytes: Uint8Array, fileName: string, chosen: Encoding | null): DecodedPage {
  const hasNull = bytes.includes(0);
  const isWide = hasMark(bytes) ? bytes[0] !== 0xef : hasNull && detectUtf16(bytes) !== null;
  // Null bytes are no part of a page in any other encoding, and browsers read on behind them.
  const content = hasNull && !isWide && !chosen?.startsWith("utf-16") ? bytes.filter((byte) => byte !== 0) : bytes;
  if (chosen !== null || isWide || hasMark(content)) return decodeText(content, fileName, chosen);
  const declared = declaredEncoding(content);
  if (declared === null) return decodeText(content, fileName, null);
  const detected = detectEncoding(content).encoding;
  const known = knownEncoding(declared);
  // A page that was saved or converted by another program may still name the encoding that it had before.
  if (detected === "utf-8" && known !== "utf-8" && isTellingUtf8(content))
    return decodeText(content, fileName, "utf-8");
  if (known === "utf-8" && detected !== "utf-8") return decodeText(content, fileName, null);
  if (known !== null) return decodeText(content, fileName, known);
  return decodeOther(content, declared, fileName) ?? decodeText(content, fileName, null);
}
