/**
 * Arrow keys in, into and out of tables: from cell to cell, and past the edges, where the browser would stop between a
 * table and what stands beside it. Returns the function that ends it.
 */
import { $isParentElementRTL } from "@lexical/selection";
import { $isTableNode, type TableCellNode, type TableNode, type TableRowNode } from "@lexical/table";
import { mergeRegister } from "@lexical/utils";
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type ElementNode,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from "lexical";
import { $isAtEdge, caretRect, type Direction, isOnEdgeLine } from "./caret-edge.ts";
import { $isSectionNode, $sectionOf } from "./nodes/SectionNode.ts";
import { $allCells, $cellAround, $cellsOf, $rowsOf, $tableAround } from "./table-structure.ts";

/** Puts the caret where it goes. */
type Step = () => void;

const stay: Step = () => undefined;

export function registerTableArrows(editor: LexicalEditor): () => void {
  const on = (command: LexicalCommand<KeyboardEvent>, direction: Direction, stepOf: typeof $stepAlong) =>
    editor.registerCommand(
      command,
      (event) => {
        const selection = $getSelection();
        if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
        if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
        const isTurned = stepOf === $stepAlong && $isParentElementRTL(selection);
        const step = stepOf(editor, selection.focus, isTurned ? opposite(direction) : direction);
        if (!step) return false;
        event.preventDefault();
        step();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
  return mergeRegister(
    on(KEY_ARROW_DOWN_COMMAND, "next", $stepDown),
    on(KEY_ARROW_UP_COMMAND, "previous", $stepDown),
    on(KEY_ARROW_RIGHT_COMMAND, "next", $stepAlong),
    on(KEY_ARROW_LEFT_COMMAND, "previous", $stepAlong),
  );
}

function opposite(direction: Direction): Direction {
  return direction === "next" ? "previous" : "next";
}

/** Left and right: to the cell before or after, and over the edge of the table. */
function $stepAlong(_editor: LexicalEditor, point: PointType, direction: Direction): Step | null {
  const cell = $cellAround(point.getNode());
  const table = cell && $tableAround(cell);
  if (cell && table) {
    if (!$isAtEdge(point, cell, direction)) return null;
    const cells = $allCells(table);
    const next = cells[cells.findIndex((each) => each.is(cell)) + (direction === "next" ? 1 : -1)];
    return next ? $into(next, direction) : $outOf(table, direction);
  }
  const block = $blockOf(point.getNode());
  const beside = block && $isAtEdge(point, block, direction) ? $siblingOf(block, direction) : null;
  return $isTableNode(beside) ? $into(beside, direction) : null;
}

/** Up and down: from the first or last line of a cell to the row above or below, and over the edge of the table. */
function $stepDown(editor: LexicalEditor, point: PointType, direction: Direction): Step | null {
  const cell = $cellAround(point.getNode());
  const from = cell ?? $blockOf(point.getNode());
  const beside = cell ? null : from && $siblingOf(from, direction);
  if (!from || !(cell || $isTableNode(beside))) return null;
  const element = editor.getElementByKey(from.getKey());
  if (!element || !isOnEdgeLine(element, direction)) return null;
  if ($isTableNode(beside)) {
    const rows = $rowsOf(beside);
    const row = direction === "next" ? rows[0] : rows.at(-1);
    const below = row && $cellUnderCaret(editor, row);
    return below ? $into(below, direction) : null;
  }
  const table = $tableAround(from);
  const row = table && $siblingOf(from.getParentOrThrow(), direction);
  const below = $isElementNode(row) ? row.getChildAtIndex<TableCellNode>(from.getIndexWithinParent()) : null;
  if (below) return $into(below, direction);
  return table && $outOf(table, direction);
}

function $into(element: ElementNode, direction: Direction): Step {
  return direction === "next" ? () => element.selectStart() : () => element.selectEnd();
}

/** To the block beside a table, or the section beside its own; at an end of the brief the caret stays. */
function $outOf(table: TableNode, direction: Direction): Step {
  const section = $sectionOf(table);
  const beside = $siblingOf(table, direction) ?? (section && $siblingOf(section, direction));
  return $isElementNode(beside) ? $into(beside, direction) : stay;
}

function $siblingOf(node: LexicalNode, direction: Direction): LexicalNode | null {
  return direction === "next" ? node.getNextSibling() : node.getPreviousSibling();
}

/** The block of a section around a node. */
function $blockOf(node: LexicalNode): ElementNode | null {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) {
    if ($isElementNode(at) && $isSectionNode(at.getParent())) return at;
  }
  return null;
}

function $cellUnderCaret(editor: LexicalEditor, row: TableRowNode): TableCellNode | undefined {
  const cells = $cellsOf(row);
  const left = caretRect()?.left;
  if (left === undefined) return cells[0];
  return (
    cells.find((cell) => (editor.getElementByKey(cell.getKey())?.getBoundingClientRect().right ?? 0) > left) ??
    cells.at(-1)
  );
}
