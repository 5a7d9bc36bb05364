// Outlook mails for tests, written by the library that the reader does not read with.
import { Buffer } from "node:buffer";
import { burn, type Entry } from "@kenjiuno/msgreader/lib/Burner.js";
import { TypeEnum } from "@kenjiuno/msgreader/lib/Reader.js";

/** A property: text in Unicode, bytes, a number, or the time of a date. With `ansi`, text in a code page. */
export type MsgProperty =
  | { readonly id: number; readonly text: string }
  | { readonly id: number; readonly ansi: Uint8Array }
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly number: number }
  | { readonly id: number; readonly time: Date };

export interface MadeAttachment {
  readonly properties: readonly MsgProperty[];
  /** A mail within the mail. */
  readonly message?: MadeMessage;
}

export interface MadeMessage {
  readonly properties: readonly MsgProperty[];
  readonly recipients?: readonly (readonly MsgProperty[])[];
  readonly attachments?: readonly MadeAttachment[];
}

interface Kept {
  readonly streams: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly list: Buffer;
}

function entry(tag: number, value: Buffer): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(tag >>> 0, 0);
  bytes.writeUInt32LE(6, 4);
  value.copy(bytes, 8);
  return bytes;
}

function number64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

function keep(properties: readonly MsgProperty[], headerBytes: number): Kept {
  const streams: { name: string; bytes: Uint8Array }[] = [];
  const entries: Buffer[] = [];
  const stream = (id: number, type: number, bytes: Uint8Array): void => {
    const tag = id * 0x10000 + type;
    streams.push({
      name: `__substg1.0_${tag.toString(16).toUpperCase().padStart(8, "0")}`,
      bytes: new Uint8Array(bytes),
    });
    entries.push(entry(tag, number64(BigInt(bytes.length))));
  };
  for (const property of properties) {
    if ("text" in property) stream(property.id, 0x001f, Buffer.from(property.text, "utf16le"));
    else if ("ansi" in property) stream(property.id, 0x001e, property.ansi);
    else if ("bytes" in property) stream(property.id, 0x0102, property.bytes);
    else if ("number" in property) entries.push(entry(property.id * 0x10000 + 3, number64(BigInt(property.number))));
    else {
      const ticks = (BigInt(property.time.getTime()) + 11_644_473_600_000n) * 10_000n;
      entries.push(entry(property.id * 0x10000 + 0x40, number64(ticks)));
    }
  }
  return { streams, list: Buffer.concat([Buffer.alloc(headerBytes), ...entries]) };
}

class Writer {
  readonly entries: Entry[] = [{ name: "Root Entry", type: TypeEnum.ROOT, children: [], length: 0 }];

  private add(parent: number, added: Entry): number {
    const index = this.entries.push(added) - 1;
    this.entries[parent]?.children?.push(index);
    return index;
  }

  private file(parent: number, name: string, bytes: Uint8Array): void {
    this.add(parent, { name, type: TypeEnum.DOCUMENT, binaryProvider: () => bytes, length: bytes.length });
  }

  private folder(parent: number, name: string): number {
    return this.add(parent, { name, type: TypeEnum.DIRECTORY, children: [], length: 0 });
  }

  private properties(parent: number, properties: readonly MsgProperty[], headerBytes: number): void {
    const { streams, list } = keep(properties, headerBytes);
    for (const { name, bytes } of streams) this.file(parent, name, bytes);
    this.file(parent, "__properties_version1.0", new Uint8Array(list));
  }

  message(parent: number, made: MadeMessage, headerBytes: number): void {
    this.properties(parent, made.properties, headerBytes);
    const numbered = (prefix: string, index: number): string =>
      `${prefix}_version1.0_#${index.toString(16).toUpperCase().padStart(8, "0")}`;
    for (const [index, recipient] of (made.recipients ?? []).entries()) {
      this.properties(this.folder(parent, numbered("__recip", index)), recipient, 8);
    }
    for (const [index, attachment] of (made.attachments ?? []).entries()) {
      const folder = this.folder(parent, numbered("__attach", index));
      this.properties(folder, attachment.properties, 8);
      if (attachment.message) this.message(this.folder(folder, "__substg1.0_3701000D"), attachment.message, 24);
    }
  }
}

/** The bytes of an Outlook file. */
export function madeMsg(message: MadeMessage): Uint8Array {
  const writer = new Writer();
  writer.message(0, message, 32);
  return burn(writer.entries);
}

/** RTF as Outlook keeps it in a mail, with nothing compressed in it. */
export function storedRtf(rtf: string): Uint8Array {
  const bytes = Buffer.from(rtf, "latin1");
  const header = Buffer.alloc(16);
  header.writeUInt32LE(bytes.length + 12, 0);
  header.writeUInt32LE(bytes.length, 4);
  header.write("MELA", 8, "latin1");
  return Buffer.concat([header, bytes]);
}
