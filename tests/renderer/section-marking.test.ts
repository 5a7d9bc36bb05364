import { $getRoot } from "lexical";
import { describe, expect, test } from "vitest";
import { sectionSchema } from "../../src/core/brief/document.ts";
import { markSections, registerSectionMarkings } from "../../src/renderer/editor/section-marking.ts";
import { briefEditor, change, sectionsOf } from "../support/headless-brief.ts";
import { sectionId } from "../support/test-engine.ts";

const written = ["summary", "context", "outlook"].map((id) =>
  sectionSchema.parse({
    id,
    title: id,
    marking: id === "context" ? "OFFICIAL" : "",
    children: [{ type: "paragraph", children: [{ type: "text", text: `About ${id}`, marks: [] }] }],
  }),
);
const markingsOf = (editor: Parameters<typeof sectionsOf>[0]) => sectionsOf(editor).map(({ marking }) => marking);

describe("a section's own marking", () => {
  test("is set without touching its words or the others", () => {
    const editor = briefEditor(written);
    markSections(editor, new Map([[sectionId("outlook"), "SECRET"]]));
    expect(sectionsOf(editor)).toEqual(
      written.map((section) => (section.id === "outlook" ? { ...section, marking: "SECRET" } : section)),
    );
  });

  test("is told when it changes, and not when one writes", () => {
    const editor = briefEditor(written);
    const told: string[][] = [];
    registerSectionMarkings(editor, (markings) => told.push(markings.map(({ marking }) => marking)));
    change(editor, () => void $getRoot().getFirstChild()?.selectEnd().insertText(" more"));
    expect(told).toEqual([]);
    const before = editor.getEditorState();
    markSections(
      editor,
      new Map([
        [sectionId("summary"), "SECRET"],
        [sectionId("context"), ""],
      ]),
    );
    // As a step of undo does.
    editor.setEditorState(before);
    expect(told).toEqual([
      ["SECRET", "", ""],
      ["", "OFFICIAL", ""],
    ]);
  });

  test("is kept when its section is deleted and comes back empty", () => {
    const editor = briefEditor(written);
    markSections(editor, new Map([[sectionId("outlook"), "SECRET"]]));
    change(editor, () => {
      $getRoot().clear();
    });
    expect(markingsOf(editor)).toEqual(["", "OFFICIAL", "SECRET"]);
  });
});
