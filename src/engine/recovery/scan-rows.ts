/**
 * Every row that a damaged file still holds: first those that its tables lead to, then those on pages that no table leads
 * to any more. Goes to each page once and follows no chain longer than the file, so that it ends whatever the file says.
 */
import type { DamagedFile } from "./damaged-file.ts";
import { decodeRecord, type FoundValue, readVarint } from "./record.ts";
import { type Cell, readCell, readTreePage, type TreeKind } from "./tree-page.ts";

export interface FoundRow {
  /** The table that leads to it; null where none does. */
  readonly table: string | null;
  readonly kind: TreeKind;
  readonly rowid: number | null;
  readonly values: readonly FoundValue[];
}

export interface ScanCounts {
  /** Pages that a table leads to and that could not be read. */
  badPages: number;
  /** Rows that could not be read, by the table that leads to them. */
  readonly badRows: Map<string, number>;
  /** Whether the file still names the tables that every briefing has. */
  hasTables: boolean;
}

const EVERY_BRIEFING = ["meta", "source", "source_blob", "block", "excerpt", "section"];

/** The file's header says where the pages are that are free: their rows were deleted. */
const FREE_PAGES_AT = 32;
const FREE_COUNT_AT = 36;
/** Files may have 256 MB, and a row holds little beside one. */
const LONGEST_ROW_BYTES = 320 * 1024 ** 2;

export function noCounts(): ScanCounts {
  return { badPages: 0, badRows: new Map(), hasTables: true };
}

export function* scanRows(file: DamagedFile, counts: ScanCounts): Generator<FoundRow> {
  const seen = new Set<number>();
  const budget = { pages: 4 * file.pageCount + 1_000 };
  seen.add(1);
  const schema = readSchema(file);
  counts.hasTables = EVERY_BRIEFING.every((name) => schema.some((entry) => entry.name === name));
  for (const { type, name, root } of schema) {
    if (type !== "table") continue;
    for (const number of treePages(file, root, seen, counts)) yield* rowsOn(file, number, name, counts, budget);
  }
  // An index says nothing that its table does not say: its pages are left out of what is looked at one by one.
  for (const { type, root } of schema) if (type === "index") markPages(treePages(file, root, seen, noCounts(), "key"));
  const free = freePages(file, seen);
  for (let number = 1; number <= file.pageCount; number += 1) {
    if (!seen.has(number) && !free.has(number)) yield* rowsOn(file, number, null, counts, budget);
  }
}

/** Goes through the pages of a tree, which marks them as seen. */
function markPages(pages: Generator<number>): void {
  while (!pages.next().done);
}

interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly root: number;
  readonly sql: string;
}

/** The tables and indexes that the file's first page names. Where it is lost, there are none. */
export function readSchema(file: DamagedFile): SchemaEntry[] {
  const counts: ScanCounts = noCounts();
  const budget = { pages: file.pageCount };
  const rows = [...treePages(file, 1, new Set(), counts)].flatMap((number) => [
    ...rowsOn(file, number, null, counts, budget),
  ]);
  return rows.flatMap(({ values: [type, name, , root, sql] }) =>
    typeof type === "string" && typeof name === "string" && typeof root === "number" && root > 1
      ? [{ type, name, root, sql: typeof sql === "string" ? sql : "" }]
      : [],
  );
}

/** The pages of a tree, in order, those that were seen before left out. */
function* treePages(
  file: DamagedFile,
  root: number,
  seen: Set<number>,
  counts: ScanCounts,
  kind?: TreeKind,
): Generator<number> {
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = seen.has(number) ? null : file.page(number);
    const tree = page && readTreePage(page, number === 1);
    // A page of a tree of the other kind belongs to another table: a number was damaged on the way to it.
    if (!tree || (kind !== undefined && tree.kind !== kind)) {
      if (!seen.has(number)) counts.badPages += 1;
      continue;
    }
    kind ??= tree.kind;
    seen.add(number);
    yield number;
    waiting.push(...tree.children.toReversed());
  }
}

function* rowsOn(
  file: DamagedFile,
  number: number,
  table: string | null,
  { badRows }: ScanCounts,
  budget: { pages: number },
): Generator<FoundRow> {
  const page = file.page(number);
  const tree = page && readTreePage(page, number === 1);
  if (!tree || (tree.kind === "rowid" && !tree.isLeaf)) return;
  for (const offset of tree.cells) {
    const cell = readCell(page, tree, offset);
    const values = cell && cell.payloadBytes <= LONGEST_ROW_BYTES ? valuesOf(file, cell, budget) : null;
    if (cell && values) yield { table, kind: tree.kind, rowid: cell.rowid, values };
    else if (table !== null) badRows.set(table, (badRows.get(table) ?? 0) + 1);
  }
}

function valuesOf(file: DamagedFile, cell: Cell, budget: { pages: number }): FoundValue[] | null {
  // Most pages that are no tables' are told by this before their chains are gone after.
  const head = readVarint(cell.local, 0);
  if (!head || head.value > cell.payloadBytes) return null;
  return decodeRecord(payloadOf(file, cell, budget), cell.payloadBytes);
}

/** The payload, as far as its chain of pages leads. */
function payloadOf(file: DamagedFile, { local, payloadBytes, overflow }: Cell, budget: { pages: number }): Buffer {
  if (overflow === 0) return local;
  const parts = [local];
  let length = local.length;
  for (let next = overflow; next !== 0 && length < payloadBytes && budget.pages > 0; budget.pages -= 1) {
    const page = file.page(next);
    if (!page) break;
    const part = page.subarray(4, Math.min(page.length, 4 + payloadBytes - length));
    parts.push(part);
    length += part.length;
    next = page.readUInt32BE(0);
    if (length < payloadBytes && next === 0) break;
  }
  return Buffer.concat(parts, length);
}

/** The pages that the file itself calls free; none where its list does not hold together, or names pages in use. */
function freePages(file: DamagedFile, inUse: ReadonlySet<number>): Set<number> {
  const free = new Set<number>();
  let next = file.page(1)?.readUInt32BE(FREE_PAGES_AT) ?? 0;
  while (next !== 0) {
    const page = file.page(next);
    const count = page?.readUInt32BE(4) ?? 0;
    if (!page || free.has(next) || 8 + 4 * count > page.length) return new Set();
    free.add(next);
    for (let index = 0; index < count; index += 1) free.add(page.readUInt32BE(8 + 4 * index));
    next = page.readUInt32BE(0);
  }
  const isSound = free.size === file.page(1)?.readUInt32BE(FREE_COUNT_AT) && ![...free].some((page) => inUse.has(page));
  return isSound ? free : new Set();
}
