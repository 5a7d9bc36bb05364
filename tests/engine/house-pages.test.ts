// Proves that an export with a house document has its pages, headers and footers, whatever program made it.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { writeDocx } from "../../src/engine/writers/docx/write-docx.ts";
import { docxInput } from "../support/docx-input.ts";
import {
  attributesOf,
  changedSample,
  exportWith,
  LONG_QUOTATION,
  quoting,
  VALIDATOR_TIMEOUT_MS,
  writtenAsWellAs,
  writtenWith,
} from "../support/house-export.ts";
import { field, line, type MadeHouse, makeHouse, ONE_DOT_PNG, picture, style } from "../support/made-house.ts";
import { MARKED_BRIEF, SHOWN_MARKING } from "../support/marked-brief.ts";
import { all, type ReadElement, readPackage, value } from "../support/read-package.ts";

const NORMAL = style("Normal", "Normal", { isDefault: true });

describe("headers and footers", () => {
  test(
    "of a first page with a picture, and of even pages, come with the house, marked",
    async () => {
      const house = makeHouse({
        styles: NORMAL,
        settings: "<w:evenAndOddHeaders/>",
        page: '<w:pgSz w:w="11906" w:h="16838"/><w:titlePg/>',
        edges: {
          "header/first": picture('r:embed="rId7"'),
          "header/default": line("Odd pages"),
          "header/even": line("Even pages"),
          "footer/default": `<w:p>${field(" PAGE ", "3")}</w:p>`,
        },
        edgeRelationships: [{ id: "rId7", type: "image", target: "media/logo.png" }],
        others: [{ name: "word/media/logo.png", content: ONE_DOT_PNG }],
      });
      const { bytes, parts } = await writtenWith(house);
      const [section] = parts.sections;
      expect(all(section?.element as ReadElement, "w:titlePg")).toHaveLength(1);
      expect(await parts.text("word/settings.xml")).toContain("evenAndOddHeaders");
      expect(section?.edges.get("header/first")?.text).toBe(SHOWN_MARKING);
      expect(section?.edges.get("header/default")?.text).toBe(`${SHOWN_MARKING}Odd pages`);
      expect(section?.edges.get("header/even")?.text).toBe(`${SHOWN_MARKING}Even pages`);
      const media = parts.names.filter((name) => name.startsWith("word/media/") && !name.endsWith("/"));
      expect(media).toHaveLength(1);
      const zip = await JSZip.loadAsync(bytes);
      expect(Buffer.from((await zip.file(media[0] ?? "")?.async("uint8array")) ?? [])).toEqual(ONE_DOT_PNG);
      // The house numbers its odd pages itself; on the others our number stands.
      expect(section?.edges.get("footer/default")?.text).not.toContain("NUMPAGES");
      expect(section?.edges.get("footer/first")?.text).toContain("NUMPAGES");
      expect(section?.edges.get("footer/even")?.text).toContain("NUMPAGES");
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "differ on the first page of the document only, not of its annexes",
    async () => {
      const house = makeHouse({ styles: NORMAL, page: "<w:titlePg/>", edges: { "header/first": line("Letterhead") } });
      const input = docxInput({ ...MARKED_BRIEF, options: { notes: "endnotes" }, houseDocument: house });
      const { sections } = await readPackage(await writeDocx(input));
      expect(sections.length).toBeGreaterThan(1);
      expect(sections.map(({ element }) => all(element, "w:titlePg").length)).toEqual(
        sections.map((_, i) => (i === 0 ? 1 : 0)),
      );
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "repeat the heading of the page where the house does, and nothing in a style that the brief has no words in",
    async () => {
      const house = makeHouse({
        styles: [NORMAL, style("berschrift1", "heading 1"), style("Kapitel", "Kapitel")].join(""),
        edges: {
          "header/default": `<w:p>${field(' STYLEREF "Überschrift 1" ', "Erstens")}${field(" STYLEREF Kapitel ", "Vom Hafen")}</w:p>`,
        },
      });
      const header = (await readPackage(await exportWith(house))).sections[0]?.edges.get("header/default");
      expect(header?.text).toContain("Überschrift 1");
      expect(header?.text).not.toMatch(/Kapitel|Vom Hafen/u);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "without a marking in the brief keep the house's words and lose its example",
    async () => {
      const house = await changedSample({
        "word/header1.xml": (xml) => xml.replace(/(<w:hdr[^>]*>)/u, `$1${line("Crossings Department")}`),
      });
      const header = { ...MARKED_BRIEF.brief.header, marking: "" };
      const { parts } = await writtenWith(house, { header });
      expect(parts.sections[0]?.edges.get("header/default")?.text).toBe("Crossings Department");
      expect(parts.sections[0]?.edges.get("footer/default")?.text).not.toContain("MARKING");
    },
    VALIDATOR_TIMEOUT_MS,
  );
});

describe("house documents of other programs", () => {
  test(
    "LibreOffice",
    async () => {
      const house = await readFile(new URL("../fixtures/house/libreoffice.docx", import.meta.url));
      const { docx, parts } = await writtenAsWellAs(house, quoting(LONG_QUOTATION));
      const [section] = parts.sections;
      expect(attributesOf(section?.element, "w:pgSz")).toMatchObject({ "w:w": "9978", "w:h": "14173" });
      expect(section?.edges.get("header/default")?.text).toBe(`${SHOWN_MARKING}Marsh Island Harbour Board`);
      expect(section?.edges.get("footer/default")?.text).toMatch(/^Sheet .*PAGE/u);
      expect(value(parts.styles.get("title"), "w:color")?.toUpperCase()).toBe("7A003C");
      expect(docx.paragraphs.find(({ style: id }) => id === "BlockQuotation")?.text).toBe(LONG_QUOTATION);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test.skipIf(!hasPandoc())(
    "pandoc (skipped where it is not installed)",
    async () => {
      const house = execFileSync("pandoc", ["--print-default-data-file", "reference.docx"]);
      const { docx } = await writtenAsWellAs(house, quoting(LONG_QUOTATION));
      expect(docx.paragraphs.find(({ style: id }) => id === "BlockText")?.text).toBe(LONG_QUOTATION);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "a template (.dotx) gives a document, not a template",
    async () => {
      const { parts } = await writtenWith(makeHouse({ kind: "template", styles: NORMAL }));
      expect(await parts.text("[Content_Types].xml")).not.toContain("template");
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test.each<[string, MadeHouse]>([
    ["without styles", {}],
    ["with styles only", { styles: NORMAL }],
    [
      "with styles that have no names or point nowhere",
      {
        styles: `${NORMAL}<w:style w:type="paragraph" w:styleId="a"/>${style("b", "heading 1", { inner: '<w:basedOn w:val="gone"/><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr>' })}`,
      },
    ],
  ])(
    "one %s",
    async (_, house) => {
      const { docx } = await writtenWith(makeHouse(house));
      expect(docx.paragraphs[0]?.text).toBe(MARKED_BRIEF.brief.title);
    },
    VALIDATOR_TIMEOUT_MS,
  );
});

function hasPandoc(): boolean {
  try {
    execFileSync("pandoc", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
