/**
 * Earlier states of the brief in the file: each the brief as JSON, or by what it differs from another, deflated. Must not
 * decide when one is taken or thrown away.
 */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { parseBrief } from "../../core/brief/brief-versions.ts";
import type { Brief } from "../../core/brief/document.ts";
import { applyDelta, deltaOf, ownLength, textDeltaSchema } from "../../core/brief/text-delta.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { type Snapshot, type SnapshotId, snapshotIdSchema, snapshotSchema } from "../../ipc/history.ts";

const COLUMNS = `id, taken_at AS takenAt, reason, act, name, words, words_added AS wordsAdded,
  words_removed AS wordsRemoved`;

/** More than any brief: a stranger's file may hold what would fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** From this share of words of its own on, a text is better kept whole: others can then rest on it. */
const MOST_OWN = 0.35;

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
  try {
    return parseBrief(JSON.parse(readText(database, id)));
  } catch (error) {
    throw new AttacheError(
      "brief-damaged",
      `The version of ${takenAt} in the project’s history cannot be read. Choose another one; the brief itself is not concerned.`,
      { cause: error },
    );
  }
}

/** One with a name, which is kept for good, rests on no other. */
export function insertSnapshot(database: DatabaseSync, snapshot: Snapshot, brief: Brief): void {
  const { id, takenAt, reason, act, name, words, wordsAdded, wordsRemoved } = snapshot;
  const base = name === null ? newestWhole(database, null) : null;
  const packed = pack(database, JSON.stringify(brief), base);
  database
    .prepare(
      `INSERT INTO snapshot (id, taken_at, reason, act, name, words, words_added, words_removed, base, brief)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, takenAt, reason, act, name, words, wordsAdded, wordsRemoved, packed.base, packed.bytes);
}

/** Lets those that rest on one that is about to go rest on another, or on none. */
export function freeOf(database: DatabaseSync, goes: ReadonlySet<SnapshotId>): void {
  const rows = z
    .array(z.object({ id: snapshotIdSchema, base: snapshotIdSchema }))
    .parse(database.prepare("SELECT id, base FROM snapshot WHERE base IS NOT NULL ORDER BY rowid").all());
  for (const { id, base } of rows) {
    if (goes.has(id) || !goes.has(base)) continue;
    const packed = readOr(() => pack(database, readText(database, id), newestWhole(database, id, goes)), null);
    // What cannot be read any more stays as it is: it says so when it is asked for.
    if (packed)
      database.prepare("UPDATE snapshot SET base = ?, brief = ? WHERE id = ?").run(packed.base, packed.bytes, id);
  }
}

/** The newest before a snapshot, or of all, that has its whole text and does not go. */
function newestWhole(
  database: DatabaseSync,
  before: SnapshotId | null,
  goes: ReadonlySet<SnapshotId> = new Set(),
): SnapshotId | null {
  const rows = database
    .prepare(
      `SELECT id FROM snapshot
        WHERE base IS NULL AND rowid < ifnull((SELECT rowid FROM snapshot WHERE id = ?), 9223372036854775807)
        ORDER BY rowid DESC`,
    )
    .all(before)
    .map((row) => snapshotIdSchema.parse(row["id"]));
  return rows.find((id) => !goes.has(id)) ?? null;
}

interface Packed {
  readonly base: SnapshotId | null;
  readonly bytes: Uint8Array;
}

/** By means of the base where that has most of it, else whole. */
function pack(database: DatabaseSync, text: string, base: SnapshotId | null): Packed {
  const baseText = base === null ? null : readOr(() => readText(database, base), null);
  if (base !== null && baseText !== null) {
    const delta = deltaOf(baseText, text);
    if (ownLength(delta) < text.length * MOST_OWN) return { base, bytes: deflateRawSync(JSON.stringify(delta)) };
  }
  return { base: null, bytes: deflateRawSync(text) };
}

/** The brief as JSON. Throws where it cannot be read. */
function readText(database: DatabaseSync, id: SnapshotId): string {
  const row = database.prepare("SELECT brief, base FROM snapshot WHERE id = ?").get(id);
  const [content, base] = [inflate(row?.["brief"]), row?.["base"]];
  if (base === null) return content;
  const whole = database.prepare("SELECT brief FROM snapshot WHERE id = ? AND base IS NULL").get(base ?? null);
  const text = applyDelta(inflate(whole?.["brief"]), textDeltaSchema.parse(JSON.parse(content)), MOST_BYTES);
  if (text === null) throw new Error("It does not fit what it rests on");
  return text;
}

function inflate(deflated: SQLOutputValue | undefined): string {
  if (!(deflated instanceof Uint8Array)) throw new Error("It is no blob");
  return inflateRawSync(deflated, { maxOutputLength: MOST_BYTES }).toString("utf8");
}

function readOr<T, U>(read: () => T, otherwise: U): T | U {
  try {
    return read();
  } catch {
    return otherwise;
  }
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

/** Says something else in place of some words in what all of them were taken before. */
export function renameInActs(database: DatabaseSync, words: string, other: string): void {
  database.prepare("UPDATE snapshot SET act = replace(act, ?, ?) WHERE instr(act, ?)").run(words, other, words);
}

export function deleteSnapshot(database: DatabaseSync, id: SnapshotId): void {
  database.prepare("DELETE FROM snapshot WHERE id = ?").run(id);
}

function toSnapshot(row: Record<string, SQLOutputValue>): Snapshot {
  return snapshotSchema.parse(row);
}
