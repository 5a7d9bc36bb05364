/** The way to what was deleted, at the end of the list of sources; nothing where nothing was. */
import { useMemo } from "react";
import { removedItems } from "../../../core/source/removed-items.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import "./removed.css";

export function RemovedLink() {
  const { store } = useWorkspace();
  const sources = useWorkspaceState((state) => state.sources);
  const excerpts = useWorkspaceState((state) => state.excerpts);
  const count = useMemo(() => removedItems({ sources, excerpts, citations: [] }).length, [sources, excerpts]);
  if (count === 0) return null;
  return (
    <p className="removed-link">
      <button type="button" className="link" onClick={() => store.setState({ dialog: "removed-items" })}>
        {count === 1 ? "1 removed item…" : `${count} removed items…`}
      </button>
    </p>
  );
}
