/** Tells a project of a newer Attaché, which this one would not recover whole, from one whose number was damaged. */
import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AttacheError } from "../../ipc/errors.ts";
import { MIGRATIONS, SCHEMA_VERSION } from "../project/migrations.ts";
import { sameSql } from "../project/same-sql.ts";
import type { DamagedFile } from "./damaged-file.ts";
import { readSchema } from "./scan-rows.ts";

/** No Attaché will be so much newer than this one. */
const MOST_VERSIONS_AHEAD = 100;

/** Throws `brief-newer` where the file says that it is newer and has other tables too. */
export function checkVersion(file: DamagedFile, path: string): void {
  const header = file.page(1);
  if (header?.toString("latin1", 68, 72) !== "BRIF") return;
  const version = header.readUInt32BE(60);
  if (version <= SCHEMA_VERSION || version > SCHEMA_VERSION + MOST_VERSIONS_AHEAD) return;
  const ours = ownTables();
  const found = readSchema(file).filter(({ type }) => type === "table");
  if (found.every(({ name, sql }) => sameSql(sql, ours.get(name) ?? null))) return;
  throw new AttacheError(
    "brief-newer",
    `${basename(path)} was made by a newer Attaché (file version ${version}). Update Attaché to recover it.`,
  );
}

/** The tables of this version, as SQL by name. */
function ownTables(): ReadonlyMap<string, string> {
  const database = new DatabaseSync(":memory:");
  try {
    database.function("search_words", (text) => String(text));
    for (const sql of MIGRATIONS) database.exec(sql);
    const rows = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all();
    return new Map(rows.map(({ name, sql }) => [String(name), String(sql)]));
  } finally {
    database.close();
  }
}
