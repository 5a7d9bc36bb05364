/**
 * Which blocks belong to which source that is in force, kept in memory between searches: asking for the source of each
 * block that was found would take longer than finding it. The index itself is in text-tables.ts.
 */
import type { DatabaseSync } from "node:sqlite";
import { type SourceId, sourceIdSchema } from "../../core/source/source.ts";

export interface SearchedSource {
  readonly sourceId: SourceId;
  readonly isInForce: boolean;
  /** What its text was read from, and how. */
  readonly reading: string;
  /** The ids of its blocks: all from one to another, since a text is written in one go (`writeText`). */
  readonly firstBlockId: number;
  readonly lastBlockId: number;
}

interface Known {
  readonly changes: number;
  readonly sources: readonly SearchedSource[];
}

const known = new WeakMap<DatabaseSync, Known>();

/** The sources with a text, by the ids of their blocks. */
export function searchedSources(database: DatabaseSync): readonly SearchedSource[] {
  // Of this connection, which is the only one: no row can have changed without it.
  const changes = Number(database.prepare("SELECT total_changes() AS changes").get()?.["changes"]);
  const before = known.get(database);
  if (before?.changes === changes) return before.sources;
  const sources = database
    .prepare(
      `SELECT source.id, version_of IS NULL AND removed = 0 AS in_force,
         sha256 || '/' || COALESCE(encoding, '') || '/' || COALESCE(extraction, '') || '/' || block_count AS reading,
         blocks.first, blocks.last
       FROM source JOIN (SELECT source_id, MIN(id) AS first, MAX(id) AS last FROM block GROUP BY source_id) AS blocks
         ON blocks.source_id = source.id
       ORDER BY blocks.first`,
    )
    .all()
    .map(({ id, in_force, reading, first, last }) => ({
      sourceId: sourceIdSchema.parse(id),
      isInForce: in_force === 1,
      reading: String(reading),
      firstBlockId: Number(first),
      lastBlockId: Number(last),
    }));
  known.set(database, { changes, sources });
  return sources;
}
