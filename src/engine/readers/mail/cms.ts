/**
 * Takes the mail out of a signed wrapping of S/MIME (CMS SignedData, RFC 5652). Must not check the signature: the
 * program has no list of whom to trust, and says nothing about it.
 */

const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;
const OCTET_STRING = 0x04;
const OCTET_STRING_IN_PIECES = 0x24;
const EXPLICIT = 0xa0;
/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = "2a864886f70d010702";
/** Pieces within pieces: programs write one level. */
const MAX_DEPTH = 8;

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  /** Where the next element begins. */
  readonly next: number;
}

class BerReader {
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The element at an offset, or null where there is none. Of indefinite length: up to its end, found by its contents. */
  elementAt(at: number, end: number, depth = 0): Element | null {
    const tag = this.bytes[at];
    const first = this.bytes[at + 1];
    if (tag === undefined || first === undefined || at + 2 > end || depth > MAX_DEPTH) return null;
    if (first === 0x80) return this.indefinite(tag, at + 2, end, depth);
    let length = first;
    let start = at + 2;
    if (first > 0x80) {
      const count = first & 0x7f;
      if (count > 4) return null;
      length = 0;
      for (let index = 0; index < count; index += 1) length = length * 256 + (this.bytes[start + index] ?? 0);
      start += count;
    }
    const stop = start + length;
    return stop <= end ? { tag, start, end: stop, next: stop } : null;
  }

  private indefinite(tag: number, start: number, end: number, depth: number): Element | null {
    let at = start;
    while (at + 1 < end) {
      if (this.bytes[at] === 0 && this.bytes[at + 1] === 0) return { tag, start, end: at, next: at + 2 };
      const inner = this.elementAt(at, end, depth + 1);
      if (inner === null) return null;
      at = inner.next;
    }
    return null;
  }

  children(parent: Element): Element[] {
    const found: Element[] = [];
    let at = parent.start;
    while (at < parent.end) {
      const element = this.elementAt(at, parent.end);
      if (element === null) break;
      found.push(element);
      at = element.next;
    }
    return found;
  }

  octets(element: Element, depth = 0): Uint8Array[] {
    if (element.tag === OCTET_STRING) return [this.bytes.subarray(element.start, element.end)];
    if (element.tag !== OCTET_STRING_IN_PIECES || depth > MAX_DEPTH) return [];
    return this.children(element).flatMap((child) => this.octets(child, depth + 1));
  }

  hex({ start, end }: Element): string {
    return Buffer.from(this.bytes.subarray(start, end)).toString("hex");
  }
}

/** What is within signed data, or null where these are not signed data. */
function signedElement(reader: BerReader, length: number): Element | null {
  const outer = reader.elementAt(0, length);
  if (outer?.tag !== SEQUENCE) return null;
  const [type, content] = reader.children(outer);
  if (type?.tag !== OBJECT_IDENTIFIER || reader.hex(type) !== SIGNED_DATA || content?.tag !== EXPLICIT) return null;
  return reader.children(content)[0] ?? null;
}

/** True for signed data, whether they carry what was signed or not. */
export function isSignedData(bytes: Uint8Array): boolean {
  return signedElement(new BerReader(bytes), bytes.length) !== null;
}

/** The bytes that were signed, or null where these are not signed data that carry them. */
export function unwrapSignedData(bytes: Uint8Array): Uint8Array | null {
  const reader = new BerReader(bytes);
  const signed = signedElement(reader, bytes.length);
  // Version, algorithms, then what is signed: its type and its bytes.
  const [, , signedContent] = signed ? reader.children(signed) : [];
  const explicit = signedContent ? reader.children(signedContent)[1] : undefined;
  const [octets] = explicit ? reader.children(explicit) : [];
  const parts = octets ? reader.octets(octets) : [];
  return parts.length === 0 ? null : Buffer.concat(parts);
}
