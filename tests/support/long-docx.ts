/** Makes a Word document of many pages, such as a ministry's annual report: for measuring and for limits. */
import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";

const WORDS = (
  "the committee of the northern ports agreed that every harbour office shall report on its quays and cranes within " +
  "thirty days while delegates from inland towns asked for a second reading of the fares annex and its tables because " +
  "figures for river traffic had been revised since spring under new rules on ballast water grain storage and night pilots"
).split(" ");

const WORDS_PER_PARAGRAPH = 75;
/** About what fits on a page in 11 points, with a heading, a list and a table now and then. */
const PARAGRAPHS_PER_PAGE = 6;

/** Words that differ from place to place, the same in every run. */
function words(count: number, seed: number): string {
  const chosen = Array.from({ length: count }, (_, index) => WORDS[(seed * 31 + index * 7) % WORDS.length] ?? "");
  const sentence = chosen.join(" ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function runs(seed: number): ParagraphChild[] {
  const third = Math.floor(WORDS_PER_PARAGRAPH / 3);
  return [
    new TextRun({ text: `${words(third, seed)} ` }),
    new TextRun({ text: words(4, seed + 1), bold: seed % 2 === 0, italics: seed % 3 === 0 }),
    new TextRun({ text: ` ${words(third, seed + 2)} ` }),
    ...(seed % 9 === 0 ? [new FootnoteReferenceRun(seed / 9 + 1)] : []),
    ...(seed % 11 === 0
      ? [
          new ExternalHyperlink({
            link: `https://ports.example/${seed}`,
            children: [new TextRun({ text: "the minutes" })],
          }),
        ]
      : []),
    new TextRun({ text: ` ${words(third - 4, seed + 3)}` }),
  ];
}

function table(seed: number): Table {
  const row = (index: number) =>
    new TableRow({
      tableHeader: index === 0,
      children: [0, 1, 2, 3].map(
        (column) => new TableCell({ children: [new Paragraph(words(3, seed + index + column))] }),
      ),
    });
  return new Table({ rows: [0, 1, 2, 3, 4].map(row) });
}

function page(number: number): (Paragraph | Table)[] {
  const heading = number % 10 === 0 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  const first = number * PARAGRAPHS_PER_PAGE;
  const paragraphs = Array.from({ length: PARAGRAPHS_PER_PAGE }, (_, index) => {
    return new Paragraph({ children: runs(first + index), ...(index === 3 && { bullet: { level: number % 3 } }) });
  });
  return [
    new Paragraph({ text: words(5, number), heading }),
    ...paragraphs,
    ...(number % 4 === 0 ? [table(number)] : []),
  ];
}

/** The bytes of a document of about that many pages. */
export async function makeLongDocx(pages: number): Promise<Uint8Array> {
  const noteCount = Math.ceil((pages * PARAGRAPHS_PER_PAGE) / 9) + 1;
  const notes = Array.from({ length: noteCount }, (_, index) => [
    index + 1,
    { children: [new Paragraph(words(12, index))] },
  ]);
  const document = new Document({
    title: "Annual report of the northern ports",
    creator: "Ida Brandvold",
    footnotes: Object.fromEntries(notes),
    sections: [{ children: Array.from({ length: pages }, (_, number) => page(number)).flat() }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
