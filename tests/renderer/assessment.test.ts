import { $getRoot, $getSelection, $isRangeSelection, KEY_DOWN_COMMAND, type LexicalEditor } from "lexical";
import { describe, expect, test } from "vitest";
import { type BriefBlock, citationIdSchema, type Inline, sectionSchema } from "../../src/core/brief/document.ts";
import { excerptIdSchema } from "../../src/core/excerpt/excerpt.ts";
import { statementsOf } from "../../src/core/review/statements/statements-of.ts";
import { toggleAssessment } from "../../src/renderer/editor/assessment.ts";
import { $isSectionNode } from "../../src/renderer/editor/nodes/SectionNode.ts";
import { $partsOf, $piecesOf } from "../../src/renderer/editor/parts.ts";
import { briefEditor, change, sectionsOf } from "../support/headless-brief.ts";

const text = (words: string, ...marks: ("assessment" | "bold")[]): Inline => ({ type: "text", text: words, marks });
const citation: Inline = {
  type: "citation",
  id: citationIdSchema.parse("c1"),
  excerptIds: [excerptIdSchema.parse("e1")],
};

function editorOf(...blocks: BriefBlock[]): LexicalEditor {
  return briefEditor([sectionSchema.parse({ id: "context", title: "Context", marking: "", children: blocks })]);
}

function paragraph(...children: Inline[]): BriefBlock {
  return { type: "paragraph", children };
}

/** Puts the caret between two offsets of a part of the first section; without the second, at the first. */
function select(editor: LexicalEditor, [block, part]: readonly [number, number], from: number, to = from): void {
  change(editor, () => {
    const section = $getRoot().getFirstChild();
    if (!$isSectionNode(section)) throw new Error("There is no section");
    const child = section.getChildAtIndex(block);
    const leaves = child ? $partsOf(child)[part] : undefined;
    if (!leaves) throw new Error("There is no such part");
    const point = (at: number) => $piecesOf(leaves, Math.max(0, at - 1), Math.max(1, at)).at(-1);
    const [start, end] = [point(from), point(to)];
    if (!(start && end)) throw new Error("There is no text");
    const at = (offset: number, piece: typeof start) => (offset === 0 ? 0 : piece.toUtf16);
    const selection = start.node.select(at(from, start), at(from, start));
    selection.focus.set(end.node.getKey(), at(to, end), "text");
    selection.setFormat(start.node.getFormat());
  });
}

/** Types as the keyboard does: the editor hears each key before it is written. */
function type(editor: LexicalEditor, words: string): void {
  for (const key of words) {
    editor.dispatchCommand(KEY_DOWN_COMMAND, press(key));
    change(editor, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(key);
    });
  }
}

function press(key: string): KeyboardEvent {
  // A test runs without a browser: as much of the event as the editor looks at.
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, preventDefault() {} } as KeyboardEvent;
}

/** What is marked, and what is not, of the first section's first paragraph. */
function marked(editor: LexicalEditor): [string, string][] {
  const [first] = sectionsOf(editor)[0]?.children ?? [];
  if (first?.type !== "paragraph") throw new Error("It is no paragraph");
  return first.children.flatMap((inline) =>
    inline.type === "text" ? [[inline.marks.join("+") || "plain", inline.text] as [string, string]] : [],
  );
}

