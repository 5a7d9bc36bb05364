// Proves that a hostile or broken PDF ends in one clear error or is read without what harms, and takes little memory.
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readPdf } from "../../../src/engine/readers/pdf-reader.ts";
import type { ReadSource } from "../../../src/engine/readers/reader.ts";
import { AttacheError } from "../../../src/ipc/errors.ts";
import { contentStream, HELVETICA, onePage, type PdfObject, rawPdf, textAt } from "../../support/raw-pdf.ts";
import { PAGE_HEIGHT, PAGE_WIDTH, prose, setParagraph, typesetPdf } from "../../support/typeset-pdf.ts";

const MEBIBYTE = 1024 * 1024;

async function read(bytes: Uint8Array): Promise<ReadSource> {
  const request = {
    fileName: "odd.pdf",
    bytes,
    encoding: null,
    importedOn: "2026-05-20",
    password: null,
    extraction: null,
  };
  return readPdf(request, () => undefined);
}

/** The error, which must be one for the user and name the file; or the source. */
async function outcome(bytes: Uint8Array): Promise<ReadSource | AttacheError> {
  try {
    return await read(bytes);
  } catch (error) {
    if (!(error instanceof AttacheError)) throw error;
    expect(error.message).toContain("odd.pdf");
    return error;
  }
}

function textOf(source: ReadSource | AttacheError): string[] {
  return source instanceof AttacheError ? [source.code] : source.blocks.map(({ text }) => text);
}

/** As much of the same byte as asked, packed: a thousandth of it. */
function packed(bytes: number, fill = " "): Uint8Array {
  return deflateSync(Buffer.alloc(bytes, fill), { level: 9 });
}

const HELLO = contentStream(textAt("Hello there.", 50, 700));
const PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>";

describe("broken files", () => {
  test("no bytes at all", async () => {
    await expect(read(new Uint8Array())).rejects.toMatchObject({ code: "file-empty" });
  });

  test("random bytes behind a right header", async () => {
    const bytes = new Uint8Array(50_000);
    let state = 7;
    for (let index = 0; index < bytes.length; index += 1) {
      state = (state * 1103515245 + 12345) % 2147483648;
      bytes[index] = state >> 16;
    }
    bytes.set(Buffer.from("%PDF-1.7\n"));
    await expect(read(bytes)).rejects.toMatchObject({ code: "file-damaged" });
  });

  test("a file that breaks off anywhere is read as far as it goes, or damaged", async () => {
    const whole = await typesetPdf((document, { plain }) => {
      for (let number = 1; number <= 6; number += 1) {
        setParagraph(document.addPage([PAGE_WIDTH, PAGE_HEIGHT]), prose(200, number), plain, {
          x: 50,
          width: 495,
          y: 760,
        });
      }
    });
    for (let tenth = 1; tenth <= 9; tenth += 1) {
      const result = await outcome(whole.slice(0, Math.floor((whole.length * tenth) / 10)));
      if (result instanceof AttacheError) expect(result.code).toBe("file-damaged");
      else for (const { text, kind } of result.blocks) if (kind === "paragraph") expect(text).toMatch(/^[\w ,.]+$/u);
    }
  });

  test("a broken page among whole ones is named, the others are read", async () => {
    const bytes = rawPdf([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>",
      PAGE,
      HELVETICA,
      HELLO,
      "<</Type/Pages/Kids 17/Count 1>>",
    ]);
    const source = await read(bytes);
    expect(textOf(source)).toEqual(["Hello there."]);
    expect(source.warnings).toEqual([expect.stringContaining("Page 2 could not be read")]);
  });
});

