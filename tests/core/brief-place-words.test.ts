// Proves that a place of the brief is named as a reader would count it.
import { expect, test } from "vitest";
import type { BriefBlock, Section } from "../../src/core/brief/document.ts";
import { sectionIdSchema } from "../../src/core/brief/section-id.ts";
import { briefPlaceWords } from "../../src/core/review/brief-place-words.ts";

const words = (text: string) => [{ type: "text" as const, text, marks: [] }];
const paragraph = (text: string): BriefBlock => ({ type: "paragraph", children: text === "" ? [] : words(text) });
const id = sectionIdSchema.parse("context");
const section: Section = {
  id,
  title: "Context",
  marking: "",
  children: [
    paragraph(""),
    paragraph("First."),
    { type: "quotation", children: words("Said.") },
    paragraph("Second."),
    {
      type: "list",
      ordered: false,
      items: [
        { depth: 0, children: words("One") },
        { depth: 0, children: words("Two") },
      ],
    },
    {
      type: "table",
      headerRow: true,
      rows: [
        { cells: [{ children: words("When") }, { children: words("What") }] },
        { cells: [{ children: words("June") }, { children: words("Vote") }] },
      ],
    },
  ],
};

test.each([
  ["none", 1, 0, "Context, paragraph 1"],
  ["none", 2, 0, "Context, quotation 1"],
  ["none", 3, 0, "Context, paragraph 2"],
  ["none", 4, 1, "Context, list 1, item 2"],
  ["none", 5, 3, "Context, table 1, row 2, column 2"],
  ["none", 9, 0, "Context"],
  ["through", 3, 0, "Context, paragraph 2"],
  ["by-section", 3, 0, "Context, paragraph 1.2"],
] as const)("with the numbering “%s”, block %i and part %i are %s", (numbering, blockIndex, partIndex, expected) => {
  const wordsOf = briefPlaceWords({ sections: [section], numbering });
  expect(wordsOf({ sectionId: id, blockIndex, partIndex })).toBe(expected);
});
