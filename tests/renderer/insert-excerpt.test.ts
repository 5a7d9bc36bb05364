import fc from "fast-check";
import {
  $createNodeSelection,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
} from "lexical";
import { describe, expect, test } from "vitest";
import { citationsOf, inlinesOf } from "../../src/core/brief/citation-numbers.ts";
import { type BriefBlock, type Section, sectionSchema } from "../../src/core/brief/document.ts";
import { type Excerpt, excerptSchema } from "../../src/core/excerpt/excerpt.ts";
import { $insertCitation, $insertQuotation, $insertQuotationAt } from "../../src/renderer/editor/insert-excerpt.ts";
import { arbitraryBrief } from "../support/arbitrary-brief.ts";
import { $leaves, $selectPoints } from "../support/brief-points.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";
import { briefEditor, change, sectionsOf, wordsOf } from "../support/headless-brief.ts";

const EXCERPT_ID = "dropped";

function excerpt(exact: string, sectionId: string | null = null): Excerpt {
  const bare = excerptOf(sourceWith("source-1"), EXCERPT_ID);
  const selectors = { ...bare.selectors, quote: { exact, prefix: "", suffix: "" } };
  return excerptSchema.parse({ ...bare, selectors, sectionId });
}

const exactWords = fc
  .array(
    fc.string({ maxLength: 8 }).map((line) => line.replaceAll("\n", " ")),
    { minLength: 1, maxLength: 3 },
  )
  .map((lines) => lines.join("\n"));
const briefs = arbitraryBrief(fc.string({ minLength: 1, maxLength: 6 }));
const place = fc.nat({ max: 10_000 });

function isEmptyParagraph(block: BriefBlock | undefined): boolean {
  return block?.type === "paragraph" && block.children.length === 0;
}

function isDropped(block: BriefBlock): boolean {
  return block.type === "quotation" && block.children.some((part) => part.type === "citation" && cites(part));
}

function cites({ excerptIds }: { excerptIds: readonly string[] }): boolean {
  return excerptIds.includes(EXCERPT_ID);
}

/** Words with the new citation told apart from those that were there; behind one of those where it was added to it. */
function marked(block: BriefBlock): string {
  const found = inlinesOf(block).find((inline) => inline.type === "citation" && cites(inline));
  if (found?.type !== "citation") return wordsOf(block);
  const name = `[${found.id}]`;
  return wordsOf(block).replace(name, found.excerptIds.length === 1 ? "▲" : `${name}▲`);
}

function section(id: string, ...texts: string[]): Section {
  const children = texts.map((text) => ({
    type: "paragraph",
    children: text === "" ? [] : [{ type: "text", text, marks: [] }],
  }));
  return sectionSchema.parse({ id, title: id, marking: "", children });
}

describe("an excerpt dropped between blocks", () => {
  test("arrives as a quotation of its very words with one citation at the end", () => {
    fc.assert(
      fc.property(briefs, place, exactWords, ({ brief: { sections } }, at, exact) => {
        const editor = briefEditor(sections);
        const target = sections[at % sections.length];
        if (!target) return;
        change(editor, () =>
          $insertQuotationAt(excerpt(exact), { sectionId: target.id, index: at % (target.children.length + 1) }),
        );
        const dropped = sectionsOf(editor).flatMap(({ id, children }) =>
          id === target.id ? children.filter(isDropped) : [],
        );
        expect(dropped.map(marked)).toEqual([`${exact}▲`]);
      }),
    );
  });

  test("stands at its place, takes that of nothing but an empty paragraph there, and leaves all else as it was", () => {
    fc.assert(
      fc.property(briefs, place, place, ({ brief: { sections } }, which, at) => {
        const editor = briefEditor(sections);
        const before = sectionsOf(editor);
        const target = before[which % before.length];
        if (!target) return;
        const index = at % (target.children.length + 1);
        change(editor, () => $insertQuotationAt(excerpt("words"), { sectionId: target.id, index }));
        for (const [number, { id, children }] of sectionsOf(editor).entries()) {
          const old = before[number]?.children ?? [];
          if (id !== target.id) {
            expect(children).toEqual(old);
            continue;
          }
          const landed = children.findIndex(isDropped);
          const others = children.toSpliced(landed, 1);
          if (children.length > old.length) {
            expect(others).toEqual(old);
            expect(landed).toBe(index);
          } else {
            expect(isEmptyParagraph(old[landed])).toBe(true);
            expect([index, index - 1]).toContain(landed);
            expect(others).toEqual(old.toSpliced(landed, 1));
          }
        }
      }),
    );
  });

  test("goes to the end where its place is no longer there, and nowhere where its section is not", () => {
    const editor = briefEditor([section("context", "one", "two")]);
    change(editor, () => $insertQuotationAt(excerpt("far"), { sectionId: "context", index: 99 }));
    change(editor, () => $insertQuotationAt(excerpt("lost"), { sectionId: "annex", index: 0 }));
    expect(sectionsOf(editor)[0]?.children.map(marked)).toEqual(["one", "two", "far▲"]);
  });
});

