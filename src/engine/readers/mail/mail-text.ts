/**
 * The text of a part of a mail, by the charset that the part declares. Says in words where that was not enough.
 */
import { countDamaged, decodeAs, detectEncoding } from "../detect-encoding.ts";
import { decodeCharset } from "./charset.ts";
import { contentOf, type MimePart } from "./mime-parts.ts";

export interface MailText {
  readonly text: string;
  readonly warnings: readonly string[];
}

function hasHighBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

function isDeclaredWrong(charset: string, bytes: Uint8Array): boolean {
  if (!hasHighBytes(bytes)) return false;
  if (/^(?:us-)?ascii$/iu.test(charset)) return true;
  return /^utf-?8$/iu.test(charset) && countDamaged(decodeAs(bytes, "utf-8")) > 0;
}

/** The charset in the head of an HTML page, which goes by the same rules as the header where the header says nothing. */
function charsetOfHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return /<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w:.-]{1,40})/iu.exec(head)?.[1] ?? "";
}

/** Text of bytes in a declared charset; where none is declared, or a wrong one, in the one that fits. */
export function decodeDeclared(bytes: Uint8Array, charset: string): MailText {
  if (charset !== "" && !isDeclaredWrong(charset, bytes)) {
    const text = decodeCharset(bytes, charset);
    if (text !== null) return { text, warnings: warnDamaged(text, bytes) };
  }
  if (!hasHighBytes(bytes) && !bytes.includes(0x1b)) return { text: decodeAs(bytes, "utf-8"), warnings: [] };
  const iso2022 = bytes.includes(0x1b) ? decodeCharset(bytes, "iso-2022-jp") : null;
  if (iso2022 !== null && !hasHighBytes(bytes)) return { text: iso2022, warnings: warnDamaged(iso2022, bytes) };
  const { encoding, isSure } = detectEncoding(bytes);
  const text = decodeAs(bytes, encoding);
  const unsure = "The mail does not say in which encoding its text is: look whether its letters are right";
  return { text, warnings: [...warnDamaged(text, bytes), ...(isSure ? [] : [unsure])] };
}

function warnDamaged(text: string, bytes: Uint8Array): string[] {
  const damaged = countDamaged(text);
  // The sign itself may be what the sender wrote, or what another program left: three bytes of UTF-8.
  if (damaged === 0 || Buffer.from(bytes).includes("\ufffd")) return [];
  const characters = damaged === 1 ? "1 character" : `${damaged.toLocaleString("en-GB")} characters`;
  return [`${characters} of the mail could not be read and ${damaged === 1 ? "is" : "are"} shown as \ufffd`];
}

/** The text of a part. Null characters, which no text has, are left out. */
export function textOf(part: MimePart): MailText {
  const bytes = contentOf(part);
  const declared = part.type.parameters.get("charset") ?? "";
  const charset = declared === "" && part.type.value === "text/html" ? charsetOfHtml(bytes) : declared;
  const { text, warnings } = decodeDeclared(bytes, charset);
  return { text: text.replaceAll("\u0000", "").replace(/^\ufeff/u, ""), warnings };
}
