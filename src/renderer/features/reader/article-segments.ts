/**
 * Cuts a block of text where highlights, emphasis, links and changes begin and end, so that those that overlap can be
 * shown. Pure.
 */
import { type Excerpt, type ExcerptId, hasPlace } from "../../../core/excerpt/excerpt.ts";
import type { Revision } from "../../../core/source/revision.ts";
import type { Span } from "../../../core/source/span.ts";

/** A highlight within one block, in UTF-16 code units of the block's text. */
export interface Highlight {
  readonly excerpt: Excerpt;
  readonly from: number;
  readonly to: number;
  /** Whether the excerpt goes on in a later block. */
  readonly goesOn: boolean;
}

type Deleted = Extract<Revision, { kind: "deleted" }>;
type Marked = Exclude<Revision, { kind: "deleted" }>;

export interface Segment {
  readonly text: string;
  /** The highlights over this stretch, longest first: a shorter one lies on top. */
  readonly excerpts: readonly Excerpt[];
  /** Of these, the ones that end here: what is said once of a highlight is said at its end. */
  readonly ending: readonly ExcerptId[];
  readonly spans: readonly Span[];
  /** Insertions and comments over this stretch. */
  readonly revisions: readonly Marked[];
  /** What was deleted just before this stretch. */
  readonly deletedBefore: readonly Deleted[];
}

/** The highlights of each block that has any. Excerpts without a sure place are left out. */
export function highlightsByBlock(
  excerpts: readonly Excerpt[],
  starts: readonly number[],
  lengths: readonly number[],
  blockIndexAt: (offsetUtf16: number) => number,
): Map<number, Highlight[]> {
  const found = new Map<number, Highlight[]>();
  for (const excerpt of excerpts) {
    if (!hasPlace(excerpt)) continue;
    const { start, end } = excerpt.selectors.position;
    const parts: { index: number; from: number; to: number }[] = [];
    for (let index = blockIndexAt(start); index < starts.length; index += 1) {
      const blockStart = starts[index] ?? 0;
      if (blockStart >= end) break;
      const from = Math.max(0, start - blockStart);
      const to = Math.min(lengths[index] ?? 0, end - blockStart);
      if (from < to) parts.push({ index, from, to });
    }
    for (const { index, from, to } of parts) {
      const highlight = { excerpt, from, to, goesOn: index !== parts.at(-1)?.index };
      found.set(index, [...(found.get(index) ?? []), highlight]);
    }
  }
  return found;
}

function isDeleted(revision: Revision): revision is Deleted {
  return revision.kind === "deleted";
}

/** The text cut at every border of a highlight, a span or a revision. At the end may stand an empty segment. */
export function segmentsOf(
  text: string,
  highlights: readonly Highlight[],
  spans: readonly Span[] = [],
  revisions: readonly Revision[] = [],
): Segment[] {
  const deleted = revisions.filter(isDeleted);
  const marked = revisions.filter((revision): revision is Marked => !isDeleted(revision));
  const borders = new Set([0, text.length]);
  const cut = (offsetUtf16: number) => borders.add(Math.min(offsetUtf16, text.length));
  for (const { from, to } of highlights) borders.add(from).add(to);
  for (const { fromUtf16, toUtf16 } of [...spans, ...marked]) {
    cut(fromUtf16);
    cut(toUtf16);
  }
  for (const { atUtf16 } of deleted) cut(atUtf16);
  const sorted = [...borders].sort((a, b) => a - b);
  const covers = (from: number, to: number) => (each: { fromUtf16: number; toUtf16: number }) =>
    each.fromUtf16 <= from && each.toUtf16 >= to;
  const segments = sorted.slice(0, -1).map((from, index): Segment => {
    const to = sorted[index + 1] ?? text.length;
    const over = highlights
      .filter((highlight) => highlight.from <= from && highlight.to >= to)
      .sort((a, b) => b.to - b.from - (a.to - a.from));
    return {
      text: text.slice(from, to),
      excerpts: over.map(({ excerpt }) => excerpt),
      ending: over.filter((highlight) => highlight.to === to && !highlight.goesOn).map(({ excerpt }) => excerpt.id),
      spans: spans.filter(covers(from, to)),
      revisions: marked.filter(covers(from, to)),
      deletedBefore: deleted.filter(({ atUtf16 }) => atUtf16 === from),
    };
  });
  const deletedAtEnd = text === "" ? deleted : deleted.filter(({ atUtf16 }) => atUtf16 >= text.length);
  if (deletedAtEnd.length === 0) return segments;
  return [...segments, { text: "", excerpts: [], ending: [], spans: [], revisions: [], deletedBefore: deletedAtEnd }];
}
