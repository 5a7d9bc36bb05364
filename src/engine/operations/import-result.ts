/** What is said of one file of an import. */
import type { Source } from "../../core/source/source.ts";
import { toErrorData } from "../../ipc/errors.ts";
import type { ImportResult } from "../../ipc/import-result.ts";

type Named = Pick<ImportResult, "path" | "fileName" | "attachedTo"> & { readonly shownName?: string };

export function importedResult(
  { path, fileName, shownName = fileName, attachedTo }: Named,
  status: "imported" | "duplicate",
  source: Source,
  warnings: readonly string[],
): ImportResult {
  return {
    path,
    fileName: shownName,
    status,
    sourceId: source.id,
    title: source.metadata.title,
    warnings: [...warnings],
    error: null,
    pendingId: null,
    attachedTo,
  };
}

export function failedImport(
  { path, fileName, shownName = fileName, attachedTo }: Named,
  error: unknown,
  pendingId: string | null = null,
): ImportResult {
  return {
    path,
    fileName: shownName,
    status: "failed",
    sourceId: null,
    title: null,
    warnings: [],
    error: toErrorData(error),
    pendingId,
    attachedTo,
  };
}
