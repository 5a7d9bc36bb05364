/**
 * The text of a source with its highlights. Draws exactly the text of its blocks, so that places in it are offsets of
 * canonical text; everything else it shows is drawn by the style sheet or beside it.
 */
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import { type Block, blockIndexAt, blockStarts, canonicalText } from "../../../core/source/block.ts";
import type { Source, SourceId } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { keyOf } from "../../commands/shortcuts.ts";
import { carryExcerpt, carryPassage } from "../../drag/carried-passage.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { filedSections, keptExcerpts } from "../../state/workspace-state.ts";
import { ArticleBlocks } from "./ArticleBlocks.tsx";
import { highlightsByBlock } from "./article-segments.ts";
import { ExcerptToolbar } from "./ExcerptToolbar.tsx";
import { HighlightPanel } from "./HighlightPanel.tsx";
import { registerKeyboardCaret } from "./keyboard-caret.ts";
import { marginMarks } from "./margin-marks.ts";
import { useFlash } from "./use-flash.ts";
import { useKeptSelection } from "./use-kept-selection.ts";
import { useReadingPlace } from "./use-reading-place.ts";
import { useSelectedPassage } from "./use-selected-passage.ts";

interface ArticleProps {
  readonly source: Source;
  readonly blocks: readonly Block[];
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** So many blocks are shown at once; the rest of a very long source follows when the window is idle. */
const FIRST_BLOCKS = 400;

export function Article({ source, blocks, scroller }: ArticleProps) {
  const { actions, store } = useWorkspace();
  const article = useRef<HTMLElement>(null);
  const caret = useRef<HTMLDivElement>(null);
  const [panelFor, setPanelFor] = useState<ExcerptId | null>(null);
  /** The highlight that was pressed can be dragged. In every other one a stroke of the mouse selects words. */
  const [pressedExcerptId, setPressedExcerptId] = useState<ExcerptId | null>(null);
  const activeExcerptId = useWorkspaceState((state) => state.activeExcerptId);
  const excerpts = useWorkspaceState((state) => state.excerpts);
  const template = useWorkspaceState((state) => state.template);

  const text = useMemo(() => canonicalText(blocks), [blocks]);
  const starts = useMemo(() => blockStarts(blocks), [blocks]);
  const marks = useMemo(() => marginMarks(blocks), [blocks]);
  const { flashed, wanted } = useWantedBlock(source.id, starts);
  const shown = Math.max(useShownCount(blocks.length), Math.min(blocks.length, wanted + FIRST_BLOCKS / 2));
  const shownBlocks = useMemo(() => blocks.slice(0, shown), [blocks, shown]);
  const showsRevisions = useWorkspaceState((state) => state.showsRevisions);
  const highlights = useMemo(
    () =>
      highlightsByBlock(
        keptExcerpts(excerpts).filter((excerpt) => excerpt.sourceId === source.id),
        starts,
        blocks.map((block) => block.text.length),
        (offsetUtf16) => blockIndexAt(starts, offsetUtf16),
      ),
    [excerpts, source.id, starts, blocks],
  );
  useKeptSelection(article, highlights);
  const selected = useSelectedPassage(article, text);
  useFlash(article, source.id, starts);
  useReadingPlace(scroller, article, source.id);

  useEffect(() => {
    if (!(article.current && scroller.current && caret.current)) return;
    return registerKeyboardCaret(article.current, scroller.current, caret.current);
  }, [scroller]);

  const keep = async (sectionIndex: number | null) => {
    const range = selected.read();
    if (!range) return;
    const sectionId = sectionIndex === null ? null : filedSections(template)[sectionIndex]?.id;
    if (sectionId === undefined) return;
    const pressedInToolbar = document.activeElement?.closest(".excerpt-toolbar") != null;
    const excerpt = await actions.addExcerpt({ sourceId: source.id, ...range }, sectionId);
    if (!excerpt) return;
    selected.clear();
    // The toolbar goes, and the focus must not go with it.
    if (pressedInToolbar) article.current?.focus({ preventScroll: true });
  };

  const leave = () => {
    selected.clear();
    article.current?.focus({ preventScroll: true });
  };
  const activate = (target: EventTarget | null) => {
    const id = excerptIdAt(target);
    store.setState({ activeExcerptId: id });
    setPressedExcerptId(id);
    setPanelFor(id);
    return id;
  };
  const click = (event: MouseEvent) => {
    if (document.getSelection()?.isCollapsed !== false) activate(event.target);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== article.current) return;
    const key = keyOf(event);
    const digit = /^[1-9]$/.test(key) ? Number(key) - 1 : null;
    const hasSelection = selected.read() !== null;
    if (hasSelection && digit !== null) void keep(digit);
    else if (hasSelection && (event.key === "Enter" || key === "h")) void keep(null);
    else if (event.key === "Enter") activate(document.getSelection()?.focusNode?.parentElement ?? null);
    else if (event.key === "Escape") {
      selected.clear();
      setPanelFor(null);
    } else return;
    event.preventDefault();
  };
  const drag = (event: DragEvent) => {
    // Selected words that are dragged out of a highlight are not the highlight.
    const isHighlight = event.target instanceof HTMLElement && event.target.draggable;
    const excerpt = isHighlight && excerpts.find(({ id }) => id === excerptIdAt(event.target));
    const range = selected.read();
    if (excerpt) {
      carryExcerpt(event.dataTransfer, excerpt.id, excerpt.selectors.quote.exact);
    } else if (range) {
      carryPassage(event.dataTransfer, { sourceId: source.id, ...range }, text.slice(range.fromUtf16, range.toUtf16));
    }
  };

