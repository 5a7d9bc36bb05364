// Proves what a Word document says and how, for one brief with everything in it and for briefs at the edge. That this
// holds for any brief is in write-docx-property.test.ts; what the whole document looks like, in golden-documents.test.ts.
import { beforeAll, describe, expect, test } from "vitest";
import { type Brief, briefSchema, DOCUMENT_VERSION, EMPTY_HEADER } from "../../src/core/brief/document.ts";
import { textOfRuns } from "../../src/core/citation/formatted-citations.ts";
import { citationStyleIdSchema } from "../../src/core/export/export-options.ts";
import { writeDocx } from "../../src/engine/writers/docx/write-docx.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";
import { type BriefToExport, docxInput } from "../support/docx-input.ts";
import { expectedLines, isEmpty, linesOf } from "../support/expected-docx.ts";
import { FULL_BRIEF } from "../support/full-brief.ts";
import { type ReadDocx, readDocx } from "../support/read-docx.ts";
import { tracedStatements } from "../support/traced-statements.ts";
import { docxErrors } from "../support/validate-docx.ts";
import { child } from "../support/xml-tree.ts";

const EXPORTED_AT = "2026-01-08T10:30:00.000Z";
const VALIDATOR_TIMEOUT_MS = 120_000;
const TEXT_WIDTH_TWIPS = 9072; // A4 without its margins

