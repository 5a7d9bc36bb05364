/**
 * One record of SQLite's file format, made values of (https://www.sqlite.org/fileformat2.html#record_format). Nothing in
 * a damaged file is believed: what does not fit together is no record.
 */

export type Value = string | number | Uint8Array | null;

/** Stands for a value that the damage took. */
export const LOST = Symbol("lost");
export type FoundValue = Value | typeof LOST;

export interface Varint {
  readonly value: number;
  readonly length: number;
}

const MOST_COLUMNS = 100;
// A byte order mark that opens a text belongs to it.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads a number of one to nine bytes; null where it goes beyond the bytes or beyond what JavaScript counts exactly. */
export function readVarint(bytes: Uint8Array, at: number): Varint | null {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value = index === 8 ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER) return null;
    if (byte < 0x80 || index === 8) return { value, length: index + 1 };
  }
  return null;
}

/**
 * The values of a record, or null where it is none. `payload` may be shorter than `declaredBytes`, where the end of the
 * record could not be reached: what lay there is LOST.
 */
export function decodeRecord(payload: Buffer, declaredBytes: number): FoundValue[] | null {
  const head = readVarint(payload, 0);
  if (!head || head.value > payload.length || head.value < head.length) return null;
  const types: number[] = [];
  for (let at = head.length; at < head.value; ) {
    const type = readVarint(payload, at);
    if (!type || types.length === MOST_COLUMNS) return null;
    types.push(type.value);
    at += type.length;
  }
  const sizes = types.map(sizeOf);
  if (sizes.includes(Number.NaN)) return null;
  if (head.value + sizes.reduce((sum, size) => sum + size, 0) !== declaredBytes) return null;
  let at = head.value;
  return types.map((type, index) => {
    const from = at;
    at += sizes[index] ?? 0;
    return at > payload.length ? LOST : readValue(type, payload.subarray(from, at));
  });
}

/** How many bytes a value of a serial type takes. */
function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? Number.NaN;
}

function readValue(type: number, bytes: Buffer): FoundValue {
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 8 || type === 9) return type - 8;
  if (type < 7) return integerOf(bytes);
  if (type % 2 === 0) return bytes;
  try {
    return utf8.decode(bytes);
  } catch {
    return LOST;
  }
}

function integerOf(bytes: Buffer): FoundValue {
  if (bytes.length <= 6) return bytes.readIntBE(0, bytes.length);
  const value = bytes.readBigInt64BE(0);
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : LOST;
}
