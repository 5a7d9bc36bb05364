/**
 * The history of the brief: states of it that are kept on their own, before what the user does, and by name. Keeps the
 * brief alone: sources and excerpts that are deleted are only marked as removed. Nothing is kept twice in a row.
 */
import type { DatabaseSync } from "node:sqlite";
import { diffBriefs } from "../../core/brief/brief-difference.ts";
import { countBriefWords } from "../../core/brief/count-brief-words.ts";
import { type Brief, EMPTY_HEADER } from "../../core/brief/document.ts";
import { keptStates } from "../../core/brief/thin-history.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import { type History, type Snapshot, type SnapshotId, snapshotIdSchema } from "../../ipc/history.ts";
import type { Parsed } from "../parsed.ts";
import { readBrief, updateSection, writeFront } from "../project/brief-tables.ts";
import {
  deleteSnapshot,
  freeOf,
  getSnapshot,
  insertSnapshot,
  listSnapshots,
  newestSnapshot,
  readSnapshot,
  snapshotBeforeThat,
  updateSnapshot,
} from "../project/snapshot-table.ts";
import { createId, edit, type Session } from "../session.ts";

const WHILE_WRITING_MS = 10 * 60_000;
/** At the first state of a sitting: opening does not wait for it. And a window may stay open for weeks. */
const THINNED_EACH_MS = 24 * 60 * 60_000;

/**
 * Keeps the brief as it is before something that takes words or sources away. To be called within `edit`, before
 * anything is written. `act` completes "Before …": "deleting “Minutes”".
 */
export function snapshotBefore(session: Session, act: string): SnapshotId {
  session.sitting.begun = true;
  return keep(session, { reason: "before", act, name: null });
}

/** The same for an edit of words: the first one of a sitting, and afterwards at most one in ten minutes. */
export function snapshotWhileWriting(session: Session): void {
  const { sitting } = session;
  if (sitting.begun) {
    sitting.keptAt ??= newestSnapshot(session.database)?.takenAt ?? null;
    if (sitting.keptAt !== null && isWithin(session.now(), sitting.keptAt, WHILE_WRITING_MS)) return;
  }
  keep(session, { reason: sitting.begun ? "writing" : "sitting", act: null, name: null });
  sitting.begun = true;
}

/** Throws away what its age makes superfluous; to be called within a transaction. What the others changed is counted anew. */
function thinHistory({ database, sitting, now }: Session): void {
  sitting.thinnedAt = now();
  const snapshots = listSnapshots(database);
  const kept = keptStates(
    snapshots.map(({ id, takenAt, name }) => ({ id, takenAt, isNamed: name !== null })),
    sitting.thinnedAt,
  );
  freeOf(database, new Set(snapshots.map(({ id }) => id).filter((id) => !kept.has(id))));
  let before: Snapshot | null = null;
  let isGap = false;
  for (const snapshot of snapshots) {
    if (!kept.has(snapshot.id)) deleteSnapshot(database, snapshot.id);
    else {
      if (isGap) countAnew(database, before, snapshot);
      before = snapshot;
    }
    isGap = !kept.has(snapshot.id);
  }
}

export function listHistory({ database }: Session): History {
  const snapshots = listSnapshots(database).reverse();
  const [newest] = snapshots;
  const brief = readBrief(database);
  const before = newest ? readOrNull(database, newest.id) : null;
  return { snapshots, now: { words: countBriefWords(brief), ...sizeOfChange(before, brief) } };
}

export function compareSnapshot(
  { database }: Session,
  { snapshotId, with: other }: Parsed<"compareSnapshot">,
): ResultOf<"compareSnapshot"> {
  const snapshot = getSnapshot(database, snapshotId);
  const brief = readSnapshot(database, snapshotId);
  if (other === "now") return { snapshot, with: other, difference: diffBriefs(brief, readBrief(database)) };
  const earlier = snapshotBeforeThat(database, snapshotId);
  const before = earlier ? readSnapshot(database, earlier.id) : emptied(brief);
  return { snapshot, with: other, difference: diffBriefs(before, brief) };
}

