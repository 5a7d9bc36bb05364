/**
 * Clears away, when a project is opened, what was kept only so that it could be brought back: what was deleted more than
 * 30 days ago, and earlier versions on which nothing rests. Must never touch what a citation or a kept excerpt rests on.
 */
import type { DatabaseSync } from "node:sqlite";
import { numberCitations } from "../../core/brief/citation-numbers.ts";
import type { Brief } from "../../core/brief/document.ts";
import type { ExcerptId } from "../../core/excerpt/excerpt.ts";
import { isPast } from "../../core/source/removed-items.ts";
import type { SourceId } from "../../core/source/source.ts";
import { projectContents } from "../project/contents.ts";
import { deleteDecisionsAbout } from "../project/decision-table.ts";
import { deleteExcerpt } from "../project/excerpt-table.ts";
import { inTransaction } from "../project/project-file.ts";
import { listSnapshots, readSnapshot } from "../project/snapshot-table.ts";
import { deleteSource, deleteUnusedBytes, forgetExcerptsBefore } from "../project/source-tables.ts";

/** Where nothing is to be cleared away the file is not written to. */
export function sweep(database: DatabaseSync, now: string): void {
  const { brief, excerpts, sources } = projectContents(database);
  const isOver = ({ removedAt }: { readonly removedAt: string | null }) => removedAt !== null && isPast(removedAt, now);
  const anyOver = sources.some(isOver) || excerpts.some(isOver);
  if (!anyOver && sources.every(({ versionOf }) => versionOf === null)) return;
  const cited = anyOver ? citedNowOrLately(database, brief, now) : new Set<ExcerptId>();
  const isCited = (id: SourceId) => excerpts.some((excerpt) => excerpt.sourceId === id && cited.has(excerpt.id));
  const gone = new Set(sources.filter((source) => isOver(source) && !isCited(source.id)).map(({ id }) => id));
  const goneExcerpts = excerpts.filter(
    (excerpt) => gone.has(excerpt.sourceId) || (isOver(excerpt) && !cited.has(excerpt.id)),
  );
  const left = new Set(goneExcerpts.map(({ id }) => id));
  const held = new Set(
    excerpts.flatMap(({ id, earlier }) => (earlier === null || left.has(id) ? [] : earlier.sourceId)),
  );
  const versions = sources.filter(({ id, versionOf }) => versionOf !== null && !held.has(id)).map(({ id }) => id);
  inTransaction(database, () => {
    for (const { id } of goneExcerpts) deleteExcerpt(database, id);
    for (const id of [...versions, ...gone]) deleteSource(database, id);
    deleteDecisionsAbout(database, [...gone]);
    forgetExcerptsBefore(database);
    deleteUnusedBytes(database);
  });
}

/**
 * What the brief cites, what it cited in the time for which things are kept, so that words which were deleted since find
 * their passages when they come back, and what versions cite that the user named, to be kept for good.
 */
function citedNowOrLately(database: DatabaseSync, brief: Brief, now: string): ReadonlySet<ExcerptId> {
  const snapshots = listSnapshots(database);
  // What a version holds was in the brief until the next one, or some time longer where there is none.
  const until = (index: number) => snapshots[index + 1]?.takenAt ?? now;
  const counted = snapshots.filter(({ name }, index) => name !== null || !isPast(until(index), now));
  const briefs = counted.flatMap(({ id }) => {
    try {
      return [readSnapshot(database, id)];
    } catch {
      // One that cannot be read can not be restored either; `verify` says so.
      return [];
    }
  });
  return new Set([brief, ...briefs].flatMap(numberCitations).flatMap(({ citation }) => citation.excerptIds));
}
