/**
 * Writes zip files (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), for packages of a few parts that fit in
 * memory. Node's own zlib deflates in a quarter of the time that JavaScript takes. Reads none: that is the readers' matter.
 */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const LOCAL_HEADER = { signature: 0x04034b50, size: 30 } as const;
const CENTRAL_HEADER = { signature: 0x02014b50, size: 46 } as const;
const END = { signature: 0x06054b50, size: 22 } as const;
const VERSION = 20; // 2.0: deflate
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the first day that a zip file can name: the same files give the same bytes at any time. */
const NO_DAY = 0x0021;
const LEVEL = 3; // a third of the time of zlib's own default, for a file larger by a tenth

/** The bytes of a zip file of these, in their order. */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const name = Buffer.from(path, "utf8");
    const deflated = deflateRawSync(bytes, { level: LEVEL });
    const about = aboutFile(bytes, deflated, name);
    const local = localHeader(about);
    pieces.push(local, name, deflated);
    directory.push(centralHeader(about, offset), name);
    offset += local.length + name.length + deflated.length;
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([...pieces, ...directory, end(files.length, directorySize, offset)]);
}

/** What both headers of a file say: from "version needed" to "length of the extra field". */
function aboutFile(bytes: Uint8Array, deflated: Uint8Array, name: Uint8Array): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(VERSION, 0);
  about.writeUInt16LE(UTF8_NAMES, 2);
  about.writeUInt16LE(DEFLATED, 4);
  about.writeUInt16LE(NO_DAY, 8);
  about.writeUInt32LE(crc32(bytes), 10);
  about.writeUInt32LE(deflated.length, 14);
  about.writeUInt32LE(bytes.length, 18);
  about.writeUInt16LE(name.length, 22);
  return about;
}

function localHeader(about: Buffer): Buffer {
  const local = Buffer.alloc(LOCAL_HEADER.size);
  local.writeUInt32LE(LOCAL_HEADER.signature, 0);
  about.copy(local, 4);
  return local;
}

function centralHeader(about: Buffer, offset: number): Buffer {
  const central = Buffer.alloc(CENTRAL_HEADER.size);
  central.writeUInt32LE(CENTRAL_HEADER.signature, 0);
  central.writeUInt16LE(VERSION, 4);
  about.copy(central, 6);
  central.writeUInt32LE(offset, 42);
  return central;
}

function end(count: number, directorySize: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(END.size);
  record.writeUInt32LE(END.signature, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(directorySize, 12);
  record.writeUInt32LE(directoryOffset, 16);
  return record;
}
