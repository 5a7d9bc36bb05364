/** Where one is in the window at this moment, to be kept in the project or for the window shown next. */
import type { ViewState } from "../../ipc/engine-contract.ts";
import type { Workspace } from "./workspace.ts";
import { EMPTY_VIEW } from "./workspace-state.ts";

export function currentView({ store, brief, placeKeepers }: Workspace): ViewState {
  for (const keep of placeKeepers) keep();
  const { view, activeSourceId } = store.getState();
  return { ...EMPTY_VIEW, ...view, sourceId: activeSourceId, briefCaret: brief?.readCaret() ?? view.briefCaret };
}
