/**
 * Sorts what was found in a damaged file: large things go to the new file at once, so that one row at a time is in memory;
 * the rest waits here to be put together. Of two rows with one key, the one that a table leads to is taken.
 */
import { createHash } from "node:crypto";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { SnapshotId } from "../../ipc/history.ts";
import { LIMITS } from "../project/check-contents.ts";
import { deleteSnapshot, listSnapshots, readSnapshot } from "../project/snapshot-table.ts";
import { type CheckedRow, checkRow, isWhole } from "./check-row.ts";
import type { DamagedFile } from "./damaged-file.ts";
import { KEPT_TABLES, type KeptTable, newestColumns, type Row, rowsOf } from "./known-tables.ts";
import { nearestId } from "./nearest-id.ts";
import { type FoundRow, noCounts, type ScanCounts, scanRows } from "./scan-rows.ts";

export interface Collected {
  /** Values as JSON text. */
  readonly meta: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, CheckedRow>;
  readonly excerpts: ReadonlyMap<string, CheckedRow>;
  readonly sections: ReadonlyMap<string, CheckedRow>;
  /** Those that their table leads to are certain, and come first. */
  readonly attachments: readonly { readonly row: CheckedRow; readonly certain: boolean }[];
  /** The sums of original bytes that are just as they were imported. */
  readonly wholeBytes: ReadonlySet<string>;
  readonly counts: ScanCounts;
}

/** Our tables that can be made again from the others. */
const OURS = /^(?:citation|block_search\w*)$/;

/** Beyond the blocks of any source. */
const FIRST_DISPLACED = 1_000_000_000;

/** One row may have so much of what all of a table may have together. */
const LONGEST_SHARE = 8;

interface HeldRow {
  readonly row: CheckedRow;
  readonly rank: number;
  readonly rowid: number | null;
}

type Held = Map<string, HeldRow>;

/** Reads the whole file. Blocks, pages, bytes, snapshots, export files and decisions are in the new one afterwards. */
export function collectRows(file: DamagedFile, database: DatabaseSync): Collected {
  const counts = noCounts();
  const held = {
    meta: new Map(),
    source: new Map(),
    excerpt: new Map(),
    section: new Map(),
    attachment: new Map(),
    snapshot: new Map(),
    decision: new Map(),
  } as {
    readonly [T in KeptTable]?: Held;
  };
  const insert = inserter(database);
  const wholeBytes = new Set<string>();
  for (const each of scanRows(file, counts)) {
    const found = { ...each, table: ourName(each.table) };
    if (isFull(found.table, held)) continue;
    const taken = takeRow(found);
    if (!taken) {
      if (found.table !== null && isKept(found.table))
        counts.badRows.set(found.table, (counts.badRows.get(found.table) ?? 0) + 1);
      continue;
    }
    const { table, row } = taken;
    const kept = held[table];
    if (kept && hasRoom(table, kept, row))
      hold(kept, keyOf(table, row), { row, rank: rankOf(found, taken), rowid: found.rowid });
    else if (kept) continue;
    else if (table === "source_blob") insertBlob(insert, row, wholeBytes);
    // Two blocks at one place: the number of one was damaged, and nobody knows of which. Its words go to the end.
    else if (!insert(table, row) && table === "block" && (found.table === table || !counts.hasTables))
      insert(table, { ...row, position: FIRST_DISPLACED + Number(found.rowid) });
  }
  insertSnapshots(database, insert, held.snapshot ?? new Map(), counts);
  for (const { row } of held.decision?.values() ?? []) insert("decision", row);
  const rows = (table: KeptTable) => new Map([...(held[table] ?? [])].map(([key, { row }]) => [key, row]));
  return {
    meta: new Map([...rows("meta")].map(([key, row]) => [key, String(row["value"])])),
    sources: rows("source"),
    excerpts: rows("excerpt"),
    sections: rows("section"),
    attachments: [...(held.attachment ?? [])].map(([, { row, rank }]) => ({ row, certain: rank % 2 === 1 })),
    wholeBytes,
    counts,
  };
}

interface Taken {
  readonly table: KeptTable;
  readonly row: CheckedRow;
  readonly whole: boolean;
}

/** The table that leads to it first: a row of nobody is what its values say. */
function takeRow(found: FoundRow): Taken | null {
  // What is in another program's table is that program's, whatever it looks like.
  if (found.table !== null && !isKept(found.table) && !OURS.test(found.table)) return null;
  const candidates = rowsOf(found);
  const named = candidates.filter(({ table }) => table === found.table);
  for (const { table, row } of [...named, ...candidates]) {
    const checked = isPlausible(table, row, found) ? checkRow(table, row) : null;
    if (checked) return { table, row: checked, whole: isWhole(row) };
  }
  return null;
}

