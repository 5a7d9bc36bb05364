// Proves that OpenDocument texts arrive whole: every word in its order, with structure, emphasis, notes, changes and
// comments, that what is left out is said, and that broken and hostile files end in one clear error.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../../src/core/source/block.ts";
import { readOdt } from "../../../src/engine/readers/odt-reader.ts";
import type { ReadSource } from "../../../src/engine/readers/reader.ts";
import { AttacheError, type ErrorCode } from "../../../src/ipc/errors.ts";
import { madeZip } from "../../support/made-files.ts";
import { contentXml, madeFlatOdt, madeOdt, type OdtXml, odtParts } from "../../support/made-odt.ts";

async function readBytes(bytes: Uint8Array): Promise<ReadSource> {
  const request = {
    fileName: "report.odt",
    bytes,
    encoding: null,
    importedOn: "2026-05-20",
    password: null,
    extraction: null,
  };
  return readOdt(request, () => undefined);
}

async function read(xml: string | OdtXml): Promise<ReadSource> {
  return readBytes(await madeOdt(typeof xml === "string" ? { body: xml } : xml));
}

async function refusal(bytes: Uint8Array): Promise<{ code: ErrorCode; message: string }> {
  try {
    await readBytes(bytes);
  } catch (error) {
    if (error instanceof AttacheError) return error;
    throw error;
  }
  throw new Error("it was read");
}

/** Blocks as short lines: kind, level, text. */
function outline({ blocks }: ReadSource): string[] {
  return blocks.map(({ kind, level, text }) => `${kind}${level ?? ""}: ${text}`);
}

function spansOf({ text, spans = [] }: Block): string[] {
  return spans.map((span) => {
    const what = span.kind === "emphasis" ? span.emphasis : span.kind === "link" ? span.url : `note ${span.note}`;
    return `${what}: ${text.slice(span.fromUtf16, span.toUtf16)}`;
  });
}

function style(name: string, properties: string, more = ""): string {
  return `<style:style style:name="${name}" style:family="text"${more}><style:text-properties ${properties}/></style:style>`;
}

const p = (text: string, name = "Standard"): string => `<text:p text:style-name="${name}">${text}</text:p>`;

