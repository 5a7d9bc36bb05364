// Proves that a PDF becomes text in reading order, page by page, and that every character is found again on its page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { type Block, blockSchema, canonicalText } from "../../../src/core/source/block.ts";
import { pageRuns, pageSchema } from "../../../src/core/source/page.ts";
import { openPdf } from "../../../src/engine/readers/pdf/open-pdf.ts";
import { readPdf } from "../../../src/engine/readers/pdf-reader.ts";
import type { ReadSource } from "../../../src/engine/readers/reader.ts";
import { contentStream, onePage, protectedPdf, rawPdf, textAt } from "../../support/raw-pdf.ts";
import { PAGE_HEIGHT, PAGE_WIDTH, prose, setParagraph, typesetPdf } from "../../support/typeset-pdf.ts";

async function read(bytes: Uint8Array, password: string | null = null, fileName = "ferries.pdf"): Promise<ReadSource> {
  const request = { fileName, bytes, encoding: null, importedOn: "2026-05-20", password, extraction: null };
  return readPdf(request, () => undefined);
}

function texts(source: ReadSource, ...kinds: Block["kind"][]): string[] {
  return source.blocks.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).map(({ text }) => text);
}

/** What each run says is in the page's items must be what stands there in the text. */
async function expectRunsToHold(bytes: Uint8Array, source: ReadSource): Promise<number> {
  const text = canonicalText(source.blocks);
  const { document, close } = await openPdf(bytes.slice(), "again.pdf", null);
  let characters = 0;
  for (const page of source.pages) {
    const { items } = await (await document.getPage(page.number)).getTextContent();
    for (const { item, itemFromUtf16, fromUtf16, lengthUtf16 } of pageRuns(page)) {
      const found = items[item];
      const onPage = found !== undefined && "str" in found ? found.str : "";
      expect(onPage.slice(itemFromUtf16, itemFromUtf16 + lengthUtf16)).toBe(
        text.slice(fromUtf16, fromUtf16 + lengthUtf16),
      );
      characters += lengthUtf16;
    }
  }
  await close();
  return characters;
}

const LEFT = { x: 50, width: 235 };
const RIGHT = { x: 310, width: 235 };
const FULL = { x: 50, width: 495 };

