/**
 * The meta table: what there is one of in a project. Values are JSON.
 */
import type { DatabaseSync } from "node:sqlite";
import type { z } from "zod";
import { AttacheError } from "../../ipc/errors.ts";

export type MetaKey =
  | "project-id"
  | "created-at"
  | "modified-at"
  | "app-version"
  | "template"
  | "brief-version"
  | "brief-title"
  | "brief-header"
  | "brief-recommendations"
  | "brief-numbering"
  | "brief-marking-scheme"
  | "brief-language"
  | "export-options"
  | "review-settings"
  | "view";

export function writeMeta(database: DatabaseSync, key: MetaKey, value: unknown): void {
  database
    .prepare("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
    .run(key, JSON.stringify(value));
}

/** The value of a key, or null where there is none. Throws `brief-damaged` where it is not of the form asked for. */
function readMetaOrNull<T extends z.ZodType>(database: DatabaseSync, key: MetaKey, schema: T): z.output<T> | null {
  const row = database.prepare("SELECT value FROM meta WHERE key = ?").get(key);
  if (!row) return null;
  const parsed = schema.safeParse(parseJson(String(row["value"])));
  if (!parsed.success) throw new AttacheError("brief-damaged", `The project's “${key}” cannot be read.`);
  return parsed.data;
}

/** The same for what may be deleted without harm (docs/file-format.md): null also where it is not of the form asked for. */
export function readMetaIfUsable<T extends z.ZodType>(
  database: DatabaseSync,
  key: Extract<MetaKey, "view" | "export-options" | "review-settings">,
  schema: T,
): z.output<T> | null {
  const row = database.prepare("SELECT value FROM meta WHERE key = ?").get(key);
  return row ? (schema.safeParse(parseJson(String(row["value"]))).data ?? null) : null;
}

/** The value, or undefined, which no key allows, where the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value of a key that every project has. */
export function readMeta<T extends z.ZodType>(database: DatabaseSync, key: MetaKey, schema: T): z.output<T> {
  const value = readMetaOrNull(database, key, schema);
  if (value === null) throw new AttacheError("brief-damaged", `The project's “${key}” is missing.`);
  return value;
}
