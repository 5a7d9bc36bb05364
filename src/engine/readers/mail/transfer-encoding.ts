/** Undoes the encodings by which mails carry bytes as ASCII. Broken encodings give what can be read of them. */

const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

function hexValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09;
}

/** Where the line break ends that may stand here behind blanks, or -1 where there is none. */
function afterLineBreak(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isBlank(bytes[at] ?? 0)) at += 1;
  if (bytes[at] === RETURN) at += 1;
  if (bytes[at] === LINE_FEED) return at + 1;
  return at >= bytes.length ? at : -1;
}

function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const output = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === EQUALS) {
      const high = hexValue(bytes[at + 1] ?? 0);
      const low = hexValue(bytes[at + 2] ?? 0);
      const softBreak = high < 0 ? afterLineBreak(bytes, at + 1) : -1;
      if (softBreak >= 0) {
        at = softBreak - 1;
        continue;
      }
      if (high >= 0 && low >= 0) {
        output[length++] = high * 16 + low;
        at += 2;
        continue;
      }
    }
    output[length++] = byte;
  }
  return output.subarray(0, length);
}

function base64Value(byte: number): number {
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41;
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x47;
  if (byte >= 0x30 && byte <= 0x39) return byte + 4;
  if (byte === 0x2b) return 62;
  return byte === 0x2f ? 63 : -1;
}

/** Padding ends a unit, not the text: some programs pad every line. All other bytes mean nothing. */
function decodeBase64(bytes: Uint8Array): Uint8Array {
  const output = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    const value = base64Value(byte);
    if (value < 0) {
      if (byte === EQUALS) count = 0;
      continue;
    }
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    output[length++] = (bits >> count) & 0xff;
  }
  return output.subarray(0, length);
}

/** Text that Unix programs made of bytes, each line with its length before it. */
function decodeUuencode(bytes: Buffer): Uint8Array {
  const lines = bytes.toString("latin1").split(/\r?\n/u);
  const start = lines.findIndex((line) => /^begin [0-7]{3,4} /u.test(line));
  const output: number[] = [];
  for (const line of lines.slice(start + 1)) {
    if (start < 0 || line === "end" || line === "") break;
    const value = (index: number): number => (line.charCodeAt(index) - 0x20) & 0x3f;
    const length = value(0);
    for (let index = 0; index < length; index += 1) {
      const at = 1 + Math.floor(index / 3) * 4 + (index % 3);
      const pair = (value(at) << 6) | value(at + 1);
      output.push((pair >> (4 - (index % 3) * 2)) & 0xff);
    }
  }
  return Uint8Array.from(output);
}

/** The bytes that a part of a mail carries. `encoding` is the value of `Content-Transfer-Encoding`. */
export function decodeTransfer(bytes: Buffer, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (/^base-?64/u.test(name)) return decodeBase64(bytes);
  if (name.startsWith("quoted-printable")) return decodeQuotedPrintable(bytes);
  return /^(?:x-)?uu/u.test(name) ? decodeUuencode(bytes) : bytes;
}
