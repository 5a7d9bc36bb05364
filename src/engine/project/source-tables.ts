/**
 * Sources in the file: their rows and their original bytes. Their text is in text-tables.ts.
 */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { type Metadata, metadataSchema } from "../../core/source/metadata.ts";
import type { Reliability } from "../../core/source/reliability.ts";
import { type Source, type SourceId, sourceSchema } from "../../core/source/source.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { parseColumn } from "./json-column.ts";
import { whenRemoved } from "./removed-columns.ts";
import { deleteText, type SourceText, writeText } from "./text-tables.ts";

/** A source with the metadata that its reader found, to tell what the user changed since. */
export interface StoredSource {
  readonly source: Source;
  readonly detected: Metadata;
}

const COLUMNS = `source.id, file_name AS fileName, source.sha256, source_blob.size_bytes AS sizeBytes,
  imported_at AS importedAt, format, encoding, byte_order_mark AS byteOrderMark, extraction, detected, metadata,
  suggestions, warnings, block_count AS blockCount, character_count AS characterCount, page_count AS pageCount,
  (SELECT json_group_array(mail_id) FROM attachment WHERE attachment.source_id = source.id) AS attachedTo,
  version_of AS versionOf, replaced_at AS replacedAt, ${whenRemoved("source")} AS removedAt,
  json_object('letter', reliability, 'reason', reliability_reason) AS reliability`;
const FROM = "FROM source JOIN source_blob ON source_blob.sha256 = source.sha256";

/** The columns' own types are the table's, which is strict: one schema checks what they make up. */
function fromRow(row: Record<string, SQLOutputValue>): StoredSource {
  return {
    source: sourceSchema.parse({
      ...row,
      byteOrderMark: row["byteOrderMark"] === 1,
      metadata: parseColumn(row["metadata"]),
      suggestions: parseColumn(row["suggestions"]),
      warnings: parseColumn(row["warnings"]),
      attachedTo: parseColumn(row["attachedTo"]),
      reliability: parseColumn(row["reliability"]),
    }),
    detected: metadataSchema.parse(parseColumn(row["detected"])),
  };
}

/** All sources in the order of import, also those that were removed and earlier versions. */
export function listSources(database: DatabaseSync): Source[] {
  return database
    .prepare(`SELECT ${COLUMNS} ${FROM} ORDER BY position, source.rowid`)
    .all()
    .map((row) => fromRow(row).source);
}

/** Throws `not-found` where there is no such source. */
export function getSource(database: DatabaseSync, id: SourceId): StoredSource {
  const row = database.prepare(`SELECT ${COLUMNS} ${FROM} WHERE source.id = ?`).get(id);
  if (!row) throw new AttacheError("not-found", `There is no source ${id} in this project.`);
  return fromRow(row);
}

/** The source in force that is made of the same bytes, or null. One that was removed is found too. */
export function findSourceByHash(database: DatabaseSync, sha256: string): Source | null {
  const row = database
    .prepare(`SELECT ${COLUMNS} ${FROM} WHERE source.sha256 = ? AND version_of IS NULL ORDER BY removed, position`)
    .get(sha256);
  return row ? fromRow(row).source : null;
}

/** The place of the next source in the order of import. */
function nextPosition(database: DatabaseSync): number {
  return Number(database.prepare("SELECT COALESCE(MAX(position), 0) + 1 AS next FROM source").get()?.["next"]);
}

export function positionOf(database: DatabaseSync, id: SourceId): number {
  return Number(database.prepare("SELECT position FROM source WHERE id = ?").get(id)?.["position"]);
}