describe("reading order", () => {
  test("two columns are read one after the other, under a title across both", async () => {
    const bytes = await typesetPdf((document, { plain, bold }) => {
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      page.drawText("Ferries for the outer islands", { x: 150, y: 780, size: 20, font: bold });
      setParagraph(page, prose(160, 1), plain, { ...LEFT, y: 740 });
      setParagraph(page, prose(160, 2), plain, { ...RIGHT, y: 740 });
    });
    expect(texts(await read(bytes))).toEqual(["Ferries for the outer islands", prose(160, 1), prose(160, 2)]);
  });

  test("two columns are found where the lines are drawn across both, as programs that read scans draw them", async () => {
    const bytes = await typesetPdf((document, { plain }) => {
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      for (let line = 0; line < 20; line += 1) {
        const y = 740 - line * 12;
        page.drawText(`left line ${line} speaks of ferries and of the harbour`, { x: 50, y, size: 10, font: plain });
        page.drawText(`right line ${line} speaks of schools and of the farms`, { x: 320, y, size: 10, font: plain });
      }
    });
    const text = canonicalText((await read(bytes)).blocks);
    expect(text.indexOf("left line 19")).toBeLessThan(text.indexOf("right line 0"));
  });

  test("two columns above a table are read one after the other, and the table stays a table", async () => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, "../../fixtures/pdf/two-columns.pdf")));
    const { blocks } = await read(bytes, null, "two-columns.pdf");
    const first = blocks.filter(({ pages }) => pages?.[0]?.page === 1);
    const [title, left, right] = first.map(({ text }) => text);
    expect(title).toBe("Ferries for the outer islands");
    expect(left).toMatch(/^Costs a farmers judge .* council of well, families and\.$/u);
    expect(right).toMatch(/^Money money on before .* agreed them river between before\.$/u);
    expect(first.filter(({ cell }) => cell?.row === 0).map(({ text }) => text)).toEqual(["Northport", "1,200", "340"]);
    expect(first.filter(({ kind }) => kind === "table-cell").length).toBeGreaterThanOrEqual(9);
  });

  test("three columns are read from left to right", async () => {
    const bytes = await typesetPdf((document, { plain }) => {
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      [50, 220, 390].forEach((x, index) => {
        setParagraph(page, prose(90, index + 1), plain, { x, width: 155, y: 740 });
      });
    });
    expect(texts(await read(bytes))).toEqual([prose(90, 1), prose(90, 2), prose(90, 3)]);
  });

  test("a heading between two columns parts them into bands", async () => {
    const bytes = await typesetPdf((document, { plain, bold }) => {
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      const top = setParagraph(page, prose(60, 1), plain, { ...LEFT, y: 740 });
      setParagraph(page, prose(60, 2), plain, { ...RIGHT, y: 740 });
      page.drawText("What the council will publish before winter, crossing by crossing", {
        x: 60,
        y: top - 20,
        size: 14,
        font: bold,
      });
      setParagraph(page, prose(60, 3), plain, { ...LEFT, y: top - 50 });
      setParagraph(page, prose(60, 4), plain, { ...RIGHT, y: top - 50 });
    });
    expect(texts(await read(bytes), "paragraph")).toEqual([prose(60, 1), prose(60, 2), prose(60, 3), prose(60, 4)]);
  });

  test("a table is read row by row, a wrapped cell in one piece", async () => {
    const bytes = await typesetPdf((document, { plain, bold }) => {
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      const rows = [
        ["Crossing", "Cost in crowns", "Passengers"],
        ["Northport to Alder", "1,200", "340"],
        ["Alder to Finch Bay", "980", "275"],
      ];
      rows.forEach((row, index) => {
        row.forEach((cell, column) => {
          page.drawText(cell, {
            x: 60 + column * 160,
            y: 700 - index * 16,
            size: 10,
            font: index === 0 ? bold : plain,
          });
        });
      });
      page.drawText("Finch Bay to the old", { x: 60, y: 652, size: 10, font: plain });
      page.drawText("lighthouse pier", { x: 60, y: 640, size: 10, font: plain });
      page.drawText("640", { x: 220, y: 652, size: 10, font: plain });
      page.drawText("90", { x: 380, y: 652, size: 10, font: plain });
    });
    const cells = (await read(bytes)).blocks;
    expect(cells.map(({ cell, text }) => [cell?.row, cell?.column, text])).toEqual([
      [0, 0, "Crossing"],
      [0, 1, "Cost in crowns"],
      [0, 2, "Passengers"],
      [1, 0, "Northport to Alder"],
      [1, 1, "1,200"],
      [1, 2, "340"],
      [2, 0, "Alder to Finch Bay"],
      [2, 1, "980"],
      [2, 2, "275"],
      [3, 0, "Finch Bay to the old lighthouse pier"],
      [3, 1, "640"],
      [3, 2, "90"],
    ]);
    expect(cells[0]?.cell?.isHeader).toBe(true);
    expect(cells[3]?.cell?.isHeader).toBe(false);
  });

  test("a page that is turned reads as it is shown", async () => {
    const bytes = await typesetPdf((document, { plain }) => {
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      setParagraph(page, prose(40, 1), plain, { ...FULL, y: 700 });
      const turned = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      turned.setRotation({ type: "degrees", angle: 90 } as Parameters<typeof turned.setRotation>[0]);
      ["The council meets on Monday.", "Its report follows in May."].forEach((line, index) => {
        turned.drawText(line, {
          x: 100 + index * 30,
          y: 100,
          size: 10,
          font: plain,
          rotate: { type: "degrees", angle: 90 } as never,
        });
      });
    });
    const source = await read(bytes);
    expect(texts(source).slice(1)).toEqual(["The council meets on Monday.", "Its report follows in May."]);
    expect(source.pages[1]).toMatchObject({ widthPoints: PAGE_HEIGHT, heightPoints: PAGE_WIDTH });
    await expectRunsToHold(bytes, source);
  });
});

test("columns of a vertical page are read from right to left, its upper half first", async () => {
  const bytes = new Uint8Array(readFileSync(new URL("../../fixtures/pdf/vertical-verse.pdf", import.meta.url)));
  const source = await read(bytes);
  const text = texts(source).join("");
  const places = [
    "序",
    "わたくしといふ現象は",
    "因果交流電燈の",
    "けれどもこれら新世代沖積世の",
    "しかもわたくしも印刷者も",
  ].map((line) => text.indexOf(line));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places[0]).toBe(0);
  await expectRunsToHold(bytes, source);
});

