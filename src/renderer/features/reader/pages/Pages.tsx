/**
 * The real pages of a source, in one long strip: only those in view are drawn. Words are selected, kept and dragged as
 * in its text.
 */
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { excerptsIn, keptExcerpts } from "../../../../core/excerpt/excerpt.ts";
import { type Block, blockIndexAt, blockStarts, canonicalText } from "../../../../core/source/block.ts";
import type { PageFrame } from "../../../../core/source/page.ts";
import type { Source, SourceId } from "../../../../core/source/source.ts";
import { sourceName } from "../../../../core/source/source-name.ts";
import { attache } from "../../../attache.ts";
import { useWorkspace, useWorkspaceState } from "../../../state/workspace.ts";
import { takeArrival } from "../reader-view.ts";
import type { OffsetRange } from "../text-position.ts";
import { usePassageTools } from "../use-passage-tools.tsx";
import { offsetInView } from "./offset-in-view.ts";
import { PageControls } from "./PageControls.tsx";
import { PageSheet } from "./PageSheet.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { PageRuns } from "./page-runs.ts";
import { selectedPassage } from "./page-text.ts";
import { TextLayers } from "./text-layers.ts";
import { useArrival } from "./use-arrival.ts";
import { usePageFind } from "./use-page-find.ts";
import { usePageFlash } from "./use-page-flash.ts";
import { usePageView } from "./use-page-view.ts";
import { type OpenedPdf, usePdf } from "./use-pdf.ts";
import { useTidying } from "./use-tidying.ts";
import { usePixelRatio, useZoom, type ZoomStep } from "./use-zoom.ts";
import "./pages.css";

export { prepareWorkers } from "./pdf-document.ts";

export interface PagesProps {
  readonly source: Source;
  /** Undefined until the text is there: pages are drawn without it. */
  readonly blocks: readonly Block[] | undefined;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Where the controls go: the bar above the scroller. */
  readonly bar: HTMLElement | null;
}

export function Pages(props: PagesProps) {
  const { actions } = useWorkspace();
  const [pages, setPages] = useState<readonly PageFrame[] | null>(null);
  const pdf = usePdf(props.source);
  const { id } = props.source;
  useEffect(() => {
    let gone = false;
    attache.engine("getPages", { sourceId: id }).then((answer) => {
      if (!gone) setPages(answer);
    }, actions.report);
    return () => {
      gone = true;
    };
  }, [id, actions]);
  return pages && <PageStrip {...props} {...pdf} pages={pages} />;
}

interface StripProps extends PagesProps, ReturnType<typeof usePdf> {
  readonly pages: readonly PageFrame[];
}

function PageStrip({ source, blocks, scroller, bar, pages, opened, stuck, retry }: StripProps) {
  const workspace = useWorkspace();
  const root = useRef<HTMLElement>(null);
  const [layers] = useState(() => new TextLayers());
  const [runs] = useState(() => new PageRuns(source.id));
  const [arrival] = useState(() => takeArrival(workspace, source.id));
  const [initialPlace] = useState(() => workspace.store.getState().view.readerPages[source.id] ?? 1);
  const text = useMemo(() => blocks && canonicalText(blocks), [blocks]);
  const excerpts = useExcerptsOf(source);
  const activeExcerptId = useWorkspaceState((state) => state.activeExcerptId);
  const pixelRatio = usePixelRatio();
  const { layout, fits, step } = useZoom(scroller, pages);
  const open = opened.kind === "open" ? opened : null;

  useTextAfter(opened, source.id);

  const remember = useRememberedPlace({ source, blocks, layers, scroller });
  const view = usePageView({ scroller, strip: root, layout, initialPlace, onPlace: remember });
  const { goTo } = view;
  open?.queue.setCentre(view.current);
  useTidying(open, view.current);
  useArrival({ offsetUtf16: arrival, layers, scroller });
  usePageFlash(root, source.id, blocks, layers, goTo);
  usePageFind(source.id, blocks, layers, goTo);

  const readSelection = useCallback(
    () => (root.current && text !== undefined ? readPassage(root.current, layers, runs, pages.length, text) : null),
    [layers, runs, pages, text],
  );
  const tools = usePassageTools({ sourceId: source.id, text: text ?? "", root, readSelection });
  const drawn = pages.filter(
    ({ number }) => (number > view.first && number <= view.last + 1) || view.held.includes(number),
  );
  const zoomKeys = (event: KeyboardEvent) => {
    const how = zoomOf(event);
    if (!how) return;
    event.preventDefault();
    event.stopPropagation();
    step(how);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that are meant for the pages, wherever the focus is in them
    <div className="pages-ground" style={{ minWidth: layout.width }} onKeyDown={zoomKeys}>
      {bar &&
        createPortal(
          <PageControls
            pages={pages}
            current={view.current}
            zoom={layout.zoom}
            fits={fits}
            onGo={goTo}
            onZoom={step}
          />,
          bar,
        )}
      {opened.kind === "password" && <PasswordForm wasWrong={opened.wasWrong} onAnswer={opened.answer} />}
      {opened.kind === "failed" && (
        <p className="pages-note" role="alert">
          {opened.message}
        </p>
      )}
      <article
        ref={root}
        className="pages"
        aria-label={sourceName(source)}
        aria-busy={opened.kind === "opening"}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and its words can be kept by keys
        tabIndex={0}
        lang={source.metadata.language ?? undefined}
        style={{ height: layout.height }}
        {...tools.handlers}
        onPointerDown={beginSelecting}
      >
        {drawn.map((page) => {
          const box = layout.boxes[page.number - 1];
          return (
            box && (
              <PageSheet
                key={page.number}
                page={page}
                box={box}
                zoom={layout.zoom}
                pixelRatio={pixelRatio}
                open={open}
                text={text ?? null}
                layers={layers}
                runs={runs}
                stuck={stuck.has(page.number)}
                onRetry={retry}
                excerpts={excerpts}
                activeExcerptId={activeExcerptId}
                pressedExcerptId={tools.pressedExcerptId}
              />
            )
          );
        })}
      </article>
      {tools.floating}
    </div>
  );
}

