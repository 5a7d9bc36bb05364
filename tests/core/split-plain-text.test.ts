// Proves that splitting a text into blocks loses nothing of it, and tells titles, captions, lists and wrapped lines apart.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "../../src/core/source/block.ts";
import { splitPlainText } from "../../src/core/source/split-plain-text.ts";

const SENTENCE =
  "The harbour board met on Tuesday and agreed to dredge the northern channel before the winter storms begin.";
const LONG =
  "The harbour board met on Tuesday and agreed, after a debate of four hours, to dredge the northern channel before the winter storms begin.";

function texts(text: string): string[] {
  return splitPlainText(text).map((block) => block.text);
}

function kinds(text: string): string[] {
  return splitPlainText(text).map(({ kind, level }) => (level === null ? kind : `${kind} ${level}`));
}

function withoutSpace(text: string): string {
  return text.replace(/[\s\u0085]+/gu, "");
}

describe("lines", () => {
  test.each(["\r\n", "\n", "\r", "\u2028", "\u2029", "\u0085", "\f", "\v"])("end in %j", (end) => {
    expect(texts(`One line.${end}${end}Another.${end}A third.${end}`)).toEqual(["One line.", "Another.", "A third."]);
  });

  test("that are blank vanish, at the start and the end too", () => {
    expect(texts("\n \n\t\nOnly this.\n\u00a0\n\n\n")).toEqual(["Only this."]);
    expect(texts(" \n\t\r\n")).toEqual([]);
  });

  test("keep their spaces inside and lose those around; a tab becomes a space", () => {
    expect(texts("  left  and\tright \t")).toEqual(["left  and right"]);
  });

  test("of their own are never joined, short or long", () => {
    const text = `${LONG}\n${LONG}\n\n${LONG} ${LONG}\n${LONG}`;
    expect(texts(text)).toHaveLength(4);
    expect(texts("Ada Brook\n12 Mill Lane\nHarrowgate\n\nTel 555 0100\nRoom 4")).toHaveLength(5);
  });
});

describe("hard-wrapped text", () => {
  const mail = `From: Ines Calder <ines@example.org>
Subject: Channel works

Dear colleagues,

The harbour board met on Tuesday and agreed to dredge the northern
channel before the winter storms begin. It did not settle who would
pay for the second phase, which is expected to cost about twice as
much as the first.

- The tender opens on Monday, and the board would like to have three
  offers to compare before the end of the month.
- Nobody asked for more time.

Two members voted against, saying that the figures put before them
were a year old, and that the groynes on the western and the north-
eastern side had not been surveyed at all since the flood of last
spring.

Ines Calder
Harbour Office
12 Quay Street
`;

  test("is put together again, paragraph by paragraph", () => {
    expect(texts(mail)).toEqual([
      "From: Ines Calder <ines@example.org>",
      "Subject: Channel works",
      "Dear colleagues,",
      "The harbour board met on Tuesday and agreed to dredge the northern channel before the winter storms begin. It did not settle who would pay for the second phase, which is expected to cost about twice as much as the first.",
      "- The tender opens on Monday, and the board would like to have three offers to compare before the end of the month.",
      "- Nobody asked for more time.",
      "Two members voted against, saying that the figures put before them were a year old, and that the groynes on the western and the north-eastern side had not been surveyed at all since the flood of last spring.",
      "Ines Calder",
      "Harbour Office",
      "12 Quay Street",
    ]);
  });

  test("keeps drawings, quotations and a poem's short lines apart", () => {
    const paragraphs = mail.split("\n").slice(4, 9).join("\n");
    const drawing = "| port     | depth |\n| Calderby | 9 m   |";
    const quoted =
      "> We would be glad to hear from you about the northern channel by\n> Friday, if that can be done at all.";
    expect(texts(`${paragraphs}\n${drawing}\n\n${quoted}\n\n${paragraphs}`)).toEqual(
      expect.arrayContaining(["| port     | depth |", "| Calderby | 9 m   |", ...quoted.split("\n")]),
    );
    expect(texts("The tide is out,\nthe boats are in,\n\nthe lamp is lit,\nthe ropes are thin.")).toHaveLength(4);
  });

  test("in Chinese is joined without spaces", () => {
    const line = "港务局星期二开会讨论北航道的疏浚工程并决定在冬季风暴来临之前完成";
    expect(texts(`${line}\n${line}\n${line}\n部分。\n\n${line}\n${line}\n${line}\n结束。`)).toEqual([
      `${line}${line}${line}部分。`,
      `${line}${line}${line}结束。`,
    ]);
  });
});

