/** Importing, however files come: chosen, dropped, pasted, or waiting for a password. */
import type { Metadata } from "../../core/source/metadata.ts";
import { fromErrorData, toErrorData } from "../../ipc/errors.ts";
import type { ShownImportResult } from "../../ipc/import-result.ts";
import { attache } from "../attache.ts";
import type { ActionContext } from "./action-context.ts";
import { isPlain } from "./import-state.ts";

export function createImportActions({ get, set, notify, report, openSource }: ActionContext) {
  /** Where all went well a notice says so; what else there is to say, the list says (import-state.ts). */
  const finish = (results: readonly ShownImportResult[], before: ReadonlySet<string>) => {
    if (results.length === 0) return;
    if (isPlain(results)) {
      const text = results.length === 1 ? "1 source imported." : `${results.length} sources imported.`;
      notify({ tone: "plain", text });
    }
    const first = results.find((result) => result.sourceId !== null && !before.has(result.sourceId));
    // Who reads already, reads on.
    if (first?.sourceId && get().activeSourceId === null) openSource(first.sourceId);
  };
  const run = async (start: () => Promise<readonly ShownImportResult[]>) => {
    const before = new Set<string>(get().sources.map((source) => source.id));
    try {
      finish(await start(), before);
    } catch (error) {
      set({ progress: null });
      endImport();
      // What is there is there: the same files can be given again, and only what is missing is imported.
      if (toErrorData(error).code === "engine-stopped") {
        const text =
          "The import was interrupted because a part of Attaché stopped. What it had finished is in the list of sources; " +
          "import the same files again for the rest.";
        notify({ tone: "problem", text });
      } else report(error);
    }
  };
  /** An import that will not go on: what became of files stays to be read. */
  const endImport = () => {
    const list = get().importList;
    if (list?.current) set({ importList: isPlain(list.results) ? null : { ...list, current: null } });
  };

  return {
    /** Asks for files, or for a folder, and imports them. */
    importSources: (from: "files" | "folder" = "files") => run(() => attache.app("importSources", { from })),
    /** Imports files and folders that were dropped. What was dragged out of another program may be no file at all. */
    async importDropped(files: readonly File[]) {
      const handles = await attache.handlesOf(files).catch(() => []);
      if (handles.length > 0) await run(() => attache.app("importDropped", { handles: [...handles] }));
      else {
        notify({
          tone: "problem",
          text: "What was dropped is not a file on this computer. Save it as a file first, or paste its text as a source.",
        });
      }
    },
    /** Answers the source, or null where that failed, which was then said. */
    async importPasted(content: string, format: "text" | "html", metadata: Partial<Metadata>) {
      try {
        const result = await attache.engine("importPasted", { content, format, metadata });
        if (result.error) throw fromErrorData(result.error);
        if (result.sourceId) openSource(result.sourceId);
        notify({ tone: "plain", text: result.warnings[0] ?? "The pasted text is a source now." });
        return true;
      } catch (error) {
        report(error);
        return false;
      }
    },
    /** Tries a password. Answers what is wrong with it in words, or null where the file was imported. */
    async importWithPassword(pendingId: string, password: string): Promise<string | null> {
      try {
        const result = await attache.engine("importWithPassword", { pendingId, password });
        const list = get().importList;
        if (list) {
          const results = list.results.map((each) => (each.pendingId === pendingId ? result : each));
          set({ importList: { ...list, results } });
        }
        if (result.sourceId && get().activeSourceId === null) openSource(result.sourceId);
        return result.error?.message ?? null;
      } catch (error) {
        report(error);
        return null;
      }
    },
    cancelImport: () => void attache.engine("cancelImport", {}).catch(report),
    endImport,
    dismissImport: () => set({ importList: null }),
  };
}