/** What the brief then had no section for stays as it is. */
export function restoreSnapshot(
  session: Session,
  { snapshotId }: Parsed<"restoreSnapshot">,
): ResultOf<"restoreSnapshot"> {
  const { database } = session;
  const { name } = getSnapshot(database, snapshotId);
  const { sections, ...front } = readSnapshot(database, snapshotId);
  const ids = new Set(readBrief(database).sections.map(({ id }) => id));
  return edit(session, (savedAt) => {
    const beforeId = snapshotBefore(session, name === null ? "restoring an earlier version" : `restoring “${name}”`);
    writeFront(database, front);
    for (const section of sections) if (ids.has(section.id)) updateSection(database, section, savedAt);
    return { brief: readBrief(database), beforeId, savedAt };
  });
}

/** The brief as it is now gets a snapshot of its own, unless the newest is the same and has no name yet. */
export function nameSnapshot(session: Session, { snapshotId, name }: Parsed<"nameSnapshot">): Snapshot {
  const { database } = session;
  return edit(session, (now) => {
    if (snapshotId !== null) {
      const named = { ...getSnapshot(database, snapshotId), name };
      updateSnapshot(database, named);
      return named;
    }
    const newest = newestSnapshot(database);
    const isSame = newest !== null && isLike(readBrief(database), readOrNull(database, newest.id));
    if (!isSame || newest.name !== null)
      return getSnapshot(database, keep(session, { reason: "named", act: null, name }));
    const named: Snapshot = { ...newest, takenAt: now, reason: "named", act: null, name };
    updateSnapshot(database, named);
    return named;
  });
}

/** The id of what was kept; of the newest, where that is the same already and no name asks for another. */
function keep(session: Session, why: Pick<Snapshot, "reason" | "act" | "name">): SnapshotId {
  const { database, sitting } = session;
  const takenAt = session.now();
  sitting.keptAt = takenAt;
  if (sitting.thinnedAt === undefined || !isWithin(takenAt, sitting.thinnedAt, THINNED_EACH_MS)) thinHistory(session);
  const brief = readBrief(database);
  const newest = newestSnapshot(database);
  const before = newest ? readOrNull(database, newest.id) : null;
  if (newest && why.name === null && isLike(brief, before)) return newest.id;
  const id = snapshotIdSchema.parse(createId("snapshot"));
  const words = countBriefWords(brief);
  insertSnapshot(database, { id, takenAt, ...why, words, ...sizeOfChange(before, brief) }, brief);
  return id;
}

function countAnew(database: DatabaseSync, earlier: Snapshot | null, snapshot: Snapshot): void {
  const [before, after] = [earlier && readOrNull(database, earlier.id), readOrNull(database, snapshot.id)];
  if (before && after) updateSnapshot(database, { ...snapshot, ...sizeOfChange(before, after) });
}

function sizeOfChange(before: Brief | null, after: Brief): Pick<Snapshot, "wordsAdded" | "wordsRemoved"> {
  const { wordsAdded, wordsRemoved } = diffBriefs(before ?? emptied(after), after);
  return { wordsAdded, wordsRemoved };
}

/** What the first snapshot is compared with. */
function emptied(brief: Brief): Brief {
  const sections = brief.sections.map((section) => ({ ...section, marking: "", children: [] }));
  return { ...brief, title: "", header: EMPTY_HEADER, recommendations: [], sections };
}

function isLike(brief: Brief, other: Brief | null): boolean {
  return other !== null && JSON.stringify(brief) === JSON.stringify(other);
}

/** One that cannot be read, in a file that somebody else changed, must keep nobody from writing. */
function readOrNull(database: DatabaseSync, id: SnapshotId): Brief | null {
  try {
    return readSnapshot(database, id);
  } catch {
    return null;
  }
}

/** A clock that was put back does not hold anything up. */
function isWithin(now: string, since: string, lengthMs: number): boolean {
  return Math.abs(Date.parse(now) - Date.parse(since)) < lengthMs;
}
