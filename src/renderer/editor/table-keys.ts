/**
 * The keys of a table: Tab from cell to cell, Enter for a line in the cell, and deletions that end where the cell does.
 * The arrows are in table-arrows.ts. Returns the function that ends it.
 */

import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from "@lexical/list";
import { $isTableNode, type TableCellNode } from "@lexical/table";
import { mergeRegister } from "@lexical/utils";
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type PointType,
} from "lexical";
import { $isAtEdge } from "./caret-edge.ts";
import { $allCells, $cellAround, $currentCell, $insertRow, $rowsOf, $tableAround } from "./table-structure.ts";

export function registerTableKeys(editor: LexicalEditor): () => void {
  // A cell holds no list.
  const noList = (command: LexicalCommand<void>) =>
    editor.registerCommand(command, () => $currentCell() !== null, COMMAND_PRIORITY_CRITICAL);
  return mergeRegister(
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        // On a citation that has the focus, Tab goes to the next: the caret in a table is then elsewhere.
        if (document.activeElement !== editor.getRootElement()) return false;
        if (event.ctrlKey || event.altKey || event.metaKey) return false;
        if (!$stepToCell(event.shiftKey ? -1 : 1)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $breakLine, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $isAtEdgeOfCell, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_LINE_COMMAND, $isAtEdgeOfCell, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_WORD_COMMAND, $deleteWordWithin, COMMAND_PRIORITY_CRITICAL),
    noList(INSERT_UNORDERED_LIST_COMMAND),
    noList(INSERT_ORDERED_LIST_COMMAND),
  );
}

/**
 * Puts the caret into the next cell or the one before. Behind the last there is a new row; before the first the key is
 * the window's, so that one gets out. False where the caret is in no table, or does not move.
 */
export function $stepToCell(by: 1 | -1): boolean {
  const cell = $currentCell();
  const table = cell && $tableAround(cell);
  if (!(cell && table)) return false;
  const cells = $allCells(table);
  const next = cells.findIndex((each) => each.is(cell)) + by;
  if (next < 0) return false;
  if (next < cells.length) cells[next]?.selectEnd();
  else $insertRow(table, $rowsOf(table).length, 0);
  return true;
}

/** Enter in a cell. At the very start of a table with nothing to write in before it, it makes a paragraph there. */
function $breakLine(): boolean {
  const selection = $getSelection();
  const cell = $isRangeSelection(selection) ? $cellAround(selection.anchor.getNode()) : null;
  if (!($isRangeSelection(selection) && cell)) return false;
  const table = $tableAround(cell);
  const before = table?.getPreviousSibling();
  const isFirst = table && selection.isCollapsed() && $isAtEdge(selection.anchor, table, "previous");
  if (isFirst && (!before || $isTableNode(before))) {
    const paragraph = $createParagraphNode();
    table.insertBefore(paragraph);
    paragraph.select();
  } else selection.insertLineBreak();
  return true;
}

/** Whether there is nothing left in the cell to delete in this direction: the key then ends here. */
function $isAtEdgeOfCell(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const cell = $homeOf(selection.anchor);
  return cell !== null && $isAtEdge(selection.anchor, cell, isBackward ? "previous" : "next");
}

/** A word that begins in one cell, or beside a table, ends there: no key reaches into the words of another cell. */
function $deleteWordWithin(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  if ($isAtEdgeOfCell(isBackward)) return true;
  const { key, offset, type } = selection.anchor;
  const home = $homeOf(selection.anchor);
  if (!home && !$isBesideTable(selection.anchor, isBackward)) return false;
  selection.modify("extend", isBackward, "word");
  const reached = $homeOf(selection.focus);
  if (home ? home.is(reached) : reached === null) selection.removeText();
  else {
    selection.focus.set(key, offset, type);
    selection.deleteCharacter(isBackward);
  }
  return true;
}

function $homeOf(point: PointType): TableCellNode | null {
  return $cellAround(point.getNode());
}

function $isBesideTable(point: PointType, isBackward: boolean): boolean {
  const block = point.getNode().getTopLevelElement();
  return $isTableNode(isBackward ? block?.getPreviousSibling() : block?.getNextSibling());
}
