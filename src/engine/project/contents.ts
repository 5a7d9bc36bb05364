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

interface Known {
  readonly state: string;
  /** Another once anything but the brief was written. */
  readonly material: string;
  readonly contents: ProjectContents;
}

const readLast = new WeakMap<DatabaseSync, Known>();
/** How many of a connection's changes concerned the brief alone. */
const briefChanges = new WeakMap<DatabaseSync, number>();

/**
 * Runs work that writes nothing of sources and excerpts: those that were read stay known, and are the same objects
 * afterwards. While one types, they would else be read and checked anew with every save.
 */
export function writingBriefAlone<T>(database: DatabaseSync, work: () => T): T {
  const before = changesOf(database);
  try {
    return work();
  } finally {
    briefChanges.set(database, (briefChanges.get(database) ?? 0) + changesOf(database) - before);
  }
}

/** Throws `brief-damaged` where the content is not a brief. */
export function projectContents(database: DatabaseSync): ProjectContents {
  const last = readLast.get(database);
  const { state, material } = stateOf(database);
  if (last?.state === state && !database.isTransaction) return last.contents;
  const isKnown = last?.material === material && !database.isTransaction;
  const contents = {
    brief: readBrief(database),
    excerpts: isKnown ? last.contents.excerpts : listExcerpts(database),
    sources: isKnown ? last.contents.sources : listSources(database),
  };
  // What a transaction takes back stays counted, so what was read in one would pass for what is there after it.
  if (!database.isTransaction) readLast.set(database, { state, material, contents });
  return contents;
}

/** Others once anything was written: how many rows on this connection, and what others have written in between. */
function stateOf(database: DatabaseSync): Pick<Known, "state" | "material"> {
  const own = changesOf(database);
  const others = database.prepare("PRAGMA data_version").get()?.["data_version"];
  return { state: `${own} ${others}`, material: `${own - (briefChanges.get(database) ?? 0)} ${others}` };
}

function changesOf(database: DatabaseSync): number {
  return Number(database.prepare("SELECT total_changes() AS changes").get()?.["changes"]);
}
