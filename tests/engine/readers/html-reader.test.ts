import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Extraction } from "../../../src/core/source/format.ts";
import type { Encoding } from "../../../src/core/source/source.ts";
import { readHtml } from "../../../src/engine/readers/html-reader.ts";
import type { ReadSource } from "../../../src/engine/readers/reader.ts";

interface Options {
  readonly encoding?: Encoding;
  readonly extraction?: Extraction;
}

function read(page: string | Uint8Array, { encoding, extraction }: Options = {}): Promise<ReadSource> {
  return readHtml(
    {
      fileName: "page.html",
      bytes: typeof page === "string" ? new TextEncoder().encode(page) : page,
      encoding: encoding ?? null,
      importedOn: "2026-05-04",
      password: null,
      extraction: extraction ?? null,
    },
    () => undefined,
  );
}

function fixture(name: string, options: Options = {}): Promise<ReadSource> {
  return read(readFileSync(new URL(`../../fixtures/html/${name}`, import.meta.url)), options);
}

function textOf({ blocks }: ReadSource): string {
  return blocks.map(({ text }) => text).join("\n");
}

const PROSE =
  "The commission, which sat for nine hours, said that the river was to be measured, and read, every hour. ";
const ARTICLE = `<article>${`<p>${PROSE.repeat(3)}</p>`.repeat(4)}</article>`;

describe("a newspaper's page", () => {
  test("is read as its article, without what stands around it", async () => {
    const source = await fixture("corriden-tribune.html");
    expect(source.extraction).toBe("article");
    expect(source.blocks.slice(0, 5).map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "Quessia asks for a chair on the Ilvane Commission"],
      ["paragraph", expect.stringMatching(/^Downstream of two signatures/u)],
      ["paragraph", "By Imre Solvay and Adela N’Koss in Port Quess"],
      ["paragraph", "6 March 2026"],
      ["caption", expect.stringMatching(/^Fishing boats .* Lene Corvath\/Ilvapress$/u)],
    ]);
    const text = textOf(source);
    expect(text).toContain("additional reporting by Josk Ambrel");
    for (const clutter of [
      "412 partners",
      "Morning briefing",
      "Read next",
      "Comments",
      "Most read",
      "All rights",
      "script",
    ]) {
      expect(text).not.toContain(clutter);
    }
  });

  test("keeps the table, the list, the quotation and the note of its article", async () => {
    const { blocks } = await fixture("corriden-tribune.html");
    expect(blocks.filter(({ kind }) => kind === "table-cell").map(({ text }) => text)).toEqual(
      "Gauge|Before|Under the compact|Mirevka|290|340|Port Quess|210|not said".split("|"),
    );
    expect(blocks.filter(({ kind }) => kind === "list-item")).toHaveLength(3);
    expect(blocks.find(({ kind }) => kind === "quote")?.text).toMatch(/^A river that is fair/u);
    expect(blocks.at(-1)).toMatchObject({ kind: "note", note: "fn1", text: "Interview in Port Quess, 5 March 2026." });
    expect(blocks.flatMap(({ spans = [] }) => spans)).toContainEqual(
      expect.objectContaining({ kind: "note-mark", note: "fn1" }),
    );
  });

  test("is read whole when the user asks for it", async () => {
    const source = await fixture("corriden-tribune.html", { extraction: "whole-page" });
    expect(source.extraction).toBe("whole-page");
    for (const part of ["412 partners", "Morning briefing", "Read next", "Comments (2)", "Most read", "All rights"]) {
      expect(textOf(source)).toContain(part);
    }
    expect(textOf(source)).not.toContain("Written by a script");
  });

  test("says what it is, from its linked data, on the day of its own clock", async () => {
    const { metadata } = await fixture("corriden-tribune.html");
    expect(metadata).toMatchObject({
      title: "Quessia asks for a chair on the Ilvane Commission",
      authors: ["Imre Solvay", "Adela N’Koss"],
      publisher: "Corriden Tribune",
      published: "2026-03-06",
      url: "https://www.corridentribune.example/world/2026/03/05/delta-chair",
      language: "en",
      accessed: null,
    });
  });

  test("has its links resolved against the address that it was saved from", async () => {
    const { blocks } = await fixture("corriden-tribune.html");
    expect(blocks.flatMap(({ spans = [] }) => spans).filter(({ kind }) => kind === "link")).toContainEqual(
      expect.objectContaining({ url: "https://www.corridentribune.example/world/2026/03/03/compact-signed" }),
    );
  });
});

