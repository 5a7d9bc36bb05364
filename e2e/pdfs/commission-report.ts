/**
 * PDFs that the specs read, made here: an invented report of several pages with running heads, page labels and a
 * paragraph that goes on over a page; a scan; a report of any length.
 */
import {
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  rgb,
  StandardFonts,
} from "pdf-lib";

export const REPORT_TITLE = "First report of the Ilvane Commission";
export const RUNNING_HEAD = "Ilvane Commission, first report";

/** A paragraph is given line by line, as it is set. */
export type Paragraph = readonly string[];

export interface ReportPage {
  /** What the page calls itself, where that is not its number. */
  readonly label?: string;
  readonly paragraphs: readonly Paragraph[];
}

const SIZE = [420, 595] as const;
const MARGIN = 48;
const TEXT_SIZE = 11;
const LEADING = 15;

/** What page 3 of the report begins and page 4 ends: one paragraph for a reader. */
export const GOES_ON = {
  page: 3,
  from: "The commission found that the",
  before: "The commission found that the gauge at Mirevka had been read by hand",
  after: "for eleven years, and that both ledgers were honest.",
};

export const REPORT: readonly ReportPage[] = [
  {
    label: "i",
    paragraphs: [
      ["First report of the", "Ilvane Commission"],
      ["Submitted to both parliaments at Mirevka Bridge on 4 May 2026."],
    ],
  },
  {
    label: "ii",
    paragraphs: [
      ["The commission has eight members, four from each side, and", "a chair that rotates every year."],
      ["It met three times in the old customs house and once", "on the water."],
    ],
  },
  {
    label: "1",
    paragraphs: [
      ["Keldovar let through 352 cubic metres of water per second", "in the first week of the dry season."],
      ["Tolmund was told of every large release from the Vardine", "Dam seventy-four hours before it."],
      [GOES_ON.before],
    ],
  },
  {
    label: "2",
    paragraphs: [
      [GOES_ON.after],
      ["Twenty-two gauges on the main stream are now read every", "hour, and the readings are published at noon."],
      ["The fund for embankments has paid for nineteen sluices."],
    ],
  },
  {
    label: "3",
    paragraphs: [
      ["The commission asks both parliaments to extend its mandate", "by four years."],
      ["It will hold its next session in Hallenport in June."],
    ],
  },
];

export async function reportPdf(pages: readonly ReportPage[] = REPORT): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(REPORT_TITLE);
  pdf.setLanguage("en");
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const bold = await pdf.embedFont(StandardFonts.TimesRomanBold);
  for (const [index, page] of pages.entries()) drawPage(pdf.addPage([...SIZE]), page, index, font, bold);
  if (pages.some(({ label }) => label !== undefined)) addLabels(pdf, pages);
  return pdf.save();
}

function drawPage(sheet: PDFPage, page: ReportPage, index: number, font: PDFFont, bold: PDFFont): void {
  const [width, height] = SIZE;
  // As books do: no running head on the first page.
  if (index > 0) sheet.drawText(RUNNING_HEAD, { x: MARGIN, y: height - 30, size: 8, font });
  sheet.drawText(page.label ?? String(index + 1), { x: width / 2, y: 24, size: 8, font });
  let y = height - 80;
  for (const [at, lines] of page.paragraphs.entries()) {
    const isTitle = index === 0 && at === 0;
    for (const line of lines) {
      sheet.drawText(line, { x: MARGIN, y, size: isTitle ? 20 : TEXT_SIZE, font: isTitle ? bold : font });
      y -= isTitle ? 26 : LEADING;
    }
    y -= 10;
  }
}

/** https://pdfa.org/resource/iso-32000-2/ 12.4.2: a number tree of prefixes, here one for each page. */
function addLabels(pdf: PDFDocument, pages: readonly ReportPage[]): void {
  const entries = pages.flatMap(({ label = "" }, index) => {
    const dict = PDFDict.withContext(pdf.context);
    dict.set(PDFName.of("P"), PDFHexString.fromText(label));
    return [PDFNumber.of(index), dict];
  });
  pdf.catalog.set(PDFName.of("PageLabels"), pdf.context.obj({ Nums: entries }));
}

/** Two pages that are nothing but a picture. */
export async function scanPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let index = 0; index < 2; index += 1) {
    const sheet = pdf.addPage([...SIZE]);
    for (let line = 0; line < 20; line += 1) {
      sheet.drawRectangle({
        x: MARGIN,
        y: 520 - line * 22,
        width: 300 - line * 3,
        height: 8,
        color: rgb(0.2, 0.2, 0.2),
      });
    }
  }
  return pdf.save();
}

/** A report of so many pages, each full of text of its own. */
export function longReportPdf(pageCount: number): Promise<Uint8Array> {
  const words =
    "water gauge sluice ledger valley season winter stone bridge council measure reading release bank".split(" ");
  const pages = Array.from({ length: pageCount }, (_, page) => ({
    paragraphs: Array.from({ length: 6 }, (_paragraph, paragraph) =>
      Array.from({ length: 4 }, (_line, line) => {
        const seed = page * 31 + paragraph * 7 + line;
        const some = Array.from({ length: 8 }, (_word, word) => words[(seed * (word + 3) + word) % words.length]);
        return line === 0 ? `Finding ${page + 1}.${paragraph + 1}: ${some.slice(3).join(" ")}` : some.join(" ");
      }),
    ),
  }));
  return reportPdf(pages);
}
