/**
 * Cuts a block of text where highlights begin and end, so that overlapping ones can be shown. Pure.
 */
import { type Excerpt, type ExcerptId, hasPlace } from "../../../core/excerpt/excerpt.ts";

/** A highlight within one block, in UTF-16 code units of the block's text. */
export interface Highlight {
  readonly excerpt: Excerpt;
  readonly from: number;
  readonly to: number;
  /** Whether the excerpt goes on in a later block. */
  readonly goesOn: boolean;
}

export interface Segment {
  readonly text: string;
  /** The highlights over this stretch, longest first: a shorter one lies on top. */
  readonly excerpts: readonly Excerpt[];
  /** Of these, the ones that end here: what is said once of a highlight is said at its end. */
  readonly ending: readonly ExcerptId[];
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

/** The text cut at every border of a highlight. */
export function segmentsOf(text: string, highlights: readonly Highlight[]): Segment[] {
  const borders = new Set([0, text.length]);
  for (const { from, to } of highlights) borders.add(from).add(to);
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length;
    const over = highlights
      .filter((highlight) => highlight.from <= from && highlight.to >= to)
      .sort((a, b) => b.to - b.from - (a.to - a.from));
    return {
      text: text.slice(from, to),
      excerpts: over.map(({ excerpt }) => excerpt),
      ending: over.filter((highlight) => highlight.to === to && !highlight.goesOn).map(({ excerpt }) => excerpt.id),
    };
  });
}
