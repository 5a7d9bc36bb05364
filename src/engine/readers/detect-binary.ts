/**
 * Tells files that are not text from text, and names what they are where their first bytes tell.
 * Looks at bytes only: what encoding a text is in is the business of detect-encoding.ts.
 */

interface Signature {
  readonly name: string;
  readonly bytes: readonly number[];
  readonly offsetBytes?: number;
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

/** Most are from https://mimesniff.spec.whatwg.org/ and https://en.wikipedia.org/wiki/List_of_file_signatures. */
const SIGNATURES: readonly Signature[] = [
  { name: "a PNG picture", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { name: "a JPEG picture", bytes: [0xff, 0xd8, 0xff] },
  { name: "a GIF picture", bytes: ascii("GIF87a") },
  { name: "a GIF picture", bytes: ascii("GIF89a") },
  { name: "a TIFF picture", bytes: [0x49, 0x49, 0x2a, 0x00] },
  { name: "a TIFF picture", bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: "a WebP picture", bytes: ascii("WEBP"), offsetBytes: 8 },
  { name: "a WAV recording", bytes: ascii("WAVEfmt "), offsetBytes: 8 },
  { name: "an MP4 film", bytes: ascii("ftyp"), offsetBytes: 4 },
  { name: "an MP3 recording", bytes: [0x49, 0x44, 0x33, 0x03] },
  { name: "an MP3 recording", bytes: [0x49, 0x44, 0x33, 0x04] },
  { name: "a PDF", bytes: ascii("%PDF-1.") },
  { name: "a PDF", bytes: ascii("%PDF-2.") },
  { name: "a rich text (RTF) document", bytes: ascii("{\\rtf1") },
  { name: "an old Word, Excel or PowerPoint document", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { name: "a RAR archive", bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { name: "a 7-Zip archive", bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: "a gzip archive", bytes: [0x1f, 0x8b, 0x08] },
  { name: "a database", bytes: ascii("SQLite format 3\0") },
  { name: "a program", bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06];
const OFFICE_PARTS: readonly [string, string][] = [
  ["word/", "a Word document"],
  ["xl/", "an Excel workbook"],
  ["ppt/", "a PowerPoint presentation"],
  ["application/vnd.oasis.opendocument", "an OpenDocument file"],
  ["application/epub+zip", "an e-book (EPUB)"],
];
const ZIP_HEAD_BYTES = 1 << 16;

function startsWith(bytes: Uint8Array, expected: readonly number[], offsetBytes = 0): boolean {
  return expected.every((byte, index) => bytes[offsetBytes + index] === byte);
}

function zipName(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, ZIP_HEAD_BYTES));
  return OFFICE_PARTS.find(([part]) => head.includes(part))?.[1] ?? "a ZIP archive";
}

/** What the first bytes say that the file is, with its article ("a PDF"), or null where they say nothing. */
export function binaryFormatName(bytes: Uint8Array): string | null {
  if (startsWith(bytes, ZIP) || startsWith(bytes, ZIP_EMPTY)) return zipName(bytes);
  // What stands further in is believed only beside a null byte: the words could begin a text.
  const hasNull = bytes.subarray(0, 12).includes(0);
  const known = SIGNATURES.find(
    ({ bytes: expected, offsetBytes }) =>
      (offsetBytes === undefined || hasNull) && startsWith(bytes, expected, offsetBytes),
  );
  if (known) return known.name;
  // "MZ" alone may begin a text; a program has null bytes soon after.
  if (startsWith(bytes, ascii("MZ")) && bytes.subarray(0, 64).includes(0)) return "a program";
  return null;
}

/** True for the byte order marks of UTF-32, which no reader here reads. */
export function isUtf32(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]);
}

/** True for Japanese mail in ISO-2022-JP, whose bytes would pass for ASCII. */
export function isIso2022(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return true;
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
