/**
 * What briefings of a template were exported with last, kept outside of all projects: a new briefing of that template
 * begins with it. A convenience: what cannot be read or written here never keeps anything from being done.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { templateSchema } from "../../core/brief/template.ts";
import { exportFileIdSchema, exportFileKindSchema, exportOptionsSchema } from "../../core/export/export-options.ts";
import type { Parsed } from "../parsed.ts";
import { insertExportFile, listExportFiles, readExportFile } from "../project/export-file-table.ts";
import { readMeta, writeMeta } from "../project/meta-table.ts";
import type { Session } from "../session.ts";
import { readExportOptions } from "./export-setup.ts";
import { writeWhole } from "./write-whole.ts";

const keptFileSchema = z.object({
  id: exportFileIdSchema,
  kind: exportFileKindSchema,
  name: z.string(),
  bytes: z.base64(),
});
const defaultsSchema = z.object({ options: exportOptionsSchema, files: z.array(keptFileSchema) });

/** Keeps the options of the open project, and the files that they name, for the next briefing of its template. */
export async function keepExportDefaults(
  session: Session,
  { folder }: Parsed<"keepExportDefaults">,
): Promise<Record<string, never>> {
  const { database } = session;
  const options = readExportOptions(session);
  const named: readonly (string | null)[] = [options.citationStyleId, options.houseDocumentId];
  const files = listExportFiles(database)
    .filter(({ id }) => named.includes(id))
    .map(({ id, kind, name }) => ({
      id,
      kind,
      name,
      bytes: Buffer.from(readExportFile(database, id)).toString("base64"),
    }));
  const path = pathOf(folder, readMeta(database, "template", templateSchema).id);
  try {
    mkdirSync(folder, { recursive: true });
    await writeWhole(path, JSON.stringify({ options, files }));
  } catch (error) {
    console.error("What the brief was exported with could not be kept for the next one:", error);
  }
  return {};
}

/** Gives a new project what briefings of its template were exported with last. Nothing where that is not known. */
export function takeExportDefaults(database: DatabaseSync, folder: string, templateId: string, now: string): void {
  const defaults = readDefaults(pathOf(folder, templateId));
  if (defaults === null) return;
  writeMeta(database, "export-options", defaults.options);
  for (const { id, kind, name, bytes } of defaults.files)
    insertExportFile(database, { id, kind, name, bytes: Buffer.from(bytes, "base64") }, now);
}

function readDefaults(path: string): z.infer<typeof defaultsSchema> | null {
  try {
    return defaultsSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/** Ids of templates are words of the app's own: a file may be named by one. */
function pathOf(folder: string, templateId: string): string {
  return join(folder, `${templateId.replace(/[^a-z0-9-]/gu, "_")}.json`);
}
