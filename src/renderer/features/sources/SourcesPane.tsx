/** The list of sources, and the way in for new ones. */
import { ListBox, ListBoxItem, Text } from "react-aria-components";
import { formatDate } from "../../../core/citation/format-date.ts";
import type { Source, SourceId } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { keptExcerpts } from "../../state/workspace-state.ts";
import { ImportReport } from "./ImportReport.tsx";
import "./sources.css";

export function SourcesPane() {
  const { actions } = useWorkspace();
  const sources = useWorkspaceState((state) => state.sources);
  const activeSourceId = useWorkspaceState((state) => state.activeSourceId);
  const importing = useWorkspaceState((state) => state.progress !== null);

  return (
    <section className="pane sources" aria-label="Sources">
      <div className="pane-head">
        <h2>Sources</h2>
        <button
          type="button"
          className="button"
          aria-label="Import sources"
          aria-keyshortcuts="Control+I"
          title="Import sources (Ctrl+I)"
          disabled={importing}
          onClick={() => void actions.importSources()}
        >
          Import
        </button>
      </div>
      <ImportReport />
      <ListBox
        aria-label="Sources"
        className="source-list"
        items={sources}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection={true}
        selectedKeys={activeSourceId === null ? [] : [activeSourceId]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : keys;
          // The keys are the ids of the sources listed.
          if (key !== undefined) actions.openSource(key as SourceId);
        }}
        renderEmptyState={() => <p className="pane-empty">No sources yet. Import text files to begin.</p>}
      >
        {(source) => <SourceOption source={source} />}
      </ListBox>
    </section>
  );
}

function SourceOption({ source }: { source: Source }) {
  const count = useWorkspaceState(
    (state) => keptExcerpts(state.excerpts).filter((excerpt) => excerpt.sourceId === source.id).length,
  );
  const name = sourceName(source);
  const { publisher, authors, agencies, published } = source.metadata;
  const citing = agencies.length > 0 ? `citing ${agencies.join(", ")}` : undefined;
  const origin = [publisher ?? authors[0] ?? citing ?? "Origin unknown", published ? formatDate(published) : "undated"];
  const countText = count === 1 ? "1 excerpt" : `${count} excerpts`;
  return (
    <ListBoxItem id={source.id} textValue={name} className="source-option">
      <span className="source-option-name" data-file={source.metadata.title === null ? "" : undefined}>
        {name}
      </span>
      {/* Hidden as content, since the option's name is the title alone; said as its description. */}
      <Text slot="description" className="source-option-line" aria-hidden="true">
        <span>{origin.join(" · ")}</span>
        {count > 0 && (
          <span title={countText}>
            {count}
            <span className="visually-hidden">{count === 1 ? " excerpt" : " excerpts"}</span>
          </span>
        )}
      </Text>
    </ListBoxItem>
  );
}
