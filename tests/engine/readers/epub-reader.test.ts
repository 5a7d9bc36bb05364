// Proves that e-books arrive whole and in the order of reading, that what is missing is said, and that protected, broken
// and hostile ones end in one clear error.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../../src/core/source/block.ts";
import { resolvePart } from "../../../src/engine/readers/epub/part-name.ts";
import { readEpub } from "../../../src/engine/readers/epub-reader.ts";
import type { ReadSource } from "../../../src/engine/readers/reader.ts";
import { AttacheError, type ErrorCode } from "../../../src/ipc/errors.ts";
import { chapter, type EpubParts, epubParts, madeEpub } from "../../support/made-epub.ts";
import { madeZip } from "../../support/made-files.ts";

async function readBytes(bytes: Uint8Array, report: (share: number) => void = () => undefined): Promise<ReadSource> {
  const request = {
    fileName: "book.epub",
    bytes,
    encoding: null,
    importedOn: "2026-05-20",
    password: null,
    extraction: null,
  };
  return readEpub(request, report);
}

async function read(parts: EpubParts): Promise<ReadSource> {
  return readBytes(await madeEpub(parts));
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

function texts({ blocks }: ReadSource): string[] {
  return blocks.map(({ text }) => text);
}

function noteMarks({ text, spans = [] }: Block): string[] {
  return spans.flatMap((span) =>
    span.kind === "note-mark" ? [`${span.note}: ${text.slice(span.fromUtf16, span.toUtf16)}`] : [],
  );
}

const one = chapter("one.xhtml", "<h1>One</h1><p>First <em>words</em>.</p>");
const two = chapter("two.xhtml", "<h2>Two</h2><blockquote><p>Said.</p></blockquote><ul><li>item</li></ul>");

describe("the chapters", () => {
  test("come in the order of reading, with their structure and emphasis", async () => {
    const source = await read({ chapters: [two, one], spine: '<itemref idref="c1"/><itemref idref="c0"/>' });
    expect(source.blocks.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ["heading", 1, "One"],
      ["paragraph", null, "First words."],
      ["heading", 2, "Two"],
      ["quote", null, "Said."],
      ["list-item", 1, "item"],
    ]);
    expect(source.blocks[1]?.spans).toEqual([{ kind: "emphasis", emphasis: "emphasis", fromUtf16: 6, toUtf16: 11 }]);
    expect(source).toMatchObject({ format: "epub", encoding: null, warnings: [], pages: [], extraction: null });
  });

  test("outside that order come last, without cover and table of contents", async () => {
    const source = await read({
      chapters: [
        chapter("cover.xhtml", "<p>Cover</p>", { isLinear: false }),
        chapter("nav.xhtml", "<nav>Contents</nav>", { isLinear: false, properties: "nav" }),
        chapter("aside.xhtml", "<p>Aside</p>", { isLinear: false }),
        one,
      ],
    });
    expect(texts(source)).toEqual(["One", "First words.", "Aside"]);
  });

  test("are found by names with spaces, accents and another case", async () => {
    const source = await read({
      chapters: [chapter("part%201/r%C3%A9sum%C3%A9.xhtml", "<p>a</p>"), chapter("./Two.XHTML", "<p>b</p>")].map(
        (each, index) => (index === 1 ? { ...each, href: "two.xhtml" } : each),
      ),
    });
    expect(texts(source)).toEqual(["a", "b"]);
  });

  test("tell how far the reading is", async () => {
    const shares: number[] = [];
    await readBytes(await madeEpub({ chapters: [one, two] }), (share) => shares.push(share));
    expect(shares).toEqual([0, 0.5]);
  });

  test("number their tables on, and have notes of their own", async () => {
    const body =
      '<p>Words<a epub:type="noteref" href="#n1">1</a>.</p><table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table><aside epub:type="footnote" id="n1"><p>A note.</p></aside>';
    const { blocks } = await read({ chapters: [chapter("a.xhtml", body), chapter("b.xhtml", body)] });
    expect(blocks.filter(({ cell }) => cell).map(({ cell }) => cell?.table)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    const notes = blocks.filter(({ kind }) => kind === "note");
    expect(notes.map(({ text }) => text)).toEqual(["A note.", "A note."]);
    expect(new Set(notes.map(({ note }) => note)).size).toBe(2);
    expect(blocks.flatMap(noteMarks)).toEqual(notes.map(({ note }) => `${note}: 1`));
  });

  test("tie notes in a document of their own to their marks", async () => {
    const first = chapter(
      "text/one.xhtml",
      '<h1>One</h1><p>The weir<a epub:type="noteref" href="../notes.xhtml#n1">1</a> holds.</p>',
    );
    const second = chapter(
      "text/two.xhtml",
      '<h1>Two</h1><p>The gate<sup><a id="r2" href="../notes.xhtml#n2">2</a></sup> is shut<sup><a id="r3" href="../notes.xhtml#n3">*</a></sup>.</p>',
    );
    const notes = chapter(
      "notes.xhtml",
      '<h1>Notes</h1><aside epub:type="footnote" id="n1"><p>Built long ago.</p></aside>' +
        '<p id="n2"><a href="text/two.xhtml#r2">2</a>. Since spring.</p><p><a id="n3" href="text/two.xhtml#r3">*</a> By hand.</p><p>These notes end here.</p>',
      { isLinear: false },
    );
    const { blocks } = await read({ chapters: [notes, first, second] });
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "heading: One",
      "paragraph: The weir1 holds.",
      "heading: Two",
      "paragraph: The gate2 is shut*.",
      "heading: Notes",
      "paragraph: These notes end here.",
      "note: Built long ago.",
      "note: Since spring.",
      "note: By hand.",
    ]);
    const ids = blocks.flatMap(({ note }) => note ?? []);
    expect(new Set(ids).size).toBe(3);
    expect(blocks.flatMap(noteMarks)).toEqual([`${ids[0]}: 1`, `${ids[1]}: 2`, `${ids[2]}: *`]);
  });

  test("tie notes whose links name the chapter that they are in, and one note to marks of two chapters", async () => {
    const own = chapter(
      "a%20b.xhtml",
      '<p>Words<sup><a id="r1" href="a%20b.xhtml#n1">1</a></sup> and<sup><a href="notes.xhtml#fn9">9</a></sup>.</p><p id="n1"><a href="a%20b.xhtml#r1">1</a> Near.</p>',
    );
    const other = chapter("c.xhtml", '<p>More<sup><a href="notes.xhtml#fn9">9</a></sup>.</p>');
    const notes = chapter(
      "notes.xhtml",
      '<ol><li id="fn9">Far. <a role="doc-backlink" href="c.xhtml">back</a></li></ol>',
    );
    const { blocks } = await read({ chapters: [own, other, notes] });
    const [near, far] = blocks.filter(({ kind }) => kind === "note");
    expect([near?.text, far?.text]).toEqual(["Near.", "Far."]);
    expect(blocks.flatMap(noteMarks)).toEqual([`${near?.note}: 1`, `${far?.note}: 9`, `${far?.note}: 9`]);
  });

  test("take no contents for notes: lists of chapters, links between chapters, links back alone", async () => {
    const contents = chapter(
      "list.xhtml",
      '<p><a id="t1" href="one.xhtml#c1">I</a></p><p><a id="t2" href="one.xhtml#c2">II</a> The gate</p><p>See<sup><a href="one.xhtml#gone">3</a></sup> and <a href="one.xhtml#c1">the weir</a>.</p>',
    );
    const text = chapter(
      "one.xhtml",
      '<p id="c1"><a href="list.xhtml#t1">I</a></p><p>The weir holds.</p><p id="c2"><a href="list.xhtml#t2">II</a> The gate</p><p>It is shut <a href="list.xhtml#t2">4</a>.</p>',
    );
    const { blocks } = await read({ chapters: [contents, text] });
    expect(blocks.map(({ kind, text: words }) => `${kind}: ${words}`)).toEqual([
      "paragraph: I",
      "paragraph: II The gate",
      "paragraph: See3 and the weir.",
      "paragraph: I",
      "paragraph: The weir holds.",
      "paragraph: II The gate",
      "paragraph: It is shut 4.",
    ]);
  });

  test("run nothing and fetch nothing", async () => {
    const source = await read({
      chapters: [
        chapter(
          "a.xhtml",
          '<script>document.write("x")</script><p onclick="x()">Words<img src="https://example.com/a.png" alt=""/></p><iframe src="https://example.com/">y</iframe>',
        ),
      ],
    });
    expect(texts(source)).toEqual(["Words"]);
  });
});

