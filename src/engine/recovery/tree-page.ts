/**
 * A page of one of SQLite's trees: its cells and the pages that it leads to
 * (https://www.sqlite.org/fileformat2.html#b_tree_pages). Reads one page and follows nothing.
 */
import { readVarint } from "./record.ts";

/** A table's rows have a number; the rows of an index, and of a table without rowids, are their own key. */
export type TreeKind = "rowid" | "key";

export interface TreePage {
  readonly kind: TreeKind;
  /** Where the cells begin, in the order of the rows. */
  readonly cells: readonly number[];
  readonly isLeaf: boolean;
  /** The pages below, in order; none of a leaf. */
  readonly children: readonly number[];
}

export interface Cell {
  /** Null for a row that is its own key. */
  readonly rowid: number | null;
  readonly payloadBytes: number;
  /** The part of the payload that lies in this page. */
  readonly local: Buffer;
  /** The first page of the rest, or 0. */
  readonly overflow: number;
}

const PAGE_TYPES: Readonly<Record<number, { readonly kind: TreeKind; readonly isLeaf: boolean }>> = {
  2: { kind: "key", isLeaf: false },
  5: { kind: "rowid", isLeaf: false },
  10: { kind: "key", isLeaf: true },
  13: { kind: "rowid", isLeaf: true },
};
/** The file's own header comes before that of the first page. */
const FILE_HEADER_BYTES = 100;

/** The page, or null where it is none of a tree. Cells whose place is impossible are left out. */
export function readTreePage(page: Buffer, isFirst: boolean): TreePage | null {
  const head = isFirst ? FILE_HEADER_BYTES : 0;
  const type = PAGE_TYPES[page[head] ?? 0];
  if (!type) return null;
  const first = head + (type.isLeaf ? 8 : 12);
  const count = page.readUInt16BE(head + 3);
  if (first + 2 * count > page.length) return null;
  const cells = Array.from({ length: count }, (_, index) => page.readUInt16BE(first + 2 * index)).filter(
    (at) => at >= first + 2 * count && at + 4 <= page.length,
  );
  const children = type.isLeaf ? [] : [...cells.map((at) => page.readUInt32BE(at)), page.readUInt32BE(head + 8)];
  return { ...type, cells, children };
}

/** The cell that begins at an offset, or null where it holds no row or no possible one. */
export function readCell(page: Buffer, { kind, isLeaf }: TreePage, offset: number): Cell | null {
  if (kind === "rowid" && !isLeaf) return null;
  let at = isLeaf ? offset : offset + 4;
  const size = readVarint(page, at);
  if (!size) return null;
  at += size.length;
  let rowid: number | null = null;
  if (kind === "rowid") {
    const number = readVarint(page, at);
    if (!number) return null;
    rowid = number.value;
    at += number.length;
  }
  const localBytes = localSize(size.value, page.length, kind);
  const isSplit = localBytes < size.value;
  if (at + localBytes + (isSplit ? 4 : 0) > page.length) return null;
  return {
    rowid,
    payloadBytes: size.value,
    local: page.subarray(at, at + localBytes),
    overflow: isSplit ? page.readUInt32BE(at + localBytes) : 0,
  };
}

/** How much of a payload stays in its page (https://www.sqlite.org/fileformat2.html#cell_payload_overflow_pages). */
function localSize(payloadBytes: number, usableBytes: number, kind: TreeKind): number {
  const most = kind === "rowid" ? usableBytes - 35 : Math.floor(((usableBytes - 12) * 64) / 255) - 23;
  if (payloadBytes <= most) return payloadBytes;
  const least = Math.floor(((usableBytes - 12) * 32) / 255) - 23;
  const rest = least + ((payloadBytes - least) % (usableBytes - 4));
  return rest <= most ? rest : least;
}

/**
 * Whether a page looks just as SQLite leaves one: its cells lie within it, and the last of them ends where it ends. Tells
 * how long pages are where the file does not.
 */
export function isPacked(page: Buffer, isFirst: boolean): boolean {
  const tree = readTreePage(page, isFirst);
  if (!tree?.isLeaf || tree.cells.length === 0) return false;
  const ends = tree.cells.map((offset) => {
    const cell = readCell(page, tree, offset);
    return cell
      ? cell.local.byteOffset - page.byteOffset + cell.local.length + (cell.overflow > 0 ? 4 : 0)
      : Number.NaN;
  });
  return Math.max(...ends) === page.length;
}
