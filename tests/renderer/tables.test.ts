import { $createListItemNode, $createListNode } from "@lexical/list";
import { $createQuoteNode } from "@lexical/rich-text";
import { $createTableCellNode, $createTableNode, $createTableRowNode, $isTableNode } from "@lexical/table";
import fc from "fast-check";
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from "lexical";
import { describe, expect, test } from "vitest";
import { type BriefBlock, sectionSchema } from "../../src/core/brief/document.ts";
import { toggleFormat } from "../../src/renderer/editor/format-brief.ts";
import { $insertTable } from "../../src/renderer/editor/insert-table.ts";
import { $isSectionNode } from "../../src/renderer/editor/nodes/SectionNode.ts";
import { $stepToCell } from "../../src/renderer/editor/table-keys.ts";
import { $allCells, $changeTable, $createCell, TABLE_CHANGES } from "../../src/renderer/editor/table-structure.ts";
import { $leaves } from "../support/brief-points.ts";
import { briefEditor, change, sectionsOf } from "../support/headless-brief.ts";

const EMPTY = { type: "paragraph", children: [] };

function paragraph(words: string): BriefBlock {
  return { type: "paragraph", children: words === "" ? [] : [{ type: "text", text: words, marks: [] }] };
}

/** A table of the words given, the first row its header. */
function table(...rows: string[][]): BriefBlock {
  return {
    type: "table",
    headerRow: true,
    rows: rows.map((cells) => ({ cells: cells.map((words) => ({ children: inlinesOf(words) })) })),
  };
}

function inlinesOf(words: string) {
  return words
    .split("\n")
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: "line-break" as const }] : []),
      ...(line === "" ? [] : [{ type: "text" as const, text: line, marks: [] }]),
    ]);
}

function editorWith(...children: BriefBlock[]): LexicalEditor {
  return briefEditor([
    sectionSchema.parse({ id: "context", title: "Context", marking: "", children }),
    sectionSchema.parse({ id: "outlook", title: "Outlook", marking: "", children: [paragraph("end")] }),
  ]);
}

function blocks(editor: LexicalEditor): readonly BriefBlock[] {
  return sectionsOf(editor)[0]?.children ?? [];
}

function $table() {
  const section = $getRoot().getFirstChild();
  const found = $isSectionNode(section) ? section.getChildren().find($isTableNode) : null;
  if (!found) throw new Error("There is no table");
  return found;
}

/** Puts the caret at the end of a cell, counted in reading order. */
function $inCell(index: number): void {
  $allCells($table())[index]?.selectEnd();
}

function type(editor: LexicalEditor, words: string): void {
  change(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, words));
}

const TWO_BY_TWO = table(["a", "b"], ["c", "d"]);

describe("a new table", () => {
  test("takes the place of an empty paragraph, has three columns and a header row, and one writes in it", () => {
    const editor = editorWith(paragraph("before"), paragraph(""));
    change(editor, () => {
      const section = $getRoot().getFirstChild();
      if ($isSectionNode(section)) section.getLastChild()?.selectEnd();
      $insertTable();
    });
    type(editor, "first");
    expect(blocks(editor)).toEqual([paragraph("before"), table(["first", "", ""], ["", "", ""], ["", "", ""]), EMPTY]);
  });

  test("comes after what one writes in, also after a table, with a paragraph between", () => {
    const editor = editorWith(paragraph("words"), paragraph("after"));
    change(editor, () => {
      $getRoot().getFirstDescendant()?.selectEnd();
      $insertTable();
    });
    change(editor, $insertTable);
    expect(blocks(editor).map((block) => block.type)).toEqual([
      "paragraph",
      "table",
      "paragraph",
      "table",
      "paragraph",
    ]);
  });
});

