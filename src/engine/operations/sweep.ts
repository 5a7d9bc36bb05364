/**
 * Clears away what is kept only so that it can be undone, once the sitting is over: deleted sources and earlier versions
 * on which nothing rests. Must never touch what a citation or a kept excerpt rests on.
 */
import type { DatabaseSync } from "node:sqlite";
import { numberCitations } from "../../core/brief/citation-numbers.ts";
import type { Brief } from "../../core/brief/document.ts";
import type { Excerpt, ExcerptId } from "../../core/excerpt/excerpt.ts";
import type { SourceId } from "../../core/source/source.ts";
import { projectContents } from "../project/contents.ts";
import { deleteExcerpt, putExcerpt } from "../project/excerpt-table.ts";
import { inTransaction } from "../project/project-file.ts";
import { deleteSource, deleteUnusedBytes, forgetExcerptsBefore } from "../project/source-tables.ts";

/** Where nothing is to be cleared away the file is not written to. */
export function sweep(database: DatabaseSync): void {
  const { brief, excerpts, sources } = projectContents(database);
  if (sources.every(({ removed, versionOf }) => !removed && versionOf === null)) return;
  const cited = citedIn(brief);
  const restsOn = (id: SourceId) =>
    excerpts.some((excerpt) => isNeeded(excerpt, cited) && heldBy(excerpt).includes(id));
  const gone = sources.filter(
    ({ removed, id }) => removed && !excerpts.some((each) => each.sourceId === id && cited.has(each.id)),
  );
  const goneIds = new Set(gone.map(({ id }) => id));
  const left = sources.filter(({ id, versionOf }) => versionOf !== null && (goneIds.has(versionOf) || !restsOn(id)));
  inTransaction(database, () => {
    const leftIds = new Set(left.map(({ id }) => id));
    for (const excerpt of excerpts) {
      if (goneIds.has(excerpt.sourceId)) deleteExcerpt(database, excerpt.id);
      else if (excerpt.earlier !== null && leftIds.has(excerpt.earlier.sourceId))
        putExcerpt(database, { ...excerpt, earlier: null });
    }
    for (const { id } of [...left, ...gone]) deleteSource(database, id);
    forgetExcerptsBefore(database);
    deleteUnusedBytes(database);
  });
}

function citedIn(brief: Brief): ReadonlySet<ExcerptId> {
  return new Set(numberCitations(brief).flatMap(({ citation }) => citation.excerptIds));
}

function isNeeded({ id, removed }: Excerpt, cited: ReadonlySet<ExcerptId>): boolean {
  return !removed || cited.has(id);
}

function heldBy({ sourceId, earlier }: Excerpt): SourceId[] {
  return earlier === null ? [sourceId] : [sourceId, earlier.sourceId];
}
