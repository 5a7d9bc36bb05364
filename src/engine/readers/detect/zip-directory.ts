/**
 * A cheap look into a ZIP file: the names of its parts, and the beginning of a small one. For telling formats apart
 * only: believes nothing, throws nothing, unpacks a few kilobytes at most. Reading parts is for zip/open-zip.ts.
 */
import { constants, inflateRawSync } from "node:zlib";

/** Documents have dozens of parts, and their names tell early; more are not looked at. */
const MAX_ENTRIES = 5000;
const MAX_NAME_BYTES = 1024;
/** The end of the directory stands in the last 22 bytes, and a comment of up to 65,535 may follow it. */
const MAX_TAIL_BYTES = 65_557;
/** Deflate makes at most 1,032 bytes of one: unpacking stays under 17 MB. */
const MAX_PACKED_BYTES = 1 << 14;

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const LOCAL_HEADER_BYTES = 30;
const DIRECTORY_ENTRY_BYTES = 46;
const DIRECTORY_END_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly localOffset: number;
}

export interface ZipGlance {
  readonly names: ReadonlySet<string>;
  /** The beginning of a part as text, one character for a byte; empty where it is not there or cannot be unpacked. */
  beginningOf(name: string): string;
}

/** True for what begins as a ZIP file does, an empty or a split one too. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, third = 0, fourth = 0] = bytes;
  const kind = third * 256 + fourth;
  return p === 0x50 && k === 0x4b && (kind === 0x0304 || kind === 0x0506 || kind === 0x0708);
}

/** Parts as the directory at the end lists them; where it is missing or broken, as they follow one another. */
export function glanceAtZip(bytes: Uint8Array): ZipGlance {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = directoryEntries(buffer);
  const entries = listed.length > 0 ? listed : localEntries(buffer);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: new Set(byName.keys()),
    beginningOf(name) {
      const entry = byName.get(name);
      return entry ? unpackBeginning(buffer, entry) : "";
    },
  };
}

function directoryEntries(buffer: Buffer): ZipEntry[] {
  const tail = buffer.subarray(-MAX_TAIL_BYTES);
  const end = tail.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + DIRECTORY_END_BYTES > tail.length || tail.readUInt32LE(end) !== DIRECTORY_END) return [];
  const entries: ZipEntry[] = [];
  let at = tail.readUInt32LE(end + 16);
  while (entries.length < MAX_ENTRIES && at + DIRECTORY_ENTRY_BYTES <= buffer.length) {
    if (buffer.readUInt32LE(at) !== DIRECTORY_ENTRY) break;
    const nameBytes = buffer.readUInt16LE(at + 28);
    const nameStart = at + DIRECTORY_ENTRY_BYTES;
    entries.push({
      name: nameAt(buffer, nameStart, nameBytes),
      method: buffer.readUInt16LE(at + 10),
      packedBytes: buffer.readUInt32LE(at + 20),
      localOffset: buffer.readUInt32LE(at + 42),
    });
    at = nameStart + nameBytes + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

/** Every step goes forward by a search for the next header, so sizes that lie cannot lead astray. */
function localEntries(buffer: Buffer): ZipEntry[] {
  const mark = Buffer.from("PK\x03\x04", "latin1");
  const entries: ZipEntry[] = [];
  let at = buffer.indexOf(mark);
  while (at >= 0 && at + LOCAL_HEADER_BYTES <= buffer.length && entries.length < MAX_ENTRIES) {
    const nameBytes = buffer.readUInt16LE(at + 26);
    const next = buffer.indexOf(mark, at + LOCAL_HEADER_BYTES);
    const declared = buffer.readUInt32LE(at + 18);
    entries.push({
      name: nameAt(buffer, at + LOCAL_HEADER_BYTES, nameBytes),
      method: buffer.readUInt16LE(at + 8),
      packedBytes: declared === 0 ? (next < 0 ? buffer.length : next) - at : declared,
      localOffset: at,
    });
    at = next;
  }
  return entries;
}

/** With forward slashes: some programs for Windows write the other ones. */
function nameAt(buffer: Buffer, start: number, nameBytes: number): string {
  return buffer.toString("utf8", start, start + Math.min(nameBytes, MAX_NAME_BYTES)).replaceAll("\\", "/");
}

function unpackBeginning(buffer: Buffer, { localOffset, method, packedBytes }: ZipEntry): string {
  if (localOffset + LOCAL_HEADER_BYTES > buffer.length || buffer.readUInt32LE(localOffset) !== LOCAL_HEADER) return "";
  const nameBytes = buffer.readUInt16LE(localOffset + 26);
  const start = localOffset + LOCAL_HEADER_BYTES + nameBytes + buffer.readUInt16LE(localOffset + 28);
  const packed = buffer.subarray(start, start + Math.min(packedBytes, MAX_PACKED_BYTES));
  if (method === STORED) return packed.toString("latin1");
  if (method !== DEFLATED) return "";
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
  } catch {
    return "";
  }
}
