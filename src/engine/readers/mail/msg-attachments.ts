/**
 * The files that came with an Outlook mail. A mail within the mail becomes an Outlook file of its own.
 */
import { burn, type Entry } from "@kenjiuno/msgreader/lib/Burner.js";
import { TypeEnum } from "@kenjiuno/msgreader/lib/Reader.js";
import type { Attachment } from "../reader.ts";
import { safeFileName } from "./attachments.ts";
import type { Storage, Stream } from "./compound-file.ts";
import { MapiProperties } from "./mapi-properties.ts";

const ATTACHMENT = "__attach_version1.0_";
const EMBEDDED = "__substg1.0_3701000d";
const PROPERTIES = "__properties_version1.0";
const NAMES = "__nameid_version1.0";
/** The header of the properties of a file has eight bytes that those of a mail within do not have. */
const FILE_HEADER_BYTES = 32;
const EMBEDDED_HEADER_BYTES = 24;

const DATA = 0x3701;
const LONG_NAME = 0x3707;
const SHORT_NAME = 0x3704;
const DISPLAY_NAME = 0x3001;
const ENDING = 0x3703;
const MIME_TYPE = 0x370e;
const CONTENT_ID = 0x3712;
const SUBJECT = 0x0037;

export interface MsgAttachment extends Attachment {
  readonly mimeType: string;
}

function asFile(properties: Buffer): Buffer {
  const file = Buffer.alloc(properties.length + FILE_HEADER_BYTES - EMBEDDED_HEADER_BYTES);
  properties.copy(file, 0, 0, EMBEDDED_HEADER_BYTES);
  properties.copy(file, FILE_HEADER_BYTES, EMBEDDED_HEADER_BYTES);
  return file;
}

/** The entries of a storage and of all in it, as the writer of compound files takes them. */
function addEntries(entries: Entry[], index: number, storage: Storage, isRoot: boolean): void {
  const add = (entry: Entry): number => {
    entries[index]?.children?.push(entries.length);
    return entries.push(entry) - 1;
  };
  for (const stream of storage.streams.values()) {
    // The writer takes all of a buffer's memory, and that of Node's buffers is shared.
    const bytes = new Uint8Array(isRoot && stream.name === PROPERTIES ? asFile(stream.read()) : stream.read());
    add({ name: stream.name, type: TypeEnum.DOCUMENT, binaryProvider: () => bytes, length: bytes.length });
  }
  for (const inner of storage.storages) {
    const at = add({ name: inner.name, type: TypeEnum.DIRECTORY, children: [], length: 0 });
    addEntries(entries, at, inner, false);
  }
}

/** An Outlook file of a mail that is kept within another. `names` are those of the file around it. */
export function fileOfEmbedded(message: Storage, names: Storage | undefined): Uint8Array {
  const storages = names ? [names, ...message.storages.filter(({ name }) => name !== names.name)] : message.storages;
  const entries: Entry[] = [{ name: "Root Entry", type: TypeEnum.ROOT, children: [], length: 0 }];
  addEntries(entries, 0, { ...message, storages }, true);
  return burn(entries);
}

/** The name that the attachment gives itself, or one that says what it is. */
function nameOf(properties: MapiProperties, number: number): string {
  for (const id of [LONG_NAME, SHORT_NAME, DISPLAY_NAME]) {
    const name = safeFileName(properties.text(id));
    if (name !== "") return name;
  }
  const ending = /^\.[a-z0-9]{1,10}$/iu.exec(properties.text(ENDING))?.[0] ?? ".bin";
  return `Attachment ${number}${ending}`;
}

function attachmentOf(
  storage: Storage,
  number: number,
  html: string,
  names: Storage | undefined,
  codePage: number | null,
): MsgAttachment | null {
  const properties = new MapiProperties(storage, 8, codePage);
  const mimeType = properties.text(MIME_TYPE).toLowerCase();
  const embedded = storage.storages.find(({ name }) => name.toLowerCase() === EMBEDDED);
  if (embedded?.streams.has(PROPERTIES)) {
    const subject = new MapiProperties(embedded, EMBEDDED_HEADER_BYTES, codePage).text(SUBJECT);
    const name = safeFileName(subject.replaceAll("/", "-")) || nameOf(properties, number).replace(/\.bin$/u, "");
    return { fileName: `${name}.msg`, bytes: fileOfEmbedded(embedded, names), mimeType: "application/vnd.ms-outlook" };
  }
  const id = properties.text(CONTENT_ID).replace(/^<|>$/gu, "");
  if (id !== "" && html.includes(`cid:${id}`)) return null;
  const bytes = properties.binary(DATA);
  // Without bytes it is a link to a file elsewhere, or an object that is drawn in the text.
  if (bytes === null || bytes.length === 0) return null;
  return { fileName: nameOf(properties, number), bytes: new Uint8Array(bytes), mimeType };
}

/** The names of properties, which every mail within the mail takes along: read once. */
function namesOf(root: Storage): Storage | undefined {
  const names = root.storages.find(({ name }) => name.toLowerCase() === NAMES);
  if (!names) return undefined;
  const streams = [...names.streams].map(([key, stream]): [string, Stream] => {
    let bytes: Buffer | null = null;
    const read = (): Buffer => {
      bytes ??= stream.read();
      return bytes;
    };
    return [key, { ...stream, read }];
  });
  return { ...names, streams: new Map(streams) };
}

/** The attachments of the mail, without the pictures that stand in its text. */
export function attachmentsOfMessage(root: Storage, html: string, codePage: number | null): MsgAttachment[] {
  const names = namesOf(root);
  return root.storages
    .filter(({ name }) => name.toLowerCase().startsWith(ATTACHMENT))
    .map((storage, index) => attachmentOf(storage, index + 1, html, names, codePage))
    .filter((attachment) => attachment !== null);
}
