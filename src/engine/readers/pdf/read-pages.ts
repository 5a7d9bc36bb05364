/**
 * Reads the pages of an open PDF one after the other: their fragments, size and label, and what their fonts are called.
 * Must not look at more than one page at a time.
 */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { AttacheError } from "../../../ipc/errors.ts";
import { buildFragments } from "./build-fragments.ts";
import type { Fragment } from "./fragment.ts";
import { framesOf, type TextItemLike } from "./piece.ts";
import { type FontFacts, fontFacts } from "./type-facts.ts";

/** Three million pieces of text are some 20,000 full pages and half a gigabyte. */
const MAX_ITEMS = 6_000_000;
/** A page of the densest table has 10,000. */
const MAX_PAGE_ITEMS = 50_000;
/** A page takes some milliseconds. What slower ones may take together, before the file is given up. */
const SLOW_PAGE_MS = 1_000;
const MAX_SLOW_MS = 40_000;
/** A page alone: one of forms within forms takes 200 MB a second, and for ever. */
const MAX_PAGE_MS = 8_000;
/** Names of fonts take a second reading of a page that uses them. */
const MAX_FONT_PAGES = 20;
const MAX_FONT_PAGE_ITEMS = 5_000;
const WORTH_ASKING_UTF16 = 12;
/** The program's other messages, such as "stop", are heard between pages. */
const YIELD_EVERY_MS = 50;
/** A4, for a page that cannot be read. */
const FALLBACK_SIZE = { widthPoints: 595, heightPoints: 842 };
/** Page sizes beyond these are mistakes: the PDF format itself ends at 14,400. */
const MAX_PAGE_POINTS = 100_000;

export interface PageFrameText {
  readonly direction: number | "vertical";
  readonly fragments: readonly Fragment[];
}

export interface PageText {
  /** From 1. */
  readonly number: number;
  readonly widthPoints: number;
  readonly heightPoints: number;
  readonly frames: readonly PageFrameText[];
  readonly isReadable: boolean;
}

export interface ReadPages {
  readonly pages: PageText[];
  readonly fonts: ReadonlyMap<string, FontFacts>;
}

/** Throws AttacheError `file-too-complex` where the pages have more text than any document. */
export async function readPages(
  document: PDFDocumentProxy,
  fileName: string,
  report: (share: number) => void,
): Promise<ReadPages> {
  const pages: PageText[] = [];
  const fonts = new FontNames();
  let items = 0;
  let rested = performance.now();
  let slow = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const began = performance.now();
    const page = await document.getPage(number).catch(() => null);
    const read = page === null ? null : await readPage(page, number, fonts).catch(orTooSlow);
    page?.cleanup();
    const took = performance.now() - began;
    if (took > SLOW_PAGE_MS) slow += took;
    if (slow > MAX_SLOW_MS || read === "too slow") throw tooSlow(fileName, number);
    items += read?.items ?? 0;
    if (items > MAX_ITEMS || (read?.items ?? 0) > MAX_PAGE_ITEMS) throw tooMuchText(fileName, number);
    pages.push(read?.text ?? { number, ...FALLBACK_SIZE, frames: [], isReadable: false });
    report(number / document.numPages);
    if (performance.now() - rested > YIELD_EVERY_MS) {
      await new Promise(setImmediate);
      rested = performance.now();
    }
  }
  await fonts.learn(document);
  return { pages, fonts: fonts.known };
}

/** A page that is broken is passed over; one that does not end is told. */
function orTooSlow(error: unknown): "too slow" | null {
  return error instanceof PageTooSlow ? "too slow" : null;
}

class PageTooSlow extends Error {}

function tooMuchText(fileName: string, page: number): AttacheError {
  return new AttacheError(
    "file-too-complex",
    `${fileName} cannot be read safely: up to page ${page} it has more pieces of text than any document. Print it to a new PDF and import that.`,
  );
}

function tooSlow(fileName: string, page: number): AttacheError {
  return new AttacheError(
    "file-too-complex",
    `${fileName} cannot be read safely: its pages take too long, up to page ${page} already. Print it to a new PDF and import that.`,
  );
}

