/** What is done to sources in their list: removed, brought back, deleted for good. */
import type { SourceId } from "../../core/source/source.ts";
import { sourceName } from "../../core/source/source-name.ts";
import { attache } from "../attache.ts";
import type { ActionContext } from "./action-context.ts";
import type { WorkspaceState } from "./workspace-state.ts";
import { sourcesInForce } from "./workspace-state.ts";

export function createSourceActions({ get, set, undo, notify, report, reportStep, openSource }: ActionContext) {
  const setRemoved = async (sourceId: SourceId, removed: boolean) => {
    const changed = await attache.engine("removeSource", { sourceId, removed });
    set(changed);
    if (!removed) openSource(sourceId);
    else if (get().activeSourceId === sourceId) openNext(sourceId);
  };
  /** Deletes a source, or brings it back, undoably. Null where that failed, which was then said. */
  const changeRemoved = async (label: string, sourceId: SourceId, removed: boolean) => {
    try {
      await setRemoved(sourceId, removed);
    } catch (error) {
      report(error);
      return null;
    }
    const act = {
      label,
      undo: () => setRemoved(sourceId, !removed).catch(reportStep),
      redo: () => setRemoved(sourceId, removed).catch(reportStep),
    };
    undo.push(act);
    return act;
  };
  /** What is read instead: the source after the one that went. */
  const openNext = (sourceId: SourceId) => {
    const { sources } = get();
    const place = sources.findIndex(({ id }) => id === sourceId);
    const left = sourcesInForce(sources);
    const next = left.find(({ id }) => sources.findIndex((source) => source.id === id) > place) ?? left.at(-1);
    if (next) openSource(next.id);
    else set({ activeSourceId: null, activeExcerptId: null, flash: null });
  };

  return {
    /** Takes a source out of the project's lists, undoably. What would break was asked before. */
    async removeSource(sourceId: SourceId) {
      const source = get().sources.find(({ id }) => id === sourceId);
      if (!source) return;
      const act = await changeRemoved("Delete source", sourceId, true);
      if (!act) return;
      const bringBack = () =>
        void (undo.isLast(act) ? undo.undo() : changeRemoved("Bring back source", sourceId, false));
      notify({
        tone: "plain",
        text: `“${sourceName(source)}” deleted.`,
        actions: [{ label: "Undo", run: bringBack }],
      });
    },
    /** False where that failed, which was then said. */
    async bringBackSource(sourceId: SourceId): Promise<boolean> {
      return (await changeRemoved("Bring back source", sourceId, false)) !== null;
    },
    /** Takes a deleted source out of the file, which cannot be undone. Throws what the engine threw. */
    async deleteForGood(sourceId: SourceId) {
      const changed = await attache.engine("deleteForGood", { sourceId });
      const { activeSourceId, texts } = get();
      const left = new Set(changed.sources.map(({ id }) => id));
      // It may be the one that is read: a citation led there before.
      if (activeSourceId !== null && !left.has(activeSourceId)) openNext(activeSourceId);
      set({ ...changed, texts: new Map([...texts].filter(([id]) => left.has(id))), flash: null });
    },
  };
}

/** The numbers of the citations that rest on a source. */
export function citationsOf(
  { citations, excerpts }: Pick<WorkspaceState, "citations" | "excerpts">,
  id: SourceId,
): number[] {
  const own = new Set(excerpts.filter((excerpt) => excerpt.sourceId === id).map((excerpt) => excerpt.id));
  return citations
    .filter(({ citation }) => citation.excerptIds.some((excerptId) => own.has(excerptId)))
    .map(({ number }) => number);
}
