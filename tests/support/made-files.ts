// Small files of formats that need a container, made for tests: ZIP files by their parts, compound files by their names.
import JSZip from "jszip";

/** A ZIP file of the parts, in their order; "mimetype" is stored as the formats that have it demand. */
export async function madeZip(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) {
    zip.file(name, content, { compression: name === "mimetype" ? "STORE" : "DEFLATE", createFolders: false });
  }
  return zip.generateAsync({ type: "uint8array" });
}

const SECTOR_BYTES = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;

/** A compound file with streams of these names, without content, in its root. The first holds one in itself if told to. */
export function madeCompoundFile(names: readonly string[], nested: readonly string[] = []): Uint8Array {
  const entries = ["Root Entry", ...names, ...nested];
  const directorySectors = Math.ceil(entries.length / 4);
  const buffer = Buffer.alloc(SECTOR_BYTES * (2 + directorySectors));
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(buffer);
  buffer.writeUInt16LE(9, 30);
  buffer.writeUInt32LE(1, 48);
  buffer.writeUInt32LE(END_OF_CHAIN, 68);
  buffer.fill(0xff, 76, SECTOR_BYTES);
  buffer.writeUInt32LE(0, 76);
  const table = buffer.subarray(SECTOR_BYTES, 2 * SECTOR_BYTES).fill(0xff);
  for (let sector = 1; sector <= directorySectors; sector += 1)
    table.writeUInt32LE(sector === directorySectors ? END_OF_CHAIN : sector + 1, sector * 4);
  const writeEntry = (name: string, index: number, links: { right?: number; child?: number }): void => {
    const at = 2 * SECTOR_BYTES + index * 128;
    buffer.write(name, at, "utf16le");
    buffer.writeUInt16LE((name.length + 1) * 2, at + 64);
    buffer.writeUInt8(index === 0 ? 5 : links.child === undefined ? 2 : 1, at + 66);
    for (const [offset, link] of [
      [68, undefined],
      [72, links.right],
      [76, links.child],
    ] as const)
      buffer.writeUInt32LE(link ?? FREE, at + offset);
  };
  const after = (index: number, last: number): { right?: number } => (index < last ? { right: index + 1 } : {});
  writeEntry("Root Entry", 0, { child: 1 });
  for (const [index, name] of names.entries()) {
    const child = index === 0 && nested.length > 0 ? { child: names.length + 1 } : {};
    writeEntry(name, index + 1, { ...after(index + 1, names.length), ...child });
  }
  for (const [index, name] of nested.entries())
    writeEntry(name, names.length + 1 + index, after(names.length + 1 + index, entries.length - 1));
  return buffer;
}
