import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HtmlNode } from "../../../src/engine/readers/html/html-node.ts";
import { isElement } from "../../../src/engine/readers/html/html-node.ts";
import { blocksOfHtml } from "../../../src/engine/readers/html/html-to-blocks.ts";
import { parseHtml, parsePage } from "../../../src/engine/readers/html/parse-html.ts";

const DEEP = 100_000;

function deepest(root: HtmlNode): number {
  let depth = 0;
  let level: HtmlNode[] = [root];
  for (; level.length > 0; depth += 1) level = level.flatMap((node) => Array.from(node.childNodes).filter(isElement));
  return depth;
}

function texts(html: string): string[] {
  return blocksOfHtml(parseHtml(html).body).map(({ text }) => text);
}

describe("what can run or be fetched", () => {
  test("never gets into the document", () => {
    const document = parseHtml(
      "<body onload=a()><p onclick='b()' style='background:url(c)' id=kept>text<script>d</script><iframe src=e></iframe>" +
        "<object data=f><p>g</object><embed src=h><img src=i srcset=j onerror=k><a href='JaVaScRiPt:l()'>m</a>" +
        "<svg onload=n><a xlink:href='javascript:o'>p</a></svg><form action=q><button formaction=r>s</button></form><template><p>t</template>",
    );
    const elements = Array.from(document.querySelectorAll("*"));
    expect(elements.map(({ localName }) => localName)).toEqual(
      expect.not.arrayContaining(["script", "iframe", "object", "embed", "svg", "template", "style"]),
    );
    for (const name of ["onload", "onclick", "onerror", "style", "src", "srcset", "href", "action", "formaction"]) {
      expect(elements.filter((element) => element.hasAttribute(name))).toEqual([]);
    }
    expect(document.body.textContent).toBe("textms");
    expect(document.querySelector("#kept")?.textContent).toContain("text");
  });

  test("linked data is handed out as text and is no part of the page", () => {
    const page = parsePage('<script type="application/ld+json">{"a":1}</script><script>b</script><p>c');
    expect(page.linkedData).toEqual(['{"a":1}']);
    expect(page.document.body.textContent).toBe("c");
  });
});

describe("broken pages", () => {
  test("what is never ended does not take the rest of the page with it", () => {
    for (const name of ["noscript", "iframe", "object", "template", "svg", "select", "video", "canvas"]) {
      expect(texts(`<p>before<${name}><p>behind`).join(" ")).toContain("behind");
    }
  });

  test("a self-closed element of XHTML does not swallow what follows", () => {
    const html =
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a"/></head><body><p>b<a id="c"/>d<b/>e</p><div/>f</body></html>';
    expect(texts(html)).toEqual(["bde", "f"]);
  });

  test("tags that nobody closed and tags that nobody opened part the text as in a browser", () => {
    expect(texts("<p>a<p>b</div></span>c</p>d</p>e<li>f<li>g<dt>h<dd>i")).toEqual([
      "a",
      "bc",
      "d",
      "e",
      "f",
      "g",
      "h",
      "i",
    ]);
  });

  test("a word goes on where formatting is closed in the wrong order", () => {
    expect(texts("<b><p>ri</b>ver</p>x <i>y<b>z</i>w</b>")).toEqual(["river", "x yzw"]);
  });

  test("null bytes and control characters are no text", () => {
    expect(texts("<p>a\0b\u0001c<b\0>d</b>&#0;&#150;")).toEqual(["abcd\ufffd–"]);
  });

  test("any soup of tags keeps every word, in its order", () => {
    const tag = fc.constantFrom(
      ..."p div b i a span ul li h2 blockquote table tr td th caption br hr dl dd em font".split(" "),
    );
    const piece = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom("<!--", "-->", "<!x", "<", "&", "&amp", "<a href='", "</"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        // A comment or a tag that is not closed hides what follows, until the next one that closes.
        const html = pieces.map((each, index) => `${each}<p>w${index};</p>'>-->w${index};`).join("");
        const seen =
          texts(html)
            .join("")
            .match(/w\d+(?=;)/gu) ?? [];
        const numbers = seen.map((each) => Number(each.slice(1)));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        expect(new Set(numbers).size).toBe(pieces.length);
      }),
    );
  });
});

describe("pages that mean harm", () => {
  test.each(["div", "b", "p", "span", "ul", "table", "td", "a", "font", "svg", "blockquote", "x-y", "pre"])(
    "%s nested a hundred thousand deep is read, and flat enough to be walked",
    (name) => {
      const document = parseHtml(`${`<${name}>`.repeat(DEEP)}text${`</${name}>`.repeat(DEEP)}<p>behind`);
      expect(deepest(document.body)).toBeLessThan(600);
      expect(blocksOfHtml(document.body).at(-1)?.text).toBe("behind");
    },
  );

  test("a million attributes are read past", () => {
    const attributes = Array.from({ length: 1_000_000 }, (_, index) => `a${index}=1`).join(" ");
    expect(texts(`<p ${attributes}>text`)).toEqual(["text"]);
  });

  test("a million elements end in one message that names the file", () => {
    expect(() => parseHtml("<p>x".repeat(1_000_000), "flood.html")).toThrow(
      expect.objectContaining({ code: "file-too-complex", message: expect.stringContaining("flood.html") }),
    );
  });

  test("millions of lines end in one message that names the file", () => {
    const document = parseHtml(`<pre>${"x\n".repeat(2_000_000)}</pre>`);
    expect(() => blocksOfHtml(document.body, { fileName: "lines.html" })).toThrow(
      expect.objectContaining({ code: "file-too-complex", message: expect.stringContaining("lines.html") }),
    );
  });

  test("columns by the thousand do not multiply", () => {
    const row = `<tr>${"<td colspan=1000 rowspan=65534>x".repeat(50)}`;
    expect(blocksOfHtml(parseHtml(`<table>${row.repeat(500)}</table>`).body)).toHaveLength(25_000);
  });
});
