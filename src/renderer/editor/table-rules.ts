/**
 * Keeps the tables of the brief to what its document knows: as many cells in every row, one paragraph in each, none that
 * spans another; and a block after each table, where one can write on. No word of what is pasted otherwise is lost.
 */
import {
  $createTableCellNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellNode,
  TableNode,
  TableRowNode,
} from "@lexical/table";
import { mergeRegister } from "@lexical/utils";
import {
  $createParagraphNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type DOMConversionMap,
  type ElementNode,
  isHTMLElement,
  type LexicalEditor,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from "lexical";
import { $inlineNodesOf, $joinBlocks } from "./lines.ts";
import { SectionNode } from "./nodes/SectionNode.ts";
import {
  $cellAround,
  $cellsOf,
  $createCell,
  $createTable,
  $hasHeaderRow,
  $rowsOf,
  $setHeaderRow,
} from "./table-structure.ts";

/** How a table of HTML comes in: its caption before it, and what says that its first row names the columns. */
export const TABLE_IMPORT: DOMConversionMap = {
  table: () => ({ conversion: convertTable, priority: 2 }),
};

function convertTable(element: Node) {
  const hasHead = isHTMLElement(element) && element.querySelector(":scope > thead > tr") !== null;
  return {
    node: null,
    after: (children: LexicalNode[]) => {
      const rows = children.filter($isTableRowNode);
      const others = children.filter((child) => !$isTableRowNode(child));
      if (rows.length === 0) return others;
      const table = $createTable([], false);
      table.append(...rows);
      if (hasHead) $setHeaderRow(table, true);
      return [...others, table];
    },
  };
}

/** Returns the function that ends it. */
export function registerTableRules(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(SectionNode, $adoptParts),
    editor.registerNodeTransform(SectionNode, $writableAfterTables),
    editor.registerNodeTransform(TableNode, $restoreTable),
    editor.registerNodeTransform(TableRowNode, (row) => {
      const table = row.getParent();
      if ($isTableNode(table)) table.markDirty();
    }),
    editor.registerNodeTransform(TableCellNode, $restoreCell),
    // What is pasted into a cell comes in as its lines, so that the caret stays behind it.
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes, selection }) => {
        if (!$isRangeSelection(selection) || !$cellAround(selection.anchor.getNode())) return false;
        selection.insertNodes($inlineNodesOf(nodes));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** Rows that lost their table get one; the content of cells that lost their row stands in paragraphs. */
function $adoptParts(section: SectionNode): void {
  for (const child of section.getChildren()) {
    if ($isTableCellNode(child)) {
      for (const inner of child.getChildren()) child.insertBefore(inner);
      child.remove();
    } else if ($isTableRowNode(child)) {
      const before = child.getPreviousSibling();
      if ($isTableNode(before) && before.isDirty()) before.append(child);
      else {
        const table = $createTable([], false);
        child.insertBefore(table);
        table.append(child);
      }
    }
  }
}

/** A table at the end of its section, or before another one, gets a paragraph after it. */
export function $writableAfterTables(section: ElementNode): void {
  for (const child of section.getChildren()) {
    if (!$isTableNode(child)) continue;
    const next = child.getNextSibling();
    if (next === null || $isTableNode(next)) child.insertAfter($createParagraphNode(), false);
  }
}

function $restoreTable(table: TableNode): void {
  for (const child of table.getChildren()) {
    if ($isTableRowNode(child)) $restoreRow(child);
    else {
      const row = $createTableRowNode();
      child.insertBefore(row);
      row.append(child);
      $restoreRow(row);
    }
  }
  if ($rowsOf(table).length === 0) {
    table.remove();
    return;
  }
  const headerRow = $hasHeaderRow(table);
  $spreadOut(table);
  $setHeaderRow(table, headerRow);
  if (table.getColWidths()) table.setColWidths(undefined);
  if (table.getRowStriping()) table.setRowStriping(false);
  if (table.getFrozenRows() > 0) table.setFrozenRows(0);
  if (table.getFrozenColumns() > 0) table.setFrozenColumns(0);
  if (table.getFormatType() !== "") table.setFormat("");
  if (table.getDirection() !== "ltr") table.setDirection("ltr");
}

function $restoreRow(row: TableRowNode): void {
  for (const child of row.getChildren()) {
    if ($isTableCellNode(child)) continue;
    const cell = $createTableCellNode();
    child.insertBefore(cell);
    cell.append(child);
  }
  if (row.getHeight() !== undefined) row.setHeight(undefined);
  if (row.isEmpty()) row.remove();
}

/** Cells that span others take one place and leave the rest to empty ones; short rows are filled up. */
function $spreadOut(table: TableNode): void {
  const rows = $rowsOf(table).map((row) => ({ row, cells: $cellsOf(row) }));
  const lengths = new Set(rows.map(({ cells }) => cells.length));
  const spans = rows.some(({ cells }) => cells.some((cell) => cell.getColSpan() > 1 || cell.getRowSpan() > 1));
  if (lengths.size === 1 && !spans) return;
  const taken = rows.map(() => new Set<number>());
  const places = rows.map(() => new Map<number, TableCellNode>());
  for (const [y, { cells }] of rows.entries()) {
    let x = 0;
    for (const cell of cells) {
      while (taken[y]?.has(x)) x += 1;
      places[y]?.set(x, cell);
      for (const below of taken.slice(y, y + cell.getRowSpan())) {
        for (let column = x; column < x + cell.getColSpan(); column += 1) below.add(column);
      }
      cell.setColSpan(1).setRowSpan(1);
    }
  }
  // A column in which no cell begins holds nothing.
  const columns = [...new Set(places.flatMap((row) => [...row.keys()]))].sort((first, second) => first - second);
  for (const [y, { row }] of rows.entries()) row.append(...columns.map((x) => places[y]?.get(x) ?? $createCell()));
}

/** One paragraph of words and citations: other blocks become its lines. */
function $restoreCell(cell: TableCellNode): void {
  if (!$isTableRowNode(cell.getParent())) return;
  if (cell.getWidth() !== undefined) cell.setWidth(undefined);
  if (cell.getBackgroundColor() !== null) cell.setBackgroundColor(null);
  if (cell.getVerticalAlign() !== undefined) cell.setVerticalAlign(undefined);
  if (cell.getFormatType() !== "") cell.setFormat("");
  const first = cell.getFirstChild();
  const paragraph = $isParagraphNode(first) ? first : $createParagraphNode();
  const others = cell.getChildren().filter((child) => !child.is(paragraph));
  if (!paragraph.is(first)) cell.append(paragraph);
  if (others.length === 0) return;
  paragraph.append(...others);
  $joinBlocks(paragraph);
}
