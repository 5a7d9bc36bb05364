/**
 * Earlier states of the brief in the file: each the whole brief as JSON, deflated. Must not decide when one is taken or
 * thrown away.
 */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { parseBrief } from "../../core/brief/brief-versions.ts";
import type { Brief } from "../../core/brief/document.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { type Snapshot, type SnapshotId, snapshotSchema } from "../../ipc/history.ts";

const COLUMNS = `id, taken_at AS takenAt, reason, act, name, words, words_added AS wordsAdded,
  words_removed AS wordsRemoved`;

/** More than any brief: a stranger's file may hold what would fill the memory. */
const MOST_BYTES = 256 * 1024 * 1024;

/** In the order in which they were taken. */
export function listSnapshots(database: DatabaseSync): Snapshot[] {
  return database.prepare(`SELECT ${COLUMNS} FROM snapshot ORDER BY rowid`).all().map(toSnapshot);
}

/** Throws `not-found`. */
export function getSnapshot(database: DatabaseSync, id: SnapshotId): Snapshot {
  const row = database.prepare(`SELECT ${COLUMNS} FROM snapshot WHERE id = ?`).get(id);
  if (row) return toSnapshot(row);
  throw new AttacheError(
    "not-found",
    "This version is not in the project’s history, or no longer: as versions grow old, fewer of them are kept.",
  );
}

export function newestSnapshot(database: DatabaseSync): Snapshot | null {
  const row = database.prepare(`SELECT ${COLUMNS} FROM snapshot ORDER BY rowid DESC LIMIT 1`).get();
  return row ? toSnapshot(row) : null;
}

/** The one that was taken before another; null for the first. */
export function snapshotBeforeThat(database: DatabaseSync, id: SnapshotId): Snapshot | null {
  const row = database
    .prepare(
      `SELECT ${COLUMNS} FROM snapshot WHERE rowid < (SELECT rowid FROM snapshot WHERE id = ?) ORDER BY rowid DESC LIMIT 1`,
    )
    .get(id);
  return row ? toSnapshot(row) : null;
}

/** Throws `brief-damaged` where what is kept is no brief. */
export function readSnapshot(database: DatabaseSync, id: SnapshotId): Brief {
  const { takenAt } = getSnapshot(database, id);
  const deflated = database.prepare("SELECT brief FROM snapshot WHERE id = ?").get(id)?.["brief"];
  try {
    if (!(deflated instanceof Uint8Array)) throw new Error("It is no blob");
    return parseBrief(JSON.parse(inflateRawSync(deflated, { maxOutputLength: MOST_BYTES }).toString("utf8")));
  } catch (error) {
    throw new AttacheError(
      "brief-damaged",
      `The version of ${takenAt} in the project’s history cannot be read. Choose another one; the brief itself is not concerned.`,
      { cause: error },
    );
  }
}

export function insertSnapshot(database: DatabaseSync, snapshot: Snapshot, brief: Brief): void {
  const { id, takenAt, reason, act, name, words, wordsAdded, wordsRemoved } = snapshot;
  database
    .prepare(
      `INSERT INTO snapshot (id, taken_at, reason, act, name, words, words_added, words_removed, brief)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, takenAt, reason, act, name, words, wordsAdded, wordsRemoved, deflateRawSync(JSON.stringify(brief)));
}

/** Writes what there is to say of one, not what it keeps. */
export function updateSnapshot(database: DatabaseSync, snapshot: Snapshot): void {
  const { id, takenAt, reason, act, name, words, wordsAdded, wordsRemoved } = snapshot;
  database
    .prepare(
      `UPDATE snapshot SET taken_at = ?, reason = ?, act = ?, name = ?, words = ?, words_added = ?, words_removed = ?
        WHERE id = ?`,
    )
    .run(takenAt, reason, act, name, words, wordsAdded, wordsRemoved, id);
}

export function deleteSnapshot(database: DatabaseSync, id: SnapshotId): void {
  database.prepare("DELETE FROM snapshot WHERE id = ?").run(id);
}

function toSnapshot(row: Record<string, SQLOutputValue>): Snapshot {
  return snapshotSchema.parse(row);
}
