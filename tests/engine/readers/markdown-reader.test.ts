// Proves that Markdown arrives as clean text in its order, with its emphasis, links and notes as spans and each block's
// place in the file, and that texts made to keep a parser busy are read all the same.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../../src/core/source/block.ts";
import { readMarkdown } from "../../../src/engine/readers/markdown-reader.ts";
import type { ReadSource } from "../../../src/engine/readers/reader.ts";

async function read(content: string | Uint8Array): Promise<ReadSource> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const request = {
    fileName: "notes.md",
    bytes,
    encoding: null,
    importedOn: "2026-05-20",
    password: null,
    extraction: null,
  };
  return readMarkdown(request, () => undefined);
}

async function blocksOf(text: string): Promise<Block[]> {
  return (await read(text)).blocks;
}

/** Blocks as short lines: kind, level, text. */
async function outline(text: string): Promise<string[]> {
  return (await blocksOf(text)).map(({ kind, level, text: line }) => `${kind}${level ?? ""}: ${line}`);
}

/** What the spans of a block cover, by their kind. */
function spansOf({ text, spans = [] }: Block): string[] {
  return spans.map((span) => {
    const what = span.kind === "emphasis" ? span.emphasis : span.kind === "link" ? span.url : `note ${span.note}`;
    return `${what}: ${text.slice(span.fromUtf16, span.toUtf16)}`;
  });
}

function wordsOf(text: string): string[] {
  return text.match(/[a-z]+/gu) ?? [];
}

describe("the text comes without its marks", () => {
  test("as headings, paragraphs, quotes and lists with their depth", async () => {
    const text = [
      "# The *council* meets #",
      "",
      "It met on Tuesday",
      "and on  ",
      "Friday \\*again\\* &amp; again.",
      "",
      "> We have agreed,",
      "she said.",
      "",
      "1. first",
      "2. second",
      "   goes on",
      "",
      "   - deeper",
      "",
      "The road ahead",
      "---",
      "***",
      "- [x] done",
    ].join("\r\n");
    expect(await outline(text)).toEqual([
      "heading1: The council meets",
      "paragraph: It met on Tuesday and on Friday *again* & again.",
      "quote: We have agreed, she said.",
      "list-item1: first",
      "list-item1: second goes on",
      "list-item2: deeper",
      "heading2: The road ahead",
      "list-item1: done",
    ]);
  });

  test("with emphasis, links and code as spans", async () => {
    const [block] = await blocksOf(
      'A **strong *and* slanted** word, ~~struck~~, `a  b`, [a link](https://example.com/a "title"), [named][n],\nhttps://example.com/b and 10<sup>6</sup>, <b>bold</b>.\n\n[n]: https://example.com/n\n',
    );
    expect(block?.text).toBe(
      "A strong and slanted word, struck, a  b, a link, named, https://example.com/b and 106, bold.",
    );
    expect(block && spansOf(block)).toEqual([
      "strong: strong and slanted",
      "emphasis: and",
      "strike: struck",
      "code: a  b",
      "https://example.com/a: a link",
      "https://example.com/n: named",
      "https://example.com/b: https://example.com/b",
      "superscript: 6",
      "strong: bold",
    ]);
  });

  test("never with an address that could run something", async () => {
    const [block] = await blocksOf("[press](javascript:alert(1)) and [there](data:text/html,x) and [here](other.md)");
    expect(block?.text).toBe("press and there and here");
    expect(block?.spans).toBeUndefined();
  });

  test("with tables as cells, a listing line by line and the words of pictures", async () => {
    const text =
      "| Name | Votes |\n|---|--:|\n| Ann \\| Bo | **4** |\n| | 5 |\n\n```js\n  let a = 1;\n\n\tb();\n```\n\n![A chart of votes](a.png)\n";
    const blocks = await blocksOf(text);
    expect(blocks.map(({ kind, text: line }) => [kind, line])).toEqual([
      ["table-cell", "Name"],
      ["table-cell", "Votes"],
      ["table-cell", "Ann | Bo"],
      ["table-cell", "4"],
      ["table-cell", "5"],
      ["paragraph", "let a = 1;"],
      ["paragraph", "b();"],
      ["caption", "A chart of votes"],
    ]);
    expect(blocks[0]?.cell).toEqual({ table: 0, row: 0, column: 0, isHeader: true });
    expect(blocks[4]?.cell).toEqual({ table: 0, row: 2, column: 1, isHeader: false });
  });

  test("with the text of HTML, and nothing of its tags, scripts and comments", async () => {
    const text =
      "<div align=center>\n<h2>A title</h2>\n<script>run()</script>\n</div>\n\n<!-- a remark -->\n\nA<br>line <!-- not --> here<script>run()</script>.\n";
    expect(await outline(text)).toEqual(["heading2: A title", "paragraph: A line here."]);
  });

  test("with notes behind the text, tied to their marks", async () => {
    const blocks = await blocksOf(
      "One.[^2] Two.[^1]\n\n[^1]: First *note*.\n\n    Goes on.\n[^2]: Second note.\n\nEnd.\n",
    );
    expect(blocks.map(({ kind, text, note }) => [kind, text, note])).toEqual([
      ["paragraph", "One.2 Two.1", undefined],
      ["paragraph", "End.", undefined],
      ["note", "Second note.", "2"],
      ["note", "First note.", "1"],
      ["note", "Goes on.", "1"],
    ]);
    expect(blocks[0] && spansOf(blocks[0])).toEqual(["note 2: 2", "note 1: 1"]);
  });

  test("with notes numbered where their names are words, and notes nobody refers to kept", async () => {
    const blocks = await blocksOf("One.[^river] Two.[^sea]\n\n[^sea]: Sea.\n[^river]: River.\n[^lake]: Lake.\n");
    expect(blocks.map(({ text }) => text)).toEqual(["One.1 Two.2", "River.", "Sea.", "Lake."]);
  });
});

