/**
 * What a project is exported with: the options chosen last, and the citation styles and house documents to choose from.
 */
import { basename } from "node:path";
import {
  citationStyleIdSchema,
  DEFAULT_EXPORT_OPTIONS,
  type ExportOptions,
  exportFileIdSchema,
  exportOptionsSchema,
} from "../../core/export/export-options.ts";
import type { ExportSetup, ResultOf } from "../../ipc/engine-contract.ts";
import { listCitationStyles } from "../citations/citation-styles.ts";
import type { Parsed } from "../parsed.ts";
import { insertExportFile, listExportFiles, setExportFileRemoved } from "../project/export-file-table.ts";
import { readMetaIfUsable, writeMeta } from "../project/meta-table.ts";
import { createId, edit, type Session } from "../session.ts";
import { readFileBytes } from "./read-file.ts";

/** The options chosen last. */
export function readExportOptions({ database, passing }: Session): ExportOptions {
  const kept = passing.exportOptions ?? readMetaIfUsable(database, "export-options", exportOptionsSchema);
  return kept ?? DEFAULT_EXPORT_OPTIONS;
}

export function getExportSetup(session: Session): ExportSetup {
  return {
    options: readExportOptions(session),
    citationStyles: listCitationStyles(session.database),
    houseDocuments: listExportFiles(session.database)
      .filter(({ kind, removed }) => kind === "house-document" && !removed)
      .map(({ id, name }) => ({ id, name })),
  };
}

/** Of a project that is open for reading only they hold until it is closed. */
export function saveExportOptions(session: Session, { options }: Parsed<"saveExportOptions">): ExportSetup {
  if (session.access.kind === "read") session.passing.exportOptions = options;
  else edit(session, () => writeMeta(session.database, "export-options", options));
  return getExportSetup(session);
}

export function removeExportFile(session: Session, { id, removed }: Parsed<"removeExportFile">): ExportSetup {
  edit(session, () => {
    setExportFileRemoved(session.database, id, removed);
    if (removed) writeMeta(session.database, "export-options", without(readExportOptions(session), id));
  });
  return getExportSetup(session);
}

/** The options without a file that is no longer to choose. */
function without(options: ExportOptions, id: string): ExportOptions {
  return {
    ...options,
    ...(options.citationStyleId === id && { citationStyleId: DEFAULT_EXPORT_OPTIONS.citationStyleId }),
    ...(options.houseDocumentId === id && { houseDocumentId: null }),
  };
}

/** Keeps the file and chooses it. Throws AttacheError, naming the file, for a style that cannot be used. */
export async function addExportFile(
  session: Session,
  { path, kind }: Parsed<"addExportFile">,
): Promise<ResultOf<"addExportFile">> {
  const bytes = await readFileBytes(path);
  const name = basename(path);
  if (kind === "citation-style") (await import("../citations/check-citation-style.ts")).checkCitationStyle(bytes, name);
  else await (await import("../writers/docx/house-document.ts")).checkHouseDocument(bytes, name);
  const id = exportFileIdSchema.parse(createId(kind === "citation-style" ? "style" : "house"));
  edit(session, (now) => {
    insertExportFile(session.database, { id, kind, name, bytes }, now);
    writeMeta(session.database, "export-options", {
      ...readExportOptions(session),
      ...(kind === "house-document" ? { houseDocumentId: id } : { citationStyleId: citationStyleIdSchema.parse(id) }),
    });
  });
  return { id, setup: getExportSetup(session) };
}
