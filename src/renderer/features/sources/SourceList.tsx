/** The list of sources, in the chosen order, and what can be done with each by keys or by its menu. */
import { type KeyboardEvent, type MouseEvent, useMemo, useState } from "react";
import { Collection, Header, ListBox, ListBoxSection } from "react-aria-components";
import { keptExcerpts } from "../../../core/excerpt/excerpt.ts";
import type { Origin } from "../../../core/review/origins/origin.ts";
import type { Source, SourceId } from "../../../core/source/source.ts";
import { reportOf } from "../../state/review-report.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { sourcesInForce } from "../../state/workspace-state.ts";
import { RemovedLink } from "../removed/RemovedLink.tsx";
import { SourceMenu } from "./SourceMenu.tsx";
import { SourceOption } from "./SourceOption.tsx";
import { FILTER_NAMES, filterSources, orderSources } from "./source-order.ts";
import { groupByOrigin, type SourceGroup } from "./sources-by-origin.ts";

const NONE: readonly Origin[] = [];

export function SourceList() {
  const { actions, store, mayWrite } = useWorkspace();
  const sources = useWorkspaceState((state) => state.sources);
  const excerpts = useWorkspaceState((state) => state.excerpts);
  const order = useWorkspaceState((state) => state.view.sourceOrder);
  const filter = useWorkspaceState((state) => state.view.sourceFilter);
  const activeSourceId = useWorkspaceState((state) => state.activeSourceId);
  const [menuAt, setMenuAt] = useState<{ readonly left: number; readonly top: number } | null>(null);
  const inForce = useMemo(() => sourcesInForce(sources), [sources]);
  const listed = useMemo(
    () => orderSources(filterSources(inForce, filter, keptExcerpts(excerpts, sources)), order),
    [inForce, filter, excerpts, sources, order],
  );
  const origins = useWorkspaceState((state) => reportOf(state)?.origins ?? NONE);
  const groups = useMemo(() => (order === "origin" ? groupByOrigin(listed, origins) : null), [order, listed, origins]);

  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.matches("input")) return;
    if ((event.key === "F2" || event.key === "Delete") && activeSourceId && !mayWrite()) return;
    if (event.key === "F2" && activeSourceId) store.setState({ renamedSourceId: activeSourceId });
    else if (event.key === "Delete" && activeSourceId) store.setState({ dialog: "remove-source" });
    else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      const rect = event.target.getBoundingClientRect();
      setMenuAt({ left: rect.left + 24, top: rect.bottom });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const openMenu = (event: MouseEvent) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-source-id]") : null;
    if (!option) return;
    event.preventDefault();
    // The attribute was written from a source's id.
    actions.openSource(option.dataset["sourceId"] as SourceId);
    setMenuAt({ left: event.clientX, top: event.clientY });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the list inside
    <div className="source-list-ground" onKeyDownCapture={press} onContextMenu={openMenu}>
      {filter !== "all" && inForce.length > 0 && (
        <p className="source-filter">
          {FILTER_NAMES[filter]}: {listed.length} of {inForce.length}{" "}
          <button
            type="button"
            className="link"
            onClick={() => store.setState(({ view }) => ({ view: { ...view, sourceFilter: "all" } }))}
          >
            Show all
          </button>
        </p>
      )}
      <ListBox<SourceGroup | Source>
        aria-label="Sources"
        className="source-list"
        // With other items it is another list: those that are grouped are not found among those that are not.
        key={groups === null ? "plain" : "grouped"}
        items={groups ?? listed}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection={true}
        selectedKeys={activeSourceId === null ? [] : [activeSourceId]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : keys;
          // The keys are the ids of the sources listed.
          if (key !== undefined) actions.openSource(key as SourceId);
        }}
        renderEmptyState={() => (
          <p className="pane-empty">
            {inForce.length > 0 ? (
              "No source is like that."
            ) : (
              <>No sources yet. Import the files you were sent, or drop them here.</>
            )}
          </p>
        )}
      >
        {(item) => ("sources" in item ? <GroupedSources group={item} /> : <SourceOption source={item} />)}
      </ListBox>
      <RemovedLink />
      {menuAt && <SourceMenu place={menuAt} onClose={() => setMenuAt(null)} />}
    </div>
  );
}

function GroupedSources({ group }: { group: SourceGroup }) {
  return (
    <ListBoxSection id={group.id} aria-label={group.heading}>
      <Header className="source-group-head" title={group.reason === "" ? undefined : group.reason}>
        {group.heading}
      </Header>
      <Collection items={group.sources}>{(source) => <SourceOption source={source} />}</Collection>
    </ListBoxSection>
  );
}