describe("paragraphs and what they are", () => {
  test("a word divided at the end of a line is whole, a compound keeps its hyphen", async () => {
    const bytes = await typesetPdf((document, { plain }) => {
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      [
        "Those who make policy and the makers of law agree on one thing: a ferry that is late is worth nothing, and policy-",
        "makers in every town on the river say so openly when they are asked, although the official infor-",
        "mation that the harbour office gave out in spring said something else about the ferries of 2020-",
        "21, of which half were late on most days of the week that the inspectors came to see.",
      ].forEach((line, index) => {
        page.drawText(line, { x: 50, y: 700 - index * 12, size: 10, font: plain });
      });
    });
    const [text = ""] = texts(await read(bytes));
    expect(text).toContain("policy-makers in");
    expect(text).toContain("official information that");
    expect(text).toContain("ferries of 2020-21, of");
  });

  test("a paragraph goes on over the end of a page, and says where the page changes", async () => {
    const first =
      "The council of river towns agreed on a plan for new ferries, which it had put off for three years and";
    const second = "which it will now publish before winter.";
    const bytes = await typesetPdf((document, { plain }) => {
      for (const [index, line] of [first, second].entries()) {
        const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
        page.drawText("River Gazette", { x: 50, y: 800, size: 8, font: plain });
        page.drawText(String(index + 7), { x: 290, y: 30, size: 8, font: plain });
        if (index === 0) setParagraph(page, prose(50), plain, { ...FULL, y: 760 });
        page.drawText(line, { x: 50, y: index === 0 ? 100 : 760, size: 10, font: plain });
        if (index === 1) setParagraph(page, prose(50, 9), plain, { ...FULL, y: 700 });
      }
    });
    const { blocks } = await read(bytes);
    expect(blocks.map(({ kind }) => kind)).toEqual([
      "paragraph",
      "paragraph",
      "paragraph",
      "running-head",
      "running-head",
    ]);
    expect(blocks[1]).toMatchObject({
      text: `${first} ${second}`,
      pages: [
        { fromUtf16: 0, page: 1 },
        { fromUtf16: first.length + 1, page: 2 },
      ],
    });
    expect(blocks.slice(3).map(({ text }) => text)).toEqual(["River Gazette", "7"]);
  });

  test("headings, captions and items of lists are told apart, bullets are left out", async () => {
    const bytes = await typesetPdf((document, { plain, bold, italic }) => {
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      page.drawText("Ferries for the outer islands", { x: 50, y: 780, size: 20, font: bold });
      let y = setParagraph(page, prose(60), plain, { ...FULL, y: 740 });
      page.drawText("What it costs", { x: 50, y: y - 14, size: 10, font: bold });
      y = setParagraph(page, prose(30, 4), plain, { ...FULL, y: y - 34 });
      page.drawText("•", { x: 60, y: y - 10, size: 10, font: plain });
      page.drawText("the boats themselves,", { x: 74, y: y - 10, size: 10, font: plain });
      page.drawText("•", { x: 60, y: y - 22, size: 10, font: plain });
      page.drawText("the piers they call at.", { x: 74, y: y - 22, size: 10, font: plain });
      page.drawText("Figure 3: Passengers by island, 2020 to 2025", { x: 120, y: y - 60, size: 9, font: italic });
    });
    const { blocks } = await read(bytes);
    expect(blocks.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ["heading", 1, "Ferries for the outer islands"],
      ["paragraph", null, prose(60)],
      ["heading", 2, "What it costs"],
      ["paragraph", null, prose(30, 4)],
      ["list-item", 1, "the boats themselves,"],
      ["list-item", 1, "the piers they call at."],
      ["caption", null, "Figure 3: Passengers by island, 2020 to 2025"],
    ]);
  });

  test("a note at the foot of a page is tied to its mark and stands behind the text", async () => {
    const bytes = await typesetPdf((document, { plain }) => {
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      page.drawText("The towns agreed on a plan for new ferries", { x: 50, y: 740, size: 10, font: plain });
      const end = 50 + plain.widthOfTextAtSize("The towns agreed on a plan for new ferries", 10);
      page.drawText("1", { x: end, y: 744, size: 6, font: plain });
      page.drawText("in the spring.", { x: end + 6, y: 740, size: 10, font: plain });
      setParagraph(page, prose(80, 2), plain, { ...FULL, y: 716 });
      page.drawText("1", { x: 50, y: 83, size: 5, font: plain });
      page.drawText("Council of river towns, minutes of 4 March.", { x: 54, y: 80, size: 8, font: plain });
    });
    const { blocks } = await read(bytes);
    const [marked, , note] = blocks;
    expect(marked?.text).toBe("The towns agreed on a plan for new ferries1 in the spring.");
    expect(marked?.spans).toEqual([{ kind: "note-mark", fromUtf16: 42, toUtf16: 43, note: note?.note }]);
    expect(note).toMatchObject({ kind: "note", text: "Council of river towns, minutes of 4 March." });
  });

  test("words in bold and italics are spans", async () => {
    const bytes = await typesetPdf((document, { plain, italic }) => {
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      page.drawText("It was printed in", { x: 50, y: 740, size: 10, font: plain });
      const end = 50 + plain.widthOfTextAtSize("It was printed in ", 10);
      page.drawText("The Riverbank Chronicle", { x: end, y: 740, size: 10, font: italic });
      setParagraph(page, prose(80, 2), plain, { ...FULL, y: 700 });
    });
    const [first] = (await read(bytes)).blocks;
    expect(first?.spans).toEqual([{ kind: "emphasis", emphasis: "emphasis", fromUtf16: 18, toUtf16: 41 }]);
  });

  test("an accent printed under its letter makes one letter with it", async () => {
    const bytes = onePage(contentStream("BT /F 12 Tf 50 700 Td [(R\\264) 333 (esum\\264) 333 (e)] TJ ET"));
    expect(texts(await read(bytes))).toEqual(["Résumé"]);
  });

  test("a word divided by a soft hyphen, which pdf.js leaves out, is whole", async () => {
    const map =
      "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfrange <20> <2C> <0020> <2E> <7E> <002E> endbfrange 1 beginbfchar <2D> <00AD> endbfchar endcmap";
    const font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>";
    const lines = [
      "The office gave out information on ferries, and the infor-",
      "mation was late in most of the towns on the river.",
    ];
    const content = lines.map((line, index) => textAt(line, 50, 700 - index * 14)).join("");
    const bytes = rawPdf([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 6 0 R>>",
      font,
      contentStream(map),
      contentStream(content),
    ]);
    const [text = ""] = texts(await read(bytes));
    expect(text).toContain("and the information was late");
  });

  test("words printed twice to look bold are read once", async () => {
    const bytes = onePage(contentStream(textAt("Budget", 50, 700) + textAt("Budget", 50.3, 700)));
    expect(texts(await read(bytes))).toEqual(["Budget"]);
  });
});

