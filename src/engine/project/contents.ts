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

const readLast = new WeakMap<DatabaseSync, { readonly state: string; readonly contents: ProjectContents }>();

/** Throws `brief-damaged` where the content is not a brief. */
export function projectContents(database: DatabaseSync): ProjectContents {
  const last = readLast.get(database);
  const state = stateOf(database);
  if (last?.state === state && !database.isTransaction) return last.contents;
  const contents = {
    brief: readBrief(database),
    excerpts: listExcerpts(database),
    sources: listSources(database),
  };
  // What a transaction takes back stays counted, so what was read in one would pass for what is there after it.
  if (!database.isTransaction) readLast.set(database, { state, contents });
  return contents;
}

/** Another once anything was written: how many rows on this connection, and what others have written in between. */
function stateOf(database: DatabaseSync): string {
  const own = database.prepare("SELECT total_changes() AS changes").get()?.["changes"];
  const others = database.prepare("PRAGMA data_version").get()?.["data_version"];
  return `${own} ${others}`;
}