describe("other pages", () => {
  test("a wire page laid out by a table gives its text and keeps its lines", async () => {
    const { blocks, metadata, encoding } = await fixture("ilvapress-wire.html-windows-1252");
    expect(encoding).toBe("windows-1252");
    const texts = blocks.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(["Visitors may write to:", "Ilvane Commission", "Old Customs House", "Mirevka Bridge"]),
    );
    expect(texts.find((text) => text.includes("Renée"))).toContain("“the cheapest sensible thing we did”");
    expect(blocks.every(({ cell }) => cell === undefined)).toBe(true);
    expect(metadata).toMatchObject({
      title: "Commission to sit in old customs house",
      authors: [],
      publisher: "Ilvapress",
      published: "2026-03-04",
    });
  });

  test("a Korean page keeps the syllables that plain EUC-KR has not, and its heading", async () => {
    const source = await fixture("mirevka-ilbo.html-euc-kr");
    expect(source).toMatchObject({ encoding: "euc-kr", warnings: [], extraction: "article" });
    expect(textOf(source)).toContain("뷁뙠 지역의 농민들은");
    expect(source.blocks[0]).toMatchObject({ kind: "heading", text: "켈도바르·톨문드, 일바네강 협약 서명" });
    expect(source.blocks.filter(({ kind }) => kind === "paragraph")).toHaveLength(4);
    expect(source.metadata).toMatchObject({
      authors: ["한서림"],
      publisher: "미레프카일보",
      published: "2026-03-03",
      language: "ko",
    });
  });

  test("a page that calls itself GB2312 is read as GB18030, its title without the name of the site", async () => {
    const source = await fixture("foreign-ministry.html-gb2312");
    expect(source).toMatchObject({ encoding: "gb18030", warnings: [] });
    expect(source.blocks[0]?.text).toBe("克尔多瓦与托尔蒙德签署伊尔瓦内河公约");
    expect(textOf(source)).toContain("双方领导人举行了会谈。");
    expect(source.metadata).toMatchObject({
      title: "克尔多瓦与托尔蒙德签署伊尔瓦内河公约",
      publisher: "伊尔瓦通讯社",
      published: "2026-03-04",
      language: "zh",
    });
  });

  test("a paper in XHTML keeps lists, terms, listing and note", async () => {
    const { blocks, metadata } = await fixture("river-institute.xhtml");
    expect(blocks.filter(({ kind }) => kind === "list-item").map(({ text, level }) => [text, level])).toEqual([
      ["Read every hour.", 1],
      ["At the full hour.", 2],
      ["In one time.", 2],
      ["Publish every day.", 1],
    ]);
    expect(blocks.map(({ text }) => text)).toContain("Mirevka     2.10         340");
    expect(blocks.at(-1)).toMatchObject({ kind: "note", text: "See the Lowland Protocol of 2014." });
    expect(metadata).toMatchObject({
      authors: ["Osk Tervane", "Marit Odenay"],
      publisher: "Drovest River Institute",
      published: "2026-02-20",
    });
  });
});

