/**
 * The text of mail headers: encoded words (RFC 2047), and bytes that were written without any encoding. Must not know
 * which header it reads.
 */
import { decodeAs, detectEncoding } from "../detect-encoding.ts";
import { decodeCharset } from "./charset.ts";

const ENCODED_WORD = /=\?([^?\s]{1,60})\?([bqBQ])\?([^?]*)\?=/gu;

interface EncodedWord {
  readonly charset: string;
  readonly encoding: string;
  readonly bytes: Buffer;
}

function decodeQ(text: string): Buffer {
  const binary = text
    .replaceAll("_", " ")
    .replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(binary, "latin1");
}

function wordOf([, charset = "", encoding = "", text = ""]: RegExpExecArray | RegExpMatchArray): EncodedWord {
  const isBase64 = encoding.toUpperCase() === "B";
  return {
    // A language may follow the charset (RFC 2231, section 5).
    charset: charset.replace(/\*.*$/u, "").toLowerCase(),
    encoding: encoding.toUpperCase(),
    bytes: isBase64 ? Buffer.from(text, "base64") : decodeQ(text),
  };
}

/** Words in one charset are decoded together: some programs cut in the middle of a character. */
function decodeWords(words: readonly EncodedWord[]): string {
  const bytes = Buffer.concat(words.map((word) => word.bytes));
  return decodeCharset(bytes, words[0]?.charset ?? "") ?? decodeUndeclared(bytes);
}

/** Text of bytes that nothing says the charset of. */
export function decodeUndeclared(bytes: Uint8Array): string {
  return decodeAs(bytes, detectEncoding(bytes).encoding);
}

/** A header as Latin-1 characters, which is how its bytes are kept, with what is beyond ASCII decoded. */
export function decodeRaw(latin1: string): string {
  return /[\u0080-\u00ff]/u.test(latin1) ? decodeUndeclared(Buffer.from(latin1, "latin1")) : latin1;
}

/** Replaces each run of encoded words of one charset by what `write` makes of its text. White space between them goes. */
function replaceWords(text: string, write: (decoded: string) => string): string {
  const parts: string[] = [];
  let run: EncodedWord[] = [];
  let at = 0;
  const flush = (): void => {
    if (run.length > 0) parts.push(write(decodeWords(run)));
    run = [];
  };
  for (const match of text.matchAll(ENCODED_WORD)) {
    const between = text.slice(at, match.index);
    const word = wordOf(match);
    const isSeparate = between.trim() !== "" || run.length === 0;
    if (isSeparate || word.charset !== run[0]?.charset) flush();
    if (isSeparate) parts.push(between);
    run.push(word);
    at = match.index + match[0].length;
  }
  flush();
  parts.push(text.slice(at));
  return parts.join("");
}

/** The text of a header, in one line, without control characters. */
export function decodeHeader(latin1: string): string {
  return replaceWords(decodeRaw(latin1), (decoded) => decoded)
    .replace(/[\u0000-\u001f\u007f\s]+/gu, " ")
    .trim()
    .toWellFormed();
}

/**
 * The header with its encoded words in UTF-8, so that a parser of addresses, which must see the words as words, reads
 * every charset.
 */
export function withWordsInUtf8(latin1: string): string {
  return replaceWords(decodeRaw(latin1), (decoded) => {
    return `=?utf-8?B?${Buffer.from(decoded.toWellFormed(), "utf8").toString("base64")}?=`;
  });
}
