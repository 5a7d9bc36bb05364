/**
 * Excerpts in the file.
 */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { type Excerpt, type ExcerptId, excerptSchema } from "../../core/excerpt/excerpt.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { parseColumn } from "./json-column.ts";
import { whenRemoved } from "./removed-columns.ts";

const COLUMNS = `id, source_id AS sourceId, start_utf16, end_utf16, exact, prefix, suffix, locator, agencies, state, note,
  section_id AS sectionId, created_at AS createdAt, ${whenRemoved("excerpt")} AS removedAt, earlier_source_id, earlier_start_utf16,
  earlier_end_utf16, json_object('digit', credibility, 'reason', credibility_reason) AS credibility`;

/** The columns' own types are the table's, which is strict: one schema checks what they make up. */
function fromRow(row: Record<string, SQLOutputValue>): Excerpt {
  return excerptSchema.parse({
    ...row,
    agencies: parseColumn(row["agencies"]),
    credibility: parseColumn(row["credibility"]),
    earlier:
      row["earlier_source_id"] === null
        ? null
        : {
            sourceId: row["earlier_source_id"],
            position: { start: row["earlier_start_utf16"], end: row["earlier_end_utf16"] },
          },
    selectors: {
      position: { start: row["start_utf16"], end: row["end_utf16"] },
      quote: { exact: row["exact"], prefix: row["prefix"], suffix: row["suffix"] },
    },
  });
}

/** All excerpts, also the removed ones, in the order in which they were made. */
export function listExcerpts(database: DatabaseSync): Excerpt[] {
  return database.prepare(`SELECT ${COLUMNS} FROM excerpt ORDER BY rowid`).all().map(fromRow);
}

/** Throws `not-found` where there is no such excerpt. */
export function getExcerpt(database: DatabaseSync, id: ExcerptId): Excerpt {
  const row = database.prepare(`SELECT ${COLUMNS} FROM excerpt WHERE id = ?`).get(id);
  if (!row) throw new AttacheError("not-found", `There is no excerpt ${id} in this project.`);
  return fromRow(row);
}

export function deleteExcerpt(database: DatabaseSync, id: ExcerptId): void {
  database.prepare("DELETE FROM excerpt WHERE id = ?").run(id);
}

/** Writes an excerpt, new or changed. */
export function putExcerpt(database: DatabaseSync, excerpt: Excerpt): void {
  const { position, quote } = excerpt.selectors;
  database
    .prepare(
      `INSERT INTO excerpt (id, source_id, start_utf16, end_utf16, exact, prefix, suffix, locator, agencies, state, note,
         section_id, created_at, removed, removed_at, earlier_source_id, earlier_start_utf16, earlier_end_utf16,
         credibility, credibility_reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET start_utf16 = excluded.start_utf16, end_utf16 = excluded.end_utf16,
         exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, locator = excluded.locator,
         agencies = excluded.agencies, state = excluded.state, note = excluded.note, section_id = excluded.section_id,
         removed = excluded.removed, removed_at = excluded.removed_at,
         earlier_source_id = excluded.earlier_source_id, earlier_start_utf16 = excluded.earlier_start_utf16,
         earlier_end_utf16 = excluded.earlier_end_utf16, credibility = excluded.credibility,
         credibility_reason = excluded.credibility_reason`,
    )
    .run(
      excerpt.id,
      excerpt.sourceId,
      position.start,
      position.end,
      quote.exact,
      quote.prefix,
      quote.suffix,
      excerpt.locator,
      JSON.stringify(excerpt.agencies),
      excerpt.state,
      excerpt.note,
      excerpt.sectionId,
      excerpt.createdAt,
      excerpt.removedAt === null ? 0 : 1,
      excerpt.removedAt,
      excerpt.earlier?.sourceId ?? null,
      excerpt.earlier?.position.start ?? null,
      excerpt.earlier?.position.end ?? null,
      excerpt.credibility.digit,
      excerpt.credibility.reason,
    );
}
