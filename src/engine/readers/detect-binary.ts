/**
 * Tells bytes that are no text, or text in an encoding that is not read, from text. Looks at bytes only: what a file is
 * by name is the business of detect-format.ts, what encoding a text is in that of detect-encoding.ts.
 */

function startsWith(bytes: Uint8Array, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[index] === byte);
}

/** True for the byte order marks of UTF-32, which no reader here reads. */
export function isUtf32(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]);
}

/**
 * True for Japanese mail in ISO-2022-JP, whose bytes would pass for ASCII. It is of seven bits (RFC 1468) and has no null
 * bytes: in UTF-16 its escapes are parts of other characters.
 */
export function isIso2022(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42))
      return bytes.every((byte) => byte > 0 && byte < 0x80);
  }
  return false;
}

const MAX_CONTROL_SHARE = 0.01;
const MIN_CONTROLS = 3;

/** Control characters that texts do hold: tab to carriage return, the old end-of-file mark, and escape. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;
}

/** True where there are more control characters than stray ones in a text would account for. */
export function hasManyControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if ((byte < 0x20 && !isTextControl(byte)) || byte === 0x7f) controls += 1;
  }
  return controls >= MIN_CONTROLS && controls > bytes.length * MAX_CONTROL_SHARE;
}
