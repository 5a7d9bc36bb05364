// Proves where one paragraph ends and the next begins, and what is told of it.
import { describe, expect, test } from "vitest";
import { kindOf, outlineKey } from "../../../src/engine/readers/pdf/classify-paragraph.ts";
import { findLineNumbers } from "../../../src/engine/readers/pdf/find-line-numbers.ts";
import { formParagraphs } from "../../../src/engine/readers/pdf/form-paragraphs.ts";
import type { Fragment } from "../../../src/engine/readers/pdf/fragment.ts";
import { joinFlow } from "../../../src/engine/readers/pdf/join-flow.ts";
import { bulletLength, numberLength } from "../../../src/engine/readers/pdf/list-marks.ts";
import { type Paragraph, roughText } from "../../../src/engine/readers/pdf/paragraph.ts";
import { FACTS, fragment } from "../../support/pdf-fragments.ts";

const FULL = "a line of the text that is as long as the column is wide, to the last letter";

function paragraphsOf(lines: readonly Fragment[], page = 1): Paragraph[] {
  const formed = lines.map((line) => ({ kind: "line" as const, line, isRow: false }));
  return formParagraphs(formed, page, FACTS, 0).paragraphs;
}

function firstWords(lines: readonly Fragment[]): string[] {
  return paragraphsOf(lines).map((paragraph) => roughText(paragraph).split(" ")[0] ?? "");
}

/** Lines a step of 12 points apart; a text may be given its place. */
function lines(...texts: (string | [string, { x?: number; y?: number; size?: number; font?: string }])[]): Fragment[] {
  let y = 100;
  return texts.map((each) => {
    const [text, place] = typeof each === "string" ? [each, {}] : each;
    y = place.y ?? y + 12;
    return fragment(text, { ...place, y });
  });
}

describe("a new paragraph begins", () => {
  test("where the first line stands in", () => {
    expect(firstWords(lines(`one ${FULL}`, `two ${FULL}`, [`three ${FULL}`, { x: 65 }], `four ${FULL}`))).toEqual([
      "one",
      "three",
    ]);
  });

  test("behind more space than between lines", () => {
    expect(firstWords(lines(`one ${FULL}`, `two ${FULL}`, [`three ${FULL}`, { y: 142 }], `four ${FULL}`))).toEqual([
      "one",
      "three",
    ]);
  });

  test("behind a short line that ends a sentence", () => {
    expect(firstWords(lines(`One ${FULL}`, "short end.", `Two ${FULL}`, `more ${FULL}`))).toEqual(["One", "Two"]);
  });

  test("with type of another size", () => {
    expect(firstWords(lines(["Heading", { size: 14 }], `one ${FULL}`, `two ${FULL}`))).toEqual(["Heading", "one"]);
  });

  test("at each bullet and each number of a list", () => {
    const items = lines("• one thing,", "• another", ["(a) first", { x: 60 }], ["(b) second", { x: 60 }]);
    expect(firstWords(items)).toEqual(["•", "•", "(a)", "(b)"]);
  });

  test("at each line of verse", () => {
    const verse = lines(
      "The river runs to the sea in May",
      "And boats go",
      "Past the old pier",
      "In the morning of the longest day there is",
    );
    expect(firstWords(verse)).toEqual(["The", "And", "Past", "In"]);
  });
});

describe("a paragraph goes on", () => {
  test("behind a line that is short by chance", () => {
    expect(
      firstWords(
        lines(`One ${FULL}`, "a line that a long word cuts", `extraordinarily ${FULL}`, `and ${FULL}`, `more ${FULL}`),
      ),
    ).toEqual(["One"]);
  });

  test("under the words of its list item", () => {
    expect(firstWords(lines(`• item ${FULL}`, [`goes on ${FULL}`, { x: 62 }], "• next"))).toEqual(["•", "•"]);
  });

  test("with a year at the start of a line", () => {
    expect(firstWords(lines(`One ${FULL} of`, `2019. ${FULL}`, `More ${FULL}`))).toHaveLength(1);
  });

  test("in a heading of two lines", () => {
    const heading = lines(
      ["Ferries for the outer islands and", { size: 16 }],
      ["The towns on the river", { size: 16, y: 131 }],
    );
    expect(firstWords(heading)).toEqual(["Ferries"]);
  });
});

