import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, blockSchema } from "../../../src/core/source/block.ts";
import { blocksOfHtml, type HtmlBlockOptions } from "../../../src/engine/readers/html/html-to-blocks.ts";
import { parseHtml } from "../../../src/engine/readers/html/parse-html.ts";

function blocks(html: string, options: HtmlBlockOptions = {}): Block[] {
  return blocksOfHtml(parseHtml(html).body, options);
}

function texts(html: string): string[] {
  return blocks(html).map(({ text }) => text);
}

/** Each span as the words that it covers. */
function covered({ text, spans = [] }: Block): [string, string][] {
  return spans.map((span) => {
    const what = span.kind === "emphasis" ? span.emphasis : span.kind === "link" ? span.url : span.note;
    return [what, text.slice(span.fromUtf16, span.toUtf16)];
  });
}

describe("blocks of a page", () => {
  test("come in reading order with kind and level", () => {
    const found = blocks(
      "<h1>One</h1><p>Two<h3>Three</h3><blockquote><p>Four</blockquote><figure><figcaption>Five</figcaption></figure>six",
    );
    expect(found.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ["heading", 1, "One"],
      ["paragraph", null, "Two"],
      ["heading", 3, "Three"],
      ["quote", null, "Four"],
      ["caption", null, "Five"],
      ["paragraph", null, "six"],
    ]);
  });

  test("items of nested lists know how deep they are, and go on after an inner list", () => {
    const found = blocks("<ol><li>a<ul><li>b<p>c</ul>d<li>e</ol>");
    expect(found.map(({ text, level }) => [text, level])).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 2],
      ["d", 1],
      ["e", 1],
    ]);
    expect(found.every(({ kind }) => kind === "list-item")).toBe(true);
  });

  test("a line break begins a new block, but in a heading it is a space", () => {
    expect(texts("<p>Old Customs House<br>Mirevka Bridge</p><h2>A river<br>again</h2>")).toEqual([
      "Old Customs House",
      "Mirevka Bridge",
      "A river again",
    ]);
  });

  test("a line break within Chinese is no space, neither in a heading nor in the source", () => {
    expect(texts("<h1>两国签署<br>河流公约</h1><p>双方领导人举行了\n   会谈。</p>")).toEqual([
      "两国签署河流公约",
      "双方领导人举行了会谈。",
    ]);
  });

  test("white space is folded as a browser folds it, and no-break spaces are kept", () => {
    expect(texts("<p> a \n b<b> c</b> <i> d </i>e&nbsp;&nbsp;f </p><p>&nbsp;</p>")).toEqual(["a b c d e\u00a0\u00a0f"]);
  });

  test("a word that is split across elements stays one word", () => {
    expect(texts("<p><b>W</b>ater<span>way</span><wbr>s co&shy;operation</p>")).toEqual(["Waterways cooperation"]);
  });

  test("preformatted text keeps its lines and the spaces in them", () => {
    expect(
      texts("<pre>\ngauge   stage\n\n  Mirevka  2.10\n</pre><div style='white-space:pre-wrap'>a  b\nc</div>"),
    ).toEqual(["gauge   stage", "Mirevka  2.10", "a  b", "c"]);
  });

  test("what a page does not show is left out", () => {
    const hidden =
      "<p hidden>a</p><p style='display : none'>b</p><i aria-hidden=true>c</i><span class='x sr-only'>d</span>" +
      "<script>e</script><style>f</style><noscript>g</noscript><template>h</template><iframe>i</iframe>" +
      "<object>j</object><svg><text>k</text></svg><select><option>l</select><textarea>m</textarea><img alt=n><ruby>水<rt>o</rt></ruby>";
    expect(texts(`<body style="display:none">${hidden}`)).toEqual(["水"]);
  });

  test("a page behind an open dialogue is not taken for hidden", () => {
    const story = "The commission sat for nine hours. ".repeat(20).trim();
    expect(texts(`<main aria-hidden="true"><p>${story}</p></main>`)).toEqual([story]);
  });

  test("numerator and denominator do not read as one number", () => {
    expect(texts("<p>Two thirds: <math><mfrac><mn>2</mn><mn>3</mn></mfrac></math></p>")).toEqual(["Two thirds: 2/3"]);
  });
});

