/**
 * What was decided about findings, in the file. A decision goes for good with a source that its finding was about: the
 * finding can never come back, and its words may be that source's.
 */
import type { DatabaseSync } from "node:sqlite";
import { type Decision, decisionSchema } from "../../core/review/decision.ts";
import type { SourceId } from "../../core/source/source.ts";

/** In the order in which they were made. One that cannot be read holds up no review; `verify` says so. */
export function listDecisions(database: DatabaseSync): Decision[] {
  return database
    .prepare("SELECT key, answer, reason, finding, decided_at AS decidedAt FROM decision ORDER BY rowid")
    .all()
    .flatMap((row) => decisionSchema.safeParse(row).data ?? []);
}

/** How many there are, those that cannot be read among them. */
export function countDecisions(database: DatabaseSync): number {
  return Number(database.prepare("SELECT COUNT(*) AS rows FROM decision").get()?.["rows"]);
}

/** Writes a decision, in the place of an earlier one about the same finding. */
export function putDecision(database: DatabaseSync, decision: Decision, sourceIds: readonly SourceId[]): void {
  const { key, answer, reason, finding, decidedAt } = decision;
  database
    .prepare(
      `INSERT INTO decision (key, answer, reason, finding, source_ids, decided_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET answer = excluded.answer, reason = excluded.reason, finding = excluded.finding,
         source_ids = excluded.source_ids, decided_at = excluded.decided_at`,
    )
    .run(key, answer, reason, finding, JSON.stringify(sourceIds), decidedAt);
}

export function deleteDecision(database: DatabaseSync, key: Decision["key"]): void {
  database.prepare("DELETE FROM decision WHERE key = ?").run(key);
}

/** Takes away what was decided about findings in which any of these sources had a part. */
export function deleteDecisionsAbout(database: DatabaseSync, sourceIds: readonly SourceId[]): void {
  database
    .prepare(
      `DELETE FROM decision WHERE EXISTS (
         SELECT 1 FROM json_each(source_ids) AS about JOIN json_each(?) AS gone ON gone.value = about.value)`,
    )
    .run(JSON.stringify(sourceIds));
}