describe("what is missing is said", () => {
  test("chapters that are not there, that no reader reads, and damaged ones", async () => {
    const source = await read({
      chapters: [one, chapter("gone.xhtml", "", { html: null }), chapter("film.mp4", "x", { mediaType: "video/mp4" })],
      spine: '<itemref idref="c0"/><itemref idref="c1"/><itemref idref="c2"/><itemref idref="nowhere"/>',
    });
    expect(texts(source)).toEqual(["One", "First words."]);
    expect(source.warnings).toEqual([
      "2 chapters are missing in the file: gone.xhtml, nowhere",
      "1 chapter holds no text that can be read: film.mp4",
    ]);
  });

  test("a chapter that leads out of the file", async () => {
    const source = await read({ chapters: [one, { ...two, href: "../../two.xhtml", html: null }] });
    expect(source.warnings).toEqual(["1 chapter is missing in the file: ../../two.xhtml"]);
  });

  test("a chapter in a form that no reader reads is replaced by the one that the book offers", async () => {
    const parts = epubParts({ chapters: [chapter("a.svg", "", { html: "<svg/>", mediaType: "image/svg+xml" }), one] });
    const opf = (parts["OEBPS/book.opf"] ?? "")
      .replace('id="c0"', 'id="c0" fallback="c1"')
      .replace('<itemref idref="c1"/>', "");
    expect(texts(await readBytes(await madeZip({ ...parts, "OEBPS/book.opf": opf })))).toEqual(["One", "First words."]);
  });
});

