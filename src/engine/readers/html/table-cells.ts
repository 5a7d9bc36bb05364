/**
 * Tells tables that hold data from those that only place things on the page, and where each cell stands.
 * Reads no text but to see how much there is.
 */
import type { Cell } from "../../../core/source/block.ts";
import { HEADINGS } from "./element-names.ts";
import { shortText } from "./hidden-elements.ts";
import { type HtmlElement, type HtmlNode, isElement } from "./html-node.ts";

/** As browsers cap it: https://html.spec.whatwg.org/#dom-tdth-colspan */
const MAX_COLUMNS = 1000;
const MAX_ROW_SPAN = 65_534;
/** A cell with more text than this holds part of an article, not a datum. */
const MAX_CELL_UTF16 = 3000;

type TableCell = Omit<Cell, "table">;

interface Row {
  readonly cells: readonly HtmlElement[];
  readonly isHead: boolean;
}

function childElements(node: HtmlNode): HtmlElement[] {
  return Array.from(node.childNodes).filter(isElement);
}

function rowsOf(table: HtmlElement): Row[] {
  const rows: Row[] = [];
  const add = (row: HtmlElement, isHead: boolean) => {
    const cells = childElements(row).filter(({ localName }) => localName === "td" || localName === "th");
    if (cells.length > 0) rows.push({ cells, isHead });
  };
  for (const part of childElements(table)) {
    if (part.localName === "tr") add(part, false);
    else if (["thead", "tbody", "tfoot"].includes(part.localName)) {
      for (const row of childElements(part)) if (row.localName === "tr") add(row, part.localName === "thead");
    }
  }
  return rows;
}

/** True where a cell holds what only a page that is laid out by a table would put there. */
function holdsLayout(cell: HtmlElement): boolean {
  if (shortText(cell, MAX_CELL_UTF16) === null) return true;
  const pending: HtmlElement[] = [cell];
  for (let element = pending.pop(); element; element = pending.pop()) {
    const { localName } = element;
    if (localName === "table" || localName === "article" || localName === "section") return true;
    if (cell.localName === "td" && HEADINGS.has(localName)) return true;
    pending.push(...childElements(element));
  }
  return false;
}

function isData(table: HtmlElement, rows: readonly Row[]): boolean {
  const role = table.getAttribute("role");
  if (role === "presentation" || role === "none") return false;
  const cells = rows.flatMap((row) => row.cells);
  return cells.length > 1 && rows.some((row) => row.cells.length > 1) && !cells.some(holdsLayout);
}

function spanOf(cell: HtmlElement, name: "colspan" | "rowspan", max: number): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, max);
}

/** The place of each cell of a table that holds data, `colspan` and `rowspan` counted. Null for any other table. */
export function cellsOfTable(table: HtmlElement): Map<HtmlElement, TableCell> | null {
  const rows = rowsOf(table);
  if (!isData(table, rows)) return null;
  const places = new Map<HtmlElement, TableCell>();
  /** For each column, the first row that no cell from above reaches into. */
  const freeFrom: number[] = [];
  for (const [row, { cells, isHead }] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (column < MAX_COLUMNS && (freeFrom[column] ?? 0) > row) column += 1;
      places.set(cell, { row, column, isHeader: isHead || cell.localName === "th" });
      const columns = spanOf(cell, "colspan", MAX_COLUMNS);
      const until = row + spanOf(cell, "rowspan", MAX_ROW_SPAN);
      for (let index = column; index < Math.min(column + columns, MAX_COLUMNS); index += 1) freeFrom[index] = until;
      column += columns;
    }
  }
  return places;
}