/** The text is fetched when the first page is there: of a long source it takes longer than that. */
function useTextAfter(opened: OpenedPdf, sourceId: SourceId): void {
  const { actions } = useWorkspace();
  useEffect(() => {
    if (opened.kind === "opening") return;
    const load = async () => void actions.loadText(sourceId);
    // Behind all pages.
    if (opened.kind === "open") return opened.queue.add(Number.MAX_SAFE_INTEGER, load);
    void load();
  }, [opened, sourceId, actions]);
}

function useExcerptsOf({ id }: Source) {
  const excerpts = useWorkspaceState((state) => state.excerpts);
  return useMemo(() => excerptsIn(keptExcerpts(excerpts), id), [excerpts, id]);
}

interface Remembered extends Pick<PagesProps, "source" | "blocks" | "scroller"> {
  readonly layers: TextLayers;
}

/** Notes the place for this view, and its block for the text: so that either view begins where the other one was. */
function useRememberedPlace({ source, blocks, layers, scroller }: Remembered): (place: number) => void {
  const { store } = useWorkspace();
  return useCallback(
    (place) => {
      const { view } = store.getState();
      const readerPages = { ...view.readerPages, [source.id]: place };
      const readerBlocks = { ...view.readerBlocks };
      if (blocks && blocks.length > 0 && scroller.current) {
        const offset = place === 1 ? 0 : offsetInView(blocks, layers, Math.floor(place), scroller.current);
        readerBlocks[source.id] = blockIndexAt(blockStarts(blocks), offset);
      }
      if (view.readerPages[source.id] === place && view.readerBlocks[source.id] === readerBlocks[source.id]) return;
      store.setState({ view: { ...view, readerPages, readerBlocks } });
    },
    [store, source.id, blocks, layers, scroller],
  );
}

function readPassage(
  root: HTMLElement,
  layers: TextLayers,
  runs: PageRuns,
  pageCount: number,
  text: string,
): OffsetRange | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  // One that begins or ends beside the pages reaches to the first or the last of them.
  const start = root.contains(range.startContainer)
    ? layers.pointOf(range, "start")
    : { page: 1, item: 0, unitUtf16: 0 };
  const end = root.contains(range.endContainer)
    ? layers.pointOf(range, "end")
    : { page: pageCount, item: Number.MAX_SAFE_INTEGER, unitUtf16: 0 };
  const runsOf = (page: number) => {
    const layer = layers.at(page);
    return layer ? (layer.runs ?? []) : runs.known(page);
  };
  return start && end ? selectedPassage(runsOf, text, start, end) : null;
}

function zoomOf({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): ZoomStep | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key === "=" || key === "+") return "in";
  if (key === "-") return "out";
  return key === "0" ? "fit-width" : null;
}

/** While words are being selected, the blank part of a page counts as its end: the selection must not jump. */
function beginSelecting({ currentTarget }: { currentTarget: HTMLElement }): void {
  currentTarget.dataset["selecting"] = "";
  const end = () => {
    delete currentTarget.dataset["selecting"];
  };
  addEventListener("pointerup", end, { once: true });
  addEventListener("dragend", end, { once: true });
}
