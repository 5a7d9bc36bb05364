import { describe, expect, test } from "vitest";
import type { Block } from "../../../src/core/source/block.ts";
import { docxParts, makeDocx, paragraph, run, style } from "../../support/docx-making.ts";
import { makeLongDocx } from "../../support/long-docx.ts";
import { blocksOf, errorOf, readBytes, readParts, textsOf } from "../../support/read-docx-source.ts";
import { makeZip } from "../../support/zip-making.ts";

/** The words that the spans of a block cover, by what they are. */
function spanned({ text, spans = [] }: Block): string[] {
  return spans.map((span) => {
    const what = span.kind === "emphasis" ? span.emphasis : span.kind === "link" ? span.url : span.note;
    return `${what}: ${text.slice(span.fromUtf16, span.toUtf16)}`;
  });
}

function kinds(blocks: readonly Block[]): string[] {
  return blocks.map(({ kind, level, text }) => `${kind}${level ?? ""}: ${text}`);
}

const STYLES = `
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Ttl"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Subtitle"/></w:style>
  <w:style w:type="paragraph" w:styleId="Zit"><w:name w:val="Intense Quote"/></w:style>
  <w:style w:type="paragraph" w:styleId="Bild"><w:name w:val="caption"/></w:style>
  <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`;

const NUMBERING = `
  <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:pStyle w:val="Liste"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>`;

function item(text: string, level: number, numberingId = 1): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numberingId}"/></w:numPr>`);
}

describe("kinds of blocks", () => {
  test("come from styles, whatever language Word speaks", async () => {
    const blocks = await blocksOf({
      styles: STYLES,
      body: [
        paragraph("Harbour report", style("Ttl")),
        paragraph("Spring", style("Sub")),
        paragraph("Quays", style("berschrift1")),
        paragraph("Cranes", style("Kapitel")),
        paragraph("Ropes", style("Mine")),
        paragraph("Deep", '<w:outlineLvl w:val="7"/>'),
        paragraph("No heading", `${style("berschrift1")}<w:outlineLvl w:val="9"/>`),
        paragraph("Said she", style("Zit")),
        paragraph("A crane", style("Bild")),
        paragraph("Words", style("NotThere")),
        paragraph("Still a heading", style("Heading3")),
      ].join(""),
    });
    expect(kinds(blocks)).toEqual([
      "heading1: Harbour report",
      "heading2: Spring",
      "heading1: Quays",
      "heading2: Cranes",
      "heading1: Ropes",
      "heading8: Deep",
      "paragraph: No heading",
      "quote: Said she",
      "caption: A crane",
      "paragraph: Words",
      "heading3: Still a heading",
    ]);
  });

  test("items of lists have their depth, by themselves or by their style", async () => {
    const blocks = await blocksOf({
      styles: STYLES,
      numbering: NUMBERING,
      body: [item("One", 0), item("Inner", 1), paragraph("By style", style("Liste")), item("None", 0, 0)].join(""),
    });
    expect(kinds(blocks)).toEqual(["list-item1: One", "list-item2: Inner", "list-item1: By style", "paragraph: None"]);
  });

  test("a line break begins a block, but not in a heading; a page break is a space", async () => {
    const broken = (kind: string) => `<w:r><w:t>one</w:t><w:br${kind}/><w:t>two</w:t></w:r>`;
    const blocks = await blocksOf({
      body: [paragraph(broken("")), paragraph(broken(""), style("Heading1")), paragraph(broken(' w:type="page"'))].join(
        "",
      ),
    });
    expect(kinds(blocks)).toEqual(["paragraph: one", "paragraph: two", "heading1: one two", "paragraph: one two"]);
  });

  test("the large first letter of a paragraph is part of its word", async () => {
    const body = paragraph("O", '<w:framePr w:dropCap="drop"/>') + paragraph("nce there was");
    expect(textsOf(await blocksOf({ body }))).toEqual(["Once there was"]);
  });
});

