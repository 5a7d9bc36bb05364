/**
 * Takes the harm out of the streams of a PDF before anything decodes them, in a copy that is used for its text alone:
 * pictures are made undecodable, and streams that unpack to more than any text or font are emptied.
 */
import { brotliDecompressSync, constants, inflateSync } from "node:zlib";
import { isOverLimit, MAX_UNPACKED_BYTES } from "./bounded-decompression.ts";

/** What Deflate can make of a byte, at most: https://www.zlib.net/zlib_tech.html */
const MAX_DEFLATE_RATIO = 1032;
/** LZW packs nearly as well, and is not unpacked here to be measured: nobody has written it for twenty years. */
const MAX_LZW_BYTES = 256 * 1024;
/** The dictionary before a stream: longer ones belong to no stream. */
const MAX_DICTIONARY_BYTES = 4096;
const MAX_LAYERS = 4;
/** Ten times the largest packet of a program that keeps its whole history in it. */
const MAX_XMP_BYTES = 2 * 1024 * 1024;
const SPACE = 0x20;

const STREAM = Buffer.from("stream");
const END = Buffer.from("endstream");
/** Filters that make pictures: undecoded, they cannot ask for gigabytes. Each is replaced by a name as long. */
const PICTURE_FILTERS = ["/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"].map((name) => ({
  name: Buffer.from(name),
  unknown: Buffer.from(`/X${name.slice(2)}`),
}));
const COMPRESSORS = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)(?![A-Za-z0-9])/gu;

/** Changes `bytes` in place. Answers how many streams were left out that may have held text. */
export function defuseStreams(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { name, unknown } of PICTURE_FILTERS) {
    for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name, at + 1)) unknown.copy(file, at);
  }
  let leftOut = 0;
  let at = file.indexOf(STREAM);
  while (at >= 0) {
    const from = dataStart(file, at + STREAM.length);
    if (from === null) {
      at = file.indexOf(STREAM, at + STREAM.length);
      continue;
    }
    const end = file.indexOf(END, from);
    const to = end < 0 ? file.length : end;
    if (isHarmful(file, dictionaryBefore(file, at), from, to) === "harmful") leftOut += 1;
    at = end < 0 ? -1 : file.indexOf(STREAM, end + END.length);
  }
  return leftOut;
}

/** The data begins behind the line break that follows the word; without one, the word is only a word. */
function dataStart(file: Buffer, at: number): number | null {
  if (file[at] === 0x0a) return at + 1;
  if (file[at] === 0x0d) return file[at + 1] === 0x0a ? at + 2 : at + 1;
  return null;
}

/** The dictionary before a stream, names plainly written: "/JPX#44ecode" is "/JPXDecode". */
function dictionaryBefore(file: Buffer, at: number): string {
  const from = Math.max(0, at - MAX_DICTIONARY_BYTES);
  const text = file.toString("latin1", from, at);
  const start = Math.max(0, text.lastIndexOf(" obj"));
  const dictionary = text.slice(start);
  if (!dictionary.includes("#")) return dictionary;
  const plain = dictionary.replace(/#([0-9A-Fa-f]{2})/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  // Nobody writes the names of filters so but to hide them: made unknown, they decode nothing.
  if (PICTURE_FILTERS.some(({ name }) => plain.includes(name.toString("latin1")))) {
    for (let index = from + start; index < at; index += 1) if (file[index] === HASH) file[index] = UNDERSCORE;
  }
  return plain;
}

const HASH = 0x23;
const UNDERSCORE = 0x5f;

function isHarmful(file: Buffer, dictionary: string, from: number, to: number): "harmful" | "picture" | "harmless" {
  if (/\/Subtype\s*\/Image(?![A-Za-z])/u.test(dictionary)) {
    empty(file, from, to);
    return "picture";
  }
  if (/\/Subtype\s*\/XML(?![A-Za-z])/u.test(dictionary)) {
    // No text is lost with a packet of metadata: pdf.js would build a tree of the whole of it.
    if (to - from > MAX_XMP_BYTES || unpacksTooFar(file.subarray(from, to), MAX_XMP_BYTES)) file.fill(SPACE, from, to);
    return "harmless";
  }
  const layers = dictionary.match(COMPRESSORS) ?? [];
  const isHidden = /\/(?:Filter|F)\s+\d+\s+\d+\s+R/u.test(dictionary);
  const length = to - from;
  const couldGrow =
    length * MAX_DEFLATE_RATIO > MAX_UNPACKED_BYTES || layers.length > 1 || isHidden || /Brotli/u.test(dictionary);
  if (!couldGrow) return "harmless";
  const hasLzw = layers.some((name) => /LZW|RL|RunLength/u.test(name));
  const grows = hasLzw
    ? layers.length > 1 || length > MAX_LZW_BYTES
    : unpacksTooFar(file.subarray(from, to), MAX_UNPACKED_BYTES);
  if (!grows) return "harmless";
  empty(file, from, to);
  return "harmful";
}

/** Makes the stream undecodable: no filter accepts a head of zeros. */
function empty(file: Buffer, from: number, to: number): void {
  file.fill(0, from, Math.min(to, from + 8));
}

/** Unpacks layer by layer, so far as it is packed, and stops at the limit. */
function unpacksTooFar(data: Buffer, maxOutputLength: number): boolean {
  let packed = data;
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const isDeflate = ((packed[0] ?? 0) & 0x0f) === 8 && (((packed[0] ?? 0) << 8) | (packed[1] ?? 0)) % 31 === 0;
    try {
      packed = isDeflate
        ? inflateSync(packed, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH })
        : brotliDecompressSync(packed, { maxOutputLength });
    } catch (error) {
      // Anything else is no packed data, or broken: pdf.js makes of it what it can, and that is little.
      return isOverLimit(error);
    }
  }
  return true;
}
