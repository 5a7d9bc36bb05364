// Proves that an export with a house document has its styles and lists, and still says what the brief says.
import { describe, expect, test } from "vitest";
import { makeHouseSample } from "../../src/engine/writers/docx/house-sample.ts";
import { attributesOf, changedSample, exportWith, VALIDATOR_TIMEOUT_MS, writtenWith } from "../support/house-export.ts";
import { line, makeHouse, style } from "../support/made-house.ts";
import { MARKED_BRIEF, SHOWN_MARKING } from "../support/marked-brief.ts";
import { readDocx } from "../support/read-docx.ts";
import { value } from "../support/read-package.ts";

const NORMAL = style("Normal", "Normal", { isDefault: true });

describe("the sample, changed and picked", () => {
  test(
    "gives the export its page, typefaces and colours, and nothing of its words",
    async () => {
      const house = await changedSample({
        "word/styles.xml": (xml) =>
          xml.replaceAll("1F3864", "7A003C").replaceAll('w:ascii="Calibri"', 'w:ascii="Garamond"'),
        "word/document.xml": (xml) =>
          xml
            .replace(/<w:pgSz [^>]*>/u, '<w:pgSz w:w="12240" w:h="15840"/>')
            .replace(
              /<w:pgMar [^>]*>/u,
              '<w:pgMar w:top="2000" w:right="900" w:bottom="800" w:left="900" w:header="400" w:footer="400" w:gutter="0"/>',
            ),
        "word/header1.xml": (xml) => xml.replace(/(<w:hdr[^>]*>)/u, `$1${line("Crossings Department")}`),
      });
      const { docx, parts } = await writtenWith(house);
      const [section] = parts.sections;
      expect(attributesOf(section?.element, "w:pgSz")).toEqual({ "w:w": "12240", "w:h": "15840" });
      expect(attributesOf(section?.element, "w:pgMar")).toMatchObject({ "w:top": "2000", "w:left": "900" });
      expect(value(parts.styles.get("heading 1"), "w:color")).toBe("7A003C");
      expect(attributesOf(await parts.xml("word/styles.xml"), "w:rFonts")?.["w:ascii"]).toBe("Garamond");
      expect(docx.paragraphs[0]).toMatchObject({ style: "Title", text: MARKED_BRIEF.brief.title });
      expect(docx.paragraphs.map(({ text }) => text).join("\n")).not.toContain("Change the styles");
      expect(docx.header.map(({ style: id, text }) => [id, text])).toEqual([
        ["Normal", "Crossings Department"],
        ["Marking", SHOWN_MARKING],
      ]);
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test.each(["none", "through", "by-section"] as const)(
    "unchanged, gives an export that is numbered %s the paragraphs it has without",
    async (numbering) => {
      const { docx } = await writtenWith(await makeHouseSample(), { numbering });
      const without = await readDocx(await exportWith(null, { numbering }));
      const shown = ({ paragraphs }: typeof docx) =>
        paragraphs.map(({ style: id, number, text }) => [id, number, text]);
      expect(shown(docx)).toEqual(shown(without));
      expect(docx.footnotes).toEqual(without.footnotes);
      expect(docx.footer.map(({ text }) => text)).toEqual(without.footer.map(({ text }) => text));
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "the numbers of paragraphs are the brief's, whatever the sample was made for",
    async () => {
      const house = await makeHouseSample({ language: "en-GB", numbering: "through" });
      const { docx } = await writtenWith(house, { numbering: "by-section" });
      const without = await readDocx(await exportWith(null, { numbering: "by-section" }));
      const numbers = ({ paragraphs }: typeof docx) => paragraphs.flatMap(({ number }) => number ?? []);
      expect(numbers(docx)).toEqual(numbers(without));
      expect(numbers(docx)).toEqual(expect.arrayContaining(["1.1", "2.1", "2.2"]));
    },
    VALIDATOR_TIMEOUT_MS,
  );
});

describe("styles", () => {
  test(
    "are found by their names where a localised Word gave them other ids",
    async () => {
      const house = makeHouse({
        styles: [
          style("Standard", "Normal", { isDefault: true, inner: '<w:rPr><w:lang w:val="de-DE"/></w:rPr>' }),
          style("Absatz-Standardschriftart", "Default Paragraph Font", { type: "character", isDefault: true }),
          style("berschrift1", "heading 1", {
            inner: '<w:basedOn w:val="Standard"/><w:rPr><w:color w:val="00AA00"/></w:rPr>',
          }),
          style("Zitat", "Quote", { inner: '<w:basedOn w:val="Standard"/>' }),
          style("Funotentext", "footnote text"),
          style("Funotenzeichen", "footnote reference", { type: "character" }),
          style("Titel", "Title"),
        ].join(""),
      });
      const { docx, parts } = await writtenWith(house);
      expect(docx.paragraphs[0]?.style).toBe("Titel");
      expect(docx.paragraphs.filter(({ style: id }) => id === "berschrift1").map(({ text }) => text)).toContain(
        "Context",
      );
      expect(new Set(docx.footnotes.map(({ style: id }) => id))).toEqual(new Set(["Funotentext"]));
      expect(value(parts.styles.get("header field"), "w:basedOn")).toBe("Standard");
      // The brief is in English, whatever the house was written in.
      const styles = await parts.text("word/styles.xml");
      expect(styles).not.toContain("de-DE");
      expect(styles).toContain('<w:lang w:eastAsia="zh-CN" w:bidi="ar-SA" w:val="en-GB"/>');
      for (const part of ["document", "footnotes"]) {
        for (const [, id = ""] of (await parts.text(`word/${part}.xml`)).matchAll(/<w:[pr]Style w:val="([^"]*)"/gu)) {
          expect(docx.styles.has(id), `style ${id}`).toBe(true);
        }
      }
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "of ours get another id or name where the house has theirs for something else",
    async () => {
      const house = makeHouse({
        styles: [NORMAL, style("Quote", "Zitat eingerückt"), style("x", "Marking", { type: "character" })].join(""),
      });
      const { parts, docx } = await writtenWith(house);
      const quote = parts.styles.get("quote")?.attributes["w:styleId"];
      expect(quote).not.toBe("Quote");
      expect(docx.styles.get("Quote")?.attributes["w:type"]).toBe("paragraph");
      expect([...parts.styles.keys()]).toEqual(expect.arrayContaining(["marking", "marking (attaché)"]));
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "for headings that the house has not used yet take typeface and colour of the nearest it has, if it can be read on paper",
    async () => {
      const heading = (color: string, shading = "") =>
        style("H1", "heading 1", {
          inner: `${shading}<w:rPr><w:rFonts w:ascii="Futura"/><w:color w:val="${color}"/></w:rPr>`,
        });
      const green = await writtenWith(makeHouse({ styles: NORMAL + heading("006633") }));
      expect(attributesOf(green.parts.styles.get("heading 3"), "w:rFonts")).toEqual({ "w:ascii": "Futura" });
      expect(value(green.parts.styles.get("heading 3"), "w:color")).toBe("006633");
      const band = '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="006633"/></w:pPr>';
      const white = await writtenWith(makeHouse({ styles: NORMAL + heading("FFFFFF", band) }));
      expect(value(white.parts.styles.get("heading 3"), "w:color")).not.toBe("FFFFFF");
    },
    VALIDATOR_TIMEOUT_MS,
  );
});

describe("lists", () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="ListNumber"/><w:lvlText w:val="(%1)"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>' +
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="→"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
  const numbered = (id: string) => `<w:pPr><w:numPr><w:numId w:val="${id}"/></w:numPr></w:pPr>`;

  test(
    "have the house's bullets and numbers, and each ordered list still begins again",
    async () => {
      const styles = [
        NORMAL,
        style("ListNumber", "List Number", { inner: numbered("1") }),
        style("ListBullet", "List Bullet", { inner: numbered("2") }),
      ].join("");
      const { docx, parts } = await writtenWith(makeHouse({ styles, numbering }));
      const ordered = docx.paragraphs.filter(({ style: id }) => id === "ListNumber");
      // The reader counts in figures only; the format says that Word shows letters.
      expect(ordered.map(({ number }) => number)).toEqual(["(1)", "(2)", "(1)", "(2)"]);
      expect(new Set(ordered.map(({ numbering: place }) => place?.format))).toEqual(new Set(["lowerLetter"]));
      const bullets = docx.paragraphs.filter(({ style: id }) => id === "ListBullet");
      expect(new Set(bullets.map(({ numbering: place }) => place?.format))).toEqual(new Set(["bullet"]));
      expect(await parts.text("word/numbering.xml")).toContain("→");
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "of a house whose headings are numbered leave the numbers of the brief alone",
    async () => {
      const heading = (level: number) =>
        style(`Heading${level}`, `heading ${level}`, {
          inner: `<w:pPr><w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="1"/></w:numPr></w:pPr>`,
        });
      const chapters = [1, 2, 3].map((level) => {
        const text = level === 1 ? "Chapter %1" : "%1/%2";
        return `<w:lvl w:ilvl="${level - 1}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading${level}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
      });
      const house = makeHouse({
        styles: NORMAL + [1, 2, 3].map(heading).join(""),
        numbering: `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${chapters.join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      });
      const numbersOf = (docx: Awaited<ReturnType<typeof readDocx>>, styleId: string) =>
        docx.paragraphs.filter(({ style: id }) => id === styleId).map(({ number }) => number);
      const unnumbered = await writtenWith(house);
      expect(numbersOf(unnumbered.docx, "Heading1").slice(0, 2)).toEqual(["Chapter 1", "Chapter 2"]);
      expect(numbersOf(unnumbered.docx, "AnnexHeading")).toEqual([null, null]);
      const { docx } = await writtenWith(house, { numbering: "by-section" });
      expect(numbersOf(docx, "Heading1").slice(0, 2)).toEqual(["1", "2"]);
      expect(numbersOf(docx, "Heading2")).toEqual([null]);
      expect(numbersOf(docx, "NumberedParagraph")[0]).toBe("1.1");
    },
    VALIDATOR_TIMEOUT_MS,
  );

  test(
    "have ours where the house's styles number nothing",
    async () => {
      const styles = [NORMAL, style("ListBullet", "List Bullet"), style("ListNumber", "List Number")].join("");
      const { docx } = await writtenWith(makeHouse({ styles }));
      const shown = (styleId: string) => docx.paragraphs.filter(({ style: id }) => id === styleId);
      expect(shown("ListBullet").map(({ numbering: place }) => place?.format)).toEqual(["bullet", "bullet"]);
      expect(shown("ListNumber").map(({ number }) => number)).toEqual(["1.", "2.", "1.", "2."]);
    },
    VALIDATOR_TIMEOUT_MS,
  );
});

test("the same brief and house document give the same bytes", async () => {
  const house = await makeHouseSample();
  expect(await exportWith(house)).toEqual(await exportWith(house));
});
