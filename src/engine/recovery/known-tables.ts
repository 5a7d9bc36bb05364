/**
 * What the rows of a briefing look like, in every version: by this a row is known whose table can no longer be told.
 * Follows from the migrations; nothing of a damaged file is asked.
 */
import { DatabaseSync } from "node:sqlite";
import { MIGRATIONS } from "../project/migrations.ts";
import { type FoundValue, LOST } from "./record.ts";
import type { TreeKind } from "./tree-page.ts";

/** The tables that hold what cannot be made again from the others. */
export const KEPT_TABLES = [
  "meta",
  "source",
  "source_blob",
  "block",
  "page",
  "attachment",
  "excerpt",
  "section",
  "snapshot",
  "export_file",
  "decision",
] as const;
export type KeptTable = (typeof KEPT_TABLES)[number];

/** A row by its columns. */
export type Row = Readonly<Record<string, FoundValue>>;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly mayBeNull: boolean;
  /** Whether it is the number of the row, which its record leaves out. */
  readonly isRowid: boolean;
}

interface Shape {
  readonly table: KeptTable;
  readonly kind: TreeKind;
  /** In the order in which a record has them. */
  readonly columns: readonly Column[];
}

export interface FoundRecord {
  readonly kind: TreeKind;
  readonly rowid: number | null;
  readonly values: readonly FoundValue[];
}

let shapes: readonly Shape[] | undefined;

/** The tables that a record could belong to, with its values by column; those of newer versions first. */
export function rowsOf(record: FoundRecord): { readonly table: KeptTable; readonly row: Row }[] {
  shapes ??= readShapes();
  return shapes
    .filter((shape) => shape.kind === record.kind && fits(shape, record.values))
    .map(({ table, columns }) => ({
      table,
      row: Object.fromEntries(
        columns.map(({ name, isRowid }, index) => [name, isRowid ? record.rowid : (record.values[index] ?? null)]),
      ),
    }));
}

function fits({ columns }: Shape, values: readonly FoundValue[]): boolean {
  return columns.length === values.length && columns.every((column, index) => holds(column, values[index]));
}

function holds({ type, mayBeNull, isRowid }: Column, value: FoundValue | undefined): boolean {
  if (value === undefined) return false;
  if (value === LOST) return true;
  if (isRowid) return value === null;
  if (value === null) return mayBeNull;
  if (type === "TEXT") return typeof value === "string";
  if (type === "BLOB") return value instanceof Uint8Array;
  return typeof value === "number" && (type === "REAL" || Number.isInteger(value));
}

/** The columns of a table in the newest version. */
export function newestColumns(table: KeptTable): readonly string[] {
  shapes ??= readShapes();
  return shapes.find((shape) => shape.table === table)?.columns.map(({ name }) => name) ?? [];
}

function readShapes(): Shape[] {
  const found = new Map<string, Shape>();
  for (let version = MIGRATIONS.length; version > 0; version -= 1) {
    const database = new DatabaseSync(":memory:");
    database.function("search_words", (text) => String(text));
    for (const sql of MIGRATIONS.slice(0, version)) database.exec(sql);
    for (const table of KEPT_TABLES) {
      const shape = readShape(database, table);
      if (shape && !found.has(JSON.stringify(shape))) found.set(JSON.stringify(shape), shape);
    }
    database.close();
  }
  return [...found.values()];
}

function readShape(database: DatabaseSync, table: KeptTable): Shape | null {
  const kind = database.prepare("SELECT wr FROM pragma_table_list WHERE name = ?").get(table);
  if (!kind) return null;
  const isKey = kind["wr"] === 1;
  const columns = database
    .prepare('SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid')
    .all(table)
    .map(({ name, type, notnull, pk }) => ({
      name: String(name),
      type: String(type),
      key: Number(pk),
      mayBeNull: notnull === 0 && pk === 0,
      isRowid: !isKey && pk === 1 && type === "INTEGER",
    }));
  // A table without rowids has its key first (https://www.sqlite.org/fileformat2.html#representation_of_sql_tables).
  const ordered = isKey
    ? [...columns.filter(({ key }) => key > 0).sort((a, b) => a.key - b.key), ...columns.filter(({ key }) => key === 0)]
    : columns;
  return { table, kind: isKey ? "key" : "rowid", columns: ordered.map(({ key: _key, ...column }) => column) };
}