describe("over the end of a column", () => {
  function joined(upper: readonly Fragment[], lower: readonly Fragment[]): string[] {
    const withKind = (paragraph: Paragraph) => ({ ...paragraph, kind: kindOf(paragraph, FACTS, new Map()) });
    const flow = [...paragraphsOf(upper, 1).map(withKind), ...paragraphsOf(lower, 2).map(withKind)];
    return joinFlow(flow, FACTS).map((paragraph) => roughText(paragraph).split(" ")[0] ?? "");
  }

  test("a sentence that goes on in small letters is one paragraph", () => {
    expect(joined(lines(`One ${FULL}`, `two ${FULL}`), lines(`three ${FULL}`, `four ${FULL}`))).toEqual(["One"]);
  });

  test("a sentence that has ended is not", () => {
    expect(joined(lines(`One ${FULL}`, `two ${FULL}.`), lines(`Three ${FULL}`, `four ${FULL}`))).toEqual([
      "One",
      "Three",
    ]);
  });

  test("a caption between the halves comes behind them", () => {
    const lower = lines(["Figure 2: Boats by year", { y: 40, x: 120 }], [`three ${FULL}`, { y: 100 }], `four ${FULL}`);
    expect(joined(lines(`One ${FULL}`, `two ${FULL}`), lower)).toEqual(["One", "Figure"]);
  });
});

describe("what a paragraph is", () => {
  function kindOfLines(...texts: Parameters<typeof lines>): string {
    const [paragraph] = paragraphsOf(lines(...texts));
    return paragraph === undefined ? "none" : kindOf(paragraph, FACTS, new Map([[outlineKey("Annex on costs"), 2]]));
  }

  test.each([
    ["heading", ["What it costs", { size: 14 }]],
    ["heading", ["What it costs", { font: "bold" }]],
    ["heading", ["Annex: on costs", { size: 10.5 }]],
    ["paragraph", ["What it costs", {}]],
    ["paragraph", ["It costs more than was said.", { font: "bold" }]],
    ["caption", ["Figure 3: Boats by year", {}]],
    ["caption", ["Table 2 Boats by year", {}]],
    ["caption", ["图3：历年船只", {}]],
    ["paragraph", ["Table 2 shows that boats are late.", {}]],
    ["list-item", ["• the boats", {}]],
    ["list-item", ["(a) the boats", {}]],
    ["paragraph", ["- - -", {}]],
  ] as const)("%s: %j", (kind, [text, place]) => {
    expect(kindOfLines([text, place])).toBe(kind);
  });

  test("marks of lists are measured with the space behind them", () => {
    expect([
      bulletLength("• the boats"),
      bulletLength("the boats"),
      bulletLength("•"),
      bulletLength("-5 degrees"),
    ]).toEqual([2, 0, 0, 0]);
    expect([numberLength("(iv) boats"), numberLength("12. boats"), numberLength("2019 was")]).toEqual([5, 4, 0]);
  });
});

test("numbers beside the lines of a bill are found, figures in its text are not", () => {
  const numbers = Array.from({ length: 12 }, (_, index) =>
    fragment(String(index + 1), { x: index < 9 ? 35 : 30, y: 100 + index * 24 }),
  );
  const text = Array.from({ length: 12 }, (_, index) => fragment(`${FULL} of 2026`, { x: 60, y: 100 + index * 24 }));
  const figure = fragment("480", { x: 200, y: 700 });
  expect(findLineNumbers([...numbers, ...text, figure])).toEqual(numbers);
});
