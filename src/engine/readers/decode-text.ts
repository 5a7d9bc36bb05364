/**
 * From the bytes of a file to its text. Says what it could not decode; refuses what is not text. Must not guess
 * silently: where the encoding is not certain, the result says so.
 */
import { ENCODING_NAMES } from "../../core/source/encoding-names.ts";
import type { Encoding } from "../../core/source/source.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { hasManyControls, isIso2022, isUtf32 } from "./detect-binary.ts";
import { countDamaged, type DetectedEncoding, decodeAs, detectEncoding, detectUtf16 } from "./detect-encoding.ts";

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  /** In words for the user. */
  readonly warnings: string[];
}

interface ByteOrderMark {
  readonly encoding: Encoding;
  readonly bytes: readonly number[];
}

const BYTE_ORDER_MARKS: readonly ByteOrderMark[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
  // The byte order mark as GB18030 writes it.
  { encoding: "gb18030", bytes: [0x84, 0x31, 0x95, 0x33] },
];

function byteOrderMarkOf(bytes: Uint8Array): ByteOrderMark | undefined {
  return BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
}

function refuseUnread(bytes: Uint8Array, fileName: string): void {
  if (isUtf32(bytes))
    throw notText(fileName, "It looks like text in UTF-32, which is not supported: save it as UTF-8.");
  if (isIso2022(bytes))
    throw notText(fileName, "It looks like text in ISO-2022-JP, which is not supported: save it as UTF-8.");
}

function notText(fileName: string, because: string): AttacheError {
  return new AttacheError(
    "file-not-text",
    `${fileName} is not a plain text file and was not imported. ${because} If it should be a document, open it in the program that made it and save it as a PDF or as text.`,
  );
}

function isUtf16(encoding: Encoding | undefined): boolean {
  return encoding === "utf-16le" || encoding === "utf-16be";
}

function detectUnmarked(bytes: Uint8Array, fileName: string): DetectedEncoding {
  if (bytes.includes(0)) {
    const encoding = detectUtf16(bytes);
    if (encoding) return { encoding, isSure: true };
    throw notText(fileName, "It holds null bytes, which no text has.");
  }
  return detectEncoding(bytes);
}

function refuseControls(bytes: Uint8Array, encoding: Encoding, fileName: string): void {
  if (isUtf16(encoding)) return;
  if (bytes.includes(0)) {
    throw notText(fileName, `It holds null bytes, which no text in ${ENCODING_NAMES[encoding]} has.`);
  }
  if (hasManyControls(bytes)) throw notText(fileName, "It holds many control characters, as programs and data do.");
}

function warnDamaged(damaged: number, encoding: Encoding): string[] {
  if (damaged === 0) return [];
  const characters = damaged === 1 ? "1 character" : `${damaged.toLocaleString("en-GB")} characters`;
  return [
    `${characters} could not be read as ${ENCODING_NAMES[encoding]} and ${damaged === 1 ? "is" : "are"} shown as \ufffd`,
  ];
}

function warnUnsure({ encoding, isSure }: DetectedEncoding): string[] {
  if (isSure) return [];
  return [
    `The encoding could not be told for certain. The file was read as ${ENCODING_NAMES[encoding]}: if letters look wrong, choose another encoding`,
  ];
}

/** A replacement character that is in the file itself, put there by whatever wrote it. */
function warnReplaced(replaced: number): string[] {
  if (replaced === 0) return [];
  const places = replaced === 1 ? "1 place" : `${replaced.toLocaleString("en-GB")} places`;
  return [`The file has the sign \ufffd in ${places}: a character was lost there before it was imported`];
}

const REPLACEMENT_BYTES: Partial<Record<Encoding, readonly number[]>> = {
  "utf-8": [0xef, 0xbf, 0xbd],
  "utf-16le": [0xfd, 0xff],
  "utf-16be": [0xff, 0xfd],
  gb18030: [0x84, 0x31, 0xa4, 0x37],
};

function countWritten(bytes: Uint8Array, encoding: Encoding): number {
  const written = REPLACEMENT_BYTES[encoding];
  if (!written) return 0;
  const step = isUtf16(encoding) ? 2 : 1;
  let count = 0;
  const first = written[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (at % step === 0 && written.every((byte, index) => bytes[at + index] === byte)) count += 1;
  }
  return count;
}

/**
 * Text of a file's bytes, in the chosen encoding or in the one detected. Throws AttacheError `file-not-text` where the
 * bytes are no text, and `file-empty` where there is nothing but white space.
 */
export function decodeText(bytes: Uint8Array, fileName: string, chosen: Encoding | null): DecodedText {
  const mark = byteOrderMarkOf(bytes);
  refuseUnread(bytes, fileName);
  const detected: DetectedEncoding =
    chosen !== null
      ? { encoding: chosen, isSure: true }
      : mark
        ? { encoding: mark.encoding, isSure: true }
        : detectUnmarked(bytes, fileName);
  const { encoding } = detected;
  const byteOrderMark = mark?.encoding === encoding;
  const content = byteOrderMark ? bytes.subarray(mark.bytes.length) : bytes;
  refuseControls(content, encoding, fileName);
  const text = decodeAs(content, encoding).replace(/^\ufeff/u, "");
  if (text.trim() === "") throw new AttacheError("file-empty", `${fileName} is empty: it has no text to import.`);
  const replacements = countDamaged(text);
  const replaced = replacements === 0 ? 0 : Math.min(replacements, countWritten(content, encoding));
  const damage = warnDamaged(replacements - replaced, encoding);
  return { text, encoding, byteOrderMark, warnings: [...damage, ...warnReplaced(replaced), ...warnUnsure(detected)] };
}
