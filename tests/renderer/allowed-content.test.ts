import { $createListItemNode, $createListNode, $isListNode } from "@lexical/list";
import { $createHeadingNode, $createQuoteNode } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, type ElementNode } from "lexical";
import { describe, expect, test } from "vitest";
import { type BriefBlock, sectionSchema } from "../../src/core/brief/document.ts";
import { $isSectionNode } from "../../src/renderer/editor/nodes/SectionNode.ts";
import { $leaves } from "../support/brief-points.ts";
import { briefEditor, change, sectionsOf, wordsOf } from "../support/headless-brief.ts";

/** An editor into which something was pasted, after a first paragraph. */
function pasted(make: () => ElementNode[]) {
  const children: BriefBlock[] = [{ type: "paragraph", children: [{ type: "text", text: "first", marks: [] }] }];
  const editor = briefEditor([sectionSchema.parse({ id: "context", title: "Context", marking: "", children })]);
  change(editor, () => {
    const section = $getRoot().getFirstChild();
    if ($isSectionNode(section)) section.append(...make());
  });
  const blocks = () => sectionsOf(editor)[0]?.children.slice(1) ?? [];
  return { editor, blocks };
}

describe("what is pasted", () => {
  test("comes in without alignment and indent, which would not be saved", () => {
    const { editor } = pasted(() =>
      [$createParagraphNode(), $createQuoteNode(), $createHeadingNode("h3")].map((block) =>
        block.append($createTextNode("text")).setFormat("center").setIndent(2),
      ),
    );
    editor.getEditorState().read(() => {
      for (const { node } of $leaves()) {
        expect(node.getParent()?.getFormatType()).toBe("");
        expect(node.getParent()?.getIndent()).toBe(0);
      }
    });
  });

  test("brings no marks but bold and italic", () => {
    const { blocks } = pasted(() => {
      const text = $createTextNode("loud").toggleFormat("bold").toggleFormat("underline").toggleFormat("code");
      return [$createParagraphNode().append(text.setStyle("color: red"))];
    });
    expect(blocks()).toEqual([{ type: "paragraph", children: [{ type: "text", text: "loud", marks: ["bold"] }] }]);
  });

  test("brings headings of the two levels there are", () => {
    const tags = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;
    const { blocks } = pasted(() => tags.map((tag) => $createHeadingNode(tag).append($createTextNode(tag))));
    expect(blocks().map((block) => block.type === "heading" && [block.level, wordsOf(block)])).toEqual([
      [2, "h1"],
      [2, "h2"],
      [2, "h3"],
      [3, "h4"],
      [3, "h5"],
      [3, "h6"],
    ]);
  });

  test("brings a quotation of several paragraphs as one of several lines", () => {
    const { blocks, editor } = pasted(() => {
      const lines = ["one", "two", "three"].map((line) => $createParagraphNode().append($createTextNode(line)));
      return [$createQuoteNode().append(...lines)];
    });
    expect(blocks().map(wordsOf)).toEqual(["one\ntwo\nthree"]);
    editor.getEditorState().read(() => expect($leaves().every(({ node }) => node.getParents().length <= 3)).toBe(true));
  });

  test("brings lists within lists as one list of one kind, and boxes to tick as bullets", () => {
    const { editor, blocks } = pasted(() => {
      const item = (text: string) => $createListItemNode().append($createTextNode(text));
      const nested = $createListNode("number", 5).append(item("below"));
      return [$createListNode("check").append(item("above"), $createListItemNode().append(nested))];
    });
    expect(blocks()).toMatchObject([{ type: "list", ordered: false, items: [{ depth: 0 }, { depth: 1 }] }]);
    editor.getEditorState().read(() => {
      const lists = $leaves().flatMap(({ node }) => node.getParents().filter($isListNode));
      expect(new Set(lists.map((list) => list.getListType()))).toEqual(new Set(["bullet"]));
      expect(new Set(lists.map((list) => list.getStart()))).toEqual(new Set([1]));
    });
  });
});
