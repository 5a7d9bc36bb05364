import { $createLinkNode } from "@lexical/link";
import { $createParagraphNode, $createTextNode, $getRoot, CONTROLLED_TEXT_INSERTION_COMMAND } from "lexical";
import { describe, expect, test } from "vitest";
import { type BriefBlock, type Mark, sectionSchema } from "../../src/core/brief/document.ts";
import { $readAddress, $setAddress, addressOf } from "../../src/renderer/editor/edit-link.ts";
import { $isSectionNode } from "../../src/renderer/editor/nodes/SectionNode.ts";
import { $leaves } from "../support/brief-points.ts";
import { briefEditor, change, sectionsOf } from "../support/headless-brief.ts";

const ADDRESS = "https://example.org/report";

function text(words: string, link?: string, ...marks: Mark[]) {
  return { type: "text" as const, text: words, marks, ...(link !== undefined && { link }) };
}

/** An editor of one paragraph in which a range of its letters is selected. */
function selected(children: ReturnType<typeof text>[], leaf: number, from: number, to: number) {
  const block: BriefBlock = { type: "paragraph", children };
  const editor = briefEditor([
    sectionSchema.parse({ id: "context", title: "Context", marking: "", children: [block] }),
  ]);
  change(editor, () => {
    const node = $leaves()[leaf]?.node;
    const selection = $getRoot().selectStart();
    if (!node) return;
    selection.anchor.set(node.getKey(), from, "text");
    selection.focus.set(node.getKey(), to, "text");
  });
  const inlines = () =>
    sectionsOf(editor)[0]?.children.flatMap((each) => (each.type === "paragraph" ? each.children : []));
  return { editor, inlines };
}

describe("what is typed as an address", () => {
  test.each([
    ["https://example.org", "https://example.org"],
    ["  http://example.org/a?b=c#d ", "http://example.org/a?b=c#d"],
    ["example.org", "https://example.org"],
    ["www.example.org:8080/path", "https://www.example.org:8080/path"],
    ["mailto:desk@example.org", "mailto:desk@example.org"],
    ["desk@example.org", "mailto:desk@example.org"],
    ["", null],
    ["report", null],
    ["two words.org", null],
    ["javascript:alert(1)", null],
    ["javascript:alert.example.org", null],
    ["file:///etc/passwd", null],
    ["data:text/html,x", null],
  ])("%j means %j", (typed, address) => {
    expect(addressOf(typed)).toBe(address);
  });
});

describe("a link", () => {
  test("is made of what is selected, with its marks", () => {
    const { editor, inlines } = selected([text("see the report now", undefined, "bold")], 0, 8, 14);
    change(editor, () => $setAddress(ADDRESS));
    expect(inlines()).toEqual([
      text("see the ", undefined, "bold"),
      text("report", ADDRESS, "bold"),
      text(" now", undefined, "bold"),
    ]);
  });

  test("is written where nothing is selected, and what is typed then is no link", () => {
    const { editor, inlines } = selected([text("see ")], 0, 4, 4);
    change(editor, () => $setAddress("mailto:desk@example.org"));
    change(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, " now"));
    expect(inlines()).toEqual([text("see "), text("desk@example.org", "mailto:desk@example.org"), text(" now")]);
  });

  test("is changed and taken away as a whole, with the caret anywhere in it", () => {
    const { editor, inlines } = selected([text("see "), text("report", ADDRESS), text(" now")], 1, 3, 3);
    expect(editor.getEditorState().read($readAddress)).toBe(ADDRESS);
    change(editor, () => $setAddress("https://example.org/other"));
    expect(inlines()).toEqual([text("see "), text("report", "https://example.org/other"), text(" now")]);
    change(editor, () => $setAddress(null));
    expect(inlines()).toEqual([text("see report now")]);
    expect(editor.getEditorState().read($readAddress)).toBe(null);
  });
});

describe("a pasted link", () => {
  function pasted(...addresses: string[]) {
    const { editor, inlines } = selected([], 0, 0, 0);
    change(editor, () => {
      const section = $getRoot().getFirstChild();
      if (!$isSectionNode(section)) return;
      const links = addresses.map((url) =>
        $createLinkNode(url, { target: "_blank", rel: "x", title: "t" }).append($createTextNode(url)),
      );
      section.append($createParagraphNode().append(...links));
    });
    return inlines();
  }

  test("is kept where it leads to the web or to mail", () => {
    expect(pasted(ADDRESS, "mailto:desk@example.org")).toEqual([
      text(ADDRESS, ADDRESS),
      text("mailto:desk@example.org", "mailto:desk@example.org"),
    ]);
  });

  test.each(["javascript:alert(1)", "file:///etc/passwd", "#part", "/path", "tel:112", "https://two words", ""])(
    "to %j is its words alone",
    (address) => {
      expect(pasted(address)).toEqual(address === "" ? [] : [text(address)]);
    },
  );
});
