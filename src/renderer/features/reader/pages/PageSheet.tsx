/**
 * One page: paper of the right size at once, then its picture, then its words over it. What was painted is freed when
 * the page goes out of sight.
 */
import { memo, useRef, useState } from "react";
import type { Excerpt, ExcerptId } from "../../../../core/excerpt/excerpt.ts";
import { PageMarks } from "./PageMarks.tsx";
import { type PageBox, PX_PER_POINT } from "./page-layout.ts";
import type { PageRuns } from "./page-runs.ts";
import { LIMIT_MS } from "./paint-queue.ts";
import type { TextLayers } from "./text-layers.ts";
import { type PageToDraw, usePagePicture } from "./use-page-picture.ts";
import { usePageWords, type WordsProblem } from "./use-page-words.ts";

/** For a page that was asked for once more though it takes long. */
const SECOND_LIMIT_MS = 6 * LIMIT_MS;

interface PageSheetProps extends Omit<PageToDraw, "limitMs"> {
  readonly box: PageBox;
  readonly pixelRatio: number;
  /** The canonical text; null until it is there. */
  readonly text: string | null;
  readonly layers: TextLayers;
  readonly runs: PageRuns;
  readonly onRetry: (page: number) => void;
  readonly excerpts: readonly Excerpt[];
  readonly activeExcerptId: ExcerptId | null;
  readonly pressedExcerptId: ExcerptId | null;
}

const WORDS: Readonly<Record<WordsProblem | "failed", string>> = {
  failed: "This page could not be drawn.",
  "too-much-text": "This page has too much text for words to be selected on it.",
  "unknown-text": "Highlights cannot be shown on this page: its words could not be matched with the text.",
};

function PageSheetBase(props: PageSheetProps) {
  const { page, box, zoom, stuck, onRetry } = props;
  const sheet = useRef<HTMLDivElement>(null);
  const [retried, setRetried] = useState(false);
  const limitMs = retried ? SECOND_LIMIT_MS : LIMIT_MS;
  const failed = usePagePicture(sheet, { ...props, limitMs });
  const words = usePageWords(sheet, { ...props, limitMs });
  const problem = failed ? "failed" : words.problem;
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
        // Read by the text that pdf.js lays out. The cast: React's type of a style does not know it.
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