describe("tables", () => {
  const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const row = (cells: string, properties = "") => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
  const places = (blocks: readonly Block[]) =>
    blocks.map(({ text, cell: at }) => `${text} ${at?.table}:${at?.row},${at?.column}${at?.isHeader ? " header" : ""}`);

  test("cells have their place, merged ones counted, and empty ones make no block", async () => {
    const body = `<w:tbl>${[
      row(cell(paragraph("Port"), '<w:gridSpan w:val="2"/>') + cell(paragraph("Ships")), "<w:tblHeader/>"),
      row(cell(paragraph("Varde"), '<w:vMerge w:val="restart"/>') + cell(paragraph("North")) + cell(paragraph("4"))),
      row(cell("<w:p/>", "<w:vMerge/>") + cell(paragraph("South") + paragraph("quay")) + cell(paragraph("7"))),
    ].join("")}</w:tbl>`;
    const blocks = await blocksOf({ body });
    expect(places(blocks)).toEqual([
      "Port 0:0,0 header",
      "Ships 0:0,2 header",
      "Varde 0:1,0",
      "North 0:1,1",
      "4 0:1,2",
      "South 0:2,1",
      "quay 0:2,1",
      "7 0:2,2",
    ]);
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(["table-cell"]));
  });

  test("rows and cells are found in whatever wraps them", async () => {
    const wrapped = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const rows = wrapped(row(wrapped(cell(paragraph("a"))) + cell(wrapped(paragraph("b")))));
    expect(places(await blocksOf({ body: `<w:tbl>${rows}</w:tbl>` }))).toEqual(["a 0:0,0", "b 0:0,1"]);
  });

  test("a table that only places things leaves them what they are, and the tables within are counted", async () => {
    const inner = (text: string) => `<w:tbl>${row(cell(paragraph(text)) + cell(paragraph("x")))}</w:tbl>`;
    const body = `<w:tbl>${row(cell(paragraph("Letterhead") + inner("a")) + cell(inner("b")))}</w:tbl>`;
    const blocks = await blocksOf({ body });
    expect(kinds(blocks)[0]).toBe("paragraph: Letterhead");
    expect(places(blocks.slice(1))).toEqual(["a 0:0,0", "x 0:0,1", "b 1:0,0", "x 1:0,1"]);
  });
});