describe("spans", () => {
  test("emphasis covers its words, also where it is nested or goes on in the next block", () => {
    const [first, second, third] = blocks("<p>a <b>b <i>c</b> d</i><p><b>e<p>f</b> g");
    expect(first && covered(first)).toEqual([
      ["strong", "b c"],
      ["emphasis", "c d"],
    ]);
    expect(second && covered(second)).toEqual([["strong", "e"]]);
    expect(third && covered(third)).toEqual([["strong", "f"]]);
  });

  test("all kinds of emphasis are told apart", () => {
    const [block] = blocks("<p><u>a</u> <del>b</del> m<sup>3</sup> H<sub>2</sub>O <code>c</code></p>");
    expect(block && covered(block)).toEqual([
      ["underline", "a"],
      ["strike", "b"],
      ["superscript", "3"],
      ["subscript", "2"],
      ["code", "c"],
    ]);
  });

  test("links are kept where they lead somewhere, relative ones where the base is known", () => {
    const html =
      "<p><a href='http://a.example/x'>a</a> <a href='../y'>b</a> <a href='mailto:c@a.example'>c</a> " +
      "<a href='java&#10;script:alert(1)'>d</a> <a href='data:text/html,x'>e</a> <a href='file:///etc/passwd'>f</a> <a href='#g'>g</a>";
    const [bare] = blocks(html);
    const [based] = blocks(html, { baseUrl: "https://b.example/p/q/" });
    expect(bare && covered(bare)).toEqual([
      ["http://a.example/x", "a"],
      ["mailto:c@a.example", "c"],
    ]);
    expect(based && covered(based)).toEqual([
      ["http://a.example/x", "a"],
      ["https://b.example/p/y", "b"],
      ["mailto:c@a.example", "c"],
    ]);
  });

  test("an element with the name of something in the language is no emphasis", () => {
    expect(blocks("<p><constructor>a</constructor> <toString>b</toString></p>")[0]?.spans).toBeUndefined();
  });
});

describe("tables", () => {
  const cellsOf = (html: string) =>
    blocks(html).flatMap(({ text, cell }) =>
      cell ? [[text, cell.table, cell.row, cell.column, cell.isHeader ? "header" : "data"]] : [],
    );

  test("cells know their place, spans of rows and columns counted", () => {
    const html =
      "<table><tr><th rowspan=2>Gauge<th colspan=2>Flow<tr><th>before<th>after<tr><td>Mirevka<td>290<td>340" +
      "<tr><td colspan=2><td>none</table>";
    expect(cellsOf(html)).toEqual([
      ["Gauge", 0, 0, 0, "header"],
      ["Flow", 0, 0, 1, "header"],
      ["before", 0, 1, 1, "header"],
      ["after", 0, 1, 2, "header"],
      ["Mirevka", 0, 2, 0, "data"],
      ["290", 0, 2, 1, "data"],
      ["340", 0, 2, 2, "data"],
      ["none", 0, 3, 2, "data"],
    ]);
  });

  test("a caption stands before its cells, and tables are counted", () => {
    const table = "<table><caption>Flow</caption><tr><td>a<td>b</table>";
    const found = blocks(table + table, { firstTable: 3 });
    expect(found.map(({ kind, cell }) => cell?.table ?? kind)).toEqual(["caption", 3, 3, "caption", 4, 4]);
  });

  test("a table that lays out the page is no table", () => {
    const found = blocks(
      "<table><tr><td><a href=/>Home</a><td><h1>Title</h1><p>Text<table><tr><td>a<td>b</table></table>",
    );
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ["paragraph", "Home"],
      ["heading", "Title"],
      ["paragraph", "Text"],
      ["table-cell", "a"],
      ["table-cell", "b"],
    ]);
  });

  test("text between the rows of a broken table is not lost", () => {
    expect(texts("<table>stray<tr>more<td>a<td>b</tr><p>x</p></table>").join(" ")).toBe("stray more a b x");
  });
});

