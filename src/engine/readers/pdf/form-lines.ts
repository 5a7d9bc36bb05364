/**
 * Forms the lines of a region: fragments that stand on one line are joined, tables are recognised by cells that stand
 * under each other in several lines. Must not join lines to paragraphs.
 */
import { isUnspaced } from "../../../core/source/text-shapes.ts";
import { type Fragment, joinFragments } from "./fragment.ts";

export interface TableRow {
  /** By column, from 0; null where the cell is empty. Each cell has one line or more. */
  readonly cells: readonly (readonly Fragment[] | null)[];
}

export type LineOrTable =
  /** A row stands alone: its words lie apart, as those of a table do, but no other row is like it. */
  | { readonly kind: "line"; readonly line: Fragment; readonly isRow: boolean }
  | { readonly kind: "table"; readonly rows: readonly TableRow[] };

/** As shares of the type size. */
const SAME_ROW = 0.35;
const MIN_CELL_GAP = 0.9;
/** A gap in the lines of a table, in type sizes, that is too wide for two lines of one table. */
const MAX_ROW_STEP = 3.5;
const WRAPPED_STEP = 1.6;
/** Between a number or a term and the text that it stands before, gaps are smaller. */
const LONELY_ROW_GAP = 5;
const MIN_TABLE_ROWS = 2;
const MAX_COLUMNS = 40;

/** Lines and tables from the top of the region to its foot. */
export function formLines(fragments: readonly Fragment[]): LineOrTable[] {
  const rows = rowsOf(fragments);
  const drawnBefore = predecessors(fragments);
  const formed: LineOrTable[] = [];
  let index = 0;
  while (index < rows.length) {
    const end = tableEnd(rows, index, drawnBefore);
    const table = end - index >= MIN_TABLE_ROWS ? tableOf(rows.slice(index, end), drawnBefore) : null;
    if (table !== null) {
      formed.push({ kind: "table", rows: table });
      index = end;
    } else {
      const row = rows[index];
      if (row !== undefined) formed.push({ kind: "line", line: lineOf(row), isRow: isLonelyRow(row) });
      index += 1;
    }
  }
  return formed;
}

function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = [];
  for (const fragment of fragments.toSorted((one, other) => one.y - other.y || one.x0 - other.x0)) {
    const row = rows.at(-1);
    const last = row?.[0];
    const size = Math.max(last?.size ?? 0, fragment.size);
    if (last !== undefined && Math.abs(last.y - fragment.y) <= SAME_ROW * size) row?.push(fragment);
    else rows.push([fragment]);
  }
  return rows.map((row) => row.sort((one, other) => one.x0 - other.x0));
}

function lineOf(row: readonly Fragment[]): Fragment {
  const isRightToLeft = row.filter((each) => each.isRightToLeft).length * 2 > row.length;
  return joinFragments(isRightToLeft ? row.toReversed() : row, spaceBetween);
}

function spaceBetween(left: Fragment, right: Fragment): string {
  const areUnspaced = isUnspaced(left.text.charCodeAt(left.text.length - 1)) && isUnspaced(right.text.charCodeAt(0));
  return areUnspaced && right.x0 - left.x1 < left.size ? "" : " ";
}

function hasCells(row: readonly Fragment[]): boolean {
  return row.some((fragment, index) => {
    const before = row[index - 1];
    return before !== undefined && fragment.x0 - before.x1 >= MIN_CELL_GAP * Math.min(before.size, fragment.size);
  });
}

function isLonelyRow(row: readonly Fragment[]): boolean {
  const gaps = row.slice(1).map((fragment, index) => (fragment.x0 - (row[index]?.x1 ?? 0)) / fragment.size);
  const wide = gaps.filter((gap) => gap >= MIN_CELL_GAP).length;
  return wide >= 2 || gaps.some((gap) => gap >= LONELY_ROW_GAP);
}

/** Where the table that begins at `start` ends, or `start` itself: it has at least two rows of cells, wrapped lines between. */
function tableEnd(rows: readonly Fragment[][], start: number, drawnBefore: ReadonlyMap<number, number>): number {
  if (!hasCells(rows[start] ?? [])) return start;
  let end = start + 1;
  let withCells = 1;
  for (let index = start + 1; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    const [first] = row;
    const [above] = rows[index - 1] ?? [];
    if (first === undefined || above === undefined || first.y - above.y > MAX_ROW_STEP * first.size) break;
    if (hasCells(row)) {
      withCells += 1;
      end = index + 1;
    } else if (index - end >= 4 || !fitsColumns(row, rows.slice(start, end))) break;
  }
  if (withCells < MIN_TABLE_ROWS) return start;
  while (goesOn(rows[end], rows.slice(start, end), drawnBefore)) end += 1;
  return end;
}

