/**
 * The container of Outlook's mails: a compound file (MS-CFB), a small file system in a file. Every chain of sectors is
 * followed within the bounds of the file, so that no loop in it and no number it claims can hold the reader up.
 */
import { AttacheError } from "../../../ipc/errors.ts";

const SIGNATURE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MINI_SECTOR_BYTES = 64;
const MINI_STREAM_CUTOFF = 4096;
const HEADER_FAT_SECTORS = 109;
/** The highest number that a sector can have; what is above has other meanings. */
const MAX_SECTOR = 0xfffffffa;
const NONE = 0xffffffff;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
/** A mail to 10,000 with 100 attachments has fewer. */
const MAX_ENTRIES = 500_000;
/** Mails within mails within mails. */
const MAX_STORAGE_DEPTH = 100;
/** Streams share no sectors, so that reading all of them reads each byte once; some are read twice or thrice. */
const MAX_READ_SHARE = 4;
const MIN_READ_BYTES = 16 * 1024 * 1024;

/** A folder of the container. */
export interface Storage {
  readonly name: string;
  /** By name in lower case. */
  readonly streams: ReadonlyMap<string, Stream>;
  readonly storages: readonly Storage[];
}

export interface Stream {
  readonly name: string;
  readonly sizeBytes: number;
  /** The bytes. Throws AttacheError `file-damaged` where the file does not have them all. */
  read(): Buffer;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

export class CompoundFile {
  private readonly bytes: Buffer;
  private readonly fileName: string;
  private readonly sectorBytes: number;
  private readonly fat: Uint32Array;
  private readonly miniFat: Uint32Array;
  private readonly miniSectors: Uint32Array;
  private readonly entries: Entry[];
  private readBytes = 0;

  /** Throws AttacheError `file-damaged` or `file-too-complex`. */
  constructor(bytes: Buffer, fileName: string) {
    this.bytes = bytes;
    this.fileName = fileName;
    if (bytes.length < HEADER_BYTES * 2 || !bytes.subarray(0, 8).equals(SIGNATURE)) throw this.damaged();
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw this.damaged();
    this.sectorBytes = 1 << shift;
    this.fat = this.readFat();
    this.entries = this.readEntries(bytes.readUInt32LE(48));
    this.miniFat = this.numbers(this.chain(bytes.readUInt32LE(60), this.fat));
    const root = this.entries[0];
    if (root?.type !== ROOT) throw this.damaged();
    this.miniSectors = this.chain(root.start, this.fat);
  }

  private damaged(): AttacheError {
    return new AttacheError(
      "file-damaged",
      `${this.fileName} is damaged or breaks off, and was not imported. Save the mail again from Outlook.`,
    );
  }

  private get sectorCount(): number {
    return Math.ceil(this.bytes.length / this.sectorBytes);
  }

  /** The bytes of a sector; of the last one of a file, as many as there are. */
  private sector(number: number): Buffer {
    const start = (number + 1) * this.sectorBytes;
    if (start >= this.bytes.length) throw this.damaged();
    return this.bytes.subarray(start, start + this.sectorBytes);
  }

  private readFat(): Uint32Array {
    const sectors: number[] = [];
    for (let index = 0; index < HEADER_FAT_SECTORS; index += 1) {
      const sector = this.bytes.readUInt32LE(76 + index * 4);
      if (sector < MAX_SECTOR) sectors.push(sector);
    }
    let next = this.bytes.readUInt32LE(68);
    for (let count = 0; next < MAX_SECTOR; count += 1) {
      const list = this.sector(next);
      if (count > this.sectorCount || list.length < this.sectorBytes) throw this.damaged();
      for (let at = 0; at < this.sectorBytes - 4; at += 4) {
        const sector = list.readUInt32LE(at);
        if (sector < MAX_SECTOR) sectors.push(sector);
      }
      next = list.readUInt32LE(this.sectorBytes - 4);
      if (sectors.length > this.sectorCount) throw this.damaged();
    }
    return this.numbers(sectors);
  }

  private numbers(sectors: Iterable<number>): Uint32Array {
    const buffers = Array.from(sectors, (sector) => this.sector(sector));
    const joined = Buffer.concat(buffers);
    return Uint32Array.from({ length: Math.floor(joined.length / 4) }, (_, index) => joined.readUInt32LE(index * 4));
  }