describe("a brief with everything in it", () => {
  const input = docxInput({ ...FULL_BRIEF, exportedAt: EXPORTED_AT, options: { evidenceAnnex: true } });
  let docx: ReadDocx;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await writeDocx(input);
    docx = await readDocx(bytes);
  });
  const inStyle = (...styles: string[]) => docx.paragraphs.filter(({ style }) => styles.includes(style));

  test("is a valid Word document", async () => expect(await docxErrors(bytes)).toEqual([]), VALIDATOR_TIMEOUT_MS);

  test("comes out the same, to the byte, when it is written again", async () => {
    expect(Buffer.from(await writeDocx(input)).equals(bytes)).toBe(true);
  });

  test("begins with the title and the fields of the template that are given, in its order, the date in words", () => {
    const top = docx.paragraphs.slice(0, 11).map(({ style, text }) => [style, text]);
    expect(top).toEqual([
      ["Title", "Night ferry between Oldhaven and Marsh Island"],
      ["HeaderField", "To\tThe Minister"],
      ["HeaderField", "From\tCrossings and Coasts Division"],
      ["HeaderField", expect.stringMatching(/^Through\tDirector-General, /)],
      ["HeaderField", "Copies\tBudget Office"],
      ["HeaderField", "Date\t8 January 2026"],
      ["HeaderField", "Reference\tCC/2026/014"],
      ["HeaderField", "Subject\tWhat the council decided, and what is asked of us"],
      ["HeaderField", "Purpose\tDecision on the costs of the first year"],
      ["HeaderField", "Deadline\tNoon on 12 January"],
      ["HeaderFieldLast", "Contact\tAda Quill, 4471"],
    ]);
  });

  test("numbers the recommendations, each beside what is to be struck out", () => {
    expect(inStyle("HeadingWithoutNumber").map(({ text }) => text)).toEqual(["Recommendations"]);
    expect(inStyle("Recommendation").map(({ number, text }) => `${number} ${text}`)).toEqual([
      "1. Agree that the night ferry is funded for a year.",
      "2. Note that the council decides again in May.",
    ]);
    expect(docx.tables[0]?.rows.map(([, decision]) => decision)).toEqual([
      "Agreed / Not agreed",
      "Agreed / Not agreed",
    ]);
  });

  test("keeps the headings of empty sections and makes no empty paragraph for room", () => {
    expect(inStyle("Heading1", "AnnexHeading").map(({ number, text }) => [number, text])).toEqual([
      ["1", "Summary"],
      ["2", "Context (OFFICIAL)"],
      ["3", "Outcomes"],
      ["4", "Reactions"],
      ["5", "Outlook"],
      [null, "Annex A: Sources"],
      [null, "Annex B: Evidence"],
    ]);
    expect(docx.paragraphs.filter(isEmpty).map(({ style }) => style)).toEqual(["TableText", "AfterTable"]);
  });

  test("puts every word, number and note in its place and style", () => {
    expect(linesOf(docx)).toEqual(expectedLines(FULL_BRIEF.brief, input.citations));
  });

  test("sets short quotations in quotation marks and long ones apart", () => {
    const short = inStyle("ShortQuotation").map(({ text }) => text);
    expect(short).toContain("“We welcome every crossing.”");
    expect(short).toContain("“Le conseil a voté « à une large majorité ».”");
    expect(inStyle("Quote").map(({ text }) => text.slice(0, 24))).toEqual(["The board has considered"]);
    const indent = child(child(docx.styles.get("Quote"), "w:pPr"), "w:ind")?.attributes;
    expect(Number(indent?.["w:right"])).toBeGreaterThan(0);
  });

  test("names the language of a quotation, and lets Arabic run from right to left", () => {
    const languageOf = (words: string) =>
      docx.paragraphs.flatMap(({ languages }) => languages).find(([text]) => text.includes(words))?.[1];
    expect(languageOf("双方同意设立联合委员会")).toBe("w:eastAsia=zh-CN");
    expect(languageOf("협의를 이어")).toBe("w:eastAsia=ko-KR");
    expect(languageOf("اتفق الجانبان")).toBe("w:bidi=ar-SA");
    expect(languageOf("שלום")).toBe("w:bidi=he-IL");
    expect(languageOf("Le conseil a voté")).toBe("w:val=fr-FR");
    const arabic = docx.paragraphs.find(({ style, text }) => style === "ShortQuotation" && text.includes("اتفق"));
    expect(arabic?.properties).toContain("w:bidi");
  });

  test("marks bold and italic words and formats nothing else by hand", () => {
    const formatted = docx.paragraphs.flatMap((paragraph) => paragraph.formatted);
    const byHand = formatted.map(([words, elements]) => [words, elements.filter((name) => /^w:[bi]$/.test(name))]);
    expect(byHand.filter(([, elements]) => elements?.length)).toEqual([
      ["4.2 million", ["w:b"]],
      ["nobody", ["w:b", "w:i"]],
      ["budgeted", ["w:i"]],
      ["who pays", ["w:i"]],
    ]);
    const others = formatted.flatMap(([, elements]) => elements.filter((name) => !/^w:[bi](?:Cs)?$/.test(name)));
    expect(new Set(others)).toEqual(new Set(["w:rFonts", "w:lang", "w:rtl"]));
    const properties = docx.paragraphs.flatMap((paragraph) => paragraph.properties);
    expect(new Set(properties)).toEqual(new Set(["w:pStyle", "w:numPr", "w:bidi"]));
  });

  test("repeats the first row of a table that names its columns, and keeps two tables apart", () => {
    const [, withHeader, without] = docx.tables;
    expect(withHeader?.repeated).toEqual([true, false, false]);
    expect(without?.repeated).toEqual([false, false]);
    for (const { columnsTwips } of docx.tables) {
      expect(columnsTwips.reduce((sum, width) => sum + width, 0)).toBe(TEXT_WIDTH_TWIPS);
    }
    for (const [index, name] of docx.body.entries()) {
      if (name === "w:tbl") expect(docx.body[index + 1]).toBe("w:p");
    }
  });

  test("leads links to their addresses", () => {
    const links = docx.paragraphs
      .flatMap((paragraph) => paragraph.links)
      .filter(([, target]) => !target.startsWith("#"));
    expect(links).toEqual([
      ["on the council's site", "https://council.example.org/draft?lang=en&page=2"],
      ["the desk", "mailto:desk@council.example.org"],
    ]);
  });

  test("has a footnote for each citation, in reading order, each with its own words and the way to its evidence", () => {
    const expected = [...input.citations.citations.values()].map(textOfRuns);
    expect(docx.footnotes.map(({ text }) => text)).toEqual(
      expected.map((text, index) => `${text} Evidence\u00A0${index + 1}`),
    );
    expect(new Set(docx.footnotes.map(({ style }) => style))).toEqual(new Set(["FootnoteText"]));
    const references = docx.paragraphs.flatMap(({ notes }) => notes.map(({ id }) => id));
    expect(references).toEqual(docx.footnotes.map(({ id }) => id));
  });

  test("keeps two notes in a row from reading as one number", async () => {
    const xml = await docx.part("word/document.xml");
    expect(xml).toMatch(/<w:footnoteReference w:id="2"\/><\/w:r>.*?<w:t[^>]*>\u00A0<\/w:t><\/w:r>.*?w:id="3"/);
  });

  test("lists each cited source once, with what kind of file it is and the notes that cite it", () => {
    const references = input.citations.references.map(({ runs }) => textOfRuns(runs));
    expect(inStyle("Bibliography").map(({ text }) => text)).toEqual(references);
    const details = inStyle("SourceDetails").map(({ text }) => text);
    expect(details[0]).toMatch(
      /^File: gazette\.txt .*Plain text, imported on 1 February 2026\. .*Cited in notes 1, 2, 5, 6, 7 and 9\.$/,
    );
    expect(details).toContainEqual(expect.stringMatching(/daily\.txt.* Plain text, Chinese, imported on .*note 11\.$/));
  });

  test("shows each cited passage with the words around it, and leads back to where it is cited", () => {
    const passages = inStyle("EvidencePassage").map(({ text }) => text);
    expect(passages).toContain("Words before. 双方同意设立联合委员会，并于2026年3月举行首次会议。 Words after.");
    const notes = inStyle("EvidenceNote");
    expect(notes.map(({ links }) => links[0]?.[0])).toEqual(docx.footnotes.map((_, index) => `${index + 1}`));
    const places = new Set(docx.paragraphs.flatMap(({ bookmarks }) => bookmarks));
    const targets = [...notes, ...docx.footnotes.map(({ paragraph }) => paragraph)].flatMap(({ links }) => links);
    expect(targets).toHaveLength(2 * docx.footnotes.length);
    for (const [, target] of targets) expect(places.has(target.slice(1)), target).toBe(true);
  });

  test("shows the marking in capitals at head and foot, and the page number at the foot", () => {
    expect(docx.header.map(({ style, text }) => [style, text])).toEqual([["Marking", "OFFICIAL-SENSITIVE"]]);
    expect(docx.footer.map(({ style, text, fields }) => [style, text, fields])).toEqual([
      ["Footer", "Page 1 of 1", ["PAGE", "NUMPAGES"]],
      ["Marking", "OFFICIAL-SENSITIVE", []],
    ]);
  });

  test("names every paragraph of the brief", () => {
    const named = docx.paragraphs.flatMap(({ bookmarks, text }) => bookmarks.map((name) => [name, text] as const));
    const nameOf = (words: string) => named.find(([, text]) => text.startsWith(words))?.[0];
    expect(nameOf("Agree that")).toMatch(/^att_asked_1_[0-9a-f]{8}$/);
    expect(nameOf("Context")).toMatch(/^att_context_0_[0-9a-f]{8}$/);
    expect(nameOf("The last night boat")).toMatch(/^att_context_3_[0-9a-f]{8}$/);
    expect(nameOf("from the reserve")).toMatch(/^att_context_6_3_[0-9a-f]{8}$/);
    expect(nameOf("Welcomed it")).toMatch(/^att_reactions_9_2_2_[0-9a-f]{8}$/);
  });

  test("uses no style that it does not define", async () => {
    const parts = ["document", "footnotes", "header1", "footer1", "numbering", "styles"];
    const xml = (await Promise.all(parts.map((name) => docx.part(`word/${name}.xml`)))).join("");
    const used = xml.matchAll(/<w:(?:[pr]Style|tblStyle|basedOn|next) w:val="([^"]*)"/g);
    for (const [, id] of used) expect(docx.styles.has(id ?? ""), `style ${id}`).toBe(true);
  });

  test("says what it is, from whom, of when, in what language and of which project", async () => {
    expect(Object.fromEntries(docx.properties)).toEqual({
      "dc:title": "Night ferry between Oldhaven and Marsh Island",
      "dc:subject": "What the council decided, and what is asked of us",
      "dc:creator": "Crossings and Coasts Division",
      "cp:lastModifiedBy": "Crossings and Coasts Division",
      "dcterms:created": EXPORTED_AT,
      "dcterms:modified": EXPORTED_AT,
      "dc:language": "en-GB",
    });
    expect(await docx.part("docProps/custom.xml")).toMatch(/name="AttacheProject"><vt:lpwstr>project-test</);
  });
});