  return (
    <div className="article-ground">
      <article
        ref={article}
        className="article"
        data-long={blocks.length > FIRST_BLOCKS ? "" : undefined}
        aria-label={sourceName(source)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and takes a reading caret
        tabIndex={0}
        lang={source.metadata.language ?? undefined}
        onClick={click}
        onKeyDown={press}
        onDragStart={drag}
      >
        <ArticleBlocks
          blocks={shownBlocks}
          starts={starts}
          marks={marks}
          highlights={highlights}
          activeExcerptId={activeExcerptId}
          pressedExcerptId={pressedExcerptId}
          showsRevisions={showsRevisions}
          wantedIndex={flashed}
        />
      </article>
      <div ref={caret} className="reading-caret" hidden={true} aria-hidden="true" />
      {selected.range && <ExcerptToolbar place={selected.range.place} onKeep={keep} onLeave={leave} />}
      {panelFor && !selected.range && (
        <HighlightPanel key={panelFor} excerptId={panelFor} article={article} onClose={() => setPanelFor(null)} />
      )}
    </div>
  );
}

/** The excerpt whose highlight is under a place: the topmost, where several overlap. */
function excerptIdAt(target: EventTarget | null): ExcerptId | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>("mark[data-excerpt-id]") : null;
  // The attribute was written from an excerpt's id.
  return (mark?.dataset["excerptId"] as ExcerptId | undefined) ?? null;
}

/** The block that must be there because one goes to it: a passage that was asked for, or the place where one was. */
function useWantedBlock(sourceId: SourceId, starts: readonly number[]) {
  const place = useWorkspaceState((state) => state.view.readerBlocks[sourceId] ?? 0);
  const flash = useWorkspaceState((state) => state.flash);
  const flashed = flash?.sourceId === sourceId ? blockIndexAt(starts, flash.toUtf16) : 0;
  return { flashed, wanted: Math.max(place, flashed) };
}

function useShownCount(total: number): number {
  const [shown, setShown] = useState(Math.min(total, FIRST_BLOCKS));
  useEffect(() => {
    if (shown >= total) return;
    const idle = requestIdleCallback(() => setShown((count) => Math.min(total, count * 4)));
    return () => cancelIdleCallback(idle);
  }, [shown, total]);
  return Math.min(shown, total);
}
