/**
 * The properties of a mail, a recipient or an attachment in an Outlook file (MS-OXMSG). Knows how they are kept, not
 * what they mean.
 */
import { decodeCodePage, isKnownCodePage } from "../rtf/code-page.ts";
import type { Storage } from "./compound-file.ts";
import { decodeUndeclared } from "./encoded-words.ts";

const PROPERTIES = "__properties_version1.0";
const ENTRY_BYTES = 16;
const TYPE_BINARY = 0x0102;
const TYPE_TEXT_8 = 0x001e;
const TYPE_TEXT_16 = 0x001f;
/** Between 1601, where Windows counts from, and 1970. */
const FILETIME_EPOCH_MS = 11_644_473_600_000;

const MESSAGE_CODE_PAGE = 0x3ffd;
const LOCALE = 0x3ff1;

/** What Windows takes for the language of a locale, by its lowest ten bits. */
const LANGUAGE_CODE_PAGES: ReadonlyMap<number, number> = new Map([
  [0x01, 1256],
  [0x02, 1251],
  [0x05, 1250],
  [0x08, 1253],
  [0x0d, 1255],
  [0x0e, 1250],
  [0x11, 932],
  [0x12, 949],
  [0x15, 1250],
  [0x18, 1250],
  [0x19, 1251],
  [0x1b, 1250],
  [0x1e, 874],
  [0x1f, 1254],
  [0x22, 1251],
  [0x25, 1257],
  [0x26, 1257],
  [0x27, 1257],
  [0x2a, 1258],
]);

/** Chinese is written in two code pages: that of Taiwan, Hong Kong and Macao, and that of the mainland and Singapore. */
function codePageOfLocale(locale: number): number | null {
  const language = locale & 0x3ff;
  if (language === 0x04) return [0x0404, 0x0c04, 0x1404].includes(locale & 0xffff) ? 950 : 936;
  return LANGUAGE_CODE_PAGES.get(language) ?? null;
}

export class MapiProperties {
  private readonly storage: Storage;
  private readonly fixed = new Map<number, Buffer>();
  private readonly codePage: number | null;

  /** `headerBytes`: 32 for a file, 24 for a mail within, 8 for recipients and attachments. */
  constructor(storage: Storage, headerBytes: number, codePageAround: number | null = null) {
    this.storage = storage;
    const list = storage.streams.get(PROPERTIES)?.read() ?? Buffer.alloc(0);
    for (let at = headerBytes; at + ENTRY_BYTES <= list.length; at += ENTRY_BYTES) {
      this.fixed.set(list.readUInt32LE(at), list.subarray(at + 8, at + ENTRY_BYTES));
    }
    const declared = this.number(MESSAGE_CODE_PAGE) ?? codePageOfLocale(this.number(LOCALE) ?? 0);
    this.codePage = declared !== null && isKnownCodePage(declared) ? declared : codePageAround;
  }

  get eightBitCodePage(): number | null {
    return this.codePage;
  }

  private stream(id: number, type: number): Buffer | null {
    const name = `__substg1.0_${id.toString(16).padStart(4, "0")}${type.toString(16).padStart(4, "0")}`;
    return this.storage.streams.get(name)?.read() ?? null;
  }

  /** A text in Unicode or in the code page of the mail; empty where there is none. */
  text(id: number): string {
    const wide = this.stream(id, TYPE_TEXT_16);
    if (wide)
      return new TextDecoder("utf-16le")
        .decode(wide)
        .replace(/\u0000+$/u, "")
        .toWellFormed();
    const narrow = this.stream(id, TYPE_TEXT_8);
    return narrow ? this.decode(narrow).replace(/\u0000+$/u, "") : "";
  }

  private decode(bytes: Buffer): string {
    return this.codePage === null ? decodeUndeclared(bytes) : decodeCodePage(bytes, this.codePage);
  }

  binary(id: number): Buffer | null {
    return this.stream(id, TYPE_BINARY);
  }

  number(id: number): number | null {
    return this.fixed.get(id * 0x10000 + 0x0003)?.readInt32LE(0) ?? null;
  }

  flag(id: number): boolean {
    return (this.fixed.get(id * 0x10000 + 0x000b)?.readUInt16LE(0) ?? 0) !== 0;
  }

  /** The date and time in UTC as ISO 8601, or null. */
  time(id: number): string | null {
    const bytes = this.fixed.get(id * 0x10000 + 0x0040);
    if (!bytes) return null;
    const milliseconds = Number(bytes.readBigUInt64LE(0) / 10_000n) - FILETIME_EPOCH_MS;
    const date = new Date(milliseconds);
    const isReal = milliseconds > -FILETIME_EPOCH_MS && !Number.isNaN(date.getTime()) && date.getUTCFullYear() <= 9999;
    return isReal ? date.toISOString() : null;
  }
}