describe("what it says of itself", () => {
  test("in the words of EPUB 3", async () => {
    const { metadata } = await read({
      chapters: [one],
      metadata:
        '<dc:title id="s">A study</dc:title><dc:title id="t">The compact</dc:title><meta refines="#t" property="title-type">main</meta><dc:creator id="a">Ann Example</dc:creator><meta refines="#a" property="role">aut</meta><dc:creator id="b">Bo Translator</dc:creator><meta refines="#b" property="role">trl</meta><dc:publisher>Example Press</dc:publisher><dc:date>2026-05-04T00:00:00Z</dc:date><dc:language>en-GB</dc:language><dc:identifier id="id">https://example.com/compact</dc:identifier>',
    });
    expect(metadata).toMatchObject({
      title: "The compact",
      authors: ["Ann Example"],
      publisher: "Example Press",
      published: "2026-05-04",
      language: "en",
      url: "https://example.com/compact",
    });
  });

  test("in the words of EPUB 2, and nothing where nobody said anything", async () => {
    const { metadata } = await read({
      chapters: [one],
      metadata:
        '<dc:title>The compact</dc:title><dc:creator opf:role="aut">Ann Example</dc:creator><dc:creator opf:role="edt">Bo</dc:creator><dc:publisher>Unknown</dc:publisher><dc:date opf:event="modification">2026-01-01</dc:date><dc:date opf:event="publication">2025</dc:date><dc:identifier>urn:uuid:1</dc:identifier>',
    });
    expect(metadata).toMatchObject({ authors: ["Ann Example"], publisher: null, published: null, url: null });
  });
});

