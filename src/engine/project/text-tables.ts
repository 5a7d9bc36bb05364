/**
 * The text of sources in the file: blocks, pages, and the index that search runs on. Must not know where text comes from.
 */
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { searchWords } from "../../core/search/search-words.ts";
import { type Block, type BlockKind, blockKindSchema, blockSchema } from "../../core/source/block.ts";
import type { PageLabels } from "../../core/source/locator.ts";
import { type Page, type PageFrame, pageFrameSchema, pageSchema } from "../../core/source/page.ts";
import type { SourceId } from "../../core/source/source.ts";

export interface SourceText {
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
}

const json = z.string().transform((text): unknown => JSON.parse(text));
const blockRowSchema = z.object({
  kind: z.string(),
  level: z.number().nullable(),
  text: z.string(),
  details: json.nullable(),
});
const pageRunsRowSchema = z.object({ runs: json.pipe(pageSchema.shape.runs) });

function blockFromRow(row: unknown): Block {
  const { details, ...columns } = blockRowSchema.parse(row);
  return blockSchema.parse(details === null ? columns : { ...Object(details), ...columns });
}

export function readBlocks(database: DatabaseSync, id: SourceId): Block[] {
  return database
    .prepare("SELECT kind, level, text, details FROM block WHERE source_id = ? ORDER BY position")
    .all(id)
    .map(blockFromRow);
}

/** What the blocks of a source are and say, without all that is known of them beside: a good deal sooner than `readBlocks`. */
export function readPlainBlocks(database: DatabaseSync, id: SourceId): { kind: BlockKind; text: string }[] {
  return database
    .prepare("SELECT kind, text FROM block WHERE source_id = ? ORDER BY position")
    .all(id)
    .map(({ kind, text }) => ({ kind: blockKindSchema.parse(kind), text: String(text) }));
}

/** What answers the id of a source's first block, by which one text of it is told from the next; null without any text. */
export function firstBlockId(database: DatabaseSync): (id: SourceId) => number | null {
  const statement = database.prepare("SELECT id FROM block WHERE source_id = ? AND position = 0");
  return (id) => {
    const found = statement.get(id)?.["id"];
    return typeof found === "number" ? found : null;
  };
}

/** What reads one block, by the id that the index knows it by. */
export function blockReader(database: DatabaseSync): (blockId: number) => Block {
  const statement = database.prepare("SELECT kind, level, text, details FROM block WHERE id = ?");
  return (blockId) => blockFromRow(statement.get(blockId));
}

/** The pages in order, without their text; none for a source without real ones. */
export function readPageFrames(database: DatabaseSync, id: SourceId): PageFrame[] {
  return database
    .prepare(
      `SELECT number, label, width_points AS widthPoints, height_points AS heightPoints
       FROM page WHERE source_id = ? ORDER BY number`,
    )
    .all(id)
    .map((row) => pageFrameSchema.parse(row));
}

/** How the text lies on the pages from one number to another, in order. */
export function readPageRuns(database: DatabaseSync, id: SourceId, from: number, to: number): Page["runs"][] {
  return database
    .prepare("SELECT runs FROM page WHERE source_id = ? AND number BETWEEN ? AND ? ORDER BY number")
    .all(id, from, to)
    .map((row) => pageRunsRowSchema.parse(row).runs);
}

/** What the pages of a source call themselves, where that is not their number. */
export function pageLabels(database: DatabaseSync, id: SourceId): PageLabels {
  const rows = database.prepare("SELECT number, label FROM page WHERE source_id = ? AND label IS NOT NULL").all(id);
  return new Map(rows.map(({ number, label }) => [Number(number), String(label)]));
}

/**
 * Puts a text in the place of the one before, if there was one, and indexes it. Its blocks get ids one after the other,
 * which searching rests on.
 */
export function writeText(database: DatabaseSync, id: SourceId, { blocks, pages }: SourceText): void {
  deleteText(database, id);
  const insertBlock = database.prepare(
    "INSERT INTO block (source_id, position, kind, level, text, details) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const index = database.prepare("INSERT INTO block_search (rowid, words) VALUES (?, ?)");
  for (const [position, { kind, level, text, ...details }] of blocks.entries()) {
    const hasDetails = Object.keys(details).length > 0;
    const { lastInsertRowid } = insertBlock.run(
      id,
      position,
      kind,
      level,
      text,
      hasDetails ? JSON.stringify(details) : null,
    );
    index.run(lastInsertRowid, searchWords(text));
  }
  const insertPage = database.prepare(
    "INSERT INTO page (source_id, number, label, width_points, height_points, runs) VALUES (?, ?, ?, ?, ?, ?)",
  );
  for (const { number, label, widthPoints, heightPoints, runs } of pages)
    insertPage.run(id, number, label, widthPoints, heightPoints, JSON.stringify(runs));
}

/** Gives the text of one source to another, which has none; the index follows, since it knows blocks alone. */
export function moveText(database: DatabaseSync, from: SourceId, to: SourceId): void {
  database.prepare("UPDATE block SET source_id = ? WHERE source_id = ?").run(to, from);
  database.prepare("UPDATE page SET source_id = ? WHERE source_id = ?").run(to, from);
}

/**
 * Takes words of texts that are gone out of the index: until its parts are put together they stay there, marked as gone
 * (https://www.sqlite.org/fts5.html#the_optimize_command). Writes the whole index anew.
 */
export function forgetDeletedWords(database: DatabaseSync): void {
  database.exec("INSERT INTO block_search (block_search) VALUES ('optimize')");
}

/** Takes the text of a source away, with its part of the index. */
export function deleteText(database: DatabaseSync, id: SourceId): void {
  database.prepare("DELETE FROM block_search WHERE rowid IN (SELECT id FROM block WHERE source_id = ?)").run(id);
  database.prepare("DELETE FROM block WHERE source_id = ?").run(id);
  database.prepare("DELETE FROM page WHERE source_id = ?").run(id);
}
