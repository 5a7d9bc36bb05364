/** Changes mails: their lines and parts, and what is packed in base64 or in encoded words. */
import { mutateBytes } from "./mutate-bytes.ts";
import { isMarkup, mutateMarkup } from "./mutate-markup.ts";
import { mutateLines, mutateTokens } from "./mutate-tokens.ts";
import type { Random } from "./random.ts";

const BASE64_PART = /(content-transfer-encoding:\s*base64\b[\s\S]*?\r?\n\r?\n)([A-Za-z0-9+/=\r\n]{8,})/giu;
const ENCODED_WORD = /(=\?[^?\s]+\?B\?)([A-Za-z0-9+/=]+)(?=\?=)/giu;
const HEAD_LINES = 40;

function changeContent(content: Uint8Array, random: Random): Uint8Array {
  if (content.length === 0) return content;
  return isMarkup(content) ? mutateMarkup(content, random, content) : mutateBytes(content, random, content);
}

/** Changes one of the places that the pattern finds, unpacked, and packs it again. */
function changePacked(mail: string, pattern: RegExp, random: Random): string {
  const places = [...mail.matchAll(pattern)];
  if (places.length === 0) return mail;
  const { 0: all, 1: head = "", 2: packed = "", index } = random.pick(places);
  const content = Buffer.from(changeContent(Buffer.from(packed, "base64"), random)).toString("base64");
  const folded = pattern === ENCODED_WORD ? content : `${content.replace(/(.{76})/gu, "$1\r\n")}\r\n`;
  return mail.slice(0, index) + head + folded + mail.slice(index + all.length);
}

/** The head alone, where most of a mail is decided, word by word. */
function changeHead(bytes: Uint8Array, random: Random): Uint8Array {
  let end = 0;
  for (let line = 0; line < HEAD_LINES && end < bytes.length; line += 1)
    end = Math.max(bytes.indexOf(0x0a, end) + 1, end + 1);
  const head = bytes.subarray(0, end);
  return Buffer.concat([mutateTokens(head, random, head), bytes.subarray(end)]);
}

export function mutateMail(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  switch (random.below(6)) {
    case 0:
    case 1:
      return Buffer.from(changePacked(mail, BASE64_PART, random), "latin1");
    case 2:
      return Buffer.from(changePacked(mail, ENCODED_WORD, random), "latin1");
    case 3:
      return changeHead(bytes, random);
    case 4:
      return mutateLines(bytes, random, other);
    default:
      return mutateTokens(bytes, random, other);
  }
}

/** True for text that begins with a header line. */
export function isMail(bytes: Uint8Array): boolean {
  return /^[A-Za-z][\w-]*:[ \t]/u.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"));
}