/** An index over other columns looks like a table of pairs: what it says is in that table too. */
function isPlausible(table: KeptTable, row: Row, found: FoundRow): boolean {
  if (table === "meta") return found.table === "meta" || /^[a-z]+(?:-[a-z]+)*$/.test(String(row["key"]));
  return table !== "attachment" || found.table === "attachment" || row["mail_id"] !== row["source_id"];
}

/** The name of a table, as ours are called where a letter of it was damaged. */
function ourName(table: string | null): string | null {
  return table === null || isKept(table) ? table : (nearestId(table, KEPT_TABLES) ?? table);
}

function isKept(table: string): table is KeptTable {
  return KEPT_TABLES.some((kept) => kept === table);
}

function keyOf(table: KeptTable, row: CheckedRow): string {
  if (table === "meta" || table === "decision") return String(row["key"]);
  if (table === "attachment") return `${row["mail_id"]} ${row["source_id"]}`;
  return String(row["id"]);
}

/** What is whole comes before what is not, what a table leads to before what none does. */
function rankOf({ table }: FoundRow, taken: Taken): number {
  return (taken.whole ? 2 : 0) + (table === taken.table ? 1 : 0);
}

/** Whether a table has as many rows as a briefing may have: the others are not even looked at. */
function isFull(table: string | null, held: { readonly [T in KeptTable]?: Held }): boolean {
  const kept = table !== null && isKept(table) ? held[table] : undefined;
  return kept !== undefined && kept.size >= (LIMITS.find((limit) => limit.table === table)?.rows ?? Infinity);
}

/** No more is held than a briefing may have: what was made up to fill the memory does not. */
function hasRoom(table: KeptTable, held: Held, row: CheckedRow): boolean {
  const limit = LIMITS.find((each) => each.table === table);
  if (!limit) return true;
  const longest = limit.bytes / LONGEST_SHARE;
  const isShort = Object.values(row).every((value) => typeof value !== "string" || value.length <= longest);
  return held.size < limit.rows && isShort;
}

function hold(held: Held, key: string, found: HeldRow): void {
  const before = held.get(key);
  const isNewer =
    before?.rank === found.rank && String(found.row["modified_at"] ?? "") > String(before.row["modified_at"] ?? "");
  if (!before || found.rank > before.rank || isNewer) held.set(key, found);
}

/** In the order in which they were taken: later ones may rest on earlier ones. Those that cannot be read are not kept. */
function insertSnapshots(database: DatabaseSync, insert: Insert, held: Held, counts: ScanCounts): void {
  const inOrder = [...held.values()].sort(
    (a, b) => String(a.row["taken_at"]).localeCompare(String(b.row["taken_at"])) || Number(a.rowid) - Number(b.rowid),
  );
  for (const { row } of inOrder) insert("snapshot", row);
  const unreadable = listSnapshots(database).filter(({ id }) => !isReadable(database, id));
  for (const { id } of unreadable) deleteSnapshot(database, id);
  if (unreadable.length > 0) counts.badRows.set("snapshot", (counts.badRows.get("snapshot") ?? 0) + unreadable.length);
}

function isReadable(database: DatabaseSync, id: SnapshotId): boolean {
  try {
    readSnapshot(database, id);
    return true;
  } catch {
    return false;
  }
}

/** Answers whether the row was written: another may have its key. */
export type Insert = (table: KeptTable, row: CheckedRow) => boolean;

/** Writes rows with the columns that the newest version has, unless one with that key is there. */
export function inserter(database: DatabaseSync): Insert {
  const statements = new Map<string, StatementSync>();
  return (table, row) => {
    const columns = newestColumns(table).filter(
      (name) => row[name] !== undefined && !(table === "block" && name === "id"),
    );
    const sql = `INSERT OR IGNORE INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return Number(statement.run(...columns.map((name) => row[name] ?? null)).changes) > 0;
  };
}

/** Bytes go by the sum that they have: bytes that were damaged are those of no source, and go at the end. */
function insertBlob(insert: Insert, row: CheckedRow, wholeBytes: Set<string>): void {
  const bytes = row["bytes"];
  if (!(bytes instanceof Uint8Array)) return;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 === row["sha256"]) wholeBytes.add(sha256);
  insert("source_blob", { sha256, size_bytes: bytes.byteLength, bytes });
}