describe("what it says of itself", () => {
  test("is taken from its front matter, which is no part of the text", async () => {
    const source = await read(
      '\ufeff---\ntitle: "The council meets"\nauthor: Ann Example\ndate: 2026-05-04\nsummary: Short.\n---\n\nIt met.\n',
    );
    expect(source.metadata).toMatchObject({
      title: "The council meets",
      authors: ["Ann Example"],
      published: "2026-05-04",
    });
    expect(source.blocks.map(({ text }) => text)).toEqual(["It met."]);
    expect(source.warnings).toEqual(["Its front matter is no part of the text. It also says something of: summary"]);
    expect(source).toMatchObject({ format: "markdown", encoding: "utf-8", byteOrderMark: true });
  });

  test("is taken from its first heading", async () => {
    expect((await read("# The *council* meets\n\nIt met on Tuesday.\n")).metadata.title).toBe("The council meets");
  });
});

describe("each block knows its place in the file", () => {
  test("behind front matter and in a table", async () => {
    const text = "---\ntitle: A\n---\n\n# One\n\n> two *three*\n\n| a | b |\n|---|---|\n| c | d |\n";
    const places = (await blocksOf(text)).map(({ origin }) => text.slice(origin?.fromUtf16, origin?.toUtf16));
    expect(places).toEqual(["# One", "two *three*", "| a ", "| b |", "| c ", "| d |"]);
  });
});

const word = fc.stringMatching(/^[a-z]{1,7}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(" "));
const inline = fc.oneof(
  words,
  words.map((text) => `*${text}*`),
  words.map((text) => `**${text}**`),
  words.map((text) => `~~${text}~~`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `[${text}](<#1> "2")`),
  words.map((text) => `<b>${text}</b>`.replaceAll(/<\/?b>/gu, "")),
);
const line = fc
  .tuple(words, fc.array(inline, { maxLength: 4 }), fc.constantFrom(" ", "\n", "  \n", "\\\n"))
  .map(([first, rest, glue]) => [first, ...rest].join(glue));
const flow = fc.oneof(
  line,
  fc.tuple(fc.nat(5), words).map(([level, text]) => `${"#".repeat(level + 1)} ${text}`),
  line.map((text) => text.replaceAll(/^/gmu, "> ")),
  fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item) => `- ${item.replaceAll("\n", "\n  ")}`).join("\n")),
  fc
    .array(fc.tuple(words, words), { minLength: 1, maxLength: 4 })
    .map((rows) => ["| x | y |", "|---|---|", ...rows.map(([a, b]) => `| ${a} | *${b}* |`)].join("\n")),
  fc.array(words, { minLength: 1, maxLength: 4 }).map((lines) => ["```", ...lines, "```"].join("\n")),
);
const documentOf = fc.array(flow, { minLength: 1, maxLength: 12 }).map((parts) => `# a\n\n${parts.join("\n\n")}\n\n`);