describe("structure", () => {
  test("headings, paragraphs, quotations, captions and the title by their styles", async () => {
    const source = await read({
      automaticStyles: '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>',
      body:
        p("The compact", "Title") +
        p("What it says", "Subtitle") +
        '<text:h text:outline-level="1">Duties</text:h>' +
        p("Both sides <text:span>must</text:span>\n  publish.") +
        p("We will.", "P1") +
        '<text:h text:outline-level="3">Readings</text:h>' +
        p("Figure 1: The gauge", "Illustration") +
        p("") +
        p("Old style", "Heading_20_2"),
    });
    expect(outline(source)).toEqual([
      "heading1: The compact",
      "heading2: What it says",
      "heading1: Duties",
      "paragraph: Both sides must publish.",
      "quote: We will.",
      "heading3: Readings",
      "caption: Figure 1: The gauge",
      "heading2: Old style",
    ]);
    expect(source).toMatchObject({ format: "odt", encoding: null, pages: [], attachments: [], warnings: [] });
    expect(source.metadata.title).toBe("The compact");
  });

  test("lists with their depth, and what stands between", async () => {
    const item = (content: string): string => `<text:list-item>${content}</text:list-item>`;
    const source = await read(
      `<text:list>${item(`${p("first")}<text:list>${item(p("deeper"))}</text:list>`)}${item(p("second") + p("goes on"))}</text:list>` +
        `<text:section text:name="s">${p("after")}</text:section>` +
        '<text:numbered-paragraph text:level="2"><text:p>numbered</text:p></text:numbered-paragraph>',
    );
    expect(outline(source)).toEqual([
      "list-item1: first",
      "list-item2: deeper",
      "list-item1: second",
      "list-item1: goes on",
      "paragraph: after",
      "list-item2: numbered",
    ]);
  });

  test("tables by row and column, spans and repeats counted", async () => {
    const cell = (text: string, more = ""): string => `<table:table-cell${more}>${p(text)}</table:table-cell>`;
    const source = await read(
      "<table:table><table:table-column/>" +
        `<table:table-header-rows><table:table-row>${cell("Gauge")}${cell("Readings")}</table:table-row></table:table-header-rows>` +
        `<table:table-row>${cell("wide", ' table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell("third")}</table:table-row>` +
        '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/></table:table-row>' +
        `<table:table-row><table:table-cell table:number-columns-repeated="2"/>${cell("last")}</table:table-row></table:table>` +
        `<table:table><table:table-row>${cell("other")}</table:table-row></table:table>`,
    );
    expect(source.blocks.map(({ text, cell: at }) => [text, at?.table, at?.row, at?.column, at?.isHeader])).toEqual([
      ["Gauge", 0, 0, 0, true],
      ["Readings", 0, 0, 1, true],
      ["wide", 0, 1, 0, false],
      ["third", 0, 1, 2, false],
      ["last", 0, 5, 2, false],
      ["other", 1, 0, 0, false],
    ]);
  });

  test("what stands in frames, behind the paragraph that they hang on", async () => {
    const source = await read(
      p(`Before <draw:frame><draw:text-box>${p("In the box")}</draw:text-box></draw:frame>and after.`) +
        p(
          `<draw:frame><draw:text-box>${p('<draw:frame><draw:image xlink:href="a.png"/><svg:desc>unseen</svg:desc></draw:frame>Figure <text:sequence>1</text:sequence>: The gauge', "Illustration")}</draw:text-box></draw:frame>`,
        ) +
        `<draw:custom-shape>${p("On a shape")}</draw:custom-shape>`,
    );
    expect(outline(source)).toEqual([
      "paragraph: Before and after.",
      "paragraph: In the box",
      "caption: Figure 1: The gauge",
      "paragraph: On a shape",
    ]);
  });

  test("indexes as they are shown, without what they are made from", async () => {
    const source = await read(
      `<text:table-of-content><text:table-of-content-source><text:index-title-template>Template</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>${p("Contents")}</text:index-title>${p('<text:a xlink:href="#1">Duties<text:tab/>3</text:a>')}</text:index-body></text:table-of-content>`,
    );
    expect(outline(source)).toEqual(["paragraph: Contents", "paragraph: Duties 3"]);
  });

  test("heads and feet of pages once, behind the text, but no page numbers", async () => {
    const source = await read({
      body: p("Text."),
      masterStyles: `<style:master-page style:name="A"><style:header>${p("Institute of Basin Studies")}</style:header><style:footer>${p("Page <text:page-number>3</text:page-number>")}</style:footer></style:master-page><style:master-page style:name="B"><style:header>${p("Institute of Basin Studies")}</style:header></style:master-page>`,
    });
    expect(outline(source)).toEqual(["paragraph: Text.", "running-head: Institute of Basin Studies"]);
  });
});

