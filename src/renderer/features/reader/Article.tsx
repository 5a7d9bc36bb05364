/**
 * The text of a source with its highlights. Draws exactly the text of its blocks, so that places in it are offsets of
 * canonical text; everything else it shows is drawn by the style sheet or beside it.
 */
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { excerptsIn, keptExcerpts } from "../../../core/excerpt/excerpt.ts";
import { type Block, blockIndexAt, blockStarts, canonicalText } from "../../../core/source/block.ts";
import type { Source, SourceId } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { useWorkspaceState } from "../../state/workspace.ts";
import { useFindHighlights, useFoundBlock } from "../search/use-find-highlights.ts";
import { ArticleBlocks } from "./ArticleBlocks.tsx";
import { AlsoInMargin } from "./also-in/AlsoInMargin.tsx";
import { highlightsByBlock } from "./article-segments.ts";
import { registerKeyboardCaret } from "./keyboard-caret.ts";
import { marginMarks } from "./margin-marks.ts";
import { offsetsOfSelection } from "./text-position.ts";
import { useFlash } from "./use-flash.ts";
import { useKeptSelection } from "./use-kept-selection.ts";
import { useNoteMarks } from "./use-note-marks.ts";
import { usePageLabels } from "./use-page-labels.ts";
import { usePassageTools } from "./use-passage-tools.tsx";
import { useReadingPlace } from "./use-reading-place.ts";

interface ArticleProps {
  readonly source: Source;
  readonly blocks: readonly Block[];
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** So many blocks are shown at once; the rest of a very long source follows when the window is idle. */
const FIRST_BLOCKS = 400;

export function Article({ source, blocks, scroller }: ArticleProps) {
  const article = useRef<HTMLElement>(null);
  const caret = useRef<HTMLDivElement>(null);
  const activeExcerptId = useWorkspaceState((state) => state.activeExcerptId);
  const excerpts = useWorkspaceState((state) => state.excerpts);

  const text = useMemo(() => canonicalText(blocks), [blocks]);
  const starts = useMemo(() => blockStarts(blocks), [blocks]);
  const labels = usePageLabels(source);
  const marks = useMemo(() => marginMarks(blocks, labels), [blocks, labels]);
  const { goneTo, wanted } = useWantedBlock(source.id, starts);
  const shown = Math.max(useShownCount(blocks.length), Math.min(blocks.length, wanted + FIRST_BLOCKS / 2));
  const shownBlocks = useMemo(() => blocks.slice(0, shown), [blocks, shown]);
  const showsRevisions = useWorkspaceState((state) => state.showsRevisions);
  const highlights = useMemo(
    () =>
      highlightsByBlock(
        excerptsIn(keptExcerpts(excerpts), source.id),
        starts,
        blocks.map((block) => block.text.length),
        (offsetUtf16) => blockIndexAt(starts, offsetUtf16),
      ),
    [excerpts, source.id, starts, blocks],
  );
  useKeptSelection(article, highlights);
  const readSelection = useCallback(
    () => (article.current ? offsetsOfSelection(document.getSelection(), article.current, text) : null),
    [text],
  );
  const tools = usePassageTools({ sourceId: source.id, text, root: article, readSelection });
  useFlash(article, source.id, starts);
  useFindHighlights(article, source.id, starts);
  useReadingPlace(scroller, article, source.id);
  useNoteMarks(article);

  useEffect(() => {
    if (!(article.current && scroller.current && caret.current)) return;
    return registerKeyboardCaret(article.current, scroller.current, caret.current);
  }, [scroller]);

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
        {...tools.handlers}
      >
        <ArticleBlocks
          blocks={shownBlocks}
          starts={starts}
          marks={marks}
          highlights={highlights}
          activeExcerptId={activeExcerptId}
          pressedExcerptId={tools.pressedExcerptId}
          showsRevisions={showsRevisions}
          wantedIndex={goneTo}
        />
      </article>
      <div ref={caret} className="reading-caret" hidden={true} aria-hidden="true" />
      <AlsoInMargin source={source} blocks={blocks} labels={labels} starts={starts} article={article} />
      {tools.floating}
    </div>
  );
}

/** The block that must be there because one goes to it: a passage that was asked for, or the place where one was. */
function useWantedBlock(sourceId: SourceId, starts: readonly number[]) {
  const place = useWorkspaceState((state) => state.view.readerBlocks[sourceId] ?? 0);
  const flash = useWorkspaceState((state) => state.flash);
  const flashed = flash?.sourceId === sourceId ? blockIndexAt(starts, flash.toUtf16) : 0;
  const found = useFoundBlock(sourceId, starts);
  return { goneTo: found || flashed, wanted: Math.max(place, flashed, found) };
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
