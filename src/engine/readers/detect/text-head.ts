/**
 * The beginning of a file as text, for telling what kind of text it is: marks and names, which are ASCII in every
 * encoding. What the letters beyond ASCII are is for detect-encoding.ts.
 */

/** Long enough for the headers of a mail that came a long way, and for the comments that pages begin with. */
const HEAD_BYTES = 1 << 16;

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** One character for a byte, or for two of UTF-16; without a byte order mark. */
export function textHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  const [first, second, third, fourth] = head;
  if (first === 0xff && second === 0xfe) return decode(head.subarray(2), "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(head.subarray(2), "utf-16be");
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(head.subarray(3), "latin1");
  // Without a mark, two characters of ASCII in a row show the byte order.
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return decode(head, "utf-16le");
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return decode(head, "utf-16be");
  return decode(head, "latin1");
}