describe("page trees", () => {
  test("a loop", async () => {
    const bytes = rawPdf([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 3 0 R>>",
      "<</Type/Pages/Kids[2 0 R]/Count 1>>",
    ]);
    expect(textOf(await outcome(bytes))).toEqual(["file-damaged"]);
  });

  test("100,000 pages", async () => {
    const kids = Array.from({ length: 100_000 }, (_, index) => `${index + 3} 0 R`).join(" ");
    const pages = Array.from({ length: 100_000 }, () => "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
    const bytes = rawPdf(["<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Kids[${kids}]/Count 100000>>`, ...pages]);
    const result = await outcome(bytes);
    expect(result).toMatchObject({ code: "file-too-complex", message: expect.stringContaining("100,000 pages") });
  });

  test("a tree 50,000 deep", async () => {
    const nodes = Array.from({ length: 50_000 }, (_, index) => `<</Type/Pages/Kids[${index + 3} 0 R]/Count 1>>`);
    const bytes = rawPdf(["<</Type/Catalog/Pages 2 0 R>>", ...nodes, "<</Type/Page/MediaBox[0 0 600 800]>>"]);
    const result = await outcome(bytes);
    expect(result instanceof AttacheError ? result.code : result.pages.length).toBe(1);
  });

  test("a million objects", async () => {
    const objects: PdfObject[] = [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      PAGE,
      HELVETICA,
      HELLO,
    ];
    for (let index = 0; index < 1_000_000; index += 1) objects.push("null");
    expect(textOf(await outcome(rawPdf(objects)))).toEqual(["Hello there."]);
  });
});

describe("streams that unpack to gigabytes", () => {
  // Made once: packing a gigabyte takes seconds.
  const gigabyte = packed(1024 * MEBIBYTE);

  async function readWithin(bytes: Uint8Array, growthBytes: number): Promise<ReadSource | AttacheError> {
    let peak = 0;
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss() - before);
    }, 5);
    const result = await outcome(bytes);
    clearInterval(watch);
    expect(Math.max(peak, process.memoryUsage.rss() - before)).toBeLessThan(growthBytes);
    return result;
  }

  test("as the content of a page: left out, and said", async () => {
    const result = await readWithin(onePage({ dictionary: "/Filter/FlateDecode", data: gigabyte }), 400 * MEBIBYTE);
    expect(result).toMatchObject({ warnings: expect.arrayContaining([expect.stringContaining("left out")]) });
  });

  test("packed twice", async () => {
    const twice = deflateSync(gigabyte, { level: 9 });
    await readWithin(onePage({ dictionary: "/Filter[/FlateDecode/FlateDecode]", data: twice }), 400 * MEBIBYTE);
  });

  test("under the name of a picture", async () => {
    await readWithin(onePage({ dictionary: "/Subtype/Image/Filter/FlateDecode", data: gigabyte }), 400 * MEBIBYTE);
  });

  test("with its filter named elsewhere", async () => {
    await readWithin(onePage({ dictionary: "/Filter 6 0 R", data: gigabyte }, ["[/FlateDecode]"]), 400 * MEBIBYTE);
  });

  test("as objects", async () => {
    const objects = { dictionary: "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", data: gigabyte };
    await readWithin(rawPdf(["<</Type/Catalog/Pages 3 0 R>>", objects]), 400 * MEBIBYTE);
  });

  test("as a font: the text is read without it", async () => {
    const bytes = rawPdf([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      PAGE,
      "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+X/FirstChar 32/LastChar 33/Widths[500 500]/FontDescriptor 6 0 R>>",
      HELLO,
      "<</Type/FontDescriptor/FontName/ABCDEF+X/Flags 32/FontFile2 7 0 R>>",
      { dictionary: "/Filter/FlateDecode/Length1 1000000000", data: gigabyte },
    ]);
    const result = await readWithin(bytes, 400 * MEBIBYTE);
    expect(textOf(result)).toEqual(["Hello there."]);
  });

  test("as metadata", async () => {
    const xmp = deflateSync(Buffer.from(`<x>${"<a>".repeat(8_000_000)}`));
    const metadata = { dictionary: "/Type/Metadata/Subtype/XML/Filter/FlateDecode", data: xmp };
    const result = await readWithin(onePage(HELLO, [metadata], "", "/Metadata 6 0 R"), 400 * MEBIBYTE);
    expect(textOf(result)).toEqual(["Hello there."]);
  });
});

