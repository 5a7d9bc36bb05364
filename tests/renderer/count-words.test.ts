import fc from "fast-check";
import { expect, test } from "vitest";
import { sectionSchema } from "../../src/core/brief/document.ts";
import { countWordsOf } from "../../src/core/search/count-words.ts";
import { countWords } from "../../src/renderer/editor/count-words.ts";
import { briefEditor } from "../support/headless-brief.ts";

test.each([
  ["", 0],
  ["   \n\t ", 0],
  ["one", 1],
  ["Two words", 2],
  ["two\nlines\n\nand a gap", 5],
  ["The minister’s reply, in full: “no”.", 6],
  ["the board's well-known view", 4],
  ["3.5 per cent of 1,200", 5],
  ["— … – ‘’ !?", 0],
  ["a\tb\u00a0c", 3],
  ["cafe\u0301 au lait", 3],
  ["협의를 계속했다", 2],
  ["会谈", 2],
  ["会谈在8月举行", 7],
  ["ひらがなとカタカナ", 9],
  ["In 会谈 they met", 5],
  ["שלום עולם", 2],
  ["👩‍👩‍👧 and 🇰🇷", 1],
])("%j has %i words", (text, count) => {
  expect(countWordsOf(text)).toBe(count);
});

test("texts side by side have as many words as both", () => {
  const text = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(text, text, (first, second) => {
      expect(countWordsOf(`${first}\n${second}`)).toBe(countWordsOf(first) + countWordsOf(second));
    }),
  );
});

test("the brief counts the words of every block, and neither titles nor citations", () => {
  const text = (words: string, marks: string[] = []) => ({ type: "text", text: words, marks });
  const citation = { type: "citation", id: "citation-1", excerptIds: ["excerpt-1"] };
  const section = sectionSchema.parse({
    id: "context",
    title: "Not to be counted",
    marking: "",
    children: [
      { type: "heading", level: 2, children: [text("Two words")] },
      { type: "paragraph", children: [text("half a "), text("wo", ["bold"]), text("rd"), citation, text(" more")] },
      {
        type: "list",
        ordered: false,
        items: [
          { depth: 0, children: [text("first")] },
          { depth: 1, children: [text("second"), { type: "line-break" }, text("third")] },
        ],
      },
      { type: "quotation", children: [text("the last one"), citation] },
    ],
  });
  expect(countWords(briefEditor([section]))).toBe(2 + 4 + 3 + 3);
});
