/**
 * The brief in the file: title and header in meta, a row for each section, citations derived from them.
 */
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Brief, briefSchema, headerSchema, type Section, sectionSchema } from "../../core/brief/document.ts";
import { citationsOf } from "../../core/brief/numbering.ts";
import { templateSchema } from "../../core/brief/template.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { readMeta, writeMeta } from "./meta-table.ts";

/** Throws `brief-damaged` where the content is not a brief. */
export function readBrief(database: DatabaseSync): Brief {
  const sections = database
    .prepare("SELECT id, title, content FROM section ORDER BY position")
    .all()
    .map((row) => ({ id: row["id"], title: row["title"], children: JSON.parse(String(row["content"])) }));
  const parsed = briefSchema.safeParse({
    version: readMeta(database, "brief-version", z.number()),
    templateId: readMeta(database, "template", templateSchema).id,
    title: readMeta(database, "brief-title", z.string()),
    header: readMeta(database, "brief-header", headerSchema),
    sections,
  });
  if (!parsed.success)
    throw new AttacheError("brief-damaged", "The text of the brief cannot be read.", { cause: parsed.error });
  return parsed.data;
}

/** Writes a whole brief into an empty file. */
export function insertBrief(database: DatabaseSync, brief: Brief, now: string): void {
  writeMeta(database, "brief-version", brief.version);
  writeMeta(database, "brief-title", brief.title);
  writeMeta(database, "brief-header", brief.header);
  const insert = database.prepare(
    "INSERT INTO section (id, position, title, content, modified_at) VALUES (?, ?, ?, ?, ?)",
  );
  for (const [position, section] of brief.sections.entries()) {
    insert.run(section.id, position, section.title, JSON.stringify(section.children), now);
  }
}

/** Writes a section that changed, and its citations. Throws `not-found` for one that the brief does not have. */
export function updateSection(database: DatabaseSync, section: Section, now: string): void {
  const { changes } = database
    .prepare("UPDATE section SET content = ?, modified_at = ? WHERE id = ?")
    .run(JSON.stringify(section.children), now, section.id);
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
  const row = database.prepare("SELECT id, title, content FROM section WHERE id = ?").get(id);
  if (!row) throw new AttacheError("not-found", `The brief has no section “${id}”.`);
  return sectionSchema.parse({ id: row["id"], title: row["title"], children: JSON.parse(String(row["content"])) });
}
