/**
 * One stretch of a block's text with everything that lies over it: highlights outside, then changes, then emphasis and
 * links. The text in the DOM is the block's text and nothing else; what is added is drawn by the style sheet.
 */
import { Fragment, type ReactNode } from "react";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import type { Emphasis, Span } from "../../../core/source/span.ts";
import { useWorkspaceState } from "../../state/workspace.ts";
import { sectionColor } from "../../state/workspace-state.ts";
import type { Segment } from "./article-segments.ts";

const ELEMENT: Readonly<Record<Emphasis, "strong" | "em" | "u" | "s" | "sup" | "sub" | "code">> = {
  strong: "strong",
  emphasis: "em",
  underline: "u",
  strike: "s",
  superscript: "sup",
  subscript: "sub",
  code: "code",
};

interface SegmentTextProps {
  readonly segment: Segment;
  readonly activeExcerptId: ExcerptId | null;
  readonly pressedExcerptId: ExcerptId | null;
}

export function SegmentText({ segment, activeExcerptId, pressedExcerptId }: SegmentTextProps) {
  const template = useWorkspaceState((state) => state.template);
  const spanned = segment.spans.reduceRight<ReactNode>(wrapInSpan, segment.text);
  const changed = segment.revisions.reduceRight<ReactNode>(
    (inner, { kind, fromUtf16 }) => (
      <span key={`${kind}-${fromUtf16}`} className={`revision-${kind}`}>
        {inner}
      </span>
    ),
    spanned,
  );
  const marked = segment.excerpts.reduceRight<ReactNode>((inner, excerpt, index) => {
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
  }, changed);
  return (
    <>
      {segment.deletedBefore.map(({ text, atUtf16 }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: deletions at one place have no identity but their order
        <span key={`${atUtf16}-${index}`} className="revision-deleted" data-text={text} />
      ))}
      {marked}
    </>
  );
}

function wrapInSpan(inner: ReactNode, span: Span): ReactNode {
  switch (span.kind) {
    case "link":
      return (
        // biome-ignore lint/a11y/useSemanticElements: the page itself could follow one
        // biome-ignore lint/a11y/useFocusableInteractive: the article has the focus; Alt+Enter opens the one at the caret
        <span role="link" className="source-link" data-address={span.url} title={span.url}>
          {inner}
        </span>
      );
    case "note-mark":
      return (
        <span className="note-mark" data-note-mark={span.note}>
          {inner}
        </span>
      );
    case "emphasis": {
      const Element = ELEMENT[span.emphasis];
      return <Element>{inner}</Element>;
    }
    default:
      return <Fragment>{inner}</Fragment>;
  }
}