/** True where a line below the last row was drawn as a further line of one of its cells. */
function goesOn(
  row: readonly Fragment[] | undefined,
  above: readonly (readonly Fragment[])[],
  drawnBefore: ReadonlyMap<number, number>,
): boolean {
  const [first] = row ?? [];
  const last = above.at(-1) ?? [];
  if (row === undefined || first === undefined || first.y - (last[0]?.y ?? 0) > WRAPPED_STEP * first.size) return false;
  const isNext = (fragment: Fragment): boolean => last.some(({ order }) => order === drawnBefore.get(fragment.order));
  return row.every(isNext) && fitsColumns(row, above);
}

/** True where a line without cells lies within one column of the rows above it. */
function fitsColumns(row: readonly Fragment[], above: readonly (readonly Fragment[])[]): boolean {
  const columns = columnsOf(above);
  return row.every((fragment) => columns.filter((column) => overlaps(column, fragment)).length === 1);
}

interface Column {
  x0: number;
  x1: number;
}

function overlaps(one: Column, other: Column): boolean {
  return one.x0 < other.x1 && other.x0 < one.x1;
}

/** What the rows with cells cover, across the page: columns are what lies between the gaps common to all. */
function columnsOf(rows: readonly (readonly Fragment[])[]): Column[] {
  const spans = rows
    .filter(hasCells)
    .flat()
    .map(({ x0, x1 }) => ({ x0, x1 }));
  const columns: Column[] = [];
  for (const span of spans.sort((one, other) => one.x0 - other.x0)) {
    const last = columns.at(-1);
    if (last !== undefined && span.x0 < last.x1) last.x1 = Math.max(last.x1, span.x1);
    else columns.push({ ...span });
  }
  return columns;
}

/** Null where the rows share no gaps: lines that have wide spaces by chance. */
function tableOf(rows: readonly (readonly Fragment[])[], drawnBefore: ReadonlyMap<number, number>): TableRow[] | null {
  const columns = columnsOf(rows);
  if (columns.length < 2 || columns.length > MAX_COLUMNS || isTableOfContents(rows)) return null;
  const table: { cells: (Fragment[] | null)[] }[] = [];
  let lastY = Number.NEGATIVE_INFINITY;
  const drawnByColumn = isDrawnByColumn(rows, columns);
  for (const row of rows) {
    const inColumns = columns.map((_, index) => row.filter((fragment) => columnIndex(fragment, columns) === index));
    const above = table.at(-1);
    const isNear = (row[0]?.y ?? 0) - lastY <= WRAPPED_STEP * (row[0]?.size ?? 0);
    const isWrapped =
      above !== undefined &&
      isNear &&
      !drawnByColumn &&
      inColumns.every((cell, column) => cell.every((each) => continuesCell(each, above.cells[column], drawnBefore)));
    lastY = row[0]?.y ?? lastY;
    if (isWrapped) appendRow(above.cells, inColumns);
    else table.push({ cells: inColumns.map((cell) => (cell.length === 0 ? null : [lineOf(cell)])) });
  }
  return table;
}

const LEADER = /(?:\.\s?){4,}|…{2,}|·{4,}|_{4,}/u;
const PAGE = /^(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]-?\d{1,3})$/iu;

/** Titles, dots and numbers of pages: an entry is one line, not two cells. */
function isTableOfContents(rows: readonly (readonly Fragment[])[]): boolean {
  const entries = rows.filter((row) => PAGE.test(row.at(-1)?.text ?? ""));
  const dotted = rows.filter((row) => row.some(({ text }) => LEADER.test(text)));
  return entries.length >= rows.length * 0.5 && dotted.length >= rows.length * 0.4;
}

/** Each fragment is in one column only: the first that it touches, or the nearest on its left. */
function columnIndex(fragment: Fragment, columns: readonly Column[]): number {
  const touched = columns.findIndex((column) => overlaps(column, fragment));
  return touched >= 0
    ? touched
    : Math.max(
        0,
        columns.findLastIndex(({ x0 }) => x0 <= fragment.x0),
      );
}

/** A line goes on in the cell above it where it was drawn right after a line of it. */
function continuesCell(
  fragment: Fragment,
  cell: readonly Fragment[] | null | undefined,
  drawnBefore: ReadonlyMap<number, number>,
): boolean {
  const before = drawnBefore.get(fragment.order);
  return cell?.some(({ order }) => order === before) ?? false;
}

function appendRow(cells: (Fragment[] | null)[], lines: readonly (readonly Fragment[])[]): void {
  lines.forEach((line, column) => {
    if (line.length > 0) cells[column] = [...(cells[column] ?? []), lineOf(line)];
  });
}

function predecessors(fragments: readonly Fragment[]): Map<number, number> {
  const orders = fragments.map(({ order }) => order).sort((one, other) => one - other);
  return new Map(orders.map((order, index) => [order, orders[index - 1] ?? -1]));
}

/** A program that draws one column after the other tells nothing of which lines make up a cell. */
function isDrawnByColumn(rows: readonly (readonly Fragment[])[], columns: readonly Column[]): boolean {
  const drawn = rows.flat().toSorted((one, other) => one.order - other.order);
  const sides = drawn.map((fragment) => columnIndex(fragment, columns));
  return sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length < columns.length;
}