describe("notes", () => {
  /** Text with each mark in brackets that name its note, then the notes. */
  const read = (html: string, options: HtmlBlockOptions = {}) =>
    blocks(html, options).map((block) => {
      const marks = (block.spans ?? []).filter((span) => span.kind === "note-mark");
      const text = marks
        .toReversed()
        .reduce(
          (all, { fromUtf16, toUtf16, note }) => `${all.slice(0, fromUtf16)}{${note}}${all.slice(toUtf16)}`,
          block.text,
        );
      return block.note === undefined ? text : `${block.kind} ${block.note}: ${text}`;
    });

  test.each([
    [
      "mammoth",
      '<p>Flow<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>.</p><ol><li id="footnote-1"><p> At the gauge. <a href="#footnote-ref-1">↑</a></p></li></ol>',
      ["Flow{footnote-1}.", "note footnote-1: At the gauge."],
    ],
    [
      "an encyclopaedia",
      '<p>Flow<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[<span>2</span>]</a></sup>.</p><ol><li id="cite_note-2"><span class="mw-cite-backlink">^ <a href="#cite_ref-2">a</a></span> <span>At the gauge.</span></li></ol>',
      ["Flow{cite_note-2}.", "note cite_note-2: At the gauge."],
    ],
    [
      "Markdown",
      '<p>Flow<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p><section class="footnotes"><ol><li id="fn1"><p>At the gauge.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
      ["Flow{fn1}.", "note fn1: At the gauge."],
    ],
    [
      "Word",
      '<p>Flow<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p><div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> At the gauge.<p>Twice.</p></div>',
      ["Flow{_ftn1}.", "note _ftn1: At the gauge.", "note _ftn1: Twice."],
    ],
    [
      "LibreOffice",
      '<p>Flow<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> At the gauge.</p></div>',
      ["Flow{sdfootnote1sym}.", "note sdfootnote1sym: At the gauge."],
    ],
    [
      "an e-book, whose note is hidden and stands before the end",
      '<p>Flow<a epub:type="noteref" href="#n">*</a>.</p><aside epub:type="footnote" id="n" hidden><p>* At the gauge.</p></aside><p>Then.</p>',
      ["Flow{n}.", "Then.", "note n: At the gauge."],
    ],
  ])("of %s are told from the text and come behind it", (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });

  test("are found in a saved page, whose links are absolute", () => {
    const page = "https://a.example/p";
    const html = `<p>Flow<sup><a id=r1 href="${page}#n1">1</a></sup></p><p id=n1><a href="${page}#r1">1</a> At the gauge.</p>`;
    expect(read(html, { pageUrl: page })).toEqual(["Flow{n1}", "note n1: At the gauge."]);
  });

  test("a table of contents and its chapters are none", () => {
    const html =
      '<ol><li><a id=t1 href="#c1">1</a></li></ol><div id=c1><h2><a href="#t1">1</a> Flow</h2><p>Text.</p></div>';
    expect(read(html)).toEqual(["1", "1 Flow", "Text."]);
  });

  test("a mark whose note is not there stays text", () => {
    expect(read('<p>Flow<sup><a href="#fn9">9</a></sup></p>')).toEqual(["Flow9"]);
  });
});

describe("for any inline HTML", () => {
  type Inline = string | { readonly tag: string; readonly children: readonly Inline[] };
  const word = fc.stringMatching(/^[ \n]{0,2}[a-zé水&<]{0,4}[ \t\n]{0,2}$/u);
  const { inline } = fc.letrec<{ inline: Inline; element: Inline }>((tie) => ({
    inline: fc.oneof({ depthSize: "small" }, word, tie("element")),
    element: fc.record({
      tag: fc.constantFrom("b", "i", "span", "u", "code", "sup", "em"),
      children: fc.array(tie("inline"), { maxLength: 4 }),
    }),
  }));
  const toHtml = (node: Inline): string =>
    typeof node === "string"
      ? node.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
      : `<${node.tag}>${node.children.map(toHtml).join("")}</${node.tag}>`;
  const toText = (node: Inline): string => (typeof node === "string" ? node : node.children.map(toText).join(""));
  // No break of a line stands between two Han here but a space, so that folding is one rule.
  const fold = (text: string) => text.replace(/[ \t\n]+/gu, " ").trim();
  const tags: Readonly<Record<string, string>> = { strong: "b", underline: "u", code: "code", superscript: "sup" };

  /** The characters that an element of one of these tags holds, each with where it is in the unfolded text. */
  const lettersIn = (nodes: readonly Inline[], wanted: readonly string[], isInside = false): boolean[] =>
    nodes.flatMap((node) =>
      typeof node === "string"
        ? [...node].filter((letter) => !/[ \t\n]/u.test(letter)).map(() => isInside)
        : lettersIn(node.children, wanted, isInside || wanted.includes(node.tag)),
    );

  test("the text is the folded text of the page, and spans cover just the letters of their elements", () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 6 }), (nodes) => {
        const expected = fold(nodes.map(toText).join("")).replace(/(?<=水) (?=水)/gu, "");
        const found = blocks(`<p>${nodes.map(toHtml).join("")}</p>`);
        expect(found.map(({ text }) => text.replace(/(?<=水) (?=水)/gu, "")).join("\n")).toBe(expected);
        for (const block of found) {
          blockSchema.parse(block);
          const letters = [...block.text].flatMap((letter, index) => (letter === " " ? [] : [index]));
          for (const [emphasis, tag] of [...Object.entries(tags), ["emphasis", "i em"] as const]) {
            const spans = (block.spans ?? []).filter((span) => span.kind === "emphasis" && span.emphasis === emphasis);
            const isCovered = letters.map((at) => spans.some((span) => span.fromUtf16 <= at && at < span.toUtf16));
            expect(isCovered).toEqual(lettersIn(nodes, tag.split(" ")));
          }
          for (const span of block.spans ?? []) {
            const words = block.text.slice(span.fromUtf16, span.toUtf16);
            expect(words).toBe(words.trim());
            expect(words).not.toBe("");
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
