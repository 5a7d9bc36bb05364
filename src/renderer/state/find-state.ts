/**
 * Finding words in the source that is read: what is looked for, where it stands, and at which of these places one is.
 * All places are offsets of canonical text; the view that is shown draws them. Must not know how.
 */
import type { FoundWords } from "../../core/search/find-words.ts";
import type { SourceId } from "../../core/source/source.ts";

/** There while the find bar is open. */
export interface FindState {
  readonly query: string;
  /** The source and the query that the matches are of: a long source takes a moment. */
  readonly sourceId: SourceId | null;
  readonly answered: string;
  /** In the order of the text; none lies over another. */
  readonly matches: readonly FoundWords[];
  /** Index of the match one is at; -1 where there is none. */
  readonly current: number;
  /** Another number whenever the current match is to be brought into view. */
  readonly revealed: number;
}

/** The match to go to: the first one from an offset on, or from there backwards; on from the other end of the text. */
export function matchFrom(matches: readonly FoundWords[], offsetUtf16: number, step: 1 | -1): number {
  if (matches.length === 0) return -1;
  if (step === 1) {
    const next = matches.findIndex(({ fromUtf16 }) => fromUtf16 >= offsetUtf16);
    return next === -1 ? 0 : next;
  }
  const before = matches.findLastIndex(({ toUtf16 }) => toUtf16 <= offsetUtf16);
  return before === -1 ? matches.length - 1 : before;
}

/** What lies within a stretch of the text, the ends included where they are cut. `matches` in order. */
export function matchesWithin(
  matches: readonly FoundWords[],
  fromUtf16: number,
  toUtf16: number,
): { readonly match: FoundWords; readonly index: number }[] {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.toUtf16 ?? 0) <= fromUtf16) low = middle + 1;
    else high = middle;
  }
  const within: { match: FoundWords; index: number }[] = [];
  for (let index = low; index < matches.length; index += 1) {
    const match = matches[index];
    if (!match || match.fromUtf16 >= toUtf16) break;
    within.push({ match, index });
  }
  return within;
}
