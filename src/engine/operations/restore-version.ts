/** Taking a replacement back: an earlier version is in force again, with its excerpts as they were. */
import { createAnchorer } from "../../core/excerpt/anchor.ts";
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import { createTextIndex } from "../../core/excerpt/text-index.ts";
import { canonicalText } from "../../core/source/block.ts";
import { type Source, type SourceId, sourceIdSchema } from "../../core/source/source.ts";
import { sourceName } from "../../core/source/source-name.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import { AttacheError } from "../../ipc/errors.ts";
import type { Parsed } from "../parsed.ts";
import { listExcerpts, putExcerpt } from "../project/excerpt-table.ts";
import { getSource, listSources, updateRow } from "../project/source-tables.ts";
import { moveText, pageLabels, readBlocks } from "../project/text-tables.ts";
import { deleteVersionRow, excerptsBefore, insertVersion } from "../project/version-table.ts";
import { createId, edit, type Session } from "../session.ts";
import { excerptsOf, moveExcerpt, selectorsWhereHeld } from "./find-again.ts";
import { snapshotBefore } from "./history.ts";
import { keepEdits } from "./keep-edits.ts";

/** What is in force becomes an earlier version in turn, so that this too can be taken back. */
export function restoreVersion(session: Session, { versionId }: Parsed<"restoreVersion">): ResultOf<"restoreVersion"> {
  const { database } = session;
  const version = getSource(database, versionId);
  const sourceId = version.source.versionOf;
  const before = sourceId === null ? null : excerptsBefore(database, versionId);
  if (sourceId === null || before === null) {
    throw new AttacheError("not-found", `${version.source.fileName} has no earlier version that could be restored.`);
  }
  const current = getSource(database, sourceId);
  const excerpts = excerptsOf(session, sourceId);
  const replacingId = idForCurrent(session, before);
  const blocks = readBlocks(database, versionId);
  const place = createAnchorer(
    createTextIndex(canonicalText(blocks)),
    createTextIndex(canonicalText(readBlocks(database, sourceId))),
  );
  const labels = pageLabels(database, versionId);
  edit(session, (now) => {
    snapshotBefore(session, `going back to an earlier version of “${sourceName(current.source)}”`);
    insertVersion(database, current, { versionId: replacingId, replacedAt: now, excerpts });
    moveText(database, versionId, sourceId);
    const metadata = keepEdits(current.source.metadata, current.detected, version.source.metadata);
    const { attachedTo, removedAt } = current.source;
    const source: Source = {
      ...version.source,
      id: sourceId,
      versionOf: null,
      replacedAt: null,
      metadata,
      attachedTo,
      removedAt,
    };
    updateRow(database, { source, detected: version.detected });
    for (const excerpt of excerpts) {
      const old = before.find(({ id }) => id === excerpt.id);
      putExcerpt(
        database,
        old
          ? withEdits(old, excerpt)
          : moveExcerpt(excerpt, place(selectorsWhereHeld(excerpt)), {
              read: { blocks },
              labels,
              versionId: replacingId,
            }),
      );
    }
    deleteVersionRow(database, versionId);
  });
  return { versionId: replacingId, sources: listSources(database), excerpts: listExcerpts(database) };
}

/**
 * The id for what is in force, as a version. Where a replacement that was taken back is done again, it is the version
 * on which that replacement's excerpts rest, and gets the id by which they know it.
 */
function idForCurrent({ database }: Session, excerpts: readonly Excerpt[]): SourceId {
  const known = new Set(listSources(database).map(({ id }) => id));
  const missing = excerpts.find(({ earlier }) => earlier !== null && !known.has(earlier.sourceId));
  return missing?.earlier?.sourceId ?? sourceIdSchema.parse(createId("source"));
}

/** The passage as it was; what the user did with it since stays done. */
function withEdits(old: Excerpt, { note, sectionId, credibility, removedAt }: Excerpt): Excerpt {
  return { ...old, note, sectionId, credibility, removedAt };
}
