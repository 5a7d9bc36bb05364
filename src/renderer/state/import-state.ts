/** What an import has come to, as the list beside the sources shows it. Pure. */
import type { AttacheEvent } from "../../ipc/events.ts";
import type { ShownImportResult } from "../../ipc/import-result.ts";

export interface ImportList {
  /** What became of each file that is through, in order. */
  readonly results: readonly ShownImportResult[];
  readonly done: number;
  readonly total: number;
  /** The file that is being read; null once the import is over. */
  readonly current: { readonly fileName: string; readonly share: number | null } | null;
}

type ImportEvent = Extract<AttacheEvent, { type: "import-progress" | "import-result" }>;

const NOTHING: ImportList = { results: [], done: 0, total: 0, current: null };

/**
 * The list after one more thing was told; null where there is nothing to say. It is made of events alone, which come in
 * their order: the answer of the call that began the import may overtake them. An import that begins starts a new list.
 */
export function takeImportEvent(list: ImportList | null, event: ImportEvent): ImportList | null {
  if (event.type === "import-result") {
    const running = list ?? NOTHING;
    return { ...running, results: [...running.results, event.result] };
  }
  const { done, total, fileName, share } = event;
  if (done < total) {
    const running = list?.current ? list : NOTHING;
    return { ...running, done, total, current: { fileName, share } };
  }
  return list === null || isPlain(list.results) ? null : { ...list, done, total, current: null };
}

/** Whether all went so well that a line about it is enough. */
export function isPlain(results: readonly ShownImportResult[]): boolean {
  return results.every(({ status, warnings }) => status === "imported" && warnings.length === 0);
}

export interface ImportCounts {
  readonly imported: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly present: number;
  readonly warned: number;
}

export function countImports(results: readonly ShownImportResult[]): ImportCounts {
  const count = (test: (result: ShownImportResult) => boolean) => results.filter(test).length;
  return {
    imported: count(({ status }) => status === "imported"),
    failed: count(isFailed),
    cancelled: count(({ error }) => error?.code === "cancelled"),
    present: count(({ status }) => status === "duplicate"),
    warned: count(({ status, warnings }) => status === "imported" && warnings.length > 0),
  };
}

export function isFailed({ status, error }: ShownImportResult): boolean {
  return status === "failed" && error?.code !== "cancelled";
}

/** "37 imported, 3 of 40 failed" */
export function importSummary(results: readonly ShownImportResult[]): string {
  const { imported, failed, cancelled, present } = countImports(results);
  const parts = [
    imported > 0 ? `${imported} imported` : "",
    failed > 0 ? `${results.length > failed ? `${failed} of ${results.length}` : failed} failed` : "",
    cancelled > 0 ? `${cancelled} cancelled` : "",
    present > 0 ? `${present} already here` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "Nothing was imported" : parts.join(", ");
}

/** What is said of a file in words; empty where all went well. */
export function wordsOf({ error, warnings }: ShownImportResult): string[] {
  return error === null ? [...warnings] : [error.message];
}

/** The list as text, to be sent to whoever sent the files. */
export function importListAsText(results: readonly ShownImportResult[]): string {
  return results
    .map((result) => [`${result.fileName}: ${statusName(result)}`, ...wordsOf(result)].join("\n  "))
    .join("\n");
}

export function statusName(result: ShownImportResult): string {
  if (result.error?.code === "cancelled") return "cancelled";
  if (result.pendingId !== null) return "needs a password";
  return result.status === "duplicate" ? "already here" : result.status;
}
