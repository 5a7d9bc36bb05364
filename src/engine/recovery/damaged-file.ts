/**
 * The pages of a damaged file, read and never written. Where a crash left a journal beside it, a page is given as it was
 * before the edit that was not finished (https://www.sqlite.org/fileformat2.html#the_rollback_journal).
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { isPacked } from "./tree-page.ts";

const PAGE_SIZES = [4096, 1024, 2048, 8192, 16384, 32768, 65536, 512];
/** Of so many pages it is asked whether they are of a size. */
const PAGES_ASKED = 2_000;
const JOURNAL_MAGIC = "d9d505f920a163d7";
const JOURNAL_HEADER_BYTES = 28;
/** Of a journal that somebody made up, no more than this is held. */
const MOST_JOURNAL_PAGES = 65_536;

export interface DamagedFile {
  readonly pageBytes: number;
  /** The last one may be cut off. */
  readonly pageCount: number;
  /** A page by its number, from 1; what is missing of it is zeros. Null where there is none. */
  page(number: number): Buffer | null;
  close(): void;
}

/** Throws what the system says where the file cannot be read. */
export function openDamagedFile(path: string): DamagedFile {
  const file = openSync(path, "r");
  try {
    const sizeBytes = fstatSync(file).size;
    const read = (from: number, length: number): Buffer => {
      const buffer = Buffer.alloc(length);
      readSync(file, buffer, 0, length, from);
      return buffer;
    };
    const pageBytes = pageSizeOf(read, sizeBytes);
    const before = existsSync(`${path}-journal`) ? journalOf(`${path}-journal`, pageBytes) : new Map();
    const pageCount = Math.ceil(sizeBytes / pageBytes);
    return {
      pageBytes,
      pageCount,
      page(number) {
        if (!Number.isInteger(number) || number < 1 || number > pageCount) return null;
        return before.get(number) ?? read((number - 1) * pageBytes, pageBytes);
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

type Read = (from: number, length: number) => Buffer;

/** The size that the header gives, if pages of that size are there; otherwise the one of which most are. */
function pageSizeOf(read: Read, sizeBytes: number): number {
  const stated = read(16, 2).readUInt16BE(0);
  const said = stated === 1 ? 65_536 : stated;
  const packed = (pageBytes: number): number => {
    const count = Math.min(PAGES_ASKED, Math.floor(sizeBytes / pageBytes));
    const numbers = Array.from({ length: count }, (_, index) => index);
    return numbers.filter((index) => isPacked(read(index * pageBytes, pageBytes), index === 0)).length;
  };
  if (PAGE_SIZES.includes(said) && packed(said) > 0) return said;
  const best = PAGE_SIZES.map((pageBytes) => ({ pageBytes, weight: packed(pageBytes) * pageBytes }));
  return best.reduce((most, each) => (each.weight > most.weight ? each : most)).pageBytes;
}

/** What is beside the file may be no journal at all. */
function journalOf(path: string, pageBytes: number): Map<number, Buffer> {
  try {
    return pagesBefore(path, pageBytes);
  } catch {
    return new Map();
  }
}

/** The pages that a journal would put back. A page that is not as its sum says ends it, as it does for SQLite. */
function pagesBefore(path: string, pageBytes: number): Map<number, Buffer> {
  const pages = new Map<number, Buffer>();
  const file = openSync(path, "r");
  try {
    const sizeBytes = fstatSync(file).size;
    for (let at = 0; at + JOURNAL_HEADER_BYTES <= sizeBytes; ) {
      const header = Buffer.alloc(JOURNAL_HEADER_BYTES);
      readSync(file, header, 0, header.length, at);
      const [count, nonce, sectorBytes] = [header.readUInt32BE(8), header.readUInt32BE(12), header.readUInt32BE(20)];
      const isSound = header.toString("hex", 0, 8) === JOURNAL_MAGIC && header.readUInt32BE(24) === pageBytes;
      if (!isSound || sectorBytes < 32 || sectorBytes > 65_536) break;
      const recordBytes = pageBytes + 8;
      const fitting = Math.floor((sizeBytes - at - sectorBytes) / recordBytes);
      const records = Math.max(0, count === 0xffffffff ? fitting : Math.min(count, fitting));
      for (let index = 0; index < records; index += 1) {
        const record = Buffer.alloc(recordBytes);
        readSync(file, record, 0, recordBytes, at + sectorBytes + index * recordBytes);
        const page = record.subarray(4, 4 + pageBytes);
        if (record.readUInt32BE(4 + pageBytes) !== sumOf(page, nonce) || pages.size === MOST_JOURNAL_PAGES)
          return pages;
        if (!pages.has(record.readUInt32BE(0))) pages.set(record.readUInt32BE(0), page);
      }
      if (records === 0) break;
      at = Math.ceil((at + sectorBytes + records * recordBytes) / sectorBytes) * sectorBytes;
    }
    return pages;
  } finally {
    closeSync(file);
  }
}

/** The sum that SQLite keeps of a page in a journal: of every two-hundredth byte, from the end. */
function sumOf(page: Buffer, nonce: number): number {
  let sum = nonce;
  for (let at = page.length - 200; at > 0; at -= 200) sum = (sum + (page[at] ?? 0)) >>> 0;
  return sum;
}