describe("kinds", () => {
  test("a short first line before longer text is the title", () => {
    expect(kinds(`Harbour board agrees to dredge\n${SENTENCE}\n${SENTENCE}`)).toEqual([
      "heading 1",
      "paragraph",
      "paragraph",
    ]);
    expect(
      kinds(
        `항만위원회, 북쪽 수로 준설 합의\n${"위원회는 화요일에 회의를 열고 북쪽 수로를 준설하기로 했다. ".repeat(3)}`,
      )[0],
    ).toBe("heading 1");
  });

  test.each([
    ["a sentence", `The board met.\n${SENTENCE}`],
    ["a caption", `Ines Calder opens the lock on Monday. [Foolandpress/Ada Brook]\n${SENTENCE}`],
    ["a web address", `https://example.org/a\n${SENTENCE}`],
    ["a greeting", `Dear colleagues\n${SENTENCE}`],
    ["a section's name", `WORLD NEWS\n${SENTENCE}`],
    ["a label", `Published: 4 May 2026\n${SENTENCE}`],
    ["a line with nothing after it", "Harbour board agrees to dredge"],
    ["the first of many short lines", "Ada Brook\nIvo Marsh\nLena Hill"],
  ])("%s is no title", (_what, text) => {
    expect(kinds(text)).not.toContain("heading 1");
  });

  test("capitals, Markdown and a short line between long paragraphs are headings", () => {
    expect(kinds(`${SENTENCE}\nDEEPENING THE CHANNEL\n${SENTENCE}`)[1]).toBe("heading 2");
    expect(kinds(`${LONG}\nWhat comes next\n${LONG}`)[1]).toBe("heading 2");
    expect(kinds(`# Report\n${SENTENCE}\n### Costs\n${SENTENCE}`)).toEqual([
      "heading 1",
      "paragraph",
      "heading 3",
      "paragraph",
    ]);
    expect(
      kinds(`Report\n======\n\n${SENTENCE}\n\nCosts\n-----\n${SENTENCE}`).filter((kind) => kind.startsWith("h")),
    ).toEqual(["heading 1", "heading 2"]);
  });

  test("capitals that end a sentence, or that all the text is in, are no headings", () => {
    expect(kinds(`${SENTENCE}\nSTOP.\n${SENTENCE}`)[1]).toBe("paragraph");
    expect(kinds("THE BOARD MET.\nIT AGREED AT LAST\nTHE CHANNEL WILL BE DREDGED BEFORE WINTER.")).not.toContain(
      "heading 2",
    );
  });

  test.each([
    "Boats wait at the lock on Monday. [Foolandpress/Ada Brook]",
    "Boats wait at the lock on Monday. (Photo: Foolandpress)",
    "Boats wait at the lock on Monday. (AP Photo/Ada Brook)",
    "Boats wait at the lock on Monday. (Xinhua/Ada Brook)",
    "Boats wait at the lock on Monday. Photo: Ada Brook",
    "Boats wait at the lock on Monday / REUTERS",
    "Boats wait at the lock on Monday. REUTERS/Ada Brook",
    "Ines Calder (left) opens the lock on Monday. (Yonhap)",
    "船只在船闸等候。新华社记者 某某 摄",
    "수문 앞에서 기다리는 배들. 사진=연합뉴스",
  ])("%s is a caption", (line) => {
    expect(kinds(`${line}\n${SENTENCE}`)[0]).toBe("caption");
  });

  test.each([
    "The board heard from both sides (and/or their lawyers).",
    "The full picture: growth is slow",
    "Ferries cost 4 talers/crossing.",
    "She worked for the agency for years. (Reuters)",
    "The annex lists the ports (see the photographs in part two).",
  ])("%s is no caption", (line) => {
    expect(kinds(`${LONG}\n${line}\n${LONG}`)[1]).not.toBe("caption");
  });

  test("list items keep their marks and have the depth of their indent", () => {
    const text = "- one\n    - one a\n    - one b\n- two\n1. first\n(a) letter\n• dot\n– dash\n* star";
    expect(splitPlainText(text).map(({ kind, level, text: item }) => `${kind} ${level} ${item}`)).toEqual([
      "list-item 1 - one",
      "list-item 2 - one a",
      "list-item 2 - one b",
      "list-item 1 - two",
      "list-item 1 1. first",
      "list-item 1 (a) letter",
      "list-item 1 • dot",
      "list-item 1 – dash",
      "list-item 1 * star",
    ]);
  });

  test("a Markdown quotation is a quote", () => {
    expect(kinds(`${SENTENCE}\n> ${SENTENCE}`)).toEqual(["paragraph", "quote"]);
  });
});

describe("whatever the text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom(
      "- ",
      "# ",
      "> ",
      "1. ",
      "---",
      "===",
      "```",
      "By ",
      "Published: ",
      " [A/B]",
      "word ",
      "port-",
      "\t",
      "港务局",
      "\u0085",
      "\f",
    ),
    fc.constantFrom("\n", "\r\n", "\n\n", "\r", "\u2028"),
    fc.lorem({ maxCount: 12 }).map((line) => `${line}\n`),
  );
  const document = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
  const wrapped = fc
    .array(fc.lorem({ maxCount: 60 }), { minLength: 2, maxLength: 6 })
    .map((paragraphs) => paragraphs.map((paragraph) => paragraph.replace(/(.{1,68})(?:\s|$)/gu, "$1\n")).join("\n"));

  test("nothing but white space is lost, and no block holds a line end", () => {
    fc.assert(
      fc.property(fc.oneof(document, wrapped), (text) => {
        const blocks = splitPlainText(text);
        expect(withoutSpace(blocks.map((block) => block.text).join(""))).toBe(withoutSpace(text));
        for (const block of blocks) expect(block.text).toMatch(/^\S(?:[^\n\r\v\f\t\u0085\u2028\u2029]*\S)?$/u);
      }),
    );
  });

  test("splitting what was split changes nothing", () => {
    fc.assert(
      fc.property(fc.oneof(document, wrapped), (text) => {
        const once = canonicalText(splitPlainText(text));
        expect(canonicalText(splitPlainText(once))).toBe(once);
      }),
    );
  });
});