describe("within a paragraph", () => {
  test("emphasis by automatic and named styles and what they are made from", async () => {
    const source = await read({
      automaticStyles:
        style("T1", 'fo:font-weight="bold"') +
        style("T2", 'fo:font-style="italic"', ' style:parent-style-name="Strong_20_Emphasis"') +
        style("T3", 'style:text-underline-style="solid" style:text-line-through-style="solid"') +
        style("T4", 'style:text-position="super 58%"') +
        style("T5", 'style:text-position="-33% 58%" fo:font-weight="normal"', ' style:parent-style-name="T1"') +
        style("T6", "", ' style:parent-style-name="T6"') +
        '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>',
      styles: style("Strong_20_Emphasis", 'fo:font-weight="700"') + style("Source_20_Text", ""),
      body:
        p(
          'a <text:span text:style-name="T1">bold <text:span text:style-name="T4">up</text:span></text:span> <text:span text:style-name="T2"> both </text:span><text:span text:style-name="T3">lines</text:span> <text:span text:style-name="T5">down</text:span> <text:span text:style-name="T6">circle</text:span> <text:span text:style-name="Source_20_Text">code</text:span> <text:span text:style-name="Nowhere">x</text:span>',
        ) + p("All of it", "P1"),
    });
    expect(source.blocks[0]?.text).toBe("a bold up both lines down circle code x");
    expect(source.blocks[0] && spansOf(source.blocks[0])).toEqual([
      "strong: bold up",
      "superscript: up",
      "emphasis: both",
      "strong: both",
      "underline: lines",
      "strike: lines",
      "subscript: down",
      "code: code",
    ]);
    expect(source.blocks[1] && spansOf(source.blocks[1])).toEqual(["strong: All of it"]);
  });

  test("links, but none that could run something", async () => {
    const { blocks } = await read(
      p(
        '<text:a xlink:href="https://example.com/a">a link</text:a>, <text:a xlink:href="javascript:x()">press</text:a>',
      ),
    );
    expect(blocks[0]?.text).toBe("a link, press");
    expect(blocks[0] && spansOf(blocks[0])).toEqual(["https://example.com/a: a link"]);
  });

  test("counted spaces, tabs, line breaks, fields and non-breaking spaces", async () => {
    const { blocks } = await read(
      p(
        ' <text:s text:c="2"/>on <text:date>4 May</text:date>,<text:s text:c="2"/>by\u00a0<text:author-name>Ann</text:author-name><text:tab/>and<text:line-break/>\n Bo <text:bookmark-ref>page 3</text:bookmark-ref> <text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>',
      ),
    );
    expect(blocks.map(({ text }) => text)).toEqual(["on 4 May,  by\u00a0Ann and Bo page 3 漢"]);
  });

  test("notes behind the text, tied to their marks", async () => {
    const note = (kind: string, mark: string, body: string): string =>
      `<text:note text:note-class="${kind}"><text:note-citation>${mark}</text:note-citation><text:note-body>${body}</text:note-body></text:note>`;
    const { blocks } = await read(
      p(`One${note("footnote", "1", p("First.") + p("Goes on."))} two${note("endnote", "i", p("Last."))}.`) + p("End."),
    );
    expect(blocks.map(({ kind, text, note: id }) => [kind, text, id])).toEqual([
      ["paragraph", "One1 twoi.", undefined],
      ["paragraph", "End.", undefined],
      ["note", "First.", "footnote-1"],
      ["note", "Goes on.", "footnote-1"],
      ["note", "Last.", "endnote-2"],
    ]);
    expect(blocks[0] && spansOf(blocks[0])).toEqual(["note footnote-1: 1", "note endnote-2: i"]);
  });
});

const MADE = "<dc:creator>Ann Example</dc:creator><dc:date>2026-05-04T10:00:00</dc:date>";

describe("changes and comments", () => {
  test("are kept beside a text that is as if they were accepted", async () => {
    const region = (id: string, change: string): string =>
      `<text:changed-region text:id="${id}">${change}</text:changed-region>`;
    const source = await read(
      `<text:tracked-changes>${region("c1", `<text:deletion><office:change-info>${MADE}</office:change-info>${p("never ")}</text:deletion>`)}${region("c2", `<text:insertion><office:change-info>${MADE}</office:change-info></text:insertion>`)}</text:tracked-changes>` +
        p(
          `They <text:change text:change-id="c1"/>agreed <office:annotation office:name="a1">${MADE}${p("Who says so?")}</office:annotation>to <text:change-start text:change-id="c2"/>meet again<office:annotation-end office:name="a1"/> and`,
        ) +
        p('talk<text:change-end text:change-id="c2"/> soon.'),
    );
    expect(source.blocks.map(({ text }) => text)).toEqual(["They agreed to meet again and", "talk soon."]);
    const by = { author: "Ann Example", date: "2026-05-04T10:00:00" };
    expect(source.blocks[0]?.revisions).toEqual([
      { kind: "deleted", atUtf16: 5, text: "never ", ...by },
      { kind: "comment", fromUtf16: 12, toUtf16: 25, text: "Who says so?", ...by },
      { kind: "inserted", fromUtf16: 15, toUtf16: 29, ...by },
    ]);
    expect(source.blocks[1]?.revisions).toEqual([{ kind: "inserted", fromUtf16: 0, toUtf16: 4, ...by }]);
    expect(source.warnings).toEqual([
      "The document has 2 tracked changes and 1 comment. The text is shown as if the changes were accepted.",
    ]);
  });

  test("go with the next words where their paragraph has none", async () => {
    const { blocks } = await read(`${p(`<office:annotation>${p("Why?")}</office:annotation>`)}${p("Because.")}`);
    expect(blocks[0]?.revisions).toEqual([
      { kind: "comment", fromUtf16: 0, toUtf16: 0, text: "Why?", author: null, date: null },
    ]);
  });
});

