/**
 * Where a passage may stand whose words changed: between, after or before what stood around it. Only places that have
 * such evidence right beside them are looked at, so that a long text costs no more than finding the evidence in it.
 */
import { EVIDENCE_LENGTH_UTF16, matchContext } from "./context-match.ts";
import { distanceWithin, nearestEndings } from "./edit-distance.ts";
import type { TextPositionSelector, TextQuoteSelector } from "./selectors.ts";
import type { TextIndex } from "./text-index.ts";
import { cutsWord } from "./word-edges.ts";

/** The share of a quote that may differ for it to count as a changed quote rather than as other words. */
const GREATEST_CHANGE = 0.2;
/** Surroundings that stand in so many places are evidence for none of them. */
const MOST_PLACES = 1000;

/** Every stretch that differs little from a quote and has part of the quote's surroundings right beside it. */
export function changedPlaces(index: TextIndex, quote: TextQuoteSelector): TextPositionSelector[] {
  const mostErrors = Math.floor(quote.exact.length * GREATEST_CHANGE);
  if (mostErrors === 0) return [];
  const { text } = index;
  const { starts, ends, together } = evidentEdges(index, quote);
  const longest = quote.exact.length + mostErrors;
  const isFit = (start: number, end: number) => end > start && Math.abs(end - start - quote.exact.length) <= mostErrors;
  const found: TextPositionSelector[] = [];
  const closed = new Set<number>();
  for (const start of starts) {
    const partners = ends.filter((end) => isFit(start, end));
    for (const end of partners) closed.add(end);
    found.push(...(partners.length > 0 || together ? partners : openEnds(start)).map((end) => ({ start, end })));
  }
  for (const end of ends)
    if (!closed.has(end) && !together) found.push(...openStarts(end).map((start) => ({ start, end })));
  return found.filter(
    ({ start, end }) =>
      isFit(start, end) &&
      matchContext(text, start, end, quote).evident &&
      distanceWithin(quote.exact, text.slice(start, end), mostErrors) !== null,
  );

  function openEnds(start: number): number[] {
    const endings = nearestEndings(quote.exact, text.slice(start, start + longest), mostErrors);
    return clearest(endings.map(({ lengthUtf16 }) => start + lengthUtf16));
  }
  function openStarts(end: number): number[] {
    const window = backwards(text.slice(Math.max(0, end - longest), end));
    const endings = nearestEndings(backwards(quote.exact), window, mostErrors);
    return clearest(endings.map(({ lengthUtf16 }) => end - lengthUtf16));
  }
  /** Of edges that are as good as each other, one that leaves words whole where there is one. */
  function clearest(edges: readonly number[]): number[] {
    const whole = edges.find((edge) => !cutsWord(text, edge)) ?? edges[0];
    return whole === undefined ? [] : [whole];
  }
}

interface Edges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** True where one of them alone says nothing. */
  readonly together: boolean;
}

/** Where what stood before a quote ends, and where what stood after it starts. */
function evidentEdges(index: TextIndex, { prefix, suffix }: TextQuoteSelector): Edges {
  const [before, after] = [prefix.slice(-EVIDENCE_LENGTH_UTF16), suffix.slice(0, EVIDENCE_LENGTH_UTF16)];
  const isShort = (side: string) => side.length < EVIDENCE_LENGTH_UTF16;
  // Two short sides are those of a text that was hardly more than the passage: both must be there.
  const together = isShort(before) && isShort(after);
  const starts = isShort(before) && !together ? [] : edgesOf(index, before, before.length, 0);
  const ends = isShort(after) && !together ? [] : edgesOf(index, after, 0, index.text.length);
  return { starts, ends, together };
}

function edgesOf(index: TextIndex, side: string, shiftUtf16: number, atEdge: number): number[] {
  if (side === "") return [atEdge];
  const found = index.occurrences(side);
  return found.length > MOST_PLACES ? [] : found.map((at) => at + shiftUtf16);
}

function backwards(text: string): string {
  let reversed = "";
  for (let at = text.length - 1; at >= 0; at -= 1) reversed += text[at];
  return reversed;
}
