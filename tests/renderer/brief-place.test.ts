import fc from "fast-check";
import { $getSelection, $isElementNode, $isRangeSelection } from "lexical";
import { describe, expect, test } from "vitest";
import { sectionIdSchema } from "../../src/core/brief/section-id.ts";
import { $readCaret, $restoreCaret } from "../../src/renderer/editor/brief-place.ts";
import { arbitraryBrief } from "../support/arbitrary-brief.ts";
import { $points, $selectPoints } from "../support/brief-points.ts";
import { briefEditor, change, sectionsOf } from "../support/headless-brief.ts";

/** Where the caret stands, as the leaf after it and the block around it: the same place in any editor of this brief. */
function $standing(): { leaf: number; within: number } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { key, offset, type } = selection.focus;
  const found = $points().find((point) => point.key === key && point.offset === offset && point.type === type);
  return found ? { leaf: found.leaf, within: found.within } : null;
}

describe("the caret in the brief", () => {
  test("is where it was when the brief is opened again", () => {
    const briefs = arbitraryBrief(fc.string({ minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(briefs, fc.nat({ max: 10_000 }), ({ brief: { sections } }, at) => {
        const before = briefEditor(sections);
        let caret: ReturnType<typeof $readCaret> = null;
        let standing: ReturnType<typeof $standing> = null;
        change(before, () => {
          const { selection } = $selectPoints(at, at);
          const node = selection.focus.getNode();
          // No caret stands between blocks.
          if ($isElementNode(node) && node.getChildren().some($isElementNode)) return;
          caret = $readCaret();
          if (caret) standing = $standing();
        });
        fc.pre(caret !== null);
        const after = briefEditor(sections);
        change(after, () => {
          if (caret) $restoreCaret(caret);
          expect($readCaret()).toEqual(caret);
          // The end of a text and the start of what follows it in the same line are one place.
          const again = $standing();
          expect(again && standing && again.leaf <= standing.leaf).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  test("goes to the end of its section where its block is gone, and nowhere where the section is", () => {
    fc.assert(
      fc.property(arbitraryBrief(), ({ brief: { sections } }) => {
        const editor = briefEditor(sections);
        // As they stand in the editor, which makes one list of two of a kind that touch.
        for (const { id, children } of sectionsOf(editor)) {
          change(editor, () => {
            $restoreCaret({ sectionId: id, blockIndex: 99, offsetUtf16: 3 });
            expect($readCaret()).toMatchObject({ sectionId: id, blockIndex: children.length - 1 });
          });
        }
        change(editor, () => {
          const before = $readCaret();
          $restoreCaret({ sectionId: sectionIdSchema.parse("annex"), blockIndex: 0, offsetUtf16: 0 });
          expect($readCaret()).toEqual(before);
        });
      }),
      { numRuns: 200 },
    );
  });
});
