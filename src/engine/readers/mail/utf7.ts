/** UTF-7 (RFC 2152), which old mail servers wrote. TextDecoder does not know it. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PLUS = 0x2b;
const MINUS = 0x2d;

const VALUES = new Int8Array(128).fill(-1);
for (let index = 0; index < ALPHABET.length; index += 1) VALUES[ALPHABET.charCodeAt(index)] = index;

/** Text of the bytes. A byte beyond ASCII, which UTF-7 has not, becomes U+FFFD. */
export function decodeUtf7(bytes: Uint8Array): string {
  const parts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte !== PLUS) {
      parts.push(byte < 0x80 ? String.fromCharCode(byte) : "\ufffd");
      continue;
    }
    if (bytes[at] === MINUS) {
      parts.push("+");
      at += 1;
      continue;
    }
    let bits = 0;
    let count = 0;
    for (; at < bytes.length; at += 1) {
      const value = VALUES[bytes[at] ?? 0] ?? -1;
      if (value < 0) break;
      bits = ((bits << 6) | value) & 0x3fffff;
      count += 6;
      if (count < 16) continue;
      count -= 16;
      parts.push(String.fromCharCode((bits >> count) & 0xffff));
    }
    if (bytes[at] === MINUS) at += 1;
  }
  return parts.join("").toWellFormed();
}
