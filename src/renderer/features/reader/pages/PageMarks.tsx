/** The highlights on one page: boxes where the words of its excerpts lie, in shares of the page. */
import { useLayoutEffect, useMemo, useState } from "react";
import { type Excerpt, type ExcerptId, hasPlace } from "../../../../core/excerpt/excerpt.ts";
import { useWorkspaceState } from "../../../state/workspace.ts";
import { sectionColor } from "../../../state/workspace-state.ts";
import { type Box, linesOf, shareOf } from "./mark-boxes.ts";
import { stretchesOf } from "./page-text.ts";
import { rangeOf, type TextLayer } from "./text-layers.ts";

interface PageMarksProps {
  readonly layer: TextLayer;
  /** Excerpts of this source. */
  readonly excerpts: readonly Excerpt[];
  readonly activeExcerptId: ExcerptId | null;
  readonly pressedExcerptId: ExcerptId | null;
  /** The pressed one lies above the words, where it can be dragged; all others lie below them. */
  readonly which: "pressed" | "others";
}

interface PageMark {
  readonly excerpt: Excerpt;
  readonly box: Box;
  readonly isEnd: boolean;
}

export function PageMarks({ layer, excerpts, activeExcerptId, pressedExcerptId, which }: PageMarksProps) {
  const template = useWorkspaceState((state) => state.template);
  const shown = useMemo(
    () => excerpts.filter(({ id }) => (id === pressedExcerptId) === (which === "pressed")),
    [excerpts, pressedExcerptId, which],
  );
  const [marks, setMarks] = useState<readonly PageMark[]>([]);
  // Measured once the words are laid out: from then on shares hold, however large the page is shown.
  useLayoutEffect(() => setMarks(marksOf(layer, shown)), [layer, shown]);

  if (marks.length === 0) return null;
  return (
    <div className="page-marks" data-which={which}>
      {marks.map(({ excerpt, box, isEnd }, index) => (
        <mark
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no identity but their place
          key={index}
          data-excerpt-id={excerpt.id}
          data-section-color={sectionColor(template, excerpt.sectionId)}
          data-active={excerpt.id === activeExcerptId ? "" : undefined}
          data-noted={isEnd && excerpt.note !== "" ? "" : undefined}
          draggable={which === "pressed"}
          style={{
            left: percent(box.left),
            top: percent(box.top),
            width: percent(box.width),
            height: percent(box.height),
          }}
        />
      ))}
    </div>
  );
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

function marksOf(layer: TextLayer, excerpts: readonly Excerpt[]): PageMark[] {
  const { runs } = layer;
  const sheet = layer.elements.find((element) => element.isConnected)?.closest(".page-sheet");
  if (!runs || !sheet) return [];
  const page = sheet.getBoundingClientRect();
  const lastOf = Math.max(0, ...runs.map(({ fromUtf16, lengthUtf16 }) => fromUtf16 + lengthUtf16));
  return excerpts
    .filter(hasPlace)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .flatMap((excerpt) => {
      const { start, end } = excerpt.selectors.position;
      const rects = stretchesOf(runs, start, end)
        .map((stretch) => rangeOf(layer, stretch))
        .flatMap((range) => (range ? [...range.getClientRects()] : []));
      const lines = linesOf(rects);
      return lines.map((line, index) => ({
        excerpt,
        box: shareOf(line, page),
        isEnd: index === lines.length - 1 && end <= lastOf,
      }));
    });
}

function lengthOf({ selectors: { position } }: Excerpt): number {
  return position.end - position.start;
}
