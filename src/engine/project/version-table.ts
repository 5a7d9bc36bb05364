/** Earlier versions of sources in the file: rows of `source` that name the one in force, with its text as it was. */
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { credibilitySchema, NOT_GRADED } from "../../core/excerpt/credibility.ts";
import { type Excerpt, excerptSchema } from "../../core/excerpt/excerpt.ts";
import type { SourceId } from "../../core/source/source.ts";
import { insertSourceRow, positionOf, type StoredSource } from "./source-tables.ts";
import { moveText } from "./text-tables.ts";

interface Version {
  readonly versionId: SourceId;
  readonly replacedAt: string;
  /** The source's excerpts as they were, for when this version is restored. */
  readonly excerpts: readonly Excerpt[];
}

/** Makes what is in force a version of itself, and gives it the text: the source is without one until it gets another. */
export function insertVersion(database: DatabaseSync, { source, detected }: StoredSource, version: Version): void {
  const { versionId, replacedAt, excerpts } = version;
  const row = { ...source, id: versionId, versionOf: source.id, replacedAt, attachedTo: [] };
  insertSourceRow(database, { source: row, detected }, positionOf(database, source.id));
  database.prepare("UPDATE source SET excerpts_before = ? WHERE id = ?").run(JSON.stringify(excerpts), versionId);
  moveText(database, source.id, versionId);
}

/** A file of version 4 that is opened again within its sitting has some without a grade: there were none. */
const excerptBeforeSchema = excerptSchema.extend({ credibility: credibilitySchema.default(NOT_GRADED) });

/** The excerpts as they were when a version was in force, or null where that is no longer known. */
export function excerptsBefore(database: DatabaseSync, versionId: SourceId): Excerpt[] | null {
  const json = database.prepare("SELECT excerpts_before AS json FROM source WHERE id = ?").get(versionId)?.["json"];
  return typeof json === "string" ? z.array(excerptBeforeSchema).parse(JSON.parse(json)) : null;
}

/** Takes the row of a version away. Its text must have gone before. */
export function deleteVersionRow(database: DatabaseSync, versionId: SourceId): void {
  database.prepare("DELETE FROM source WHERE id = ? AND version_of IS NOT NULL").run(versionId);
}
