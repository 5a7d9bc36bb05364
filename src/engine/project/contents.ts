/**
 * Brief, excerpts and sources of a project, read and checked once until something is written: opening a project checks
 * them, and an export or the card of a citation asks for all of them again. Must not be used to verify a file.
 */
import type { DatabaseSync } from "node:sqlite";
import type { Brief } from "../../core/brief/document.ts";
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import type { Source } from "../../core/source/source.ts";
import { readBrief } from "./brief-tables.ts";
import { listExcerpts } from "./excerpt-table.ts";
import { listSources } from "./source-tables.ts";

/** Shared by whoever asks: not to be changed. */
export interface ProjectContents {
  readonly brief: Brief;
  /** All of them, also the removed ones. */
  readonly excerpts: readonly Excerpt[];
  readonly sources: readonly Source[];
}

const readLast = new WeakMap<DatabaseSync, { readonly changes: number; readonly contents: ProjectContents }>();

/** Throws `brief-damaged` where the content is not a brief. */
export function projectContents(database: DatabaseSync): ProjectContents {
  const last = readLast.get(database);
  const changes = countChanges(database);
  if (last?.changes === changes && !database.isTransaction) return last.contents;
  const contents = {
    brief: readBrief(database),
    excerpts: listExcerpts(database),
    sources: listSources(database),
  };
  // What a transaction takes back stays counted, so what was read in one would pass for what is there after it.
  if (!database.isTransaction) readLast.set(database, { changes, contents });
  return contents;
}

/** How many rows were written on this connection, which is the only one while a project is open. */
function countChanges(database: DatabaseSync): number {
  return Number(database.prepare("SELECT total_changes() AS changes").get()?.["changes"]);
}