describe("other ways to cite", () => {
  test(
    "endnotes stand at the end of the text, before the annexes, and are numbered as footnotes are",
    async () => {
      const docx = await written({ ...FULL_BRIEF, options: { notes: "endnotes" } });
      expect(docx.footnotes).toEqual([]);
      expect(docx.endnotes).toHaveLength(14);
      expect(docx.paths).not.toContain("word/footnotes.xml");
      const last = docx.paragraphs.findIndex(({ style }) => style === "AnnexHeading") - 1;
      expect(docx.paragraphs[last]?.properties).toContain("w:sectPr");
      expect(await docx.part("word/settings.xml")).toMatch(
        /<w:endnotePr><w:pos w:val="sectEnd"\/><w:numFmt w:val="decimal"/,
      );
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "a style that cites in the text makes no notes, and Word's own sources and fields where Word knows the style",
    async () => {
      const options = { wordSources: true, citationStyleId: citationStyleIdSchema.parse("apa") };
      const docx = await written({ ...FULL_BRIEF, options });
      expect([...docx.footnotes, ...docx.endnotes]).toEqual([]);
      const fields = docx.paragraphs.flatMap((paragraph) => paragraph.fields);
      expect(fields[0]).toBe('CITATION Har26 \\s ", para. 3, citing Coastal Wire" \\l 2057');
      expect(fields).toContain('CITATION Src \\s ", para. 12" \\l 2057 \\m Har26 \\s ", paras. 7–8"');
      expect(fields.at(-1)).toBe("BIBLIOGRAPHY");
      const sources = await docx.part("customXml/item1.xml");
      expect(sources).toContain('SelectedStyle="\\APASixthEditionOfficeOnline.xsl"');
      expect(sources.match(/<b:Source>/g)).toHaveLength(6);
      expect(sources).toMatch(
        /<b:Tag>Har26<\/b:Tag><b:SourceType>ArticleInAPeriodical<.*?<b:Year>2026<.*?<b:YearAccessed>2026</,
      );
      const cited = docx.paragraphs.find(({ text }) => text.startsWith("The council voted for a night ferry"));
      expect(cited?.text).toMatch(/^The council voted for a night ferry \(.*2026, para\. 3/);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "neither annex is there unless it is wanted",
    async () => {
      const docx = await written({ ...FULL_BRIEF, options: { sourcesAnnex: false } });
      expect(docx.paragraphs.filter(({ style }) => style === "AnnexHeading")).toEqual([]);
      expect(docx.footnotes[0]?.paragraph.links).toEqual([]);
    },
    VALIDATOR_TIMEOUT_MS,
  );
});

describe("the annex of traceability", () => {
  const statements = tracedStatements(FULL_BRIEF);
  const options = { evidenceAnnex: true, traceabilityAnnex: true };
  const tableOf = ({ tables }: ReadDocx) => tables.find(({ rows }) => rows[0]?.[0] === "Paragraph");

  test(
    "has a row for each statement, with its paragraph, notes, sources, grades and origins, under a row that repeats",
    async () => {
      const docx = await written({ ...FULL_BRIEF, options, statements });
      expect(docx.paragraphs.map(({ text }) => text)).toContain("Annex C: Traceability");
      const table = tableOf(docx);
      expect(table?.rows[0]).toEqual(["Paragraph", "Statement", "Notes", "Sources", "Origins, at least"]);
      expect(table?.repeated).toEqual([true, ...(table?.rows.slice(1) ?? []).map(() => false)]);
      const row = (paragraph: string) => table?.rows.find(([first]) => first === paragraph);
      expect(row("1.1")).toEqual([
        "1.1",
        "The council voted for a night ferry. It costs 4.2 million a year, which nobody has budgeted.",
        "1, 2, 3",
        expect.stringContaining('Harbour Gazette, “Council says "yes" to night ferry” (B2, B)'),
        "2: Coastal Wire; 003_minutes of the harbour board.txt",
      ]);
      expect(row("2.3")).toEqual(["2.3", "In order of urgency:", "", "Assessment", ""]);
      expect(row("2.1")?.slice(1)).toEqual([
        expect.stringMatching(/^The last night boat.{60,100}…$/u),
        "",
        "No source",
        "",
      ]);
      expect(row("Context 3.1")?.[1]).toBe("The harbour board: a third");
      expect(row("Reactions 9.2.2")?.[1]).toBe("Welcomed it");
      const stated = statements.filter(({ exemption }) => exemption !== "heading");
      expect(table?.rows).toHaveLength(stated.length + 1);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test("leads to paragraphs and notes that are there", async () => {
    const docx = await written({ ...FULL_BRIEF, options, statements });
    const bookmarks = new Set(docx.paragraphs.flatMap((paragraph) => paragraph.bookmarks));
    const within = docx.paragraphs.flatMap(({ links }) => links.filter(([, target]) => target.startsWith("#att_")));
    expect(within.filter(([, target]) => !bookmarks.has(target.slice(1)))).toEqual([]);
    const targetOf = (words: string) => within.find(([link]) => link === words)?.[1];
    expect(targetOf("1.1")).toMatch(/^#att_summary_1_/u);
    expect(targetOf("Context 3.1")).toMatch(/^#att_context_6_1_/u);
    expect(targetOf("Reactions 9.2.2")).toMatch(/^#att_reactions_9_2_2_/u);
  });

  test("names no notes where the style has none, and comes first where it is alone", async () => {
    const apa = { citationStyleId: citationStyleIdSchema.parse("apa"), sourcesAnnex: false, traceabilityAnnex: true };
    const docx = await written({ ...FULL_BRIEF, options: apa, statements });
    expect(docx.paragraphs.map(({ text }) => text)).toContain("Annex A: Traceability");
    expect(tableOf(docx)?.rows[0]).toEqual(["Paragraph", "Statement", "Sources", "Origins, at least"]);
  });
});

test("grades stand with the source in its annex, and with the passage in its own; nothing where there are none", async () => {
  const docx = await written({ ...FULL_BRIEF, options: { evidenceAnnex: true } });
  const inStyle = (id: string) => docx.paragraphs.filter(({ style }) => style === id).map(({ text }) => text);
  const details = inStyle("SourceDetails");
  expect(details.filter((text) => text.includes("Reliability B: It sits in on the council."))).toHaveLength(1);
  expect(details.filter((text) => text.includes("Reliability A."))).toHaveLength(1);
  expect(details.filter((text) => text.includes("Reliability"))).toHaveLength(2);
  const passages = inStyle("EvidencePassage");
  expect(passages.some((text) => text.endsWith("[Grade B2]"))).toBe(true);
  expect(passages.some((text) => text.endsWith("[Grade 6]"))).toBe(true);
  expect(passages.some((text) => !text.includes("[Grade"))).toBe(true);
});

describe("other languages", () => {
  test("the document says in the brief's language what it says itself, and sets its quotation marks", async () => {
    const brief: Brief = { ...FULL_BRIEF.brief, language: "de-DE" };
    const docx = await readDocx(await writeDocx(docxInput({ ...FULL_BRIEF, brief, options: { evidenceAnnex: true } })));
    expect(docx.footer[0]?.text).toBe("Seite 1 von 1");
    const texts = docx.paragraphs.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(["Date\t8. Januar 2026", "Anhang A: Quellen", "Anhang B: Belegstellen"]),
    );
    expect(texts).toContain("„We welcome every crossing.“");
    expect(await docx.part("word/styles.xml")).toContain('<w:lang w:val="de-DE"');
  });
});

describe("briefs at the edge", () => {
  test(
    "one with nothing in it is a valid document without header, annex or empty paragraphs",
    async () => {
      const docx = await written({ brief: briefOf([]), excerpts: [], sources: [] });
      expect(docx.paragraphs).toEqual([]);
      expect(docx.header).toEqual([]);
      expect(docx.footer.map(({ text }) => text)).toEqual(["Page 1 of 1"]);
      expect(docx.properties.get("dc:creator")).toBe("Attaché");
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "a table at the very end has a paragraph behind it, for endnotes too",
    async () => {
      const table = { type: "table", headerRow: true, rows: [{ cells: [{ children: [] }] }] };
      const docx = await written({ brief: briefOf([table]), excerpts: [], sources: [] });
      expect(docx.body).toEqual(["w:p", "w:tbl", "w:p", "w:sectPr"]);
      const cell = { children: [citation("c", ["e"])] };
      const source = sourceWith("s", { title: "Title" });
      const cited = await written({
        brief: briefOf([{ ...table, rows: [{ cells: [cell] }] }]),
        excerpts: [excerptOf(source, "e")],
        sources: [source],
        options: { notes: "endnotes" },
      });
      expect(cited.paragraphs.find(({ style }) => style === "AfterTable")?.properties).toContain("w:sectPr");
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "a table of 30 rows repeats its first row, and an Arabic one begins at the right",
    async () => {
      const row = (...words: string[]) => ({ cells: words.map((word) => ({ children: [text(word)] })) });
      const long = Array.from({ length: 30 }, (_, index) => row(`Harbour ${index + 1}`, "The quays are sound."));
      const docx = await written({
        brief: briefOf([
          { type: "table", headerRow: true, rows: [row("Harbour", "Report"), ...long] },
          { type: "table", headerRow: false, rows: [row("الجانب", "ما قاله")] },
        ]),
        excerpts: [],
        sources: [],
      });
      expect(docx.tables[0]?.repeated).toEqual([true, ...long.map(() => false)]);
      expect(docx.tables[0]?.rows.at(-1)).toEqual(["Harbour 30", "The quays are sound."]);
      const xml = await docx.part("word/document.xml");
      expect(xml.match(/<w:tbl>.*?<\/w:tblPr>/g)?.map((table) => table.includes("<w:bidiVisual/>"))).toEqual([
        false,
        true,
      ]);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "a marking of 60 characters and a title of 300 are whole, and the section's marking stands at its heading",
    async () => {
      const marking = "Official-Sensitive Commercial Personal Locsen UK Eyes Only X";
      const title = "A title that goes on ".repeat(15).slice(0, 300);
      const children = [paragraph([text("Words.")])];
      const sections = [{ id: "context", title: "Context", marking: "secret", children }];
      const brief = briefOf([], { title, header: { ...EMPTY_HEADER, marking }, sections });
      const docx = await written({ brief, excerpts: [], sources: [] });
      expect(docx.header[0]?.text).toContain(marking.toUpperCase());
      expect(docx.header[0]?.text).toContain("SECRET");
      expect(docx.footer[1]?.text).toBe(docx.header[0]?.text);
      expect(docx.paragraphs.map(({ text: words }) => words)).toEqual([title.trim(), "Context (SECRET)", "Words."]);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "an address that Word could not open is left as words",
    async () => {
      const link = (address: string) => ({ type: "text", text: address, marks: [], link: address });
      const good = ["https://example.org/%E4%BC%9A?q=“a”", "http://bücher.example/ä"];
      const bad = ["https://exa<mple", "mailto:a@b@c", "http://[::1", "https://example.org/%zz"];
      const docx = await written({
        brief: briefOf([paragraph([...good, ...bad].map(link))]),
        excerpts: [],
        sources: [],
      });
      expect(docx.paragraphs[1]?.links.map(([, target]) => target)).toEqual([
        "https://example.org/%E4%BC%9A?q=%E2%80%9Ca%E2%80%9D",
        "http://xn--bcher-kva.example/%C3%A4",
      ]);
      expect(docx.paragraphs[1]?.text).toBe([...good, ...bad].join(""));
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test("a heading is never more than one level below the one before it", async () => {
    const heading = (level: 2 | 3, words: string) => ({ type: "heading", level, children: [text(words)] });
    const blocks = [heading(3, "a"), heading(3, "b"), heading(2, "c"), heading(3, "d")];
    const docx = await readDocx(await writeDocx(docxInput({ brief: briefOf(blocks), excerpts: [], sources: [] })));
    expect(docx.paragraphs.map(({ style }) => style)).toEqual([
      "Heading1",
      "Heading2",
      "Heading3",
      "Heading2",
      "Heading3",
    ]);
  });

  test(
    "a citation of an excerpt that is not there says so and is not in the annex",
    async () => {
      const docx = await written({
        brief: briefOf([paragraph([text("Who says so?"), citation("c1", ["gone"])])]),
        excerpts: [],
        sources: [],
        options: { evidenceAnnex: true },
      });
      expect(docx.footnotes.map(({ text: words }) => words)).toEqual(["Source not found in this project."]);
      expect(docx.paragraphs.map(({ text: words }) => words)).toEqual(["Context", "Who says so?"]);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "500 citations keep their notes",
    async () => {
      const sources = Array.from({ length: 20 }, (_, index) => sourceWith(`s${index}`, { title: `Title ${index}` }));
      const excerpts = Array.from({ length: 500 }, (_, index) => {
        const source = sources[index % sources.length];
        if (!source) throw new Error("no source");
        return excerptOf(source, `e${index}`, `para. ${index + 1}`);
      });
      const blocks = excerpts.map(({ id }, index) =>
        paragraph([text(`Statement ${index + 1}`), citation(`c${index}`, [id])]),
      );
      const docx = await written({ brief: briefOf(blocks), excerpts, sources });
      const byId = new Map(docx.footnotes.map((note) => [note.id, note.text]));
      const notes = docx.paragraphs.flatMap((read) => read.notes.map(({ id }) => `${read.text}: ${byId.get(id)}`));
      expect(notes).toEqual(
        excerpts.map((_, index) =>
          expect.stringMatching(
            new RegExp(`^Statement ${index + 1}: .*Title ${index % 20}\\b.*para\\. ${index + 1}\\.$`),
          ),
        ),
      );
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
      const source = sourceWith("s", { title: hostile, publisher: hostile, url: hostile, language: hostile }, hostile);
      const excerpt = excerptOf(source, "e", hostile);
      const words = { type: "text", text: hostile, marks: ["bold"] };
      const header = Object.fromEntries(Object.keys(EMPTY_HEADER).map((key) => [key, key === "date" ? "" : hostile]));
      const parts = { title: hostile, header, recommendations: [hostile] };
      const brief = briefOf([paragraph([words, citation("c", ["e"])])], parts);
      const docx = await written({ brief, excerpts: [excerpt], sources: [source], options: { evidenceAnnex: true } });
      expect(docx.paragraphs.find(({ style }) => style === "Normal")?.text).toBe(shown);
      expect(docx.paragraphs[0]).toMatchObject({ style: "Title", text: shown.trim() });
      expect(docx.footnotes).toHaveLength(1);
    },
    VALIDATOR_TIMEOUT_MS,
  );
});

/** The document read back, once it was found valid. */
async function written(brief: BriefToExport): Promise<ReadDocx> {
  const bytes = await writeDocx(docxInput({ exportedAt: EXPORTED_AT, ...brief }));
  expect(await docxErrors(bytes)).toEqual([]);
  return readDocx(bytes);
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

function text(words: string): object {
  return { type: "text", text: words, marks: [] };
}

function citation(id: string, excerptIds: string[]): object {
  return { type: "citation", id, excerptIds };
}