async function readPage(
  page: PDFPageProxy,
  number: number,
  fonts: FontNames,
): Promise<{ readonly text: PageText; readonly items: number }> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const content = await textOf(page);
  fonts.note(number, content);
  const { items, styles } = content;
  const verticalFonts = new Set([...styles].filter(([, { vertical }]) => vertical).map(([name]) => name));
  const frames = framesOf(items, { transform: transform.map(Number), verticalFonts });
  const text: PageText = {
    number,
    widthPoints: lengthOr(width, FALLBACK_SIZE.widthPoints),
    heightPoints: lengthOr(height, FALLBACK_SIZE.heightPoints),
    frames: frames.map(({ direction, pieces }) => ({ direction, fragments: buildFragments(pieces) })),
    isReadable: true,
  };
  return { text, items: items.length };
}

function lengthOr(points: number, fallback: number): number {
  return Number.isFinite(points) && points > 0 && points < MAX_PAGE_POINTS ? points : fallback;
}

interface TextStyleLike {
  readonly fontFamily: string;
  readonly vertical: boolean;
}

interface PageItems {
  readonly items: TextItemLike[];
  readonly styles: ReadonlyMap<string, TextStyleLike>;
}

/** The text items alone, in order, and not more than are allowed: a page of forms within forms can have billions. */
async function textOf(page: PDFPageProxy): Promise<PageItems> {
  const items: TextItemLike[] = [];
  const styles = new Map<string, TextStyleLike>();
  const endsAt = performance.now() + MAX_PAGE_MS;
  const reader = page.streamTextContent().getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (const [name, style] of Object.entries(chunk.value.styles as Record<string, TextStyleLike>))
      styles.set(name, style);
    for (const item of chunk.value.items as TextItemLike[]) if (item.str !== undefined) items.push(item);
    if (performance.now() > endsAt) {
      await reader.cancel(new Error("too slow"));
      throw new PageTooSlow();
    }
    if (items.length > MAX_PAGE_ITEMS) {
      await reader.cancel(new Error("too many items"));
      break;
    }
  }
  return { items, styles };
}

interface UnknownFont {
  readonly family: string;
  /** Of the pages that use it, the one with the fewest items. */
  page: number;
  pageItems: number;
  usedUtf16: number;
}

/**
 * pdf.js tells a font's name only with a page's drawing, which is a second reading of the page. It is done when all pages
 * are read, for fonts that set some text, those that set most first, and on the page that takes the least time.
 */
class FontNames {
  readonly known = new Map<string, FontFacts>();
  private readonly unknown = new Map<string, UnknownFont>();

  /** Notes which fonts a page uses, and how much. */
  note(page: number, { items, styles }: PageItems): void {
    for (const [name, { fontFamily: family }] of styles) {
      const font = this.unknown.get(name);
      if (font === undefined) this.unknown.set(name, { family, page, pageItems: items.length, usedUtf16: 0 });
      else if (items.length < font.pageItems) Object.assign(font, { page, pageItems: items.length });
    }
    for (const { fontName: name, str } of items) {
      const font = this.unknown.get(name);
      if (font !== undefined) font.usedUtf16 += str.length;
    }
  }

  async learn(document: PDFDocumentProxy): Promise<void> {
    const asked = [...this.unknown]
      .filter(([, { usedUtf16, pageItems }]) => usedUtf16 >= WORTH_ASKING_UTF16 && pageItems <= MAX_FONT_PAGE_ITEMS)
      .sort(([, one], [, other]) => other.usedUtf16 - one.usedUtf16);
    const read = new Set<number>();
    for (const [id, { page }] of asked) {
      if (!this.unknown.has(id) || read.has(page)) continue;
      if (read.size >= MAX_FONT_PAGES) return;
      read.add(page);
      await this.readNames(document, page);
    }
  }

  private async readNames(document: PDFDocumentProxy, number: number): Promise<void> {
    const page = await document.getPage(number).catch(() => null);
    if (page === null) return;
    await page.getOperatorList().catch(() => null);
    for (const [id, { family }] of this.unknown) {
      const name = fontName(page, id);
      if (name === null) continue;
      this.known.set(id, fontFacts(name, family));
      this.unknown.delete(id);
    }
    page.cleanup();
  }
}

function fontName(page: PDFPageProxy, id: string): string | null {
  if (!page.commonObjs.has(id)) return null;
  const font: unknown = page.commonObjs.get(id);
  return typeof font === "object" && font !== null && "name" in font && typeof font.name === "string"
    ? font.name
    : null;
}