describe("pages", () => {
  test("every run holds the characters of its item, in a text of many kinds", async () => {
    const bytes = await typesetPdf((document, { plain, bold, italic }) => {
      for (let number = 1; number <= 4; number += 1) {
        const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
        page.drawText(`River Gazette ${number}`, { x: 50, y: 810, size: 8, font: italic });
        page.drawText(`Part ${number} of the plan`, { x: 50, y: 780, size: 16, font: bold });
        setParagraph(page, prose(150, number).replace(/promised/gu, "prom\u00ADised"), plain, { ...LEFT, y: 740 });
        setParagraph(page, prose(150, number + 10), plain, { ...RIGHT, y: 740 });
        page.drawText("•  an item with  two spaces", { x: 60, y: 200, size: 10, font: plain });
      }
    });
    const source = await read(bytes);
    const characters = await expectRunsToHold(bytes, source);
    expect(characters).toBeGreaterThan(canonicalText(source.blocks).length * 0.7);
    for (const block of source.blocks) {
      expect(blockSchema.parse(block)).toEqual(block);
      expect(block.text).not.toMatch(/^\s|\s$|\n|\s\s/u);
      expect(block.pages?.[0]?.fromUtf16).toBe(0);
    }
    for (const page of source.pages) expect(pageSchema.parse(page)).toEqual(page);
  });

  test("pages that call themselves something else than their number keep their label", async () => {
    const labels = "/PageLabels<</Nums[0<</S/r/St 4>>]>>";
    const bytes = onePage(contentStream(textAt("Preface to the plan", 50, 700)), [], "", labels);
    const { pages } = await read(bytes);
    expect(pages).toMatchObject([{ number: 1, label: "iv", widthPoints: 600, heightPoints: 800 }]);
  });

  test("progress is told page by page", async () => {
    const bytes = await typesetPdf((document) => {
      for (let number = 0; number < 5; number += 1) document.addPage();
    });
    const told: number[] = [];
    const request = {
      fileName: "a.pdf",
      bytes,
      encoding: null,
      importedOn: "2026-05-20",
      password: null,
      extraction: null,
    };
    await readPdf(request, (share) => told.push(share));
    expect(told).toHaveLength(5);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
  });

  test("the bytes are left as they were", async () => {
    const bytes = onePage(contentStream(textAt("Hello", 50, 700)));
    const before = bytes.slice();
    await read(bytes);
    expect(bytes).toEqual(before);
  });
});

