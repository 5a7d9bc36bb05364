/**
 * Unpacks the parts of a ZIP file (DOCX, ODT, EPUB) from memory, one by one and within limits. Must not unpack what is
 * not asked for, nor trust any size that the file states.
 */
import { crc32, inflateRawSync } from "node:zlib";
import type { Entry } from "yauzl";
import { decodePart } from "./decode-part.ts";
import { readZipDirectory } from "./zip-directory.ts";
import { zipDamaged, zipEncrypted, zipTooComplex } from "./zip-errors.ts";

const MEBIBYTE = 1024 * 1024;
/** The text of 10,000 pages with all its markup stays below. */
const MAX_PART_BYTES = 96 * MEBIBYTE;
/** All parts together, so that many parts cannot add up to what one may not have. */
const MAX_TOTAL_BYTES = 192 * MEBIBYTE;

const STORED = 0;
const DEFLATED = 8;

/** The parts of a ZIP file, unpacked one by one when they are asked for, within limits. */
export interface ZipArchive {
  /** Names of all parts, in the order of the directory, without folders. */
  readonly names: readonly string[];
  /** The bytes of a part, or null where there is none of that name. Throws AttacheError beyond the limits. */
  read(name: string): Promise<Uint8Array | null>;
  /** The text of a part in UTF-8 (or as its mark or its XML declaration says), or null where there is none. */
  readText(name: string): Promise<string | null>;
}

/** Throws AttacheError naming the file: damaged, too many parts, too large when unpacked, encrypted. */
export async function openZip(bytes: Uint8Array, fileName: string): Promise<ZipArchive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { zipFile, entries, ambiguous } = await readZipDirectory(buffer, fileName);
  const counted = new Set<string>();
  let totalBytes = 0;

  const packedBytes = async (entry: Entry): Promise<Buffer> => {
    try {
      const { fileDataStart } = await zipFile.readLocalFileHeaderPromise(entry, { minimal: true });
      return buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    } catch (error) {
      throw zipDamaged(fileName, error);
    }
  };

  const read = async (name: string): Promise<Buffer | null> => {
    const entry = entries.get(name);
    if (entry === undefined) return null;
    if (ambiguous.has(name)) throw zipDamaged(fileName);
    if (entry.isEncrypted()) throw zipEncrypted(fileName);
    const unpacked = unpack(entry, await packedBytes(entry), fileName);
    if (!counted.has(name)) totalBytes += unpacked.length;
    counted.add(name);
    if (totalBytes > MAX_TOTAL_BYTES) throw tooLargeInside(fileName, MAX_TOTAL_BYTES);
    return unpacked;
  };

  return {
    names: [...entries.keys()],
    read,
    async readText(name) {
      const part = await read(name);
      return part === null ? null : decodePart(part);
    },
  };
}

function tooLargeInside(fileName: string, limitBytes: number): Error {
  return zipTooComplex(fileName, `unpacks to more than ${limitBytes / MEBIBYTE} MB`);
}

function unpack(entry: Entry, packed: Buffer, fileName: string): Buffer {
  const unpacked = inflate(entry, packed, fileName);
  const isWhole = unpacked.length === entry.uncompressedSize && crc32(unpacked) === entry.crc32;
  if (!isWhole) throw zipDamaged(fileName);
  return unpacked;
}

function inflate({ compressionMethod, uncompressedSize }: Entry, packed: Buffer, fileName: string): Buffer {
  if (uncompressedSize > MAX_PART_BYTES) throw tooLargeInside(fileName, MAX_PART_BYTES);
  if (compressionMethod === STORED) return packed;
  if (compressionMethod !== DEFLATED) throw zipDamaged(fileName);
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_PART_BYTES });
  } catch (error) {
    // A part that says it is small and is not: it would have gone on.
    const isBomb = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw isBomb ? tooLargeInside(fileName, MAX_PART_BYTES) : zipDamaged(fileName, error);
  }
}
