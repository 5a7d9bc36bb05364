/**
 * A cheap look into a compound file (the container of Outlook messages and of Office documents before 2007): the names
 * of what lies in its root. Believes nothing, throws nothing. After [MS-CFB] of the Open Specifications.
 */
import type { SourceFormat } from "../../../core/source/format.ts";
import { startsWith } from "./signatures.ts";
import type { UnsupportedFormat } from "./unsupported.ts";

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY_BYTES = 128;
const MAX_NAME_BYTES = 64;
const HEADER_BYTES = 512;
const HEADER_TABLE_SECTORS = 109;
/** More than the directory or the table of any document takes; the rest is not looked at. */
const MAX_SECTORS = 5000;

interface Entry {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, SIGNATURE);
}

const NONE = 0xffffffff;

function uint32At(buffer: Buffer, offset: number): number {
  return offset >= 0 && offset + 4 <= buffer.length ? buffer.readUInt32LE(offset) : NONE;
}

function offsetOf(sector: number, sectorBytes: number): number {
  return (sector + 1) * sectorBytes;
}

/** A chain of sectors from its first on; it ends where it leaves the file or comes back on itself. */
function chain(buffer: Buffer, first: number, sectorBytes: number, nextOf: (sector: number) => number): number[] {
  const sectors = new Set<number>();
  let sector = first;
  while (offsetOf(sector, sectorBytes) < buffer.length && !sectors.has(sector) && sectors.size < MAX_SECTORS) {
    sectors.add(sector);
    sector = nextOf(sector);
  }
  return [...sectors];
}

/** The sectors that hold the table of which sector follows which. The header lists the first of them. */
function tableSectors(buffer: Buffer, sectorBytes: number): number[] {
  const perSector = sectorBytes / 4 - 1;
  const listedAt = (offset: number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => uint32At(buffer, offset + index * 4));
  const further = chain(buffer, uint32At(buffer, 68), sectorBytes, (sector) =>
    uint32At(buffer, offsetOf(sector, sectorBytes) + perSector * 4),
  );
  const rest = further.flatMap((sector) => listedAt(offsetOf(sector, sectorBytes), perSector));
  return [...listedAt(76, HEADER_TABLE_SECTORS), ...rest];
}

/** The bytes of the directory, as far as its chain of sectors can be followed. */
function directoryOf(buffer: Buffer): Buffer {
  const sectorBytes = buffer.readUInt16LE(30) === 12 ? 4096 : 512;
  const perSector = sectorBytes / 4;
  const table = tableSectors(buffer, sectorBytes);
  const sectors = chain(buffer, uint32At(buffer, 48), sectorBytes, (sector) => {
    const tableSector = table[Math.floor(sector / perSector)] ?? NONE;
    return uint32At(buffer, offsetOf(tableSector, sectorBytes) + (sector % perSector) * 4);
  });
  return Buffer.concat(
    sectors.map((sector) => buffer.subarray(offsetOf(sector, sectorBytes), offsetOf(sector + 1, sectorBytes))),
  );
}

function entryAt(directory: Buffer, index: number): Entry | null {
  const at = index * ENTRY_BYTES;
  if (at < 0 || at + ENTRY_BYTES > directory.length) return null;
  const nameBytes = Math.min(directory.readUInt16LE(at + 64), MAX_NAME_BYTES);
  return {
    name: directory.toString("utf16le", at, at + Math.max(0, nameBytes - 2)),
    left: directory.readUInt32LE(at + 68),
    right: directory.readUInt32LE(at + 72),
    child: directory.readUInt32LE(at + 76),
  };
}

/** The names in the root of a compound file; none where its directory cannot be read. */
export function rootNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < HEADER_BYTES) return names;
  const directory = directoryOf(buffer);
  const seen = new Set<number>();
  const pending = [entryAt(directory, 0)?.child ?? -1];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    const entry = seen.has(index) ? null : entryAt(directory, index);
    seen.add(index);
    if (!entry) continue;
    names.add(entry.name);
    pending.push(entry.left, entry.right);
  }
  return names;
}

const NAMED: readonly (readonly [string, UnsupportedFormat])[] = [
  ["WordDocument", { name: "an old Word document (.doc)", family: "document" }],
  ["Workbook", { name: "an old Excel workbook (.xls)", family: "workbook" }],
  ["Book", { name: "an old Excel workbook (.xls)", family: "workbook" }],
  ["PowerPoint Document", { name: "an old PowerPoint presentation (.ppt)", family: "presentation" }],
  ["VisioDocument", { name: "a Visio drawing", family: "drawing" }],
  ["Quill", { name: "a Publisher document", family: "document" }],
  ["HwpSummaryInformation", { name: "a Hangul (HWP) document", family: "document" }],
  ["\u0005HwpSummaryInformation", { name: "a Hangul (HWP) document", family: "document" }],
  ["MatOST", { name: "a Works document", family: "document" }],
  ["Catalog", { name: "a file of thumbnails", family: "system" }],
];
const OTHER: UnsupportedFormat = { name: "an old Word, Excel or PowerPoint document", family: "document" };

/** The format of a compound file, what it is by name, or `protected` for an Office document with a password. */
export function compoundFileFormat(
  bytes: Uint8Array,
  fileName: string,
): SourceFormat | UnsupportedFormat | "protected" {
  const names = rootNames(bytes);
  if (names.has("EncryptedPackage")) return "protected";
  const isMessage = [...names].some(
    (name) => name.startsWith("__properties_version1") || name.startsWith("__substg1.0_"),
  );
  // Of a message cut short, the directory may be what is missing: its reader says so better.
  if (isMessage || (names.size === 0 && /\.msg$/iu.test(fileName))) return "msg";
  return NAMED.find(([name]) => names.has(name))?.[1] ?? OTHER;
}
