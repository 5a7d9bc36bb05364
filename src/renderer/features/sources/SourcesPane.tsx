/** The list of sources, and the ways in for new ones. */
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { SourceSearch } from "../search/SourceSearch.tsx";
import { ImportList } from "./ImportList.tsx";
import { ImportMenu, SortMenu } from "./ImportMenu.tsx";
import { SourceList } from "./SourceList.tsx";
import "./sources.css";

export function SourcesPane() {
  const { actions, readOnly } = useWorkspace();
  const importing = useWorkspaceState((state) => state.importList?.current != null);

  return (
    <section className="pane sources" aria-label="Sources">
      <div className="pane-head">
        <h2>Sources</h2>
        <SortMenu />
        <span className="button-group">
          <button
            type="button"
            className="button"
            aria-label="Import sources"
            aria-keyshortcuts="Control+I"
            title="Import sources (Ctrl+I)"
            disabled={importing || readOnly !== null}
            onClick={() => void actions.importSources()}
          >
            Import
          </button>
          <ImportMenu />
        </span>
      </div>
      <SourceSearch>
        <ImportList />
        <SourceList />
      </SourceSearch>
    </section>
  );
}