describe("the article of a page", () => {
  test("changes no word of the page and no order", async () => {
    for (const name of [
      "corriden-tribune.html",
      "ilvapress-wire.html-windows-1252",
      "mirevka-ilbo.html-euc-kr",
      "river-institute.xhtml",
    ]) {
      const article = await fixture(name);
      const whole = await fixture(name, { extraction: "whole-page" });
      const places = article.blocks.map(({ text }) => whole.blocks.findIndex((block) => block.text === text));
      const isTitleAdded = places[0] === -1 && article.blocks[0]?.text === article.metadata.title;
      expect(places.slice(isTitleAdded ? 1 : 0)).not.toContain(-1);
    }
  });

  test("is not taken where it is only a part of the text", async () => {
    const chapters = Array.from({ length: 12 }, (_, index) => {
      return `<section class="chapter"><div class="text"><h2>Chapter ${index}</h2>${`<p>${PROSE.repeat(4)}</p>`.repeat(6)}</div></section>`;
    });
    const source = await read(
      `<h1>Report</h1>${chapters.map((chapter, index) => (index % 2 ? `<div>${chapter}</div>` : chapter)).join("")}`,
    );
    for (const [index] of chapters.entries()) expect(textOf(source)).toContain(`Chapter ${index}`);
    expect(textOf(source).match(/commission/gu)).toHaveLength(12 * 24);
  });

  test("a sentence keeps the words that stand in elements with the names of clutter", async () => {
    const sentence = `They signed <span class="share social">seven annexes</span>, not <span class="comment">six</span>. ${PROSE}`;
    const source = await read(`<div class=story><p>${sentence}</p>${ARTICLE}</div>`);
    expect(source.extraction).toBe("article");
    expect(textOf(source)).toContain("They signed seven annexes, not six.");
  });

  test("begins with the title where the page has no heading", async () => {
    const source = await read(
      `<title>Six annexes, not seven</title><div class="menu"><a href=/>Home</a></div>${ARTICLE}`,
    );
    expect(source.blocks[0]).toMatchObject({ kind: "heading", level: 1, text: "Six annexes, not seven" });
  });

  test("a page of links has none, and is read whole", async () => {
    const teasers = Array.from(
      { length: 40 },
      (_, index) => `<li><a href="/${index}">A headline of a few words, number ${index}</a></li>`,
    );
    const source = await read(`<h1>Today</h1><ul>${teasers.join("")}</ul>`);
    expect(source.extraction).toBe("whole-page");
    expect(source.blocks).toHaveLength(41);
  });
});

describe("metadata", () => {
  const metadataOf = async (head: string) =>
    (await read(`<html><head>${head}</head><body>${ARTICLE}</body></html>`)).metadata;

  test("linked data that is malformed, or of something else, is ignored", async () => {
    const linked = (json: string) => `<script type="application/ld+json">${json}</script>`;
    const bomb = linked(`${"[".repeat(200_000)}${"]".repeat(200_000)}`);
    const head = `${linked("{oops")}${linked('{"@type":"BreadcrumbList","name":"Crumbs"}')}${bomb}${linked('{"@type":"NewsArticle","headline":{"a":1},"author":[[1],{"name":7}],"datePublished":"soon"}')}`;
    expect(await metadataOf(`<title>A title</title>${head}`)).toMatchObject({
      title: "A title",
      authors: [],
      published: null,
    });
  });

  test("of several articles, that of the page is taken", async () => {
    const article = (url: string, name: string) => `{"@type":"Article","url":"${url}","headline":"${name}"}`;
    const json = `[${article("https://a.example/1", "One")},${article("https://a.example/2", "Two")}]`;
    const head = `<link rel=canonical href="https://a.example/2"><script type="application/ld+json">${json}</script>`;
    expect((await metadataOf(head)).title).toBe("Two");
  });

  test("meta elements of journals, social networks and libraries are understood", async () => {
    const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
    expect(
      await metadataOf(
        meta("og:site_name", "Quess Daily") +
          meta("og:title", "The silt follows - Quess Daily") +
          meta("article:published_time", "2026-03-04T23:59:00-08:00") +
          meta("author", "By Marit Odenay and Osk Tervane"),
      ),
    ).toMatchObject({
      title: "The silt follows",
      publisher: "Quess Daily",
      published: "2026-03-04",
      authors: ["Marit Odenay", "Osk Tervane"],
    });
    expect(
      await metadataOf(meta("DC.title", "Silt") + meta("DC.date", "2026-02-11") + meta("DC.creator", "Osk Tervane")),
    ).toMatchObject({
      title: "Silt",
      published: "2026-02-11",
      authors: ["Osk Tervane"],
    });
  });

  test("a title loses only what the page itself calls its site", async () => {
    expect((await metadataOf("<title>Silt - the slow river</title>")).title).toBe("Silt - the slow river");
  });

  test("a name that no person has is no author", async () => {
    expect(
      (await metadataOf('<meta name=author content=admin><meta property="og:site_name" content="Quess Daily">'))
        .authors,
    ).toEqual([]);
    expect(
      (await metadataOf('<meta name=author content="Quess Daily"><meta property="og:site_name" content="Quess Daily">'))
        .authors,
    ).toEqual([]);
  });

  test("a date that could be read two ways is left open", async () => {
    expect((await metadataOf('<meta name=date content="03/04/2026">')).published).toBeNull();
  });

  test("the front page is not the address of every page", async () => {
    const head = '<!-- saved from url=(0030)https://a.example/silt --><link rel=canonical href="https://a.example/">';
    expect((await metadataOf(head)).url).toBe("https://a.example/silt");
  });

  test("no address leads anywhere but to the web", async () => {
    const head =
      '<base href="javascript:alert(1)//"><link rel=canonical href="javascript:alert(2)"><meta property="og:url" content="file:///etc/passwd">';
    const source = await read(`${head}${ARTICLE}<p>${PROSE}<a href="x">y</a></p>`);
    expect(source.metadata.url).toBeNull();
    expect(source.blocks.flatMap(({ spans = [] }) => spans)).toEqual([]);
  });

  test("the language of the text goes before that of the template", async () => {
    expect((await read(`<html lang="ko">${ARTICLE}`)).metadata.language).toBe("en");
    expect((await read('<html lang="fr-CA"><p>Oui.')).metadata.language).toBe("fr");
  });
});

