/**
 * The files that a project keeps for its export: citation styles and house documents that the user added.
 */
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import {
  type ExportFileId,
  type ExportFileKind,
  exportFileIdSchema,
  exportFileKindSchema,
} from "../../core/export/export-options.ts";
import { AttacheError } from "../../ipc/errors.ts";

const exportFileSchema = z.object({
  id: exportFileIdSchema,
  kind: exportFileKindSchema,
  /** Its file name as it was added. */
  name: z.string(),
  removed: z.number().transform(Boolean),
});
export type ExportFile = z.infer<typeof exportFileSchema>;

/** All of them in the order in which they were added, removed ones too. */
export function listExportFiles(database: DatabaseSync): ExportFile[] {
  return z
    .array(exportFileSchema)
    .parse(database.prepare("SELECT id, kind, name, removed FROM export_file ORDER BY rowid").all());
}

export function insertExportFile(
  database: DatabaseSync,
  file: { readonly id: string; readonly kind: ExportFileKind; readonly name: string; readonly bytes: Uint8Array },
  now: string,
): void {
  database
    .prepare("INSERT INTO export_file (id, kind, name, added_at, removed, bytes) VALUES (?, ?, ?, ?, 0, ?)")
    .run(file.id, file.kind, file.name, now, file.bytes);
}

/** Throws `not-found`. */
export function setExportFileRemoved(database: DatabaseSync, id: ExportFileId, removed: boolean): void {
  const { changes } = database.prepare("UPDATE export_file SET removed = ? WHERE id = ?").run(removed ? 1 : 0, id);
  if (changes === 0) throw notFound();
}

/** Throws `not-found`. */
export function readExportFile(database: DatabaseSync, id: ExportFileId): Uint8Array {
  const row = database.prepare("SELECT bytes FROM export_file WHERE id = ?").get(id);
  const bytes = row?.["bytes"];
  if (!(bytes instanceof Uint8Array)) throw notFound();
  return bytes;
}

function notFound(): AttacheError {
  return new AttacheError(
    "not-found",
    "The citation style or house document that this brief is exported with is not in the project. Choose another one in the export dialog.",
  );
}