describe("an excerpt inserted from the keyboard", () => {
  const sections = [section("summary", ""), section("context", "one", "two"), section("outlook", "three")];

  test("comes after the block one writes in, where that is in its own section", () => {
    const editor = briefEditor(sections);
    change(editor, () => {
      $getRoot().getChildAtIndex(1)?.selectStart();
      $insertQuotation(excerpt("quoted", "context"));
    });
    expect(sectionsOf(editor)[1]?.children.map(marked)).toEqual(["one", "quoted▲", "two"]);
  });

  test("goes to the end of its own section where one writes in another, or nowhere", () => {
    const editor = briefEditor(sections);
    change(editor, () => {
      $getRoot().getChildAtIndex(1)?.selectStart();
      $insertQuotation(excerpt("quoted", "outlook"));
    });
    change(editor, () => {
      $setSelection(null);
      $insertQuotation(excerpt("again", "context"));
    });
    expect(sectionsOf(editor).map(({ children }) => children.map(marked))).toEqual([
      [""],
      ["one", "two", "again▲"],
      ["three", "quoted▲"],
    ]);
  });

  test("goes where one writes when it is not filed, and one writes on after it", () => {
    const editor = briefEditor(sections);
    change(editor, () => {
      $getRoot().getChildAtIndex(2)?.selectStart();
      $insertQuotation(excerpt("quoted"));
    });
    change(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, " on"));
    expect(sectionsOf(editor)[2]?.children.map(marked)).toEqual(["three", "quoted▲ on"]);
  });
});

describe("a citation inserted at the caret", () => {
  test("stands at the end of what is selected, and every word stays", () => {
    fc.assert(
      fc.property(briefs, place, place, ({ brief: { sections } }, anchor, focus) => {
        const editor = briefEditor(sections);
        const expected = new Map<string, string>();
        change(editor, () => {
          const { end } = $selectPoints(anchor, focus);
          for (const { id } of sections) expected.set(id, "");
          for (const [index, { sectionId, text }] of $leaves().entries()) {
            const cut = index === end.leaf && end.within > 0 ? end.within : null;
            const shown = cut === null ? text : `${text.slice(0, cut)}▲${text.slice(cut)}`;
            expected.set(sectionId, expected.get(sectionId) + shown);
          }
          $insertCitation(excerpt("words"));
        });
        const after = sectionsOf(editor);
        expect(after.map(({ id }) => id)).toEqual(sections.map(({ id }) => id));
        const found = after.map(({ children }) => children.map(marked).join(""));
        expect(found.join("").split("▲")).toHaveLength(2);
        expect(found.map((text) => text.replace("▲", ""))).toEqual(
          [...expected.values()].map((text) => text.replace("▲", "")),
        );
        // Inside of a text its place is told by the words around it.
        if ([...expected.values()].join("").includes("▲")) expect(found).toEqual([...expected.values()]);
      }),
      { numRuns: 500 },
    );
  });

  test("keeps selected words whichever way they were selected, and one writes on after it", () => {
    for (const [anchor, focus] of [
      [0, 3],
      [3, 0],
    ] as const) {
      const editor = briefEditor([section("context", "one two")]);
      change(editor, () => {
        const [leaf] = $leaves();
        const selection = $getRoot().selectStart();
        if (leaf) {
          selection.anchor.set(leaf.node.getKey(), anchor, "text");
          selection.focus.set(leaf.node.getKey(), focus, "text");
        }
        $insertCitation(excerpt("words"));
      });
      change(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "!"));
      expect(sectionsOf(editor)[0]?.children.map(marked)).toEqual(["one▲! two"]);
    }
  });

  describe("is one with the citation that is there", () => {
    const other = excerptSchema.parse({ ...excerpt("other"), id: "other" });

    /** An editor in which another excerpt was cited at the end of a section, the caret behind it. */
    function cited() {
      const editor = briefEditor([section("summary", ""), section("context", "before "), section("outlook", "end")]);
      change(editor, () => {
        $getRoot().getChildAtIndex(1)?.selectEnd();
        $insertCitation(other);
      });
      return editor;
    }
    const excerptIds = (editor: LexicalEditor) =>
      sectionsOf(editor).flatMap((one) => citationsOf(one).map((citation) => citation.excerptIds));

    test("with the caret directly behind it, and one writes on after it", () => {
      const editor = cited();
      change(editor, () => $insertCitation(excerpt("words", "outlook")));
      change(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "!"));
      expect(excerptIds(editor)).toEqual([["other", EXCERPT_ID]]);
      expect(sectionsOf(editor)[1]?.children.map(marked)).toEqual([
        expect.stringMatching(/^before \[citation-.*\]▲!$/),
      ]);
    });

    test("with the caret on it", () => {
      const editor = cited();
      change(editor, () => {
        const citation = $leaves().find(({ text }) => text.startsWith("["));
        const selection = $createNodeSelection();
        if (citation) selection.add(citation.node.getKey());
        $setSelection(selection);
        $insertCitation(excerpt("words", "outlook"));
        expect($isRangeSelection($getSelection())).toBe(true);
      });
      expect(excerptIds(editor)).toEqual([["other", EXCERPT_ID]]);
    });

    test("and cites nothing twice", () => {
      const editor = cited();
      change(editor, () => $insertCitation(other));
      expect(excerptIds(editor)).toEqual([["other"]]);
    });

    test("but not with a space between, nor without a caret", () => {
      const editor = cited();
      change(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, " "));
      change(editor, () => $insertCitation(excerpt("words")));
      expect(excerptIds(editor)).toEqual([["other"], [EXCERPT_ID]]);
      change(editor, () => {
        $setSelection(null);
        $insertCitation(excerptSchema.parse({ ...excerpt("third", "context"), id: "third" }));
      });
      expect(excerptIds(editor)).toEqual([["other"], [EXCERPT_ID], ["third"]]);
    });
  });

  test("goes to the end of its section where there is no caret", () => {
    const editor = briefEditor([section("summary", ""), section("context", "one", "two")]);
    change(editor, () => {
      $setSelection(null);
      $insertCitation(excerpt("words", "context"));
    });
    expect(sectionsOf(editor)[1]?.children.map(marked)).toEqual(["one", "two▲"]);
  });
});
