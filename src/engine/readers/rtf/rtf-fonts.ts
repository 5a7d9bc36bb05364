/**
 * The fonts of an RTF document, of which a reader needs one thing: what their bytes mean.
 */
import { codePageOfFont, decodeCodePage, isKnownCodePage, WESTERN_CODE_PAGE } from "./code-page.ts";
import { symbolCharacter } from "./symbol-font.ts";

const ANSI_CHARSET = 0;
const DEFAULT_CHARSET = 1;
const SYMBOL_CHARSET = 2;
const SYMBOL_FIRST = 0xf020;
const SYMBOL_LAST = 0xf0ff;
/** More fonts than any document has; a table that goes on is damage. */
const MAX_FONTS = 10_000;

interface Font {
  charset: number;
  codePage: number | null;
  name: string;
}

export class RtfFonts {
  /** The code page of the document: what bytes mean where no font says otherwise. */
  documentCodePage = WESTERN_CODE_PAGE;
  defaultFont = 0;
  private readonly fonts = new Map<number, Font>();
  private current: Font | null = null;
  /** True where the writer marks fonts of the document's own code page as such: then "ANSI" means Western. */
  private marksOwnCodePage: boolean | null = null;

  define(number: number): void {
    if (this.fonts.size >= MAX_FONTS) return;
    this.current = { charset: DEFAULT_CHARSET, codePage: null, name: "" };
    this.fonts.set(number, this.current);
  }

  setCharset(charset: number): void {
    if (this.current) this.current.charset = charset;
  }

  setCodePage(codePage: number): void {
    if (this.current && codePage > 0) this.current.codePage = codePage;
  }

  addToName(text: string): void {
    if (this.current) this.current.name = (this.current.name + text).slice(0, 100).trimStart();
  }

  private codePageOf(font: Font | undefined): number {
    if (font === undefined) return this.documentCodePage;
    if (font.codePage !== null && isKnownCodePage(font.codePage)) return font.codePage;
    if (font.charset !== ANSI_CHARSET) return codePageOfFont(font.charset) ?? this.documentCodePage;
    this.marksOwnCodePage ??= [...this.fonts.values()].some(
      ({ charset }) => codePageOfFont(charset) === this.documentCodePage,
    );
    return this.marksOwnCodePage ? WESTERN_CODE_PAGE : this.documentCodePage;
  }

  /** Text of bytes that stand in this font. */
  decode(bytes: Uint8Array, number: number): string {
    const font = this.fonts.get(number);
    if (font?.charset === SYMBOL_CHARSET) {
      return Array.from(bytes, (byte) => symbolCharacter(byte, font.name)).join("");
    }
    if (bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes);
    return decodeCodePage(bytes, this.codePageOf(font));
  }

  /** A character given by number, which in a symbol font may be a byte put into the private-use area. */
  character(code: number, number: number): string {
    const font = this.fonts.get(number);
    const isByte = font?.charset === SYMBOL_CHARSET && code >= SYMBOL_FIRST && code <= SYMBOL_LAST;
    if (isByte) return symbolCharacter(code & 0xff, font.name);
    // Some writers give a code point beyond 16 bits, where the specification has two halves of a surrogate pair.
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  }
}
