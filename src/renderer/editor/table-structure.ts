/**
 * Tables as they stand in the editor: which cell the caret is in, rows and columns that come and go, the row of headers.
 * Every cell holds one paragraph, none spans another: table-rules.ts keeps it so. `$` functions run inside an update.
 */
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
  type TableRowNode,
} from "@lexical/table";
import { $findMatchingParent } from "@lexical/utils";
import { $createParagraphNode, $getSelection, $isRangeSelection, type LexicalNode } from "lexical";
import { $selectedCitation } from "./citation-keys.ts";

export const TABLE_CHANGES = [
  "row-before",
  "row-after",
  "column-before",
  "column-after",
  "delete-row",
  "delete-column",
  "delete",
  "header-row",
] as const;
export type TableChange = (typeof TABLE_CHANGES)[number];

const NEW_ROWS = 3;
const NEW_COLUMNS = 3;

/** A table of cells, row by row, which must be of one length. Its direction is set, as that of a section is. */
export function $createTable(rows: readonly (readonly TableCellNode[])[], headerRow: boolean): TableNode {
  const table = $createTableNode();
  table.append(...rows.map((cells) => $createTableRowNode().append(...cells)));
  $setHeaderRow(table, headerRow);
  return table.setDirection("ltr");
}

/** A table of empty cells, as the command inserts it. */
export function $createEmptyTable(): TableNode {
  const rows = Array.from({ length: NEW_ROWS }, () => Array.from({ length: NEW_COLUMNS }, () => $createCell()));
  return $createTable(rows, true);
}

export function $createCell(content: readonly LexicalNode[] = []): TableCellNode {
  return $createTableCellNode().append($createParagraphNode().append(...content));
}

export function $rowsOf(table: TableNode): TableRowNode[] {
  return table.getChildren().filter($isTableRowNode);
}

export function $cellsOf(row: TableRowNode): TableCellNode[] {
  return row.getChildren().filter($isTableCellNode);
}

/** The cells of a table in reading order. */
export function $allCells(table: TableNode): TableCellNode[] {
  return $rowsOf(table).flatMap($cellsOf);
}

/** Whether the first row names the columns. */
export function $hasHeaderRow(table: TableNode): boolean {
  const [first] = $rowsOf(table);
  const cells = first ? $cellsOf(first) : [];
  return cells.length > 0 && cells.every((cell) => cell.hasHeader());
}

/** Marks the cells of the first row as headers, or none. */
export function $setHeaderRow(table: TableNode, on: boolean): void {
  for (const [index, row] of $rowsOf(table).entries()) {
    const state = on && index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
    for (const cell of $cellsOf(row)) if (cell.getHeaderStyles() !== state) cell.setHeaderStyles(state);
  }
}

/** The cell around a node, or null. */
export function $cellAround(node: LexicalNode): TableCellNode | null {
  const found = $findMatchingParent(node, $isTableCellNode);
  return $isTableCellNode(found) ? found : null;
}

/** The table around a node, the node itself included, or null. */
export function $tableAround(node: LexicalNode): TableNode | null {
  const found = $findMatchingParent(node, $isTableNode);
  return $isTableNode(found) ? found : null;
}

/** The cell that the caret, or the end of the selection that moves, is in. */
export function $currentCell(): TableCellNode | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.focus.getNode() : $selectedCitation();
  return node && $cellAround(node);
}

/** The rows and columns that a change means: those that the selection reaches into, in one table. */
interface Reach {
  readonly table: TableNode;
  readonly rows: readonly [from: number, to: number];
  readonly columns: readonly [from: number, to: number];
}

function $reach(): Reach | null {
  const focus = $currentCell();
  const table = focus && $tableAround(focus);
  if (!(focus && table)) return null;
  const selection = $getSelection();
  const other = $isRangeSelection(selection) ? $cellAround(selection.anchor.getNode()) : null;
  const anchor = other && table.isParentOf(other) ? other : focus;
  const rows = [anchor, focus].map((cell) => cell.getParentOrThrow().getIndexWithinParent());
  const columns = [anchor, focus].map((cell) => cell.getIndexWithinParent());
  return {
    table,
    rows: [Math.min(...rows), Math.max(...rows)],
    columns: [Math.min(...columns), Math.max(...columns)],
  };
}

/** Changes the table that the caret is in. False where it is in none. */
export function $changeTable(change: TableChange): boolean {
  const reach = $reach();
  if (!reach) return false;
  const { table, rows, columns } = reach;
  switch (change) {
    case "row-before":
      $insertRow(table, rows[0], columns[0]);
      break;
    case "row-after":
      $insertRow(table, rows[1] + 1, columns[0]);
      break;
    case "column-before":
      $insertColumn(table, columns[0], rows[0]);
      break;
    case "column-after":
      $insertColumn(table, columns[1] + 1, rows[0]);
      break;
    case "delete-row":
      $deleteRows(reach);
      break;
    case "delete-column":
      $deleteColumns(reach);
      break;
    case "delete":
      $deleteTable(table);
      break;
    case "header-row":
      $setHeaderRow(table, !$hasHeaderRow(table));
  }
  return true;
}

/** A new row before that of this index, or at the end. The first row stays the one of headers, where there is one. */
export function $insertRow(table: TableNode, index: number, column: number): void {
  const headerRow = $hasHeaderRow(table);
  const [first] = $rowsOf(table);
  const row = $createTableRowNode().append(...(first ? $cellsOf(first) : []).map(() => $createCell()));
  const next = table.getChildAtIndex(index);
  if (next) next.insertBefore(row);
  else table.append(row);
  $setHeaderRow(table, headerRow);
  $selectCell(table, index, column);
}

function $insertColumn(table: TableNode, index: number, row: number): void {
  const headerRow = $hasHeaderRow(table);
  for (const each of $rowsOf(table)) {
    const next = each.getChildAtIndex(index);
    if (next) next.insertBefore($createCell());
    else each.append($createCell());
  }
  $setHeaderRow(table, headerRow);
  $selectCell(table, row, index);
}

function $deleteRows({ table, rows: [from, to], columns }: Reach): void {
  const rows = $rowsOf(table);
  if (to - from + 1 >= rows.length) {
    $deleteTable(table);
    return;
  }
  $selectCell(table, to + 1 < rows.length ? to + 1 : from - 1, columns[0]);
  for (const row of rows.slice(from, to + 1)) row.remove();
}

function $deleteColumns({ table, rows, columns: [from, to] }: Reach): void {
  const all = $rowsOf(table);
  const count = all[0] ? $cellsOf(all[0]).length : 0;
  if (to - from + 1 >= count) {
    $deleteTable(table);
    return;
  }
  $selectCell(table, rows[0], to + 1 < count ? to + 1 : from - 1);
  for (const row of all) for (const cell of $cellsOf(row).slice(from, to + 1)) cell.remove();
}

function $deleteTable(table: TableNode): void {
  // One writes on after it: there is always a block there, see table-rules.ts.
  if (table.getNextSibling()) table.selectNext(0, 0);
  else table.selectPrevious();
  table.remove();
}

/** Puts the caret at the end of a cell, the last where there are not as many. */
function $selectCell(table: TableNode, row: number, column: number): void {
  const cells = $rowsOf(table).map($cellsOf);
  (cells[row] ?? cells.at(-1))?.[column]?.selectEnd();
}
