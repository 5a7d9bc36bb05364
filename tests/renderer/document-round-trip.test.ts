import { $createListItemNode, $createListNode } from "@lexical/list";
import { $createQuoteNode } from "@lexical/rich-text";
import fc from "fast-check";
import { $createParagraphNode, $createTabNode, $createTextNode, $getRoot } from "lexical";
import { describe, expect, test } from "vitest";
import { type BriefBlock, type Mark, type Section, sectionSchema } from "../../src/core/brief/document.ts";
import { $fromSections } from "../../src/renderer/editor/from-document.ts";
import { $createSectionNode } from "../../src/renderer/editor/nodes/SectionNode.ts";
import { arbitraryBrief, hostileText, ordinaryText } from "../support/arbitrary-brief.ts";
import { attributesOf, bareEditor, briefEditor, change, sectionsOf } from "../support/headless-brief.ts";

const spacedText = fc.oneof(
  ordinaryText,
  fc.constantFrom(
    " ",
    "  leading",
    "trailing  ",
    "\t",
    "a\tb\tc",
    "مرحبا (abc) بالعالم",
    "שלום",
    "🇰🇷👩‍👩‍👧",
    "e\u0301",
    "\u00a0",
    "\u200f",
  ),
);

function roundTrip(sections: readonly Section[]): Section[] {
  const editor = bareEditor();
  change(editor, () => $fromSections(sections, attributesOf));
  return sectionsOf(editor);
}

/**
 * What the editor makes of a document's forms that look alike in it: a section without any block, and a table without
 * one after it, get one to write in; lists of a kind that follow each other are one list, as they are while one types.
 */
function asEdited(sections: readonly Section[]): Section[] {
  return sections.map((one) => ({
    ...one,
    children: one.children.length > 0 ? writableAfterTables(joinLists(one.children)) : [EMPTY],
  }));
}

const EMPTY: BriefBlock = { type: "paragraph", children: [] };

function writableAfterTables(blocks: readonly BriefBlock[]): BriefBlock[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return block.type === "table" && (next === undefined || next.type === "table") ? [block, EMPTY] : [block];
  });
}

function joinLists(blocks: readonly BriefBlock[]): BriefBlock[] {
  const joined: BriefBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.type === "list" && block.type === "list" && last.ordered === block.ordered) {
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else joined.push(block);
  }
  return joined;
}

function section(...children: BriefBlock[]): Section {
  return sectionSchema.parse({ id: "context", title: "Context", marking: "", children });
}

function text(words: string, ...marks: Mark[]) {
  return { type: "text" as const, text: words, marks };
}

describe("a brief that goes through the editor", () => {
  test.each([
    ["words as people type them", spacedText],
    ["any text at all", hostileText],
  ])("comes back as it was: %s", (_name, words) => {
    fc.assert(
      fc.property(arbitraryBrief(words), ({ brief }) => {
        expect(roundTrip(brief.sections)).toEqual(asEdited(brief.sections));
      }),
      { numRuns: 300 },
    );
  });

  test("comes back as it was under all rules of the brief's editor", () => {
    fc.assert(
      fc.property(arbitraryBrief(spacedText), ({ brief }) => {
        expect(sectionsOf(briefEditor(brief.sections))).toEqual(asEdited(brief.sections));
      }),
      { numRuns: 300 },
    );
  });

  test("keeps the depth of every list item, also where a list begins deep or skips a depth", () => {
    const items = [8, 0, 3, 1, 8, 2, 2, 0].map((depth) => ({ depth, children: [text(`at ${depth}`)] }));
    const sections = [section({ type: "list", ordered: true, items }, { type: "list", ordered: false, items })];
    expect(roundTrip(sections)).toEqual(sections);
  });

  test("loses no item where two lists of a kind follow each other", () => {
    const list = (...depths: number[]): BriefBlock => ({
      type: "list",
      ordered: false,
      items: depths.map((depth) => ({ depth, children: [text(`at ${depth}`)] })),
    });
    expect(sectionsOf(briefEditor([section(list(0, 2, 1), list(2, 1, 0))]))).toEqual([section(list(0, 2, 1, 2, 1, 0))]);
  });

  test("keeps a mark that the file names twice, and gives marks one order", () => {
    const [back] = roundTrip([
      section({ type: "paragraph", children: [text("twice", "bold", "bold"), text("turned", "italic", "bold")] }),
    ]);
    expect(back?.children).toEqual([
      { type: "paragraph", children: [text("twice", "bold"), text("turned", "bold", "italic")] },
    ]);
  });

  test("joins neighbours with the same marks, wherever the editor cut them", () => {
    const [back] = roundTrip([
      section({ type: "paragraph", children: [text("cut "), text("here"), text("!", "bold")] }),
    ]);
    expect(back?.children).toEqual([{ type: "paragraph", children: [text("cut here"), text("!", "bold")] }]);
  });
});

describe("what only pasting or typing can make", () => {
  function written(build: (sectionNode: ReturnType<typeof $createSectionNode>) => void): readonly BriefBlock[] {
    const editor = bareEditor();
    change(editor, () => {
      const node = $createSectionNode(attributesOf(section()));
      build(node);
      $getRoot().append(node);
    });
    const sections = sectionsOf(editor);
    // Whatever the editor holds, what is saved is a document that can be read again.
    expect(sections.map((one) => sectionSchema.parse(one))).toEqual(sections);
    return sections[0]?.children ?? [];
  }

  test("a tab is text with the marks it has", () => {
    const blocks = written((node) =>
      node.append(
        $createParagraphNode().append(
          $createTextNode("a").toggleFormat("bold"),
          $createTabNode().toggleFormat("bold"),
          $createTextNode("b").toggleFormat("bold"),
        ),
      ),
    );
    expect(blocks).toEqual([{ type: "paragraph", children: [text("a\tb", "bold")] }]);
  });

  test("paragraphs inside a quotation stay on lines of their own", () => {
    const blocks = written((node) =>
      node.append(
        $createQuoteNode().append(
          $createParagraphNode().append($createTextNode("first")),
          $createParagraphNode().append($createTextNode("second")),
        ),
      ),
    );
    expect(blocks).toEqual([{ type: "quotation", children: [text("first"), { type: "line-break" }, text("second")] }]);
  });

  test("a list inside a list item, after its words, is a deeper list", () => {
    const blocks = written((node) => {
      const nested = $createListNode("bullet").append($createListItemNode().append($createTextNode("below")));
      node.append($createListNode("bullet").append($createListItemNode().append($createTextNode("above"), nested)));
    });
    expect(blocks).toEqual([
      {
        type: "list",
        ordered: false,
        items: [
          { depth: 0, children: [text("above")] },
          { depth: 1, children: [text("below")] },
        ],
      },
    ]);
  });

  test("a list deeper than the document allows is kept at its greatest depth", () => {
    const blocks = written((node) => {
      let list = $createListNode("number").append($createListItemNode().append($createTextNode("deepest")));
      for (let depth = 0; depth < 12; depth += 1)
        list = $createListNode("number").append($createListItemNode().append(list));
      node.append(list);
    });
    expect(blocks).toEqual([{ type: "list", ordered: true, items: [{ depth: 8, children: [text("deepest")] }] }]);
  });
});
