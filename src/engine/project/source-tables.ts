/**
 * Sources in the file: their rows, their original bytes, their blocks.
 */
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Block, blockKindSchema } from "../../core/source/block.ts";
import { type Metadata, metadataSchema } from "../../core/source/metadata.ts";
import { type Source, type SourceId, sourceSchema } from "../../core/source/source.ts";
import { AttacheError } from "../../ipc/errors.ts";

/** A source with the metadata that its reader found, to tell what the user changed since. */
export interface StoredSource {
  readonly source: Source;
  readonly detected: Metadata;
}

const COLUMNS = `source.id, file_name AS fileName, source.sha256, source_blob.size_bytes AS sizeBytes,
  imported_at AS importedAt, encoding, byte_order_mark AS byteOrderMark, detected, metadata, suggestions, warnings,
  block_count AS blockCount, character_count AS characterCount`;
const FROM = "FROM source JOIN source_blob ON source_blob.sha256 = source.sha256";

const json = z.string().transform((text): unknown => JSON.parse(text));
const rowSchema = z
  .object({ byteOrderMark: z.number(), detected: json, metadata: json, suggestions: json, warnings: json })
  .loose();
const blockRowSchema = z.object({ kind: blockKindSchema, level: z.number().nullable(), text: z.string() });

function fromRow(row: unknown): StoredSource {
  const columns = rowSchema.parse(row);
  return {
    source: sourceSchema.parse({ ...columns, byteOrderMark: columns.byteOrderMark === 1 }),
    detected: metadataSchema.parse(columns.detected),
  };
}

export function listSources(database: DatabaseSync): Source[] {
  return database
    .prepare(`SELECT ${COLUMNS} ${FROM} ORDER BY position`)
    .all()
    .map((row) => fromRow(row).source);
}

/** Throws `not-found` where there is no such source. */
export function getSource(database: DatabaseSync, id: SourceId): StoredSource {
  const row = database.prepare(`SELECT ${COLUMNS} ${FROM} WHERE source.id = ?`).get(id);
  if (!row) throw new AttacheError("not-found", `There is no source ${id} in this project.`);
  return fromRow(row);
}

/** The source made of the same bytes, or null. */
export function findSourceByHash(database: DatabaseSync, sha256: string): Source | null {
  const row = database.prepare(`SELECT ${COLUMNS} ${FROM} WHERE source.sha256 = ?`).get(sha256);
  return row ? fromRow(row).source : null;
}

export function insertSource(
  database: DatabaseSync,
  stored: StoredSource,
  bytes: Uint8Array,
  blocks: readonly Block[],
): void {
  const { source } = stored;
  database
    .prepare("INSERT INTO source_blob (sha256, size_bytes, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    .run(source.sha256, source.sizeBytes, bytes);
  database
    .prepare(
      `INSERT INTO source (id, position, file_name, sha256, imported_at, encoding, byte_order_mark, detected, metadata,
         suggestions, warnings, block_count, character_count)
       VALUES (?, (SELECT COALESCE(MAX(position), 0) + 1 FROM source), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(source.id, source.fileName, source.sha256, source.importedAt, ...readingColumns(stored));
  insertBlocks(database, source.id, blocks);
}

/** Puts another reading of the same bytes in the place of the one before. */
export function updateReading(database: DatabaseSync, stored: StoredSource, blocks: readonly Block[]): void {
  database
    .prepare(
      `UPDATE source SET encoding = ?, byte_order_mark = ?, detected = ?, metadata = ?, suggestions = ?, warnings = ?,
         block_count = ?, character_count = ? WHERE id = ?`,
    )
    .run(...readingColumns(stored), stored.source.id);
  database.prepare("DELETE FROM block WHERE source_id = ?").run(stored.source.id);
  insertBlocks(database, stored.source.id, blocks);
}

export function updateMetadata(database: DatabaseSync, id: SourceId, metadata: Metadata): void {
  database.prepare("UPDATE source SET metadata = ? WHERE id = ?").run(JSON.stringify(metadata), id);
}

export function readBlocks(database: DatabaseSync, id: SourceId): Block[] {
  return database
    .prepare("SELECT kind, level, text FROM block WHERE source_id = ? ORDER BY position")
    .all(id)
    .map((row) => blockRowSchema.parse(row));
}

/** The original bytes of a source. */
export function readBytes(database: DatabaseSync, sha256: string): Uint8Array {
  const row = database.prepare("SELECT bytes FROM source_blob WHERE sha256 = ?").get(sha256);
  const bytes = row?.["bytes"];
  if (!(bytes instanceof Uint8Array))
    throw new AttacheError("brief-damaged", "The original bytes of a source are missing.");
  return bytes;
}

function readingColumns({
  source,
  detected,
}: StoredSource): [string, number, string, string, string, string, number, number] {
  return [
    source.encoding,
    source.byteOrderMark ? 1 : 0,
    JSON.stringify(detected),
    JSON.stringify(source.metadata),
    JSON.stringify(source.suggestions),
    JSON.stringify(source.warnings),
    source.blockCount,
    source.characterCount,
  ];
}

function insertBlocks(database: DatabaseSync, id: SourceId, blocks: readonly Block[]): void {
  const insert = database.prepare("INSERT INTO block (source_id, position, kind, level, text) VALUES (?, ?, ?, ?, ?)");
  for (const [position, block] of blocks.entries()) insert.run(id, position, block.kind, block.level, block.text);
}
