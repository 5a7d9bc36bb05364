/** What the find bar found in a source, for the view that shows it to draw. */

import type { SourceId } from "../../../core/source/source.ts";
import type { FindState } from "../../state/find-state.ts";
import { useWorkspaceState } from "../../state/workspace.ts";

/** Null while nothing is looked for in this source. `revealed` is another number when `current` is to come into view. */
export function useFindMatches(sourceId: SourceId): FindState | null {
  return useWorkspaceState((state) => (state.find?.sourceId === sourceId ? state.find : null));
}
