// Proves that a note is tied to its mark only where there can be no doubt.
import { describe, expect, test } from "vitest";
import { findNotes, noteStart } from "../../../src/engine/readers/pdf/find-notes.ts";
import { formParagraphs } from "../../../src/engine/readers/pdf/form-paragraphs.ts";
import type { Fragment } from "../../../src/engine/readers/pdf/fragment.ts";
import type { Paragraph } from "../../../src/engine/readers/pdf/paragraph.ts";
import { FACTS, fragment } from "../../support/pdf-fragments.ts";

function region(...lines: Fragment[]): Paragraph[] {
  return formParagraphs(
    lines.map((line) => ({ kind: "line" as const, line, isRow: false })),
    3,
    FACTS,
    0,
  ).paragraphs;
}

const marked = (text: string, mark: string, y: number): Fragment =>
  fragment(text + mark, { y, raised: { fromUtf16: text.length, toUtf16: text.length + mark.length } });
const note = (text: string, y: number, length = 1): Fragment =>
  fragment(text, { y, size: 8, raised: { fromUtf16: 0, toUtf16: length } });

describe("notes at the foot", () => {
  test("are tied to the raised mark in the text of the page", () => {
    const text = marked("The towns agreed on a plan.", "1", 100);
    const { notes, marks } = findNotes([region(text, note("1Minutes of March.", 700))], 3, FACTS);
    expect(notes).toMatchObject([{ id: "page-3-1", start: { mark: "1", lengthUtf16: 1 } }]);
    expect(marks.get(text)).toEqual([{ fromUtf16: 27, toUtf16: 28, note: "page-3-1" }]);
  });

  test("with a mark that is not raised, and a full stop, too", () => {
    const text = marked("The towns agreed.", "12", 100);
    const { notes } = findNotes([region(text, fragment("12. Minutes of March.", { y: 700, size: 8 }))], 3, FACTS);
    expect(notes).toMatchObject([{ start: { mark: "12", lengthUtf16: 4 } }]);
  });

  test("stay in the text where the mark stands there twice, or not at all", () => {
    const twice = region(
      marked("The plan.", "1", 100),
      marked("The towns.", "1", 112),
      note("1Minutes of March.", 700),
    );
    expect(findNotes([twice], 3, FACTS).notes).toEqual([]);
    const none = region(fragment("The plan.", { y: 100 }), note("1Minutes of March.", 700));
    expect(findNotes([none], 3, FACTS).notes).toEqual([]);
  });

  test("are not small type in the middle of the page", () => {
    const lines = [
      marked("The plan.", "1", 100),
      note("1Minutes of March.", 300),
      fragment("More text follows here.", { y: 340 }),
    ];
    expect(findNotes([region(...lines)], 3, FACTS).notes).toEqual([]);
  });

  test("hold the paragraphs that go on with them", () => {
    const lines = [
      marked("The plan.", "1", 100),
      note("1Minutes of March, which", 700),
      fragment("list all towns.", { y: 730, size: 8 }),
    ];
    expect(findNotes([region(...lines)], 3, FACTS).notes[0]?.paragraphs).toHaveLength(2);
  });
});

test("the mark of a note is a number or a sign, not a word", () => {
  expect(noteStart(fragment("* Not in winter.", { y: 0 }))).toEqual({ mark: "*", lengthUtf16: 2 });
  expect(noteStart(fragment("In winter.", { y: 0 }))).toBeNull();
});
