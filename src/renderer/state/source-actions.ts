/** What is done to sources in their list: renamed, removed, brought back. */
import type { SourceId } from "../../core/source/source.ts";
import { sourceName } from "../../core/source/source-name.ts";
import { attache } from "../attache.ts";
import type { ActionContext } from "./action-context.ts";
import type { WorkspaceState } from "./workspace-state.ts";
import { sourcesInForce } from "./workspace-state.ts";

export function createSourceActions({ get, set, undo, notify, report, openSource }: ActionContext) {
  const setRemoved = async (sourceId: SourceId, removed: boolean) => {
    const changed = await attache.engine("removeSource", { sourceId, removed });
    set(changed);
    if (!removed) openSource(sourceId);
    else if (get().activeSourceId === sourceId) openNext(sourceId);
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
      try {
        await setRemoved(sourceId, true);
      } catch (error) {
        report(error);
        return;
      }
      const act = {
        label: "Delete source",
        undo: () => setRemoved(sourceId, false).catch(report),
        redo: () => setRemoved(sourceId, true).catch(report),
      };
      undo.push(act);
      notify({
        tone: "plain",
        text: `“${sourceName(source)}” deleted.`,
        actions: [{ label: "Undo", run: () => void (undo.isLast(act) ? undo.undo() : act.undo()) }],
      });
    },
    async bringBackSource(sourceId: SourceId) {
      await setRemoved(sourceId, false).catch(report);
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