describe("no word is lost, added or moved", () => {
  test("in any document", async () => {
    await fc.assert(
      fc.asyncProperty(documentOf, async (text) => {
        const blocks = await blocksOf(text);
        expect(blocks.flatMap((block) => wordsOf(block.text))).toEqual(wordsOf(text));
        for (const block of blocks) {
          expect(block.text).toBe(block.text.trim());
          expect(block.text).not.toContain("\n");
          const { fromUtf16 = 0, toUtf16 = 0 } = block.origin ?? {};
          expect(wordsOf(text.slice(fromUtf16, toUtf16))).toEqual(wordsOf(block.text));
          for (const span of block.spans ?? []) expect(block.text.slice(span.fromUtf16, span.toUtf16)).not.toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });

  test("in a long one, which reads as its parts do by themselves", async () => {
    await fc.assert(
      fc.asyncProperty(documentOf, async (text) => {
        const times = Math.ceil(100_000 / text.length);
        const once = (await blocksOf(text)).map(({ kind, level, text: shown }) => [kind, level, shown]);
        const often = await read(text.repeat(times));
        expect(often.warnings).toEqual([]);
        expect(often.blocks.map(({ kind, level, text: shown }) => [kind, level, shown])).toEqual(
          Array(times).fill(once).flat(),
        );
        expect(often.blocks.at(-1)?.origin?.toUtf16).toBeGreaterThan(text.length * (times - 1));
      }),
      { numRuns: 10 },
    );
  });

  test("in a long one whose links and notes are defined far away", async () => {
    const text = `See [the treaty] and this.[^n]\n\n${"More words follow here.\n\n".repeat(4000)}[the treaty]: https://example.com/t\n\n[^n]: Far away.\n`;
    const blocks = await blocksOf(text);
    expect(blocks[0] && spansOf(blocks[0])).toEqual(["https://example.com/t: the treaty", "note n: 1"]);
    expect(blocks).toHaveLength(4002);
    expect(blocks.at(-1)).toMatchObject({ kind: "note", note: "n", text: "Far away." });
  });
});

describe("what is made to keep a parser busy is read as plain text, which is said", () => {
  test.each([
    ["quotes within quotes", ">".repeat(100_000)],
    ["lists within lists", `${"- ".repeat(50_000)}a`],
    ["brackets that never close", "a[".repeat(100_000)],
    ["brackets within brackets", `a${"[".repeat(60_000)}b${"]".repeat(60_000)}`],
    ["stars on both sides", `a${"*".repeat(60_000)}b${"*".repeat(60_000)}`],
    ["stars between letters", "a**b".repeat(30_000)],
    ["comments that never close", "a <!-- ".repeat(16_000)],
    ["one listing without an end", `~~~\n${"a\n".repeat(200_000)}`],
    ["ten megabytes", "The council met *again*.\n\n".repeat(400_000)],
    ["quoted lines that go on without marks", `${"> ".repeat(300)}a\n${"b\n".repeat(50_000)}`],
  ])(
    "%s",
    async (_what, text) => {
      const source = await read(text);
      expect(source.format).toBe("markdown");
      expect(source.warnings).toEqual([expect.stringContaining("was read as plain text")]);
      const letters = (shown: string): number => shown.match(/[a-z]/gu)?.length ?? 0;
      expect(source.blocks.reduce((sum, block) => sum + letters(block.text), 0)).toBe(letters(text));
    },
    60_000,
  );

  test.each([
    ["emphasis that never closes", "*a ".repeat(1000)],
    ["unclosed tags", "<a ".repeat(3000)],
    ["declarations that never close", "<!a ".repeat(20_000)],
    ["runs of backticks", Array.from({ length: 200 }, (_, index) => `${"`".repeat(index)}a `).join("")],
    ["backslashes", `a${"\\".repeat(50_000)}`],
    ["definitions and nothing else", "[a]: https://example.com/\n"],
  ])("%s: as Markdown", async (_what, text) => {
    expect((await read(text)).warnings).toEqual([]);
  });

  test("and white space alone is empty", async () => {
    await expect(read(" \n\n\t\n")).rejects.toMatchObject({ code: "file-empty" });
    await expect(read(Uint8Array.of(0, 1, 2, 3, 0))).rejects.toMatchObject({ code: "file-not-text" });
  });
});

describe("the samples", () => {
  const folder = new URL("../../fixtures/markdown/", import.meta.url);
  test.each(readdirSync(folder).filter((name) => name !== "README.md"))("%s", async (name) => {
    const source = await read(readFileSync(new URL(name, folder)));
    expect(source.blocks.length).toBeGreaterThan(10);
    expect(source.metadata.title).toBe("Ilvane compact: what each side must do");
    expect(source.blocks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["heading", "paragraph", "quote", "list-item", "table-cell", "note", "caption"]),
    );
  });
});
