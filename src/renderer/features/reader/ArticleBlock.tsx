/** One block of a source with its highlights. Renders again only when its own highlights change. */
import { memo, type ReactNode } from "react";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import type { Block } from "../../../core/source/block.ts";
import { type BlockNumber, blockLabel } from "../../../core/source/locator.ts";
import { useWorkspaceState } from "../../state/workspace.ts";
import { sectionColor } from "../../state/workspace-state.ts";
import { type Highlight, type Segment, segmentsOf } from "./article-segments.ts";

interface ArticleBlockProps {
  readonly block: Block;
  readonly isTitle: boolean;
  readonly start: number;
  readonly number: BlockNumber | undefined;
  readonly highlights: readonly Highlight[] | undefined;
  readonly activeExcerptId: ExcerptId | null;
  readonly pressedExcerptId: ExcerptId | null;
}

const ELEMENT = {
  paragraph: "p",
  heading: "h3",
  caption: "p",
  "list-item": "p",
  quote: "blockquote",
  "table-cell": "p",
} as const;

function ArticleBlockBase({
  block,
  isTitle,
  start,
  number,
  highlights,
  activeExcerptId,
  pressedExcerptId,
}: ArticleBlockProps) {
  const Element = isTitle ? "h2" : ELEMENT[block.kind];
  return (
    <Element
      className={isTitle ? "block block-title" : `block block-${block.kind}`}
      data-block-start={start}
      data-number={number?.counted === "paragraph" ? number.number : undefined}
      title={number && number.counted !== "paragraph" ? blockLabel(number) : undefined}
    >
      {highlights
        ? segmentsOf(block.text, highlights).map((segment, index) => (
            <MarkedText
              // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place
              key={index}
              segment={segment}
              activeExcerptId={activeExcerptId}
              pressedExcerptId={pressedExcerptId}
            />
          ))
        : block.text}
    </Element>
  );
}

/** Compares by content: a new map of highlights is made whenever any excerpt of the source changes. */
export const ArticleBlock = memo(ArticleBlockBase, (before, after) => {
  const touched = (id: ExcerptId | null, list: readonly Highlight[] | undefined) =>
    id !== null && list?.some(({ excerpt }) => excerpt.id === id) === true;
  const sameFor = (idBefore: ExcerptId | null, idAfter: ExcerptId | null) =>
    idBefore === idAfter || (!touched(idBefore, before.highlights) && !touched(idAfter, after.highlights));
  return (
    before.block === after.block &&
    before.start === after.start &&
    sameHighlights(before.highlights, after.highlights) &&
    sameFor(before.activeExcerptId, after.activeExcerptId) &&
    sameFor(before.pressedExcerptId, after.pressedExcerptId)
  );
});

function sameHighlights(before: readonly Highlight[] = [], after: readonly Highlight[] = []): boolean {
  return (
    before.length === after.length &&
    before.every(({ excerpt, from, to }, index) => {
      const other = after[index];
      return other?.excerpt === excerpt && other.from === from && other.to === to;
    })
  );
}

interface MarkedTextProps extends Pick<ArticleBlockProps, "activeExcerptId" | "pressedExcerptId"> {
  readonly segment: Segment;
}

function MarkedText({ segment, activeExcerptId, pressedExcerptId }: MarkedTextProps) {
  const template = useWorkspaceState((state) => state.template);
  return segment.excerpts.reduceRight<ReactNode>((inner, excerpt, index) => {
    return (
      <mark
        key={excerpt.id}
        data-excerpt-id={excerpt.id}
        data-section-color={sectionColor(template, excerpt.sectionId)}
        data-active={excerpt.id === activeExcerptId ? "" : undefined}
        data-over={index > 0 ? "" : undefined}
        data-noted={excerpt.note !== "" && segment.ending.includes(excerpt.id) ? "" : undefined}
        draggable={excerpt.id === pressedExcerptId}
      >
        {inner}
      </mark>
    );
  }, segment.text);
}