const ENCRYPTION = (algorithm: string, uri: string): string =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`;
const AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";

describe("protection against copying", () => {
  test("of the text is said, with what to do", async () => {
    const error = await refusal(await madeEpub({ chapters: [one], encryption: ENCRYPTION(AES, "OEBPS/one.xhtml") }));
    expect(error.code).toBe("file-unsupported");
    expect(error.message).toMatch(/book\.epub is protected against copying \(DRM\).*Ask its publisher/u);
  });

  test("of fonts and pictures alone does not matter", async () => {
    for (const encryption of [
      ENCRYPTION("http://www.idpf.org/2008/embedding", "OEBPS/one.xhtml"),
      ENCRYPTION(AES, "OEBPS/font.otf"),
    ])
      expect(texts(await read({ chapters: [one], encryption }))).toContain("One");
  });
});

describe("broken and hostile books end in one clear error", () => {
  test.each<[string, ErrorCode, () => Promise<Uint8Array>]>([
    ["no chapters", "file-empty", () => madeEpub({ chapters: [] })],
    ["pictures alone", "file-empty", () => madeEpub({ chapters: [chapter("a.xhtml", '<img src="a.png" alt=""/>')] })],
    ["no package", "file-damaged", () => madeZip({ mimetype: "application/epub+zip", "a.xhtml": "<p>a</p>" })],
    [
      "a package that is garbled",
      "file-damaged",
      async () => madeZip({ ...epubParts({ chapters: [one] }), "OEBPS/book.opf": "<package" }),
    ],
    ["a cut file", "file-damaged", async () => (await madeEpub({ chapters: [one] })).subarray(0, 500)],
    [
      "an external entity",
      "file-too-complex",
      async () => {
        const parts = epubParts({ chapters: [one] });
        return madeZip({
          ...parts,
          "OEBPS/book.opf": (parts["OEBPS/book.opf"] ?? "").replace(
            "?>",
            '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
          ),
        });
      },
    ],
    [
      "100,000 chapters",
      "file-too-complex",
      () =>
        madeEpub({
          chapters: [one],
          spine: Array.from({ length: 100_000 }, (_, index) => `<itemref idref="x${index}"/>`).join(""),
        }),
    ],
    ["a bomb", "file-too-complex", () => madeEpub({ chapters: [chapter("a.xhtml", " ".repeat(120_000_000))] })],
    [
      "a package nested 5,000 deep",
      "file-too-complex",
      async () =>
        madeZip({ ...epubParts({ chapters: [one] }), "OEBPS/book.opf": `${"<a>".repeat(5000)}${"</a>".repeat(5000)}` }),
    ],
  ])("%s", async (_what, code, make) => {
    const error = await refusal(await make());
    expect(error.code).toBe(code);
    expect(error.message).toContain("book.epub");
  });

  test("a chapter that is listed again and again is read once", async () => {
    const source = await read({
      chapters: [one, two],
      spine: '<itemref idref="c0"/><itemref idref="c1"/>'.repeat(4000),
    });
    expect(source.blocks).toHaveLength(5);
  });

  test("a chapter nested 100,000 deep is read", async () => {
    const source = await read({
      chapters: [chapter("a.xhtml", `${"<div>".repeat(100_000)}deep${"</div>".repeat(100_000)}`)],
    });
    expect(texts(source)).toEqual(["deep"]);
  });

  test("any bytes changed or cut off", async () => {
    const whole = await madeEpub({ chapters: [one, two] });
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

describe("an address of a part", () => {
  test.each([
    ["a.xhtml", "OEBPS/book.opf", "OEBPS/a.xhtml"],
    ["../text/a%20b.xhtml#p1", "OEBPS/book.opf", "text/a b.xhtml"],
    ["/a.xhtml", "OEBPS/book.opf", "a.xhtml"],
    ["100%.xhtml", "book.opf", "100%.xhtml"],
    ["../../etc/passwd", "OEBPS/book.opf", null],
    ["%2e%2e/%2e%2e/etc/passwd", "OEBPS/book.opf", null],
    ["..\\..\\etc", "OEBPS/book.opf", null],
    ["https://example.com/a", "book.opf", null],
    ["//example.com/a", "book.opf", null],
    ["#top", "book.opf", null],
    ["", "book.opf", null],
  ])("%s in %s is %s", (href, from, expected) => {
    expect(resolvePart(href, from)).toBe(expected);
  });

  test("never leads out of the file", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (href, from) => {
        const name = resolvePart(href, from);
        expect(name?.split("/") ?? []).not.toContain("..");
      }),
    );
  });
});

describe("the samples", () => {
  const folder = new URL("../../fixtures/epub/", import.meta.url);
  test.each(readdirSync(folder).filter((name) => name !== "README.md"))("%s", async (name) => {
    const source = await readBytes(readFileSync(new URL(name, folder)));
    expect(source.metadata).toMatchObject({
      title: "The Ilvane compact",
      authors: ["Hedva Lomquar"],
      published: "2026-03-09",
    });
    expect(source.blocks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["heading", "paragraph", "quote", "list-item", "table-cell", "note", "caption"]),
    );
  });
});
