/** Makes blocks of a table of a Word document: one for each paragraph of a cell, with the place of the cell. */
import type { Block } from "../../../core/source/block.ts";
import { childElement, childElements, type XmlElement } from "../xml/xml-element.ts";
import { append } from "./append.ts";
import type { Ambient } from "./block-content.ts";
import { madeBy } from "./document-context.ts";
import { switchedOn } from "./run-format.ts";
import type { Made } from "./tracked-events.ts";

/** What a table needs of the story that it stands in. */
export interface TableScope {
  /** The blocks of a cell, as if they stood outside the table. */
  cellBlocks(cell: XmlElement, isHeader: boolean, ambient: Ambient): readonly Block[];
  /** Takes the beginning or the end of a comment's range that stands between cells. */
  commentEdge(element: XmlElement): void;
  /** Takes a row that was deleted. */
  deleted(element: XmlElement, made: Made): void;
  /** The number of a table that holds data. */
  startTable(): number;
}

interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly isHeader: boolean;
  readonly blocks: readonly Block[];
}

/** Word has at most 63 columns. */
const MAX_SPAN = 63;
/** A cell with more text than this holds part of an article, not a datum. As in html/table-cells.ts. */
const MAX_CELL_UTF16 = 3000;

/** Blocks in reading order. A table that only places things on the page leaves them what they are. */
export function tableBlocks(table: XmlElement, scope: TableScope, ambient: Ambient): Block[] {
  const cells: ReadCell[] = [];
  let rows = 0;
  let onlyHeaders = true;
  eachOf(table, "w:tr", scope, ambient, (row, around) => {
    const properties = childElement(row, "w:trPr");
    const change = changeIn(properties, "w:ins", "w:del") ?? around;
    if (change?.kind === "deleted") {
      scope.deleted(row, change.made);
      return;
    }
    // A row below the first that is not one is no header, whatever it says.
    onlyHeaders &&= switchedOn(properties, "w:tblHeader") === true;
    append(cells, rowCells(row, rows, onlyHeaders, scope, change));
    rows++;
  });
  if (!holdsData(cells) || cells.every(({ blocks }) => blocks.length === 0))
    return cells.flatMap(({ blocks }) => blocks);
  const number = scope.startTable();
  return cells.flatMap(({ blocks, row, column, isHeader }) => {
    const cell = { table: number, row, column, isHeader };
    return blocks.map((block): Block => {
      const isText = block.kind !== "running-head";
      return isText ? { ...block, kind: "table-cell", level: null, cell } : block;
    });
  });
}

/** The rows of a table or the cells of a row, within whatever wraps them. */
function eachOf(
  element: XmlElement,
  name: "w:tr" | "w:tc",
  scope: TableScope,
  ambient: Ambient,
  use: (element: XmlElement, ambient: Ambient) => void,
): void {
  for (const child of childElements(element)) {
    if (child.name === name) use(child, ambient);
    else if (child.name.startsWith("w:commentRange")) scope.commentEdge(child);
    else eachOf(child, name, scope, changeAround(child) ?? ambient, use);
  }
}

function changeAround(element: XmlElement): Ambient {
  if (element.name === "w:ins") return { kind: "inserted", made: madeBy(element) };
  return element.name === "w:del" ? { kind: "deleted", made: madeBy(element) } : null;
}

function rowCells(row: XmlElement, index: number, isHeader: boolean, scope: TableScope, around: Ambient): ReadCell[] {
  const cells: ReadCell[] = [];
  let column = numberIn(childElement(row, "w:trPr"), "w:gridBefore", 0);
  eachOf(row, "w:tc", scope, around, (cell, within) => {
    const properties = childElement(cell, "w:tcPr");
    const change = changeIn(properties, "w:cellIns", "w:cellDel") ?? within;
    cells.push({ row: index, column, isHeader, blocks: scope.cellBlocks(cell, isHeader, change) });
    column += Math.max(numberIn(properties, "w:gridSpan", 1), 1);
  });
  return cells;
}

function changeIn(properties: XmlElement | null, insertion: string, deletion: string): Ambient {
  const deleted = childElement(properties, deletion);
  if (deleted !== null) return { kind: "deleted", made: madeBy(deleted) };
  const inserted = childElement(properties, insertion);
  return inserted === null ? null : { kind: "inserted", made: madeBy(inserted) };
}

function numberIn(properties: XmlElement | null, name: string, usual: number): number {
  const value = Math.trunc(Number(childElement(properties, name)?.attributes["w:val"] ?? usual));
  return Number.isNaN(value) ? usual : Math.min(Math.max(value, 0), MAX_SPAN);
}

/** False where only a page that is laid out by a table would have what is in its cells. */
function holdsData(cells: readonly ReadCell[]): boolean {
  const hasColumns = cells.some(({ row }, index) => cells[index + 1]?.row === row);
  return hasColumns && !cells.some(holdsLayout);
}

function holdsLayout({ blocks, isHeader }: ReadCell): boolean {
  let lengthUtf16 = 0;
  for (const { kind, cell, text } of blocks) {
    lengthUtf16 += text.length;
    if (cell !== undefined || (kind === "heading" && !isHeader)) return true;
  }
  return lengthUtf16 > MAX_CELL_UTF16;
}