/** Writes the original bytes, unless a source made of the same bytes has them there already. */
export function insertBytes(database: DatabaseSync, sha256: string, bytes: Uint8Array): void {
  database
    .prepare("INSERT INTO source_blob (sha256, size_bytes, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    .run(sha256, bytes.byteLength, bytes);
}

/** Writes a source whose bytes are in the file, and its text. */
export function insertSource(database: DatabaseSync, stored: StoredSource, text: SourceText): void {
  insertSourceRow(database, stored, nextPosition(database));
  writeText(database, stored.source.id, text);
}

/** Writes the row of a source alone: its text comes from elsewhere. */
export function insertSourceRow(database: DatabaseSync, stored: StoredSource, position: number): void {
  const { id, versionOf, replacedAt, removedAt, reliability } = stored.source;
  database
    .prepare(
      `INSERT INTO source (id, position, file_name, sha256, imported_at, format, encoding, byte_order_mark, extraction,
         detected, metadata, suggestions, warnings, block_count, character_count, page_count, version_of, replaced_at,
         removed, removed_at, reliability, reliability_reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      position,
      ...readingColumns(stored),
      versionOf,
      replacedAt,
      removedAt === null ? 0 : 1,
      removedAt,
      reliability.letter,
      reliability.reason,
    );
}

/** Writes another reading, of the same bytes or of newer ones that are in the file, in the place of the one before. */
export function updateReading(database: DatabaseSync, stored: StoredSource, text: SourceText): void {
  updateRow(database, stored);
  writeText(database, stored.source.id, text);
}

/** Writes what follows from the reading that is in force now; its text is there. */
export function updateRow(database: DatabaseSync, stored: StoredSource): void {
  database
    .prepare(
      `UPDATE source SET file_name = ?, sha256 = ?, imported_at = ?, format = ?, encoding = ?, byte_order_mark = ?,
         extraction = ?, detected = ?, metadata = ?, suggestions = ?, warnings = ?, block_count = ?,
         character_count = ?, page_count = ? WHERE id = ?`,
    )
    .run(...readingColumns(stored), stored.source.id);
}

/** What follows from the file and one reading of it, in the order of the columns above. */
function readingColumns({ source, detected }: StoredSource): (string | number | null)[] {
  return [
    source.fileName,
    source.sha256,
    source.importedAt,
    source.format,
    source.encoding,
    source.byteOrderMark ? 1 : 0,
    source.extraction,
    JSON.stringify(detected),
    JSON.stringify(source.metadata),
    JSON.stringify(source.suggestions),
    JSON.stringify(source.warnings),
    source.blockCount,
    source.characterCount,
    source.pageCount,
  ];
}

export function updateMetadata(database: DatabaseSync, id: SourceId, metadata: Metadata): void {
  database.prepare("UPDATE source SET metadata = ? WHERE id = ?").run(JSON.stringify(metadata), id);
}

export function updateReliability(database: DatabaseSync, id: SourceId, { letter, reason }: Reliability): void {
  database.prepare("UPDATE source SET reliability = ?, reliability_reason = ? WHERE id = ?").run(letter, reason, id);
}

/** Deletes a source, for the user, since a moment; or, with null, brings it back. */
export function updateRemovedAt(database: DatabaseSync, id: SourceId, removedAt: string | null): void {
  database
    .prepare("UPDATE source SET removed = ?, removed_at = ? WHERE id = ?")
    .run(removedAt === null ? 0 : 1, removedAt, id);
}

/** Takes a source away with its text. What refers to it must have gone before. */
export function deleteSource(database: DatabaseSync, id: SourceId): void {
  deleteText(database, id);
  database.prepare("DELETE FROM source WHERE id = ?").run(id);
}

/** Original bytes that no source is made of. */
export function deleteUnusedBytes(database: DatabaseSync): void {
  database.exec("DELETE FROM source_blob WHERE sha256 NOT IN (SELECT sha256 FROM source)");
}

/** What earlier versions know of excerpts is for undo, which ends with the sitting. */
export function forgetExcerptsBefore(database: DatabaseSync): void {
  database.exec("UPDATE source SET excerpts_before = NULL WHERE excerpts_before IS NOT NULL");
}

/** Notes that a source came with a mail. */
export function insertAttachment(database: DatabaseSync, mailId: SourceId, sourceId: SourceId): void {
  database
    .prepare("INSERT INTO attachment (mail_id, source_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
    .run(mailId, sourceId);
}

/** The original bytes of a source. */
export function readBytes(database: DatabaseSync, sha256: string): Uint8Array {
  const row = database.prepare("SELECT bytes FROM source_blob WHERE sha256 = ?").get(sha256);
  const bytes = row?.["bytes"];
  if (!(bytes instanceof Uint8Array))
    throw new AttacheError("brief-damaged", "The original bytes of a source are missing.");
  return bytes;
}
