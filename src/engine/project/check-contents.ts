/**
 * Checks how much a file holds before all of it is read into memory: briefings are of a size that people write, and a
 * file that is not must not bring the window down. Looks at counts and lengths only.
 */
import type { DatabaseSync } from "node:sqlite";
import { strange } from "./project-errors.ts";

const MEGABYTE = 1024 ** 2;

export interface Limit {
  readonly table: string;
  /** The version that brought the table. */
  readonly since: number;
  readonly rows: number;
  /** Of all columns that are read when a project opens, of all rows. */
  readonly bytes: number;
  readonly columns: readonly string[];
}

/** Far beyond what any briefing was seen to have. */
export const LIMITS: readonly Limit[] = [
  { table: "meta", since: 1, rows: 10_000, bytes: 64 * MEGABYTE, columns: ["key", "value"] },
  { table: "section", since: 1, rows: 1_000, bytes: 128 * MEGABYTE, columns: ["id", "title", "content"] },
  {
    table: "source",
    since: 1,
    rows: 100_000,
    bytes: 512 * MEGABYTE,
    columns: ["id", "file_name", "detected", "metadata", "suggestions", "warnings"],
  },
  { table: "source", since: 5, rows: 100_000, bytes: 64 * MEGABYTE, columns: ["reliability_reason"] },
  {
    table: "excerpt",
    since: 1,
    rows: 500_000,
    bytes: 512 * MEGABYTE,
    columns: ["id", "exact", "prefix", "suffix", "locator", "agencies", "note"],
  },
  { table: "excerpt", since: 5, rows: 500_000, bytes: 64 * MEGABYTE, columns: ["credibility_reason"] },
  { table: "attachment", since: 2, rows: 500_000, bytes: 64 * MEGABYTE, columns: ["mail_id", "source_id"] },
  { table: "export_file", since: 3, rows: 1_000, bytes: 1 * MEGABYTE, columns: ["id", "name"] },
  { table: "snapshot", since: 4, rows: 100_000, bytes: 64 * MEGABYTE, columns: ["id", "act", "name", "base"] },
  {
    table: "decision",
    since: 5,
    rows: 100_000,
    bytes: 64 * MEGABYTE,
    columns: ["key", "reason", "finding", "source_ids"],
  },
];

/** Throws `brief-damaged` where there is more of something than a briefing can hold. */
export function checkContents(database: DatabaseSync, version: number, path: string): void {
  for (const { table, since, rows, bytes, columns } of LIMITS) {
    if (version < since) continue;
    const sizes = columns.map((column) => `COALESCE(octet_length(${column}), 0)`).join(" + ");
    // Stops counting where it is too much.
    const found = database
      .prepare(`SELECT COUNT(*) AS count, TOTAL(size) AS bytes FROM (SELECT ${sizes} AS size FROM ${table} LIMIT ?)`)
      .get(rows + 1);
    if (Number(found?.["count"]) > rows || Number(found?.["bytes"]) > bytes)
      throw strange(path, "more than a briefing can hold");
  }
}
