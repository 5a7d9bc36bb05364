/** What was found, by source: each hit with its words marked in their sentence. */
import { type FocusEvent, Fragment, memo, type RefObject, useEffect, useRef, useState } from "react";
import { Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import type { Source, SourceId } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import type { SearchHit } from "../../../ipc/search-result.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import type { Found } from "./use-source-search.ts";

/** So many hits are drawn with the answer, which fill the pane; more come as one gets near to the last of them. */
const FIRST_HITS = 10;
const MORE_HITS = 40;
const NEAR = "800px";
/** Walking shows a passage once one rests on it so long: who walks on is not held up. */
const REST_MS = 140;

interface SearchResultsProps {
  readonly found: Found;
  /** Looks on in one source only, of which more was found than is shown. */
  readonly onShowAll: (sourceId: SourceId) => void;
}

export function SearchResults({ found, onShowAll }: SearchResultsProps) {
  const { actions } = useWorkspace();
  const sources = useWorkspaceState((state) => state.sources);
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const drawn = useDrawnHits(found, scroller, end);
  const groups = groupsOf(found, sources, drawn);
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const { result, within } = found;

  if (result.problem !== null) return <p className="pane-empty">{result.problem}</p>;
  if (result.total === 0) {
    return (
      <p className="pane-empty">
        {within === null ? "No paragraph has all these words." : "No paragraph of this source has all these words."}
      </p>
    );
  }
  const go = (key: string, select: boolean) => {
    clearTimeout(resting.current);
    for (const { source, hits } of groups) {
      const hit = hits.find((candidate) => keyOf(source, candidate) === key);
      if (hit) void actions.showPassage(source.id, hit.fromUtf16, hit.toUtf16, { select });
      else if (select && key === moreKeyOf(source)) onShowAll(source.id);
    }
  };
  const walk = (event: FocusEvent) => {
    clearTimeout(resting.current);
    const key = event.target instanceof HTMLElement ? event.target.dataset["key"] : undefined;
    // A press of the mouse goes there by itself.
    if (key && event.target.matches(":focus-visible")) resting.current = setTimeout(() => go(key, false), REST_MS);
  };
  return (
    <div
      ref={scroller}
      className="search-scroller"
      onFocusCapture={walk}
      onBlurCapture={() => clearTimeout(resting.current)}
    >
      <ListBox
        aria-label="Search results"
        className="search-results"
        selectionMode="none"
        items={groups}
        onAction={(key) => go(String(key), true)}
      >
        {(group) => <ResultGroup {...group} />}
      </ListBox>
      <div ref={end} />
      <Unlisted found={found} />
    </div>
  );
}

/** What was found and is not listed. */
function Unlisted({ found: { result, within } }: { readonly found: Found }) {
  const listed = result.sources.reduce((sum, { hits }) => sum + hits.length, 0);
  const count = within === null ? result.sourceTotal - result.sources.length : result.total - listed;
  if (count === 0) return null;
  const noun = within === null ? "source" : "paragraph";
  return (
    <p className="search-more">
      And {count.toLocaleString("en-GB")} more {count === 1 ? noun : `${noun}s`}. Add a word to narrow it down.
    </p>
  );
}

interface Group {
  readonly id: SourceId;
  readonly source: Source;
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** How many of its hits are not listed, once all that will be listed is drawn. */
  readonly more: number;
}

const keyOf = ({ id }: Source, { fromUtf16 }: SearchHit) => `${id} ${fromUtf16}`;
const moreKeyOf = ({ id }: Source) => `${id} more`;

function groupsOf({ result, within }: Found, sources: readonly Source[], mostHits: number): Group[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const groups: Group[] = [];
  let left = mostHits;
  for (const { sourceId, total, hits } of result.sources) {
    const source = byId.get(sourceId);
    if (!source || left <= 0) continue;
    const drawn = hits.slice(0, left);
    left -= drawn.length;
    const more = within === null && drawn.length === hits.length ? total - hits.length : 0;
    groups.push({ id: sourceId, source, total, hits: drawn, more });
  }
  return groups;
}

/** How many hits are drawn. Grows while the end of what is drawn is near the view. */
function useDrawnHits(
  found: Found,
  scroller: RefObject<HTMLElement | null>,
  end: RefObject<HTMLElement | null>,
): number {
  const [drawn, setDrawn] = useState({ found, hits: FIRST_HITS });
  const hits = drawn.found === found ? drawn.hits : FIRST_HITS;
  useEffect(() => {
    if (!end.current) return;
    const near = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setDrawn({ found, hits: hits + MORE_HITS }),
      { root: scroller.current, rootMargin: NEAR },
    );
    if (hits < found.result.sources.reduce((sum, source) => sum + source.hits.length, 0)) near.observe(end.current);
    return () => near.disconnect();
  }, [found, hits, scroller, end]);
  return hits;
}

function ResultGroup({ source, total, hits, more }: Group) {
  const name = sourceName(source);
  return (
    <ListBoxSection className="search-group">
      <Header className="search-source">
        <span className="search-source-name">{name}</span>
        <span className="search-source-count">{total.toLocaleString("en-GB")}</span>
      </Header>
      {hits.map((hit) => (
        <ListBoxItem key={keyOf(source, hit)} id={keyOf(source, hit)} textValue={hit.snippet} className="search-hit">
          <MarkedSnippet hit={hit} />
          <span className="search-locator">{hit.locator}</span>
        </ListBoxItem>
      ))}
      {more > 0 && (
        <ListBoxItem
          id={moreKeyOf(source)}
          textValue={`${more} more in this source`}
          className="search-hit search-rest"
        >
          {more.toLocaleString("en-GB")} more in this source
        </ListBoxItem>
      )}
    </ListBoxSection>
  );
}

const MarkedSnippet = memo(function MarkedSnippet({ hit: { snippet, marks } }: { readonly hit: SearchHit }) {
  return (
    <span className="search-snippet">
      {marks.map(({ fromUtf16, toUtf16 }, index) => (
        <Fragment key={fromUtf16}>
          {snippet.slice(marks[index - 1]?.toUtf16 ?? 0, fromUtf16)}
          <mark className="search-mark">{snippet.slice(fromUtf16, toUtf16)}</mark>
        </Fragment>
      ))}
      {snippet.slice(marks.at(-1)?.toUtf16 ?? 0)}
    </span>
  );
});