describe("the keys of a table", () => {
  test("Tab goes from cell to cell, and behind the last there is a new row", () => {
    const editor = editorWith(TWO_BY_TWO);
    change(editor, () => $inCell(0));
    for (const words of ["1", "2", "3", "4", "5"]) {
      type(editor, words);
      change(editor, () => expect($stepToCell(1)).toBe(true));
    }
    expect(blocks(editor)).toEqual([table(["a1", "b2"], ["c3", "d4"], ["5", ""]), EMPTY]);
    for (let step = 0; step < 5; step += 1) change(editor, () => expect($stepToCell(-1)).toBe(true));
    change(editor, () => expect($stepToCell(-1)).toBe(false));
    type(editor, "!");
    expect(blocks(editor)[0]).toEqual(table(["a1!", "b2"], ["c3", "d4"], ["5", ""]));
  });

  test("Enter makes a line in the cell", () => {
    const editor = editorWith(TWO_BY_TWO);
    change(editor, () => $inCell(1));
    change(editor, () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    type(editor, "below");
    expect(blocks(editor)[0]).toEqual(table(["a", "b\nbelow"], ["c", "d"]));
  });

  test("Enter at the very start of a table that begins its section makes a paragraph before it", () => {
    const editor = editorWith(TWO_BY_TWO);
    change(editor, () => {
      $table().selectStart();
    });
    change(editor, () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    type(editor, "before");
    expect(blocks(editor)).toEqual([paragraph("before"), TWO_BY_TWO, EMPTY]);
  });

  test.each([
    ["Backspace", true],
    ["Delete", false],
  ])("%s at the edge of a cell takes nothing from the next", (_name, isBackward) => {
    for (const index of [0, 1, 2, 3]) {
      const editor = editorWith(paragraph("before"), TWO_BY_TWO, paragraph("after"));
      change(editor, () => {
        const cell = $allCells($table())[index];
        if (isBackward) cell?.selectStart();
        else cell?.selectEnd();
      });
      change(editor, () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward));
      expect(blocks(editor)).toEqual([paragraph("before"), TWO_BY_TWO, paragraph("after")]);
    }
  });

  test("neither takes anything from a table that stands beside", () => {
    const editor = editorWith(paragraph("before"), TWO_BY_TWO, paragraph("after"));
    for (const [index, isBackward] of [
      [0, false],
      [2, true],
    ] as const) {
      change(editor, () => {
        const section = $getRoot().getFirstChild();
        const block = $isSectionNode(section) ? section.getChildAtIndex(index) : null;
        if (isBackward) block?.selectStart();
        else block?.selectEnd();
      });
      change(editor, () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward));
      expect(blocks(editor)).toEqual([paragraph("before"), TWO_BY_TWO, paragraph("after")]);
    }
  });

  test("formats of blocks do nothing in a cell", () => {
    const editor = editorWith(TWO_BY_TWO);
    change(editor, () => $inCell(0));
    for (const format of ["heading", "quotation", "bullets", "numbers"] as const) toggleFormat(editor, format);
    expect(blocks(editor)).toEqual([TWO_BY_TWO, EMPTY]);
  });
});