describe("what cannot be read as text", () => {
  test("attached files are named", async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
    setParagraph(page, prose(80), await document.embedFont(StandardFonts.TimesRoman), { ...FULL, y: 700 });
    await document.attach(new Uint8Array([1, 2, 3]), "costs.xlsx");
    const { warnings } = await read(await document.save());
    expect(warnings).toEqual(["One file is attached to ferries.pdf and not imported."]);
  });

  test("a scan is no error: it says that it has no text layer, and has its pages", async () => {
    const bytes = await typesetPdf((document) => {
      for (let number = 0; number < 3; number += 1) {
        document
          .addPage([PAGE_WIDTH, PAGE_HEIGHT])
          .drawRectangle({ x: 50, y: 50, width: 400, height: 700, color: rgb(0.9, 0.9, 0.9) });
      }
    });
    const source = await read(bytes);
    expect(source.blocks).toEqual([]);
    expect(source.pages.map(({ runs }) => runs)).toEqual([[], [], []]);
    expect(source.warnings).toEqual([expect.stringContaining("has no text layer")]);
  });

  test("pages without text among others are named", async () => {
    const bytes = await typesetPdf((document, { plain }) => {
      for (let number = 1; number <= 6; number += 1) {
        const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
        if (number !== 2 && number !== 4 && number !== 5)
          setParagraph(page, prose(80, number), plain, { ...FULL, y: 700 });
      }
    });
    expect((await read(bytes)).warnings).toEqual(["Pages 2 and 4, 5 have no text: they are pictures or blank."]);
  });

  test("a password is asked for, checked, and opens the file", async () => {
    const bytes = protectedPdf(textAt("The plan is secret until May.", 50, 700), "harbour");
    await expect(read(bytes)).rejects.toMatchObject({
      code: "password-needed",
      message: expect.stringContaining("ferries.pdf"),
    });
    await expect(read(bytes, "harbor")).rejects.toMatchObject({ code: "password-wrong" });
    expect(texts(await read(bytes, "harbour"))).toEqual(["The plan is secret until May."]);
  });

  test("the message of a wrong password does not hold it", async () => {
    const bytes = protectedPdf(textAt("Secret", 50, 700), "harbour");
    await expect(read(bytes, "s3cr3t-attempt")).rejects.not.toMatchObject({
      message: expect.stringContaining("s3cr3t"),
    });
  });
});

describe("metadata", () => {
  test("title and authors are taken from the document information", async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    document.addPage().drawText("Ferries", { font });
    document.setTitle("Ferries for the outer islands");
    document.setAuthor("Ada Brook; Ben Marsh");
    document.setCreationDate(new Date("2026-03-04T09:00:00Z"));
    const { metadata, suggestions } = await read(await document.save());
    expect(metadata).toMatchObject({
      title: "Ferries for the outer islands",
      authors: ["Ada Brook", "Ben Marsh"],
      published: null,
    });
    expect(suggestions).toContainEqual({
      field: "published",
      value: "2026-03-04",
      reason: "The file was made on this day; it may have been published on another",
    });
  });

  test("what a program wrote as a title is none; the largest text of the first page is only suggested", async () => {
    const bytes = await typesetPdf((document, { plain }) => {
      document.setTitle("Microsoft Word - draft_v3.doc");
      const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
      setParagraph(page, prose(80), plain, { ...FULL, y: 700 });
      page.drawText("Ferries, at a glance:", { x: 50, y: 400, size: 12, font: plain });
    });
    const { metadata, suggestions } = await read(bytes);
    expect(metadata.title).not.toBe("Microsoft Word - draft_v3.doc");
    expect(suggestions.filter(({ field }) => field === "title").length).toBeLessThanOrEqual(2);
  });

  test("XMP goes before the document information", async () => {
    const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" prism:publicationDate="2026-02-11"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">The ferry plan</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Ada Brook</rdf:li><rdf:li>Ben Marsh</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
    const metadataStream = { dictionary: "/Type/Metadata/Subtype/XML", data: Buffer.from(xmp) };
    const bytes = onePage(contentStream(textAt("Hello", 50, 700)), [metadataStream], "", "/Metadata 6 0 R");
    const { metadata } = await read(bytes);
    expect(metadata).toMatchObject({
      title: "The ferry plan",
      authors: ["Ada Brook", "Ben Marsh"],
      published: "2026-02-11",
      language: "fr",
    });
  });
});