describe("marking an assessment", () => {
  test("takes the sentence at the caret, and no more", () => {
    const editor = editorOf(paragraph(text("It rained. We expect a flood. It was Monday.")));
    select(editor, [0, 0], 15);
    toggleAssessment(editor);
    expect(marked(editor)).toEqual([
      ["plain", "It rained. "],
      ["assessment", "We expect a flood."],
      ["plain", " It was Monday."],
    ]);
  });

  test("is taken back by the same key, also where the sentence has other marks in it", () => {
    const editor = editorOf(paragraph(text("We "), text("expect", "bold"), text(" a flood.")));
    select(editor, [0, 0], 5);
    toggleAssessment(editor);
    expect(marked(editor)).toEqual([
      ["assessment", "We "],
      ["assessment+bold", "expect"],
      ["assessment", " a flood."],
    ]);
    toggleAssessment(editor);
    expect(marked(editor)).toEqual([
      ["plain", "We "],
      ["bold", "expect"],
      ["plain", " a flood."],
    ]);
  });

  test("takes whole sentences where parts of them are selected, and marks all where some are marked", () => {
    const editor = editorOf(paragraph(text("First one."), text(" Second one.", "assessment"), text(" Third one.")));
    select(editor, [0, 0], 3, 14);
    toggleAssessment(editor);
    expect(marked(editor)).toEqual([
      ["assessment", "First one. Second one."],
      ["plain", " Third one."],
    ]);
  });

  test("is what the review takes for one", () => {
    const editor = editorOf(
      paragraph(text("It rained."), citation, text(" We expect a flood by the evening. They said “It is. We know.”")),
    );
    select(editor, [0, 0], 20);
    toggleAssessment(editor);
    const statements = statementsOf({ sections: sectionsOf(editor), numbering: "none" });
    expect(statements.map(({ isAssessment }) => isAssessment)).toEqual([false, true, false]);
  });

  test("takes items of a list one by one", () => {
    const editor = editorOf({
      type: "list",
      ordered: false,
      items: [
        { depth: 0, children: [text("One is so.")] },
        { depth: 1, children: [text("Two is so.")] },
      ],
    });
    select(editor, [0, 1], 3);
    toggleAssessment(editor);
    expect(sectionsOf(editor)[0]?.children).toEqual([
      {
        type: "list",
        ordered: false,
        items: [
          { depth: 0, children: [text("One is so.")] },
          { depth: 1, children: [text("Two is so.", "assessment")] },
        ],
      },
    ]);
  });

  test("begins one where there is no sentence yet", () => {
    const editor = editorOf(paragraph(text("It rained. ")));
    select(editor, [0, 0], 11);
    toggleAssessment(editor);
    type(editor, "We expect more.");
    expect(marked(editor)).toEqual([
      ["plain", "It rained. "],
      ["assessment", "We expect more."],
    ]);
  });
});

describe("words typed at an assessment", () => {
  const finished = () => editorOf(paragraph(text("We expect rain.", "assessment")));

  test("belong to it where they stand in it", () => {
    const editor = finished();
    select(editor, [0, 0], 9);
    type(editor, " heavy");
    expect(marked(editor)).toEqual([["assessment", "We expect heavy rain."]]);
  });

  test("do not where they are a new sentence behind it", () => {
    const editor = finished();
    select(editor, [0, 0], 15);
    type(editor, " It is March.");
    expect(marked(editor)).toEqual([
      ["assessment", "We expect rain."],
      ["plain", " It is March."],
    ]);
  });

  test.each([
    ["a number with a point in it", "We expect 3.", "5 per cent."],
    ["a title", "We expect that Mr.", " Ban comes."],
    ["a mark behind the last one", "We expect “rain.", "”"],
    ["an unfinished sentence", "We expect", " rain."],
  ])("belong to it where they go on with %s", (_what, before, words) => {
    const editor = editorOf(paragraph(text(before, "assessment")));
    select(editor, [0, 0], before.length);
    type(editor, words);
    expect(marked(editor)).toEqual([["assessment", before + words]]);
  });

  test("do not where writing has no spaces", () => {
    const editor = editorOf(paragraph(text("我们认为会下雨。", "assessment")));
    select(editor, [0, 0], 8);
    type(editor, "今天");
    expect(marked(editor)).toEqual([
      ["assessment", "我们认为会下雨。"],
      ["plain", "今天"],
    ]);
  });

  test("do not in the paragraph after it", () => {
    const editor = editorOf(paragraph(text("We expect rain", "assessment")));
    select(editor, [0, 0], 14);
    editor.dispatchCommand(KEY_DOWN_COMMAND, press("Enter"));
    type(editor, "It is March.");
    expect(sectionsOf(editor)[0]?.children).toEqual([
      paragraph(text("We expect rain", "assessment")),
      paragraph(text("It is March.")),
    ]);
  });
});
