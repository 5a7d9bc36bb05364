/** One block of a source with its highlights. Renders again only when what lies over its own text changes. */
import { memo } from "react";
import { formatDate } from "../../../core/citation/format-date.ts";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import type { Block } from "../../../core/source/block.ts";
import { isListItem } from "../../../core/source/block-kinds.ts";
import type { Revision } from "../../../core/source/revision.ts";
import { type Highlight, segmentsOf } from "./article-segments.ts";
import type { MarginMark } from "./margin-marks.ts";
import { SegmentText } from "./SegmentText.tsx";

export interface ArticleBlockProps {
  readonly block: Block;
  readonly isTitle: boolean;
  readonly start: number;
  readonly mark: MarginMark | undefined;
  readonly highlights: readonly Highlight[] | undefined;
  readonly activeExcerptId: ExcerptId | null;
  readonly pressedExcerptId: ExcerptId | null;
  readonly showsRevisions: boolean;
}

const ELEMENT = {
  paragraph: "p",
  heading: "h3",
  caption: "p",
  "list-item": "p",
  quote: "blockquote",
  "table-cell": "div",
  note: "p",
  "running-head": "p",
} as const;

function ArticleBlockBase({
  block,
  isTitle,
  start,
  mark,
  highlights,
  activeExcerptId,
  pressedExcerptId,
  showsRevisions,
}: ArticleBlockProps) {
  const Element = isTitle ? "h2" : ELEMENT[block.kind];
  const revisions = showsRevisions ? (block.revisions ?? []) : [];
  const isPlain = !highlights && !block.spans && revisions.length === 0;
  return (
    <>
      <Element
        className={isTitle ? "block block-title" : `block block-${block.kind}`}
        data-block-start={start}
        data-level={block.level ?? undefined}
        data-number={mark?.shown}
        data-bullet={block.kind === "list-item" && !isListItem(block.text) ? "" : undefined}
        data-note={block.note}
        title={mark?.said}
      >
        {isPlain
          ? block.text
          : segmentsOf(block.text, highlights ?? [], block.spans, revisions).map((segment, index) => (
              <SegmentText
                // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place
                key={index}
                segment={segment}
                activeExcerptId={activeExcerptId}
                pressedExcerptId={pressedExcerptId}
              />
            ))}
      </Element>
      {revisions.length > 0 && <RevisionNotes revisions={revisions} />}
    </>
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
    (before.showsRevisions === after.showsRevisions || !before.block.revisions) &&
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

/** Who changed or commented what, beside the text: none of it is part of the source's text, nor of any excerpt. */
function RevisionNotes({ revisions }: { revisions: readonly Revision[] }) {
  return (
    <ul className="revision-notes" aria-label="Changes and comments">
      {revisions.map((revision, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: revisions have no identity but their place
        <li key={index} data-kind={revision.kind}>
          {wordsOf(revision)}
        </li>
      ))}
    </ul>
  );
}

function wordsOf(revision: Revision): string {
  const by = revision.author === null ? "" : ` by ${revision.author}`;
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(revision.date ?? "")?.[0];
  const made = `${by}${day === undefined ? "" : `, ${formatDate(day)}`}`;
  switch (revision.kind) {
    case "comment":
      return `Comment${made}: ${revision.text}`;
    case "deleted":
      return `Deleted${made}: “${revision.text}”`;
    case "inserted":
      return `Inserted${made}`;
  }
}
