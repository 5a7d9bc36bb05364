/** From a passage to the same passage in another source, and back. */
import type { ActionContext } from "./action-context.ts";
import type { Passage } from "./actions.ts";
import type { CameFrom } from "./workspace-state.ts";

export function createTrailActions(
  { get, set }: Pick<ActionContext, "get" | "set">,
  showPassage: (sourceId: Passage["sourceId"], fromUtf16: number, toUtf16: number) => Promise<void>,
) {
  return {
    /** Shows a passage, and remembers from where one came to it. */
    async followPassage(from: Omit<CameFrom, "to">, to: Passage) {
      const trail = get().cameFrom;
      await showPassage(to.sourceId, to.fromUtf16, to.toUtf16);
      set({ cameFrom: [...trail, { ...from, to: to.sourceId }] });
    },
    /** Back to where one came from. False where one came from nowhere. */
    async goBack(): Promise<boolean> {
      const { cameFrom, activeSourceId } = get();
      const last = cameFrom.at(-1);
      if (!last || last.to !== activeSourceId) return false;
      await showPassage(last.sourceId, last.fromUtf16, last.toUtf16);
      set({ cameFrom: cameFrom.slice(0, -1) });
      return true;
    },
  };
}
