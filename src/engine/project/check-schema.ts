/**
 * Checks that a file has the tables of its version and nothing else that could act by itself. A .brief may come from a
 * stranger: triggers, views, virtual tables and expressions are code that SQLite would run for us. Asks SQLite for the
 * list of what is there and uses none of it; must run before anything else of a file is read.
 */
import { DatabaseSync } from "node:sqlite";
import { MIGRATIONS } from "./migrations.ts";
import { strange } from "./project-errors.ts";
import { sameSql } from "./same-sql.ts";

/** What our index for searching keeps in tables of its own (https://www.sqlite.org/fts5.html#fts5_data_structures). */
const SEARCH_TABLES = /^block_search_(?:data|idx|docsize|config)$/;
/** Other programs may add some; more is no list of tables. */
const MOST_ENTRIES = 1_000;
/** Files may have 256 MB; what SQLite holds of one is a little more. */
const LONGEST_VALUE_BYTES = 320 * 1024 ** 2;

interface Entry {
  readonly type: string;
  readonly name: string;
  readonly table: string;
  /** Null for the indexes that SQLite makes for keys. */
  readonly sql: string | null;
}

/** Makes a connection run nothing that a file says (https://www.sqlite.org/security.html). */
export function distrust(database: DatabaseSync): void {
  database.enableDefensive(true);
  database.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0");
  database.limits.length = LONGEST_VALUE_BYTES;
  database.limits.column = 100;
}

/**
 * Throws `brief-damaged`, in words, where the schema is not that of its version. Ordinary tables of other programs may be
 * there (docs/file-format.md). Answers whether there are any.
 */
export function checkSchema(database: DatabaseSync, version: number, path: string): { readonly foreign: boolean } {
  const found = readEntries(database, MOST_ENTRIES + 1);
  if (found.length > MOST_ENTRIES) throw strange(path, "more tables than a briefing can have");
  const own = new Map(schemaOf(version).map((entry) => [entry.name, entry]));
  const ownTables = new Set([...own.values()].map(({ table }) => table));
  const missing = new Map(own);
  let foreign = false;
  for (const entry of found) {
    const expected = own.get(entry.name);
    if (expected && isSame(entry, expected)) missing.delete(entry.name);
    else if (ownTables.has(entry.table) || expected) throw strange(path, `${kindOf(entry)} that does not belong to it`);
    else {
      if (!SEARCH_TABLES.test(entry.table)) foreign = true;
      checkForeign(database, entry, path);
    }
  }
  if (missing.size > 0) throw strange(path, "less than every briefing has");
  return { foreign };
}

/** Another program's table, with its indexes, is let be as long as it is nothing but rows. */
function checkForeign(database: DatabaseSync, entry: Entry, path: string): void {
  const { type, name, sql } = entry;
  const isPlain = type === "table" || type === "index";
  if (!isPlain || (type === "table" && !/^\s*create\s+table\b/iu.test(sql ?? "")))
    throw strange(path, `${kindOf(entry)} that does not belong to it`);
  const computed =
    type === "table"
      ? database.prepare("SELECT 1 FROM pragma_table_xinfo(?) WHERE hidden <> 0").get(name)
      : database.prepare("SELECT 1 FROM pragma_index_xinfo(?) WHERE cid = -2").get(name);
  if (computed) throw strange(path, "a table that computes something");
}

function kindOf({ type, sql }: Entry): string {
  if (/^\s*create\s+virtual\b/iu.test(sql ?? "")) return "a virtual table";
  return { table: "a table", index: "an index", view: "a view", trigger: "a trigger" }[type] ?? "an entry";
}

function isSame(entry: Entry, expected: Entry): boolean {
  return entry.type === expected.type && entry.table === expected.table && sameSql(entry.sql, expected.sql);
}

function readEntries(database: DatabaseSync, most: number): Entry[] {
  return database
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT ?")
    .all(most)
    .map(({ type, name, tbl_name, sql }) => ({
      type: String(type),
      name: String(name),
      table: String(tbl_name),
      sql: sql === null ? null : String(sql),
    }));
}

const schemas = new Map<number, readonly Entry[]>();

/** What a file of a version has, but for the tables that the search index keeps for itself: they are SQLite's affair. */
function schemaOf(version: number): readonly Entry[] {
  const known = schemas.get(version);
  if (known) return known;
  const database = new DatabaseSync(":memory:");
  try {
    database.function("search_words", (text) => String(text));
    for (const sql of MIGRATIONS.slice(0, version)) database.exec(sql);
    const entries = readEntries(database, -1).filter(({ table }) => !SEARCH_TABLES.test(table));
    schemas.set(version, entries);
    return entries;
  } finally {
    database.close();
  }
}