describe("encodings", () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

  test("the user's choice goes before what the page says", async () => {
    const page = latin('<meta charset="utf-8"><p>R\u00e9n\u00e9e');
    expect(textOf(await read(page, { encoding: "windows-1252" }))).toBe("Rénée");
  });

  test("what a page says to be Latin-1 is Windows-1252", async () => {
    const source = await read(
      latin('<meta http-equiv=content-type content="text/html; charset=ISO-8859-1"><p>\u0093a\u0094'),
    );
    expect(source).toMatchObject({ encoding: "windows-1252", warnings: [] });
    expect(textOf(source)).toBe("“a”");
  });

  test("encodings that users cannot choose are read where the page names them", async () => {
    const source = await read(latin('<?xml version="1.0" encoding="iso-8859-2"?><p>\u00b3\u00f3d\u00bc'));
    expect(source.encoding).toBeNull();
    expect(textOf(source)).toBe("łódź");
  });

  test("a page that was converted and still names its old encoding is read as what it is", async () => {
    const source = await read('<meta charset="gb2312"><p>双方领导人举行了会谈。');
    expect(source.encoding).toBe("utf-8");
    expect(textOf(source)).toBe("双方领导人举行了会谈。");
  });

  test("byte order marks are understood, and null bytes between text read past", async () => {
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from("<p>łódź", (c) => c.charCodeAt(0)).buffer),
    ]);
    expect(await read(wide)).toMatchObject({ encoding: "utf-16le", byteOrderMark: true });
    expect(textOf(await read(wide))).toBe("łódź");
    expect(textOf(await read(latin("<p>a\0b</p>")))).toBe("ab");
  });

  test("damaged characters are counted", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('<meta charset="utf-8"><p>Żółć łódź '), 0xc5, 0x20]);
    expect((await read(bytes)).warnings).toEqual(["1 character could not be read as UTF-8 and is shown as \ufffd"]);
  });
});

describe("files that cannot be read", () => {
  test.each([
    ["empty", "", "file-empty"],
    [
      "of a page that scripts would fill",
      "<html><body><div id=root></div><script>render()</script></body></html>",
      "file-empty",
    ],
    ["of more text than is read", `<p>${"x".repeat(33 * 1024 * 1024)}`, "file-too-large"],
  ])("%s end in one message that names the file", async (_, page, code) => {
    await expect(read(page)).rejects.toThrow(
      expect.objectContaining({ code, message: expect.stringContaining("page.html") }),
    );
  });

  test("a page a hundred thousand deep is read with its article's words", async () => {
    const source = await read("<div>".repeat(100_000) + ARTICLE + "</div>".repeat(100_000));
    expect(textOf(source).match(/nine hours/gu)).toHaveLength(12);
  });

  test("a page of five megabytes is read", async () => {
    const source = await read(`<h1>All of it</h1>${`<div class=part><p>${PROSE.repeat(4)}</p></div>`.repeat(12_000)}`);
    expect(source.blocks).toHaveLength(12_001);
  });
});
