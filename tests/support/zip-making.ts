/** Makes ZIP files part by part, good ones and bad ones: whatever a part says of itself can be a lie. */
import { crc32, deflateRawSync } from "node:zlib";

export interface MadePart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the directory says in place of the truth. */
  readonly lies?: {
    readonly sizeBytes?: number;
    readonly crc?: number;
    readonly flags?: number;
    readonly method?: number;
    /** The part whose packed bytes this one claims as its own. */
    readonly sharedWith?: number;
    /** Packed already: `content` is what comes out. */
    readonly packed?: Uint8Array;
  };
}

const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

interface WrittenPart {
  readonly header: Buffer;
  readonly packed: Uint8Array;
  readonly directory: (offset: number) => Buffer;
}

function writePart({ name, content, lies = {} }: MadePart): WrittenPart {
  const bytes = Buffer.from(content);
  const packed = lies.packed ?? deflateRawSync(bytes);
  const nameBytes = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(lies.flags ?? UTF8_NAMES, 2);
  common.writeUInt16LE(lies.method ?? DEFLATED, 4);
  common.writeUInt32LE(lies.crc ?? crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(lies.sizeBytes ?? bytes.length, 18);
  common.writeUInt16LE(nameBytes.length, 22);
  return {
    header: Buffer.concat([Buffer.from("PK\x03\x04"), common, nameBytes]),
    packed,
    directory(offset) {
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(offset, 10);
      return Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, rest, nameBytes]);
    },
  };
}

/** The bytes of a ZIP file with these parts, in this order. */
export function makeZip(parts: readonly MadePart[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const { header, packed, directory: entry } = writePart(part);
    offsets.push(offset);
    directory.push(entry(offsets[part.lies?.sharedWith ?? offsets.length - 1] ?? offset));
    chunks.push(header, packed);
    offset += header.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...chunks, entries, end]));
}
