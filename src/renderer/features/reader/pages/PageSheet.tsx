/**
 * One page: paper of the right size at once, then its picture, then its words over it. What was painted is freed when
 * the page goes out of sight.
 */
import { memo, type RefObject, useEffect, useRef, useState } from "react";
import type { Excerpt, ExcerptId } from "../../../../core/excerpt/excerpt.ts";
import type { PageFrame, PageRun } from "../../../../core/source/page.ts";
import { PageMarks } from "./PageMarks.tsx";
import { type PageBox, PX_PER_POINT } from "./page-layout.ts";
import type { PageRuns } from "./page-runs.ts";
import { runsFor } from "./page-text.ts";
import { LIMIT_MS, type PaintQueue } from "./paint-queue.ts";
import type { PdfDocument } from "./pdf-document.ts";
import type { TextLayer, TextLayers } from "./text-layers.ts";

/** Of one canvas: 64 MB. A page that is larger is painted coarser. */
const MOST_CANVAS_PX = 2 ** 24;
const LONGEST_CANVAS_PX = 16_384;
/** For a page that was asked for once more though it takes long. */
const SECOND_LIMIT_MS = 6 * LIMIT_MS;

export interface SheetProps {
  readonly page: PageFrame;
  readonly box: PageBox;
  readonly zoom: number;
  readonly pixelRatio: number;
  /** Null until the document is open. */
  readonly open: { readonly pdf: PdfDocument; readonly queue: PaintQueue } | null;
  /** The canonical text; null until it is there. */
  readonly text: string | null;
  readonly layers: TextLayers;
  readonly runs: PageRuns;
  readonly stuck: boolean;
  readonly onRetry: (page: number) => void;
  readonly excerpts: readonly Excerpt[];
  readonly activeExcerptId: ExcerptId | null;
  readonly pressedExcerptId: ExcerptId | null;
}

type Problem = "failed" | "too-much-text" | "unknown-text";

const WORDS: Readonly<Record<Problem, string>> = {
  failed: "This page could not be drawn.",
  "too-much-text": "This page has too much text for words to be selected on it.",
  "unknown-text": "Highlights cannot be shown on this page: its words could not be matched with the text.",
};

function PageSheetBase(props: SheetProps) {
  const { page, box, zoom, stuck, onRetry } = props;
  const sheet = useRef<HTMLDivElement>(null);
  const [retried, setRetried] = useState(false);
  const limitMs = retried ? SECOND_LIMIT_MS : LIMIT_MS;
  const painted = usePainting(sheet, props, limitMs);
  const words = useWords(sheet, props, limitMs);
  const problem = painted ?? words.problem;
  const name = page.label ?? String(page.number);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would group form fields, this is a page
    <div
      ref={sheet}
      className="page-sheet"
      role="group"
      aria-label={`Page ${name}`}
      data-page={page.number}
      style={{
        top: box.top,
        width: box.width,
        height: box.height,
        marginLeft: -box.width / 2,
        // Read by the text that pdf.js lays out.
        ["--total-scale-factor" as string]: zoom * PX_PER_POINT,
      }}
    >
      <div className="page-picture" aria-hidden="true" />
      {words.layer && <PageMarks {...props} layer={words.layer} which="others" />}
      <div className="page-words" />
      {words.layer && <PageMarks {...props} layer={words.layer} which="pressed" />}
      {stuck && (
        <p className="page-problem">
          This page takes too long to draw.
          <button
            type="button"
            className="button"
            onClick={() => {
              setRetried(true);
              onRetry(page.number);
            }}
          >
            Draw it all the same
          </button>
        </p>
      )}
      {!stuck && problem && (
        <p className="page-problem" data-quiet={problem === "failed" ? undefined : ""}>
          {WORDS[problem]}
        </p>
      )}
    </div>
  );
}

export const PageSheet = memo(PageSheetBase);

function scaleOf({ page, zoom, pixelRatio }: SheetProps): number {
  const { widthPoints, heightPoints } = page;
  return Math.min(
    zoom * PX_PER_POINT * pixelRatio,
    Math.sqrt(MOST_CANVAS_PX / (widthPoints * heightPoints)),
    LONGEST_CANVAS_PX / Math.max(widthPoints, heightPoints),
  );
}

/** Paints the page whenever it is shown at another size; until then the picture before is stretched. */
function usePainting(sheet: RefObject<HTMLElement | null>, props: SheetProps, limitMs: number): Problem | null {
  const { open, stuck, page } = props;
  const scale = scaleOf(props);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    const picture = sheet.current?.querySelector(".page-picture");
    if (!open || !picture || stuck) return;
    const cancel = open.queue.add(
      page.number,
      async (signal) => {
        const canvas = document.createElement("canvas");
        try {
          await open.pdf.paint(page.number, canvas, scale, signal);
          signal.throwIfAborted();
          const before = picture.firstElementChild;
          picture.replaceChildren(canvas);
          free(before);
          setProblem(null);
        } catch {
          free(canvas);
          if (!signal.aborted) setProblem("failed");
        }
      },
      limitMs,
    );
    return cancel;
  }, [open, stuck, page.number, scale, limitMs, sheet]);

  useEffect(() => () => open?.pdf.release(page.number), [open, page.number]);
  useEffect(() => {
    const picture = sheet.current?.querySelector(".page-picture");
    return () => free(picture?.firstElementChild);
  }, [sheet]);
  return problem;
}

/** A canvas keeps its memory until it is collected; one of no size has none. */
function free(canvas: Element | null | undefined): void {
  if (!(canvas instanceof HTMLCanvasElement)) return;
  canvas.width = 0;
  canvas.height = 0;
}

/** Lays the words of the page over it, once: they grow with the page by the style sheet. */
function useWords(sheet: RefObject<HTMLElement | null>, props: SheetProps, limitMs: number) {
  const { open, stuck, page, text, layers, runs } = props;
  const scale = useRef(props.zoom * PX_PER_POINT);
  const [laid, setLaid] = useState<{ elements: readonly HTMLElement[]; items: readonly string[] } | null>(null);
  const [layer, setLayer] = useState<TextLayer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    const words = sheet.current?.querySelector(".page-words");
    if (!open || !words || stuck) return;
    const container = document.createElement("div");
    container.className = "page-text";
    const cancel = open.queue.add(
      page.number,
      async (signal) => {
        try {
          const found = await open.pdf.layText(page.number, container, scale.current, signal);
          signal.throwIfAborted();
          setProblem(found ? null : "too-much-text");
          if (!found) return;
          const end = document.createElement("div");
          end.className = "page-text-end";
          container.append(end);
          words.replaceChildren(container);
          setLaid(found);
        } catch {
          // A page without words can still be looked at.
        }
      },
      limitMs,
    );
    return () => {
      cancel();
      container.remove();
      setLaid(null);
    };
  }, [open, stuck, page.number, limitMs, sheet]);

  useEffect(() => {
    if (!laid || text === null) return;
    let made: TextLayer | null = null;
    let gone = false;
    const place = (stored: readonly PageRun[]) => {
      if (gone) return;
      const fitting = runsFor(stored, laid.items, text);
      if (!fitting && stored.length > 0) setProblem("unknown-text");
      made = { page: page.number, elements: laid.elements, runs: fitting };
      layers.put(made);
      setLayer(made);
    };
    runs.of(page.number).then(place, () => undefined);
    return () => {
      gone = true;
      if (made) layers.remove(made);
      setLayer(null);
    };
  }, [laid, page.number, text, layers, runs]);
  return { layer, problem };
}
