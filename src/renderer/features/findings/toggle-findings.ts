/** Opens the pane of findings and goes there; closes it for one who is in it, and goes back to the brief. */
import { flushSync } from "react-dom";
import type { Workspace } from "../../state/workspace.ts";
import type { WorkspaceStore } from "../../state/workspace-state.ts";

export function toggleFindings(workspace: Workspace): void {
  const { store } = workspace;
  const focused = document.activeElement;
  const isThere = focused?.closest(".findings, .top-findings") != null;
  if (store.getState().view.findingsOpen && isThere) {
    showFindings(store, false);
    workspace.brief?.focus();
    return;
  }
  showFindings(store, true);
  focusFindings();
}

/** Shows the pane or puts it away. Drawn at once, so that one can go there. */
export function showFindings(store: WorkspaceStore, isOpen: boolean): void {
  const { view } = store.getState();
  if (view.findingsOpen !== isOpen) flushSync(() => store.setState({ view: { ...view, findingsOpen: isOpen } }));
}

/** To the finding that one looked at, else the first; to the pane itself where there is none. */
export function focusFindings(): void {
  const pane = document.querySelector<HTMLElement>(".findings");
  const row = pane?.querySelector<HTMLElement>('.finding[tabindex="0"]');
  (row ?? pane)?.focus();
}