describe("content", () => {
  function forms(depth: number, leaf: string, calls: string): Uint8Array {
    const resources = (next: string): string => `/Resources<</Font<</F 4 0 R>>/XObject<<${next}>>>>`;
    const form = (number: number): PdfObject =>
      contentStream(calls, `/Type/XObject/Subtype/Form/BBox[0 0 600 800]${resources(`/X ${number} 0 R`)}`);
    const chain = Array.from({ length: depth }, (_, index) => form(index + 7));
    const last = contentStream(leaf, `/Type/XObject/Subtype/Form/BBox[0 0 600 800]${resources("")}`);
    return onePage(contentStream("/X Do"), [...chain, last], "/XObject<</X 6 0 R>>");
  }

  test("a form that draws itself is drawn once", async () => {
    const form = contentStream(
      `${textAt("Inside.", 50, 600)} /X Do`,
      "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>",
    );
    const bytes = onePage(contentStream(`${textAt("Hello there.", 50, 700)} /X Do`), [form], "/XObject<</X 6 0 R>>");
    expect(textOf(await outcome(bytes))).toEqual(["Hello there.", "Inside."]);
  });

  test("forms within forms that draw a billion words", { timeout: 60_000 }, async () => {
    const bytes = forms(40, textAt("a", 50, 600), "/X Do 1 0 0 1 3 1 cm /X Do");
    expect(textOf(await outcome(bytes))).toEqual(["file-too-complex"]);
  });

  test("forms within forms that draw nothing", async () => {
    expect(textOf(await outcome(forms(40, "q Q", "/X Do /X Do")))).toEqual([]);
  });

  test("more words on a page than any page has", async () => {
    const words = Array.from({ length: 80_000 }, (_, index) => textAt("w", (index * 37) % 600, (index * 91) % 800, 1));
    const data = deflateSync(Buffer.from(words.join("")));
    expect(textOf(await outcome(onePage({ dictionary: "/Filter/FlateDecode", data })))).toEqual(["file-too-complex"]);
  });

  test("brackets nested a million deep", async () => {
    const bytes = onePage(
      contentStream(`${textAt("Hello there.", 50, 700)}BT /F 12 Tf ${"[".repeat(1_000_000)} TJ ET`),
    );
    expect(["Hello there.", "file-too-complex"]).toContain(textOf(await outcome(bytes))[0] ?? "Hello there.");
  });

  test("pictures of billions of pixels as the content", async () => {
    const fax = "/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 2000000000/Rows 2000000000>>";
    const hidden = fax.replace("CCITTFaxDecode", "CCITTFax#44ecode");
    for (const dictionary of [fax, hidden]) {
      const bytes = onePage({ dictionary, data: Buffer.alloc(5000, 0x35) });
      expect(textOf(await outcome(bytes))).toEqual([]);
    }
  });

  test("a Type 3 font whose letters are written in itself", async () => {
    const font =
      "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 4 0 R>>>>>>";
    const bytes = rawPdf([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      PAGE,
      font,
      contentStream("BT /F 12 Tf 50 700 Td (aa) Tj ET"),
      contentStream("1 0 d0 BT /F 1 Tf (aaa) Tj ET"),
    ]);
    expect(textOf(await outcome(bytes))).toEqual(["aa"]);
  });

  test("scripts and attached files are passed over", async () => {
    const catalogue =
      "/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(while\\(1\\);)>>]>>/EmbeddedFiles<</Names[(x)<</Type/Filespec/F(x.exe)>>]>>>>";
    expect(textOf(await outcome(onePage(HELLO, [], "", catalogue)))).toEqual(["Hello there."]);
  });

  test("an outline that loops and a label that counts to two billion", async () => {
    const catalogue = "/Outlines 6 0 R/PageLabels<</Nums[0<</S/A/St 2000000000>>]>>";
    const outline = ["<</First 7 0 R/Last 7 0 R/Count 3>>", "<</Title(One)/Next 7 0 R/First 7 0 R/Parent 6 0 R>>"];
    const result = await outcome(onePage(HELLO, outline, "", catalogue));
    expect(result).toMatchObject({ pages: [{ label: null }] });
  });

  test("sizes beyond all measure", async () => {
    const bytes = rawPdf([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 -1e38]/UserUnit 1e30/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>",
      HELVETICA,
      contentStream(`${textAt("Hello", 50, 700, 1e9)}${textAt("small", 50, 600, 1e-9)}`),
    ]);
    const result = await outcome(bytes);
    if (!(result instanceof AttacheError))
      for (const { widthPoints } of result.pages) expect(widthPoints).toBeLessThan(1e6);
  });
});
