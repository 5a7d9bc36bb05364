import fc from "fast-check";
import { $getSelection, HISTORY_PUSH_TAG } from "lexical";
import { describe, expect, test } from "vitest";
import type { BriefPlace } from "../../src/core/review/place.ts";
import { partsOf } from "../../src/core/review/statements/brief-parts.ts";
import { statementsOf } from "../../src/core/review/statements/statements-of.ts";
import {
  $blockAt,
  $partsOf,
  $piecesOf,
  $replaceText,
  $selectPlace,
  textOfPart,
} from "../../src/renderer/editor/parts.ts";
import { arbitraryBrief, ordinaryText } from "../support/arbitrary-brief.ts";
import { briefEditor, sectionsOf } from "../support/headless-brief.ts";

describe("the parts of a block in the editor", () => {
  test("are those that the review counts, with the same text", () => {
    fc.assert(
      fc.property(arbitraryBrief(ordinaryText), ({ brief }) => {
        const editor = briefEditor(brief.sections);
        const sections = sectionsOf(editor);
        for (const section of sections) {
          for (const [blockIndex, block] of section.children.entries()) {
            const seen = editor.getEditorState().read(() => {
              const node = $blockAt({ sectionId: section.id, blockIndex });
              return node && $partsOf(node).map(textOfPart);
            });
            expect(seen).toEqual(partsOf(block).map(({ text }) => text));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("hold every statement of the review at its place", () => {
    fc.assert(
      fc.property(arbitraryBrief(ordinaryText), ({ brief }) => {
        const editor = briefEditor(brief.sections);
        for (const { place, text } of statementsOf({ sections: sectionsOf(editor), numbering: "none" })) {
          const words = editor.getEditorState().read(() => {
            const node = $blockAt(place);
            const part = node && $partsOf(node)[place.partIndex];
            return part && textOfPart(part).slice(place.fromUtf16, place.toUtf16);
          });
          expect(words).toBe(text);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("words at a place", () => {
  const sections = () =>
    sectionsOf(
      briefEditor([
        {
          id: "context",
          title: "Context",
          marking: "",
          children: [
            {
              type: "paragraph",
              children: [
                { type: "text", text: "The ", marks: [] },
                { type: "text", text: "river", marks: ["bold"] },
                { type: "citation", id: "c1", excerptIds: ["e1"] },
                { type: "text", text: " Ilvane rose.", marks: [] },
              ],
            },
          ],
        } as never, // ids without their brands
      ]),
    );
  const place = (fromUtf16: number, toUtf16: number) =>
    ({ in: "brief", sectionId: "context", blockIndex: 0, partIndex: 0, fromUtf16, toUtf16 }) as BriefPlace; // the same

  test("are replaced in the looks of the first of them, and citations among them stay", () => {
    const editor = briefEditor(sections());
    editor.update(
      () => {
        const node = $blockAt(place(4, 16));
        const part = node && $partsOf(node)[0];
        expect(part && $replaceText(part, 4, 16, "Ilvane River")).toBe(true);
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    expect(sectionsOf(editor)[0]?.children).toEqual([
      {
        type: "paragraph",
        children: [
          { type: "text", text: "The ", marks: [] },
          { type: "text", text: "Ilvane River", marks: ["bold"] },
          { type: "citation", id: "c1", excerptIds: ["e1"] },
          { type: "text", text: " rose.", marks: [] },
        ],
      },
    ]);
  });

  test("are selected from the first to the last, and nothing where the place is gone", () => {
    const editor = briefEditor(sections());
    editor.update(
      () => {
        expect($selectPlace(place(0, 16))).toBe(true);
        expect($getSelection()?.getTextContent()).toBe("The river Ilvane");
        expect($selectPlace({ ...place(0, 3), blockIndex: 7 })).toBe(false);
      },
      { discrete: true },
    );
  });

  test("are pieces of the text nodes that hold them", () => {
    const editor = briefEditor(sections());
    const pieces = editor.getEditorState().read(() => {
      const node = $blockAt(place(0, 1));
      return $piecesOf(node ? ($partsOf(node)[0] ?? []) : [], 2, 11).map(({ node: text, fromUtf16, toUtf16 }) =>
        text.getTextContent().slice(fromUtf16, toUtf16),
      );
    });
    expect(pieces).toEqual(["e ", "river", " I"]);
  });
});