  /** The sectors that follow each other from `start` on. */
  private chain(start: number, table: Uint32Array, most = table.length): Uint32Array {
    const found: number[] = [];
    for (let sector = start; sector < MAX_SECTOR && found.length < most; sector = table[sector] ?? NONE) {
      if (sector >= table.length) throw this.damaged();
      found.push(sector);
    }
    // A chain that visits more sectors than there are runs in a circle.
    if (found.length === table.length && found.length > 0 && most === table.length) {
      if (new Set(found).size !== found.length) throw this.damaged();
    }
    return Uint32Array.from(found);
  }

  private readEntries(start: number): Entry[] {
    const entries: Entry[] = [];
    for (const number of this.chain(start, this.fat)) {
      const sector = this.sector(number);
      for (let at = 0; at + ENTRY_BYTES <= sector.length; at += ENTRY_BYTES) entries.push(this.entry(sector, at));
      if (entries.length > MAX_ENTRIES) {
        throw new AttacheError(
          "file-too-complex",
          `${this.fileName} has more than ${MAX_ENTRIES.toLocaleString("en-GB")} parts, which no mail has, and was not imported. Save what you need of it as a file of its own, from Outlook.`,
        );
      }
    }
    return entries;
  }

  private entry(sector: Buffer, at: number): Entry {
    const nameBytes = Math.min(64, sector.readUInt16LE(at + 64));
    return {
      name: sector.toString("utf16le", at, at + Math.max(0, nameBytes - 2)),
      type: sector.readUInt8(at + 66),
      left: sector.readUInt32LE(at + 68),
      right: sector.readUInt32LE(at + 72),
      child: sector.readUInt32LE(at + 76),
      start: sector.readUInt32LE(at + 116),
      size: sector.readUInt32LE(at + 120),
    };
  }

  /** The folder that holds all others. */
  root(): Storage {
    const visited = new Set<number>([0]);
    return this.storage(0, visited, 0);
  }

  private storage(index: number, visited: Set<number>, depth: number): Storage {
    if (depth > MAX_STORAGE_DEPTH) throw this.damaged();
    const streams = new Map<string, Stream>();
    const storages: Storage[] = [];
    for (const child of this.childrenOf(index, visited)) {
      const entry = this.entries[child];
      if (entry?.type === STREAM) streams.set(entry.name.toLowerCase(), this.stream(entry));
      else if (entry?.type === STORAGE) storages.push(this.storage(child, visited, depth + 1));
    }
    storages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return { name: this.entries[index]?.name ?? "", streams, storages };
  }

  /** The entries of a folder hang together as a tree; each entry belongs to one place in one of them. */
  private childrenOf(index: number, visited: Set<number>): number[] {
    const children: number[] = [];
    const pending = [this.entries[index]?.child ?? NONE];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const entry = this.entries[next];
      // What leads nowhere or back is left out: real files have such entries, and a loop has to end.
      if (entry === undefined || visited.has(next)) continue;
      visited.add(next);
      children.push(next);
      pending.push(entry.left, entry.right);
    }
    return children;
  }

  private stream({ name, start, size }: Entry): Stream {
    return { name, sizeBytes: size, read: () => this.read(start, size) };
  }

  private read(start: number, size: number): Buffer {
    this.readBytes += size;
    if (size > this.bytes.length || this.readBytes > Math.max(MIN_READ_BYTES, this.bytes.length * MAX_READ_SHARE))
      throw this.damaged();
    if (size === 0) return Buffer.alloc(0);
    const isMini = size < MINI_STREAM_CUTOFF;
    const unit = isMini ? MINI_SECTOR_BYTES : this.sectorBytes;
    const count = Math.ceil(size / unit);
    const chain = this.chain(start, isMini ? this.miniFat : this.fat, count);
    const parts = Array.from(chain, (number) => (isMini ? this.miniSector(number) : this.sector(number)));
    const joined = Buffer.concat(parts);
    if (joined.length < size) throw this.damaged();
    return joined.subarray(0, size);
  }

  private miniSector(number: number): Buffer {
    const offset = number * MINI_SECTOR_BYTES;
    const sector = this.miniSectors[Math.floor(offset / this.sectorBytes)];
    if (sector === undefined) throw this.damaged();
    const within = offset % this.sectorBytes;
    return this.sector(sector).subarray(within, within + MINI_SECTOR_BYTES);
  }
}
