/** What a payload is: a file that is out to run something or to ask the network for something, and how that would show. */

export interface Payload {
  /** Unlike every other; it stands in what the payload would run or ask for. */
  readonly id: string;
  /** What it tries. */
  readonly what: string;
  readonly fileName: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** The file shows its markup itself, as text: then it is text of the source, and only must not become anything else. */
  readonly isText?: true;
}

/** Stands in every payload, to be read. */
export function wordsOf(id: string): string {
  return `Words of ${id} that a reader sees.`;
}

/** The global of a page that each payload which runs adds its id to. */
export const RAN = "payloadsThatRan";

/** A script that leaves its mark on the page, with apostrophes and without quotation marks, angle brackets or ampersands. */
export function script(id: string): string {
  return `globalThis.${RAN}=(globalThis.${RAN}||'')+' ${id}';document.title='${id}';alert('${id}')`;
}

/** Hosts of this name are asked by payloads alone; nothing answers. */
export const ASKED_HOST = "payload.example";

/** An address that tells, by who is asked, whose it is. */
export function asks(id: string, path = "x"): string {
  return `https://${id}.${ASKED_HOST}/${path}`;
}

export function utf8(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}
