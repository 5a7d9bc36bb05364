/**
 * The brief in the file: title and header in meta, a row for each section, citations derived from them.
 */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { z } from "zod";
import { citationsOf } from "../../core/brief/citation-numbers.ts";
import {
  type Brief,
  briefLanguageSchema,
  briefSchema,
  headerSchema,
  numberingSchema,
  type Section,
  sectionSchema,
} from "../../core/brief/document.ts";
import { markingSchemeIdSchema } from "../../core/brief/marking-schemes.ts";
import { templateSchema } from "../../core/brief/template.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { type MetaKey, readMeta, writeMeta } from "./meta-table.ts";

/** What a brief has outside of its sections; undefined is left as it is. */
export type BriefFront = {
  readonly [K in Exclude<keyof Brief, "version" | "templateId" | "sections">]?: Brief[K] | undefined;
};

/** Throws `brief-damaged` where the content is not a brief. */
export function readBrief(database: DatabaseSync): Brief {
  const sections = database
    .prepare("SELECT id, title, marking, content FROM section ORDER BY position")
    .all()
    .map(sectionFields);
  const parsed = briefSchema.safeParse({
    version: readMeta(database, "brief-version", z.number()),
    templateId: readMeta(database, "template", templateSchema).id,
    title: readMeta(database, "brief-title", z.string()),
    header: readMeta(database, "brief-header", headerSchema),
    recommendations: readMeta(database, "brief-recommendations", briefSchema.shape.recommendations),
    numbering: readMeta(database, "brief-numbering", numberingSchema),
    markingSchemeId: readMeta(database, "brief-marking-scheme", markingSchemeIdSchema),
    language: readMeta(database, "brief-language", briefLanguageSchema),
    sections,
  });
  if (!parsed.success)
    throw new AttacheError("brief-damaged", "The text of the brief cannot be read.", { cause: parsed.error });
  return parsed.data;
}

/** Writes a whole brief into an empty file. */
export function insertBrief(database: DatabaseSync, brief: Brief, now: string): void {
  writeMeta(database, "brief-version", brief.version);
  writeFront(database, brief);
  const insert = database.prepare(
    "INSERT INTO section (id, position, title, marking, content, modified_at) VALUES (?, ?, ?, ?, ?, ?)",
  );
  for (const [position, section] of brief.sections.entries()) {
    insert.run(section.id, position, section.title, section.marking, JSON.stringify(section.children), now);
  }
}

/** Writes what is given of the brief outside of its sections; what is left out stays as it is. */
export function writeFront(database: DatabaseSync, front: BriefFront): void {
  const kept: readonly (readonly [key: MetaKey, value: unknown])[] = [
    ["brief-title", front.title],
    ["brief-header", front.header],
    ["brief-recommendations", front.recommendations],
    ["brief-numbering", front.numbering],
    ["brief-marking-scheme", front.markingSchemeId],
    ["brief-language", front.language],
  ];
  for (const [key, value] of kept) if (value !== undefined) writeMeta(database, key, value);
}

/** Writes a section that changed, and its citations. Throws `not-found` for one that the brief does not have. */
export function updateSection(database: DatabaseSync, section: Section, now: string): void {
  const { changes } = database
    .prepare("UPDATE section SET content = ?, marking = ?, modified_at = ? WHERE id = ?")
    .run(JSON.stringify(section.children), section.marking, now, section.id);
  if (changes === 0) throw new AttacheError("not-found", `The brief has no section “${section.id}”.`);
  database.prepare("DELETE FROM citation WHERE section_id = ?").run(section.id);
  // A citation pasted from another project names an excerpt that is not here: the words are kept all the same.
  const insert = database.prepare(
    "INSERT INTO citation (id, section_id, position, excerpt_id) SELECT ?, ?, ?, id FROM excerpt WHERE id = ?",
  );
  for (const [position, citation] of citationsOf(section).entries()) {
    for (const excerptId of new Set(citation.excerptIds)) insert.run(citation.id, section.id, position, excerptId);
  }
}

/** One section as it is in the file. */
export function readSection(database: DatabaseSync, id: string): Section {
  const row = database.prepare("SELECT id, title, marking, content FROM section WHERE id = ?").get(id);
  if (!row) throw new AttacheError("not-found", `The brief has no section “${id}”.`);
  return sectionSchema.parse(sectionFields(row));
}

/** How much a section holds, in characters of its JSON; 0 for one that the brief does not have. */
export function sectionLength(database: DatabaseSync, id: string): number {
  return Number(
    database.prepare("SELECT length(content) AS length FROM section WHERE id = ?").get(id)?.["length"] ?? 0,
  );
}

function sectionFields(row: Record<string, SQLOutputValue>) {
  return {
    id: row["id"],
    title: row["title"],
    marking: row["marking"],
    children: JSON.parse(String(row["content"])) as unknown, // parsed by the schema of whoever asks
  };
}
