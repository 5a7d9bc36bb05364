/** Tells the encoding of a text part of a package and decodes it. Must not be used for text of the open world. */

/** Long enough for any XML declaration. */
const DECLARATION_BYTES = 200;

/** The text, by its byte order mark, else by its XML declaration, else as UTF-8. */
export function decodePart(part: Uint8Array): string {
  return new TextDecoder(encodingOf(part)).decode(part);
}

function encodingOf(part: Uint8Array): string {
  const [first, second] = part;
  // A mark, or "<" in two bytes where the mark was forgotten.
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const head = Buffer.from(part.subarray(0, DECLARATION_BYTES)).toString("latin1");
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  return declared !== undefined && isDecodable(declared) ? declared : "utf-8";
}

function isDecodable(label: string): boolean {
  // One byte per "<" was just read, so whoever declares two bytes per character is wrong.
  if (/utf-?16|ucs-?2/i.test(label)) return false;
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
