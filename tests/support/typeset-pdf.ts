/** PDFs typeset by code with pdf-lib: paragraphs in columns, headings, heads and feet, as programs set them. */
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "pdf-lib";

export const PAGE_WIDTH = 595;
export const PAGE_HEIGHT = 842;

export interface Fonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  readonly italic: PDFFont;
}

/** Draws into a new document and saves it. */
export async function typesetPdf(
  draw: (document: PDFDocument, fonts: Fonts) => void | Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const fonts: Fonts = {
    plain: await document.embedFont(StandardFonts.TimesRoman),
    bold: await document.embedFont(StandardFonts.TimesRomanBold),
    italic: await document.embedFont(StandardFonts.TimesRomanItalic),
  };
  await draw(document, fonts);
  return document.save();
}

export interface Column {
  readonly x: number;
  readonly width: number;
  /** The baseline of the first line. */
  readonly y: number;
  readonly size?: number;
  readonly leading?: number;
  readonly indent?: number;
}

/** Sets a paragraph ragged right; answers the baseline below its last line. Soft hyphens mark where words may part. */
export function setParagraph(page: PDFPage, text: string, font: PDFFont, column: Column): number {
  const { x, width, size = 10, leading = 12, indent = 0 } = column;
  let { y } = column;
  let line = "";
  let left = x + indent;
  const flush = (): void => {
    page.drawText(line, { x: left, y, size, font });
    y -= leading;
    left = x;
    line = "";
  };
  const fits = (words: string): boolean => left + font.widthOfTextAtSize(words, size) <= x + width;
  for (const word of text.split(" ")) {
    const whole = word.replaceAll("\u00AD", "");
    const spaced = line === "" ? whole : `${line} ${whole}`;
    if (fits(spaced)) {
      line = spaced;
      continue;
    }
    const [start = "", ...rest] = word.split("\u00AD");
    const divided = `${line} ${start}-`;
    if (rest.length > 0 && fits(divided)) {
      line = divided;
      flush();
      line = rest.join("");
    } else {
      flush();
      line = whole;
    }
  }
  flush();
  return y;
}

/** Sentences of an invented world, as many words as asked, never the same twice. */
export function prose(words: number, seed = 1): string {
  const stock =
    "the council of river towns agreed on a plan for new ferries between the islands and promised to publish what each crossing costs before winter so that families farmers and schools can judge whether public money serves them well".split(
      " ",
    );
  let state = seed * 7919 + 13;
  const found: string[] = [];
  for (let index = 0; index < words; index += 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    found.push(stock[state % stock.length] ?? "the");
  }
  const text = found.map((word, index) => (index % 14 === 13 && index < words - 1 ? `${word},` : word)).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