describe("what is left out is said", () => {
  test("hidden words, paragraphs and sections, and objects", async () => {
    const source = await read({
      automaticStyles:
        style("T1", 'text:display="none"') +
        '<style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style>',
      body:
        p(
          'Seen<text:span text:style-name="T1"> unseen</text:span><text:hidden-text text:is-hidden="true" text:string-value="unseen"/>.',
        ) +
        p("unseen", "P1") +
        p('<text:hidden-paragraph text:is-hidden="true"/>unseen') +
        `<text:section text:display="none">${p("unseen")}</text:section>` +
        p('<text:hidden-text text:is-hidden="false" text:string-value="Shown"/>') +
        p("<draw:frame><draw:object/></draw:frame>"),
    });
    expect(source.blocks.map(({ text }) => text)).toEqual(["Seen.", "Shown"]);
    expect(source.warnings).toEqual([
      "5 words of hidden text were left out.",
      "1 embedded formula, chart or table was not read",
    ]);
  });

  test("text that a stretch shows again within a hidden paragraph", async () => {
    const source = await read({
      automaticStyles:
        style("T1", 'text:display="true"') +
        '<style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style>',
      body: p('one<text:span text:style-name="T1">Shown</text:span> two', "P1"),
    });
    expect(source.blocks.map(({ text }) => text)).toEqual(["Shown"]);
    expect(source.warnings).toEqual(["2 words of hidden text were left out."]);
  });

  test("what hangs on hidden words is hidden too, and an insertion ends where it ends", async () => {
    const note = (id: number, text: string) =>
      `<text:note text:note-class="footnote"><text:note-citation>${id}</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;
    const source = await read({
      automaticStyles: style("T1", 'text:display="none"'),
      body:
        '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>Ida</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>' +
        p(
          `<text:change-start text:change-id="c1"/>Seen<text:span text:style-name="T1"> un<text:change-end text:change-id="c1"/>seen${note(1, "Note unseen")}<draw:frame><draw:text-box>${p("Box unseen")}</draw:text-box></draw:frame></text:span> again${note(2, "Note seen")}`,
        ),
    });
    expect(outline(source)).toEqual(["paragraph: Seen again2", "note: Note seen"]);
    expect(source.blocks[0]?.revisions).toMatchObject([{ kind: "inserted", fromUtf16: 0, toUtf16: 4 }]);
    expect(source.warnings.at(-1)).toBe("5 words of hidden text were left out.");
  });

  test("a text of hidden words alone says so", async () => {
    const bytes = await madeOdt({ body: `<text:section text:display="none">${p("unseen")}</text:section>` });
    const { code, message } = await refusal(bytes);
    expect(code).toBe("file-empty");
    expect(message).toContain("only hidden text");
  });

  test("a damaged part beside the text", async () => {
    const parts = odtParts({ body: p("Text.") });
    const source = await readBytes(await madeZip({ ...parts, "styles.xml": "<broken", "meta.xml": "<broken" }));
    expect(source.blocks).toHaveLength(1);
    expect(source.warnings).toHaveLength(2);
  });
});

describe("what it says of itself", () => {
  test("title, author and language; its dates only as suggestions", async () => {
    const { metadata, suggestions } = await read({
      body: p("Text of the report."),
      meta: "<dc:title>The compact</dc:title><meta:initial-creator>Ann Example</meta:initial-creator><dc:creator>Bo</dc:creator><dc:language>fr-FR</dc:language><meta:creation-date>2026-05-01T09:00:00</meta:creation-date><dc:date>2026-05-04T10:00:00</dc:date>",
    });
    expect(metadata).toMatchObject({ title: "The compact", authors: ["Ann Example"], language: "fr", published: null });
    expect(suggestions.filter(({ field }) => field === "published")).toEqual([
      { field: "published", value: "2026-05-04", reason: "The file was last saved on 4 May 2026" },
      { field: "published", value: "2026-05-01", reason: "The file was created on 1 May 2026" },
    ]);
  });

  test("in one XML file too", async () => {
    const source = await readBytes(madeFlatOdt({ body: p("Text."), meta: "<dc:title>Flat</dc:title>" }));
    expect(source.metadata.title).toBe("Flat");
    expect(outline(source)).toEqual(["paragraph: Text."]);
  });

  test("whatever prefixes it uses", async () => {
    const xml = contentXml({ body: p("Text.") });
    const renamed = xml.replaceAll(/(<\/?|\s)text:/gu, "$1t:").replace("xmlns:text=", "xmlns:t=");
    const source = await readBytes(await madeZip({ ...odtParts({ body: "" }), "content.xml": renamed }));
    expect(outline(source)).toEqual(["paragraph: Text."]);
  });
});

const word = fc.stringMatching(/^[a-z]{1,7}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(" "));
const inline: fc.Arbitrary<string> = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.constantFrom(
      " ",
      "<text:s/>",
      "<text:tab/>",
      "<text:line-break/>",
      "<text:bookmark/>",
      "<text:soft-page-break/>",
    ),
    fc
      .array(tie("inline"), { maxLength: 3 })
      .map((parts) => `<text:span text:style-name="T1">${parts.join(" ")}</text:span>`),
    tie("inline").map((part) => `<text:a xlink:href="https://1.2/">${part}</text:a>`),
  ),
})).inline;
const flow: fc.Arbitrary<string> = fc.letrec<{ flow: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 4 },
    inline.map((text) => p(text)),
    words.map((text) => `<text:h text:outline-level="2">${text}</text:h>`),
    fc
      .array(tie("flow"), { maxLength: 3 })
      .map(
        (items) => `<text:list>${items.map((each) => `<text:list-item>${each}</text:list-item>`).join("")}</text:list>`,
      ),
    fc
      .array(tie("flow"), { maxLength: 3 })
      .map(
        (cells) =>
          `<table:table><table:table-row>${cells.map((each) => `<table:table-cell>${each}</table:table-cell>`).join("")}</table:table-row></table:table>`,
      ),
    tie("flow").map((inner) => `<text:section>${inner}</text:section>`),
    tie("flow").map((inner) => p(`<draw:frame><draw:text-box>${inner}</draw:text-box></draw:frame>`)),
  ),
})).flow;

test("no word is lost, added or moved in any document", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(flow, { maxLength: 8 }), async (parts) => {
      const body = p("start") + parts.join("");
      const { blocks } = await read({ body, automaticStyles: style("T1", 'fo:font-weight="bold"') });
      const expected = body
        .replaceAll(/<\/text:[ph]>|<text:(?:s|tab|line-break)\/>/gu, " ")
        .replaceAll(/<[^>]*>/gu, "")
        .split(/\s+/u)
        .filter((each) => each !== "");
      expect(blocks.flatMap(({ text }) => text.split(/\s+/u))).toEqual(expected);
      for (const { text, spans = [] } of blocks) {
        expect(text).toBe(text.trim());
        for (const span of spans) expect(text.slice(span.fromUtf16, span.toUtf16).trim()).not.toBe("");
      }
    }),
    { numRuns: 200 },
  );
});

describe("broken and hostile files end in one clear error", () => {
  const nested = (tag: string, depth: number, inner: string): string =>
    `<${tag}>`.repeat(depth) + inner + `</${tag}>`.repeat(depth);

  test.each<[string, ErrorCode, () => Promise<Uint8Array>]>([
    ["no text", "file-empty", () => madeOdt({ body: p(" ") })],
    [
      "no content",
      "file-damaged",
      () => madeZip({ mimetype: "application/vnd.oasis.opendocument.text", "meta.xml": "" }),
    ],
    [
      "a body of another kind",
      "file-damaged",
      async () =>
        madeZip({
          ...odtParts({ body: "" }),
          "content.xml": contentXml({ body: "" }).replaceAll("office:text>", "office:chart>"),
        }),
    ],
    [
      "broken XML",
      "file-damaged",
      async () => madeZip({ ...odtParts({ body: "" }), "content.xml": contentXml({ body: p("a") }).slice(0, -60) }),
    ],
    ["a cut file", "file-damaged", async () => (await madeOdt({ body: p("word ".repeat(5000)) })).subarray(0, 700)],
    ["elements 5,000 deep", "file-too-complex", () => madeOdt({ body: nested("text:section", 5000, p("a")) })],
    [
      "a billion laughs",
      "file-too-complex",
      async () =>
        madeZip({
          ...odtParts({ body: "" }),
          "content.xml": `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><a>&b;</a>`,
        }),
    ],
    [
      "an external entity",
      "file-too-complex",
      async () =>
        madeZip({
          ...odtParts({ body: "" }),
          "content.xml": contentXml({ body: p("&x;") }).replace(
            "?>",
            '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
          ),
        }),
    ],
    [
      "a bomb",
      "file-too-complex",
      async () =>
        madeZip({ ...odtParts({ body: "" }), "content.xml": contentXml({ body: p(" ".repeat(120_000_000)) }) }),
    ],
    ["three million elements", "file-too-complex", () => madeOdt({ body: "<text:p/>".repeat(3_000_000) })],
    [
      "a password",
      "file-unsupported",
      () =>
        madeOdt({
          body: p("a"),
          manifest:
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"><manifest:encryption-data/></manifest:file-entry>',
        }),
    ],
  ])("%s", async (_what, code, make) => {
    const error = await refusal(await make());
    expect(error.code).toBe(code);
    expect(error.message).toContain("report.odt");
  });

  test("a protected one says what to do", async () => {
    const bytes = await madeOdt({
      body: "",
      manifest: "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
    });
    expect((await refusal(bytes)).message).toMatch(/protected with a password.*without a password/u);
  });

  test("what can be read beside nonsense is read", async () => {
    const chained = Array.from({ length: 2000 }, (_, index) =>
      style(`S${index}`, "", ` style:parent-style-name="S${(index + 1) % 2000}"`),
    );
    const source = await read({
      automaticStyles: chained.join(""),
      body:
        p(
          '<text:s text:c="2000000000"/>a<text:s text:c="-5"/><text:span text:style-name="S0">b</text:span><text:change-end text:change-id="nowhere"/><office:annotation-end office:name="nowhere"/><text:note/>',
        ) +
        '<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999"/></table:table-row></table:table>' +
        '<text:h text:outline-level="-3">c</text:h><text:unknown><text:p>d</text:p></text:unknown>',
    });
    expect(source.blocks.map(({ text }) => text)).toEqual(["a b", "c", "d"]);
  });

  test("any bytes changed or cut off", async () => {
    const whole = await madeOdt({
      body: `${p("Some words")}<text:list><text:list-item>${p("more")}</text:list-item></text:list>`,
      meta: "<dc:title>A</dc:title>",
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }), fc.nat(), async (changes, end) => {
        const bytes = whole.slice(0, end % 4 === 0 ? 1 + (end % whole.length) : whole.length);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        try {
          expect((await readBytes(bytes)).blocks.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(AttacheError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the samples", () => {
  const folder = new URL("../../fixtures/odt/", import.meta.url);
  test.each(readdirSync(folder).filter((name) => name !== "README.md"))("%s", async (name) => {
    const source = await readBytes(readFileSync(new URL(name, folder)));
    expect(source.metadata).toMatchObject({
      title: "Ilvane compact: what each side must do",
      authors: ["Hedva Lomquar"],
    });
    expect(source.blocks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["heading", "paragraph", "quote", "list-item", "table-cell", "note", "caption"]),
    );
  });
});