describe("spans", () => {
  test("emphasis comes from runs and from their styles, without the spaces at its ends", async () => {
    const [block] = await blocksOf({
      styles: STYLES,
      body: paragraph(
        [
          run("A "),
          run("bold ", "<w:b/>"),
          run("and more", '<w:rStyle w:val="Fett"/><w:i/>'),
          run(" m"),
          run("2", '<w:vertAlign w:val="superscript"/>'),
          run(" gone", '<w:strike/><w:b w:val="0"/>'),
        ].join(""),
      ),
    });
    expect(block?.text).toBe("A bold and more m2 gone");
    expect(block && spanned(block)).toEqual([
      "strong: bold and more",
      "emphasis: and more",
      "superscript: 2",
      "strike: gone",
    ]);
  });

  test("links lead to addresses, by relationship or by field; other targets are just words", async () => {
    const field = (instruction: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const [block] = await blocksOf({
      links: { r1: "https://ports.example/minutes", r2: "javascript:alert(1)", r3: "file:///C:/secret.docx" },
      body: paragraph(
        [
          `<w:hyperlink r:id="r1">${run("minutes", "<w:u w:val='single'/>")}</w:hyperlink>`,
          `<w:hyperlink r:id="r2">${run(" script")}</w:hyperlink>`,
          `<w:hyperlink r:id="r3">${run(" file")}</w:hyperlink>`,
          `<w:hyperlink w:anchor="here">${run(" inside ")}</w:hyperlink>`,
          field(' HYPERLINK "https://ports.example/map" ', "map"),
          run(" end"),
        ].join(""),
      ),
    });
    expect(block?.text).toBe("minutes script file inside map end");
    expect(block && spanned(block)).toEqual([
      "https://ports.example/minutes: minutes",
      "https://ports.example/map: map",
    ]);
  });
});

describe("notes", () => {
  const note = (id: number, text: string) =>
    `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`;
  const separator = `<w:footnote w:type="separator" w:id="-1">${paragraph("<w:r><w:separator/></w:r>")}</w:footnote>`;
  const call = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

  test("stand behind the text, tied to marks that count as Word counts", async () => {
    const blocks = await blocksOf({
      body: paragraph(`${run("First")}${call(7)}${run(" and second")}${call(3)}${run(".")}`) + paragraph("Last"),
      footnotes: separator + note(3, "The other") + note(7, "The one"),
    });
    expect(textsOf(blocks)).toEqual(["First1 and second2.", "Last", "The one", "The other"]);
    expect(blocks[0] && spanned(blocks[0])).toEqual(["footnote-7: 1", "footnote-3: 2"]);
    expect(blocks.slice(2).map(({ kind, note: name }) => [kind, name])).toEqual([
      ["note", "footnote-7"],
      ["note", "footnote-3"],
    ]);
  });

  test("marks take the form that the document gives them, or that its author wrote", async () => {
    const own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r>';
    const endnote = '<w:r><w:endnoteReference w:id="1"/></w:r>';
    const blocks = await blocksOf({
      body: paragraph(`${run("a")}${call(3)}${own}${call(3)}${endnote}`),
      footnotes: note(3, "Three") + note(4, "Four"),
      endnotes: `<w:endnote w:id="1">${paragraph("End")}</w:endnote>`,
      settings: '<w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:footnotePr>',
    });
    expect(blocks[0]?.text).toBe("aC*Di");
    expect(blocks[0] && spanned(blocks[0])).toContain("footnote-4: *");
    expect(blocks[0] && spanned(blocks[0])).toContain("endnote-1: i");
    expect(textsOf(blocks).slice(1)).toEqual(["Three", "Four", "End"]);
  });

  test("a call of a note that is missing keeps its mark", async () => {
    expect(textsOf(await blocksOf({ body: paragraph(run("a") + call(9)) }))).toEqual(["a1"]);
  });

  test("the mark of a note without words is a sign like others", async () => {
    const [block, ...others] = await blocksOf({ body: paragraph(run("a") + call(3)), footnotes: note(3, "") });
    expect(block?.text).toBe("a1");
    expect(block && spanned(block).filter((span) => span.startsWith("footnote"))).toEqual([]);
    expect(others).toEqual([]);
  });

  test("a note that is called in another note is read behind it", async () => {
    const blocks = await blocksOf({
      body: paragraph(run("a") + call(3)),
      footnotes: `<w:footnote w:id="3">${paragraph(`${run("Three")}<w:r><w:endnoteReference w:id="1"/></w:r>`)}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${paragraph("End")}</w:endnote>`,
    });
    expect(textsOf(blocks)).toEqual(["a1", "Threei", "End"]);
  });
});

describe("what is shown, and only once", () => {
  test("of fields only the result, even when one stands in another", async () => {
    const character = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = paragraph(
      [
        run("Page "),
        character("begin"),
        "<w:r><w:instrText> IF </w:instrText></w:r>",
        character("begin"),
        "<w:r><w:instrText> PAGE </w:instrText></w:r>",
        character("separate"),
        run("hidden"),
        character("end"),
        character("separate"),
        run("12"),
        character("end"),
        '<w:fldSimple w:instr=" NUMPAGES ">',
        run(" of 40"),
        "</w:fldSimple>",
      ].join(""),
    );
    expect(textsOf(await blocksOf({ body }))).toEqual(["Page 12 of 40"]);
  });

  test("a field that never ends hides nothing", async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(textsOf(await blocksOf({ body: paragraph(begin + run("All of")) + paragraph("this") }))).toEqual([
      "All of",
      "this",
    ]);
    const apart = `<w:tbl><w:tr><w:tc>${paragraph(begin + run("one"))}</w:tc><w:tc>${paragraph(run("two") + end)}</w:tc></w:tr></w:tbl>`;
    expect(textsOf(await blocksOf({ body: apart }))).toEqual(["one", "two"]);
  });

  test("one rendering of a shape, its text behind the paragraph that it hangs on", async () => {
    const content = `<w:txbxContent>${paragraph("In the box")}${paragraph("More")}</w:txbxContent>`;
    const shape =
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    const body = paragraph(`${run("Before ")}<w:r>${shape}</w:r>${run("after")}`) + paragraph("Next");
    expect(textsOf(await blocksOf({ body }))).toEqual(["Before after", "In the box", "More", "Next"]);
  });

  test("content controls, custom XML and elements nobody knows are looked through", async () => {
    const inline = `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${run("one")}</w:sdtContent></w:sdt>`;
    const block = `<w:sdt><w:sdtContent>${paragraph("two")}</w:sdtContent></w:sdt>`;
    const body =
      paragraph(`${inline}<w:smartTag>${run(" more")}</w:smartTag>`) +
      block +
      `<w:customXml>${paragraph("three")}</w:customXml><x:future xmlns:x="urn:x">${paragraph("four")}</x:future>` +
      run("stray");
    expect(textsOf(await blocksOf({ body }))).toEqual(["one more", "two", "three", "four", "stray"]);
  });

  test("characters that are elements of their own", async () => {
    const body = paragraph(
      "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d </w:t>" +
        '<w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Arial" w:char="00A7"/></w:r>',
    );
    expect(textsOf(await blocksOf({ body }))).toEqual(["a b\u2011cd α✓§"]);
  });

  test("a symbol that cannot be told is warned of", async () => {
    const { warnings } = await readParts({
      body: paragraph('<w:r><w:t>x</w:t><w:sym w:font="Nobody Knows" w:char="F061"/></w:r>'),
    });
    expect(warnings).toEqual(["1 symbol of special fonts could not be read."]);
  });

  test("hidden text is left out, and how much it was is said", async () => {
    const { blocks, warnings } = await readParts({
      body:
        paragraph(run("Seen ") + run("un", "<w:vanish/>") + run("seen words ", "<w:vanish/>") + run("again")) +
        paragraph(run("All unseen", "<w:vanish/>")) +
        paragraph(run("Printed", '<w:webHidden/><w:vanish w:val="0"/>')),
    });
    expect(textsOf(blocks)).toEqual(["Seen again", "Printed"]);
    expect(warnings).toEqual(["4 words of hidden text were left out."]);
  });

  test("styles hide text, and a run or a second style shows it again", async () => {
    const hiding = "<w:rPr><w:vanish/></w:rPr></w:style>";
    const { blocks, warnings } = await readParts({
      styles:
        `<w:style w:type="paragraph" w:styleId="Remark"><w:name w:val="Remark"/>${hiding}` +
        '<w:style w:type="paragraph" w:styleId="Late"><w:name w:val="Late"/><w:basedOn w:val="Remark"/></w:style>' +
        `<w:style w:type="character" w:styleId="Aside"><w:name w:val="Aside"/>${hiding}`,
      body:
        paragraph(run("one") + run("Shown", '<w:vanish w:val="0"/>'), style("Remark")) +
        paragraph(run("two") + run(" and shown", '<w:rStyle w:val="Aside"/>'), style("Late")) +
        paragraph(run("Seen") + run(" three", '<w:rStyle w:val="Aside"/>')),
    });
    expect(textsOf(blocks)).toEqual(["Shown", "and shown", "Seen"]);
    expect(warnings).toEqual(["3 words of hidden text were left out."]);
  });

  test("what hangs on hidden text is hidden too: notes, breaks, text boxes, links", async () => {
    const hidden = (content: string) => `<w:r><w:rPr><w:vanish/></w:rPr>${content}</w:r>`;
    const box = `<w:txbxContent>${paragraph("In the box")}</w:txbxContent>`;
    const { blocks, warnings } = await readParts({
      body: paragraph(
        run("Seen") +
          hidden('<w:t>one</w:t><w:br/><w:t>two</w:t><w:footnoteReference w:id="2"/>') +
          hidden(`<w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict>`) +
          hidden(
            '<w:fldChar w:fldCharType="begin"/><w:instrText> XE "quay" </w:instrText><w:fldChar w:fldCharType="end"/>',
          ) +
          run(" again") +
          '<w:r><w:footnoteReference w:id="3"/></w:r>',
      ),
      footnotes: `<w:footnote w:id="2">${paragraph("Note unseen")}</w:footnote><w:footnote w:id="3">${paragraph("Note seen")}</w:footnote>`,
    });
    expect(kinds(blocks)).toEqual(["paragraph: Seen again1", "note: Note seen"]);
    expect(warnings).toEqual(["7 words of hidden text were left out."]);
  });

  test("a document of hidden text alone says so", async () => {
    const error = await errorOf(makeDocx({ body: paragraph(run("unseen", "<w:vanish/>")) }));
    expect(error?.code).toBe("file-empty");
    expect(error?.message).toContain("only hidden text");
  });

  test("formulas do not turn a half into twelve", async () => {
    const of = (name: string, content: string) => `<m:${name}>${content}</m:${name}>`;
    const letters = (text: string) => of("r", of("t", text));
    const half = of("f", of("num", letters("1")) + of("den", letters("2")));
    const square = of("sSup", of("e", letters("x")) + of("sup", letters("2")));
    const sum = of("f", of("num", letters("a+b")) + of("den", letters("c")));
    const [block] = await blocksOf({
      body: paragraph(run("so ") + of("oMath", half + letters("+") + square + letters("=") + sum)),
    });
    expect(block?.text).toBe("so 1/2+x2=(a+b)/c");
    expect(block && spanned(block)).toEqual(["superscript: 2"]);
  });

  test("running heads once, behind the text, and no page numbers", async () => {
    const { blocks } = await readParts({
      body: paragraph("Text"),
      header: paragraph("Ministry of Harbours") + paragraph("Ministry of Harbours") + paragraph("– 4 –"),
    });
    expect(kinds(blocks)).toEqual(["paragraph: Text", "running-head: Ministry of Harbours"]);
  });
});

