import { describe, expect, test } from "vitest";
import { documentXml, docxParts, makeDocx, paragraph } from "../../support/docx-making.ts";
import { makeLongDocx } from "../../support/long-docx.ts";
import { errorOf, FILE_NAME, readBytes, textsOf } from "../../support/read-docx-source.ts";
import { type MadePart, makeZip } from "../../support/zip-making.ts";

const DOCUMENT = "word/document.xml";

/** A document whose main part is this text. */
function withDocument(content: string | Uint8Array, lies: MadePart["lies"] = {}): Uint8Array {
  const parts = docxParts({ body: "" }).map((part) => (part.name === DOCUMENT ? { ...part, content, lies } : part));
  return makeZip(parts);
}

/** One error that names the file, with that code. */
async function expectError(bytes: Uint8Array, code: string): Promise<void> {
  const error = await errorOf(bytes);
  expect(error?.code).toBe(code);
  expect(error?.message).toContain(FILE_NAME);
}

test("a document cut off at any tenth is damaged", async () => {
  const whole = await makeLongDocx(5);
  for (let tenth = 0; tenth < 10; tenth++) {
    await expectError(whole.slice(0, Math.floor((whole.length * tenth) / 10)), "file-damaged");
  }
});

test("a document whose text is cut off inside the package is damaged", async () => {
  const text = documentXml(paragraph("Words").repeat(50));
  for (let tenth = 1; tenth < 10; tenth++) {
    await expectError(withDocument(text.slice(0, Math.floor((text.length * tenth) / 10))), "file-damaged");
  }
});

describe("too much", { timeout: 60_000 }, () => {
  test("a part that unpacks to far more than a document has", async () => {
    await expectError(withDocument(Buffer.alloc(128 * 1024 * 1024, " ")), "file-too-complex");
  });

  test("a text of 60 MB without any tag", async () => {
    const bytes = withDocument(documentXml(paragraph("x".repeat(60 * 1024 * 1024))));
    const { blocks } = await readBytes(bytes);
    expect(blocks[0]?.text).toHaveLength(60 * 1024 * 1024);
  });

  test("a million paragraphs", async () => {
    await expectError(makeDocx({ body: paragraph("x").repeat(1_000_000) }), "file-too-complex");
  });

  test("elements nested 100,000 deep, one in another or paragraph in paragraph", async () => {
    await expectError(withDocument(documentXml("<w:sdt>".repeat(100_000))), "file-too-complex");
    const open = "<w:p><w:r><w:drawing><w:txbxContent>";
    await expectError(withDocument(documentXml(open.repeat(25_000))), "file-too-complex");
  });

  test("elements nested as deep as is allowed are read", async () => {
    const [open, close] = ["<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"];
    const body = open.repeat(240) + paragraph("Deep") + close.repeat(240);
    expect(textsOf((await readBytes(makeDocx({ body }))).blocks)).toEqual(["Deep"]);
  });

  test("a table that claims a billion columns", async () => {
    const cell = (text: string) => `<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph(text)}</w:tc>`;
    const { blocks } = await readBytes(makeDocx({ body: `<w:tbl><w:tr>${cell("a")}${cell("b")}</w:tr></w:tbl>` }));
    expect(textsOf(blocks)).toEqual(["a", "b"]);
  });

  test("a thousand parts, and notes and links by the thousand", async () => {
    const ids = Array.from({ length: 5000 }, (_, index) => index + 1);
    const links = Object.fromEntries(ids.map((id) => [`l${id}`, `https://ports.example/${id}`]));
    const body = ids
      .map((id) => {
        const link = `<w:hyperlink r:id="l${id}"><w:r><w:t>link</w:t></w:r></w:hyperlink>`;
        return paragraph(`${link}<w:r><w:footnoteReference w:id="${id}"/></w:r>`);
      })
      .join("");
    const footnotes = ids.map((id) => `<w:footnote w:id="${id}">${paragraph(`Note ${id}`)}</w:footnote>`).join("");
    const others = ids.slice(0, 1000).map((id) => ({ name: `word/media/${id}.png`, content: "x" }));
    const { blocks } = await readBytes(makeDocx({ body, links, footnotes, others }));
    expect(blocks).toHaveLength(10_000);
    expect(blocks.at(-1)?.text).toBe("Note 5000");
  });

  test("changes and open fields by the ten thousand in one paragraph", async () => {
    const change =
      '<w:del w:author="a"><w:r><w:delText>x</w:delText></w:r></w:del><w:ins w:author="b"><w:r><w:t>y</w:t></w:r></w:ins>';
    const { blocks } = await readBytes(makeDocx({ body: paragraph(change.repeat(30_000)) }));
    expect(blocks[0]?.revisions).toHaveLength(30_001);
    const [begin, separate, end] = ["begin", "separate", "end"].map((type) => {
      return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`.repeat(20_000);
    });
    const words = "<w:r><w:t>x</w:t></w:r>".repeat(20_000);
    const nested = await readBytes(makeDocx({ body: paragraph(`${begin}${words}${separate}${end}${words}`) }));
    expect(nested.blocks[0]?.text).toHaveLength(20_000);
  });

  test("styles that stand on each other in a circle", async () => {
    const circle = (id: string, base: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`;
    const bytes = makeDocx({
      styles: circle("a", "b") + circle("b", "a"),
      body: paragraph("Words", '<w:pStyle w:val="a"/>'),
    });
    expect(textsOf((await readBytes(bytes)).blocks)).toEqual(["Words"]);
  });
});

describe("what reaches out of the file", () => {
  test("external entities and a billion laughs are refused", async () => {
    const entity = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    await expectError(withDocument(`${entity}<w:document>&x;</w:document>`), "file-too-complex");
    const laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    await expectError(withDocument(`${laughs}<w:document>&b;</w:document>`), "file-too-complex");
  });

  test("parts named to climb out of the package are not there", async () => {
    const parts = docxParts({ body: paragraph("Words") });
    const evil = { name: "../../../../etc/passwd", content: "x" };
    expect(textsOf((await readBytes(makeZip([evil, ...parts]))).blocks)).toEqual(["Words"]);
  });

  test("a document that says its text is outside of the package", async () => {
    const relationships = docxParts({ body: "" })[0];
    const content = String(relationships?.content).replace("word/document.xml", "../../../etc/passwd");
    await expectError(makeZip([{ name: "_rels/.rels", content }]), "file-damaged");
  });
});

describe("what is no document", () => {
  test("a package without a text", async () => {
    await expectError(makeZip([{ name: "[Content_Types].xml", content: "<Types/>" }]), "file-damaged");
  });

  test("a text that is something else", async () => {
    await expectError(withDocument("<html><body>Words</body></html>"), "file-damaged");
    await expectError(withDocument(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), "file-damaged");
  });

  test("wrong content types do not matter where the text is there", async () => {
    const types = {
      name: "[Content_Types].xml",
      content: "<Types><Default Extension='xml' ContentType='x/y'/></Types>",
    };
    const { blocks } = await readBytes(makeZip([types, ...docxParts({ body: paragraph("Words") })]));
    expect(textsOf(blocks)).toEqual(["Words"]);
  });

  test("random bytes behind the header of a ZIP file", async () => {
    const bytes = Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * index * 31 + index) % 253));
    await expectError(Buffer.concat([Buffer.from("PK\x03\x04"), bytes]), "file-damaged");
  });
});