describe("deleting what is selected", () => {
  function selected(from: () => LexicalNode | null | undefined, to: () => LexicalNode | null | undefined) {
    const editor = editorWith(paragraph("before"), TWO_BY_TWO, paragraph("after"));
    change(editor, () => {
      const [first, last] = [from(), to()];
      const selection = $getRoot().selectStart();
      if (first) selection.anchor.set(first.getKey(), 0, "text");
      if (last) selection.focus.set(last.getKey(), last.getTextContentSize(), "text");
    });
    change(editor, () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
    return editor;
  }
  const $leaf = (words: string) => $leaves().find(({ text }) => text === words)?.node;

  test("over several cells empties them", () => {
    const editor = selected(
      () => $leaf("b"),
      () => $leaf("c"),
    );
    expect(blocks(editor)).toEqual([paragraph("before"), table(["a", ""], ["", "d"]), paragraph("after")]);
    type(editor, "here");
    expect(blocks(editor)[1]).toEqual(table(["a", "here"], ["", "d"]));
  });

  test("from before a table to behind it takes it away", () => {
    const editor = selected(
      () => $leaf("before"),
      () => $leaf("after"),
    );
    type(editor, "instead");
    expect(blocks(editor)).toEqual([paragraph("instead")]);
  });

  test("from before a table into it keeps its cells", () => {
    const editor = selected(
      () => $leaf("before"),
      () => $leaf("b"),
    );
    expect(blocks(editor)).toEqual([EMPTY, table(["", ""], ["c", "d"]), paragraph("after")]);
  });
});

describe("changing a table", () => {
  test.each([
    ["row-before", 2, table(["a", "b"], ["|", ""], ["c", "d"])],
    ["row-after", 0, table(["a", "b"], ["|", ""], ["c", "d"])],
    ["row-before", 1, table(["", "|"], ["a", "b"], ["c", "d"])],
    ["column-before", 1, table(["a", "|", "b"], ["c", "", "d"])],
    ["column-after", 3, table(["a", "b", ""], ["c", "d", "|"])],
    ["delete-row", 3, table(["a", "b|"])],
    ["delete-column", 0, table(["b|"], ["d"])],
  ] as const)("%s in cell %i", (what, cell, expected) => {
    const editor = editorWith(TWO_BY_TWO);
    change(editor, () => $inCell(cell));
    change(editor, () => expect($changeTable(what)).toBe(true));
    type(editor, "|");
    expect(blocks(editor)).toEqual([expected, EMPTY]);
  });

  test("the last row or column takes the table with it, and one writes on after it", () => {
    for (const what of ["delete-row", "delete-column", "delete"] as const) {
      const editor = editorWith(paragraph("before"), table(["only"]), paragraph("after"));
      change(editor, () => $inCell(0));
      change(editor, () => $changeTable(what));
      type(editor, "|");
      expect(blocks(editor)).toEqual([paragraph("before"), paragraph("|after")]);
    }
  });

  test("the header row goes off and on", () => {
    const editor = editorWith(TWO_BY_TWO);
    const isHeader = () => blocks(editor).map((block) => block.type === "table" && block.headerRow)[0];
    change(editor, () => $inCell(3));
    for (const expected of [false, true]) {
      change(editor, () => $changeTable("header-row"));
      expect(isHeader()).toBe(expected);
    }
  });

  test("nothing is changed outside of tables", () => {
    const editor = editorWith(TWO_BY_TWO);
    const before = sectionsOf(editor);
    for (const what of TABLE_CHANGES) {
      change(editor, () => {
        $getRoot().selectEnd();
        expect($changeTable(what)).toBe(false);
      });
    }
    expect(sectionsOf(editor)).toEqual(before);
  });

  test("whatever is done to it, a table stays one: rectangular, and the caret in the text", () => {
    const acts = fc.array(fc.tuple(fc.constantFrom(...TABLE_CHANGES), fc.nat({ max: 20 })), { maxLength: 12 });
    fc.assert(
      fc.property(acts, (steps) => {
        const editor = editorWith(paragraph("before"), TWO_BY_TWO);
        for (const [what, at] of steps) {
          change(editor, () => {
            const section = $getRoot().getFirstChild();
            const found = $isSectionNode(section) ? section.getChildren().find($isTableNode) : null;
            const cells = found ? $allCells(found) : [];
            cells[at % Math.max(1, cells.length)]?.selectEnd();
            $changeTable(what);
          });
          type(editor, ".");
          for (const section of sectionsOf(editor)) sectionSchema.parse(section);
          editor.getEditorState().read(() => {
            const selection = $getSelection();
            expect($isRangeSelection(selection) && selection.anchor.getNode().isAttached()).toBe(true);
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("what is pasted", () => {
  /** The blocks that a table of these nodes becomes. */
  function pasted(make: () => LexicalNode[]): readonly BriefBlock[] {
    const editor = editorWith(paragraph("first"));
    change(editor, () => {
      const section = $getRoot().getFirstChild();
      if ($isSectionNode(section)) section.append(...make());
    });
    for (const section of sectionsOf(editor)) sectionSchema.parse(section);
    return blocks(editor).slice(1);
  }
  const plain = (...rows: string[][]): BriefBlock => ({ ...table(...rows), headerRow: false }) as BriefBlock; // a table still
  const $cell = (words: string) => $createCell([$createTextNode(words)]);
  const $row = (...words: string[]) => $createTableRowNode().append(...words.map($cell));

  test("with merged cells becomes rectangular, every word once", () => {
    const found = pasted(() => [
      $createTableNode().append(
        $createTableRowNode().append($cell("tall").setRowSpan(2), $cell("wide").setColSpan(2)),
        $row("x", "y"),
        $row("1", "2", "3"),
      ),
    ]);
    expect(found).toEqual([plain(["tall", "wide", ""], ["", "x", "y"], ["1", "2", "3"]), EMPTY]);
  });

  test("with rows of several lengths is filled up, and columns that nothing begins in go", () => {
    const found = pasted(() => [
      $createTableNode().append($createTableRowNode().append($cell("title").setColSpan(900)), $row("a", "b")),
    ]);
    expect(found).toEqual([plain(["title", ""], ["a", "b"]), EMPTY]);
  });

  test("with blocks in cells, lists and other tables among them, keeps their words on lines", () => {
    const found = pasted(() => {
      const item = (words: string) => $createListItemNode().append($createTextNode(words));
      const inner = $createTableNode().append($row("in", "side"));
      return [
        $createTableNode().append(
          $createTableRowNode().append(
            $createTableCellNode().append(
              $createParagraphNode().append($createTextNode("one")),
              $createListNode("bullet").append(item("two"), item("three")),
              $createQuoteNode().append($createTextNode("four")),
            ),
            $createTableCellNode().append($createTextNode("bare"), inner),
          ),
        ),
      ];
    });
    expect(found).toEqual([plain(["one\ntwo\nthree\nfour", "bare\nin\nside"]), EMPTY]);
  });

  test("rows without a table get one, cells without a row are paragraphs", () => {
    expect(pasted(() => [$row("a", "b"), $row("c", "d")])).toEqual([plain(["a", "b"], ["c", "d"]), EMPTY]);
    expect(pasted(() => [$cell("a"), $cell("b")])).toEqual([paragraph("a"), paragraph("b")]);
  });

  test("what stands in a table beside its cells keeps its words", () => {
    const found = pasted(() => [
      $createTableNode().append($createParagraphNode().append($createTextNode("stray")), $row("a", "b")),
    ]);
    expect(found).toEqual([plain(["stray", ""], ["a", "b"]), EMPTY]);
  });

  test("into a cell comes in as lines, and one writes on behind it", () => {
    const editor = editorWith(TWO_BY_TWO);
    change(editor, () => $inCell(0));
    change(editor, () => {
      const selection = $getSelection();
      if (!selection) return;
      const nodes = [$createParagraphNode().append($createTextNode("1")), $createTableNode().append($row("2", "3"))];
      editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection });
    });
    type(editor, "|");
    expect(blocks(editor)).toEqual([table(["a1\n2\n3|", "b"], ["c", "d"]), EMPTY]);
  });
});