describe("packages", () => {
  test("the strict form of the standard reads like the usual one", async () => {
    const strict = docxParts({ styles: STYLES, body: paragraph("Quays", style("berschrift1")) }).map((part) => ({
      ...part,
      content: String(part.content)
        .replaceAll(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    }));
    expect(kinds((await readBytes(makeZip(strict))).blocks)).toEqual(["heading1: Quays"]);
  });

  test("other prefixes, other names of parts and other cases of names are the same document", async () => {
    const parts = docxParts({ body: paragraph("Words") }).map(({ name, content }) => ({
      name: name.replace("word/document.xml", "Word/Main.XML"),
      content: String(content)
        .replaceAll("<w:", "<ns0:")
        .replaceAll("</w:", "</ns0:")
        .replaceAll("xmlns:w=", "xmlns:ns0=")
        .replaceAll("word/document.xml", "/word/main.xml"),
    }));
    expect(textsOf((await readBytes(makeZip(parts))).blocks)).toEqual(["Words"]);
  });

  test("a document with macros, templates and pictures is its text", async () => {
    const settings = '<w:attachedTemplate r:id="rId1"/>';
    const others = [
      { name: "word/vbaProject.bin", content: "macro" },
      { name: "word/media/image1.png", content: "picture" },
      {
        name: "word/_rels/settings.xml.rels",
        content:
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
          'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" ' +
          'Target="https://evil.example/template.dotm" TargetMode="External"/></Relationships>',
      },
    ];
    expect(textsOf((await readParts({ body: paragraph("Words"), settings, others })).blocks)).toEqual(["Words"]);
  });

  test("parts taken over from other files are said to be missing", async () => {
    const { warnings } = await readParts({ body: `${paragraph("Words")}<w:altChunk r:id="r1"/>` });
    expect(warnings).toEqual(["1 part taken over from other files could not be read."]);
  });

  test("a document without words says so", async () => {
    await expect(readBytes(makeDocx({ body: "<w:p/>" }))).rejects.toMatchObject({ code: "file-empty" });
  });
});

test("a report of a hundred pages comes through with its notes, tables and lists", async () => {
  const { blocks } = await readBytes(await makeLongDocx(100));
  const count = (kind: Block["kind"]) => blocks.filter((block) => block.kind === kind).length;
  expect(count("heading")).toBe(100);
  expect(count("list-item")).toBe(100);
  expect(count("table-cell")).toBe(25 * 20);
  expect(count("note")).toBe(67);
  const marks = blocks.flatMap(({ spans = [] }) => spans.filter(({ kind }) => kind === "note-mark"));
  expect(marks).toHaveLength(67);
});
