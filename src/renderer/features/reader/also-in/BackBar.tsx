/** The way back to the passage from which one came to the same one in this source. */
import { useEffect } from "react";
import { useWorkspace, useWorkspaceState } from "../../../state/workspace.ts";
import { focusReader } from "./focus-reader.ts";
import { outletName } from "./outlet-name.ts";

export function BackBar() {
  const { actions } = useWorkspace();
  const last = useWorkspaceState((state) => state.cameFrom.at(-1));
  const isHere = useWorkspaceState((state) => state.activeSourceId === state.cameFrom.at(-1)?.to);
  const name = useWorkspaceState((state) => outletName(state.sources.find(({ id }) => id === last?.sourceId)));

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "ArrowLeft" || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const inReader = event.target instanceof Element && event.target.closest(".reader") !== null;
      if (!(inReader || event.target === document.body)) return;
      event.preventDefault();
      void actions.goBack().then((went) => went && focusReader());
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [actions]);

  if (!last || !isHere) return null;
  return (
    <div className="back-bar">
      <button
        type="button"
        className="button"
        data-quiet=""
        title="Back (Alt+Left)"
        onClick={() => void actions.goBack().then((went) => went && focusReader())}
      >
        ← Back to {name}, {last.locator}
      </button>
    </div>
  );
}
