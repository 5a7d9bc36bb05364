/** The field over the list of sources, and what was found in the place of the list while something is looked for. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { SearchResults } from "./SearchResults.tsx";
import { useSourceSearch } from "./use-source-search.ts";
import "./search.css";

/** `children` is the list of sources. */
export function SourceSearch({ children }: { readonly children: ReactNode }) {
  const { actions, store } = useWorkspace();
  const query = useWorkspaceState((state) => state.searchQuery);
  const setQuery = (searchQuery: string) => store.setState({ searchQuery });
  const [isWithin, setWithin] = useState(false);
  const activeSourceId = useWorkspaceState((state) => state.activeSourceId);
  const found = useSourceSearch(query, isWithin ? activeSourceId : null);
  const pane = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** Where one came from to search, to go back there; the pane too, since another source may be shown in it by then. */
  const cameFrom = useRef<{ readonly element: HTMLElement; readonly pane: Element | null } | null>(null);

  const options = () => [...(pane.current?.querySelectorAll<HTMLElement>(".search-hit") ?? [])];
  const leave = () => {
    setQuery("");
    const { element, pane: from } = cameFrom.current ?? {};
    const back = element?.isConnected ? element : from?.querySelector<HTMLElement>('.article, .pages, [tabindex="0"]');
    (back ?? field.current)?.focus({ preventScroll: true });
  };
  const pressInField = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const hits = options();
    if (event.key === "Escape") leave();
    else if (event.key === "ArrowDown" && hits.length > 0)
      (hits.find(({ tabIndex }) => tabIndex === 0) ?? hits[0])?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const pressInResults = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
    else if (event.key === "ArrowUp" && document.activeElement === options()[0]) field.current?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const sourceTotal = found?.result.sourceTotal ?? 0;
  return (
    <div className="source-search" ref={pane}>
      <div className="search-line">
        <input
          ref={field}
          type="search"
          className="field search-field"
          aria-label="Search sources"
          aria-keyshortcuts="Control+Shift+F"
          placeholder="Search sources"
          title={'Search sources (Ctrl+Shift+F): words, "a phrase", begin*, -without'}
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onFocus={(event) => {
            const from = event.relatedTarget;
            if (!(from instanceof HTMLElement) || pane.current?.contains(from)) return;
            cameFrom.current = { element: from, pane: from.closest(".pane") };
          }}
          onKeyDown={pressInField}
        />
      </div>
      <div className="search-ground">
        {found && (
          <div className="search-found" onKeyDownCapture={pressInResults}>
            <div className="search-line search-count">
              <span aria-live="polite" title="Paragraphs that have all these words">
                {countWords(found.result.total, sourceTotal)}
              </span>
              <button
                type="button"
                className="button"
                data-quiet=""
                aria-pressed={isWithin}
                disabled={activeSourceId === null}
                onClick={() => setWithin(!isWithin)}
              >
                In this source
              </button>
            </div>
            <SearchResults
              found={found}
              onShowAll={(sourceId) => {
                actions.openSource(sourceId);
                setWithin(true);
                // The line that was pressed is gone.
                field.current?.focus();
              }}
            />
          </div>
        )}
        <div className="search-hides" data-away={found === null ? undefined : ""}>
          {children}
        </div>
      </div>
    </div>
  );
}

function countWords(total: number, sourceTotal: number): string {
  if (total === 0) return "";
  const sources = sourceTotal === 1 ? "1 source" : `${sourceTotal.toLocaleString("en-GB")} sources`;
  return `${total.toLocaleString("en-GB")} in ${sources}`;
}
