/**
 * The anchoring ladder: where an excerpt sits in a text that may have changed, and how sure that is.
 * A wrong anchor is worse than a lost one, so every rung asks for evidence and the last answer is "lost".
 */
import search from "approx-string-match";
import { type ContextMatch, matchContext } from "./context-match.ts";
import type { AnchorState } from "./excerpt.ts";
import { describePassage, type Selectors, type TextPositionSelector, type TextQuoteSelector } from "./selectors.ts";

export type Anchor =
  | { readonly state: Extract<AnchorState, "exact" | "moved" | "changed">; readonly selectors: Selectors }
  | { readonly state: Extract<AnchorState, "ambiguous" | "lost"> };

/** Words this long, found once before and after, are the same words whatever stands around them. */
const DISTINCTIVE_LENGTH_UTF16 = 40;
/** The share of a quote that may differ for it to count as a changed quote rather than as other words. */
const GREATEST_CHANGE = 0.2;
/** By how many characters of context the best of several places must lead the next. */
const CLEAR_LEAD_UTF16 = 8;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly match: ContextMatch;
}

/** Every place at which `needle` occurs, overlapping ones too. */
export function findOccurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  if (needle === "") return found;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) found.push(at);
  return found;
}

/**
 * Runs the ladder. `textBefore` is the text that the selectors were last placed in: it tells how often the words stood
 * there, so that a twin is not taken for the passage. The result's selectors give the place in the new text; those of
 * a changed quote keep the words that were chosen.
 */
export function anchorExcerpt(text: string, selectors: Selectors, textBefore: string): Anchor {
  const { position, quote } = selectors;
  const places = placesOf(text, quote);
  const placesBefore = placesOf(textBefore, quote);
  const hasTwin = hasTwins(places) || hasTwins(placesBefore);
  const inPlace = places.find(({ start, match }) => start === position.start && match.whole);
  if (inPlace && (!hasTwin || text === textBefore)) return found(text, inPlace, "exact");
  const [only, ...others] = places;
  if (!only) return anchorChanged(text, selectors, textBefore);
  if (hasTwin) return { state: "ambiguous" };
  // Where the words had not been placed in the text before, how often they stood there says nothing.
  const wasPlaced = placesBefore.some(({ start }) => start === position.start);
  const timesBefore = wasPlaced ? placesBefore.length : Number.POSITIVE_INFINITY;
  return others.length === 0 ? anchorOnly(text, only, timesBefore, quote) : anchorOneOf(text, places, timesBefore);
}

function placesOf(text: string, quote: TextQuoteSelector): Place[] {
  return findOccurrences(text, quote.exact).map((start) => {
    const end = start + quote.exact.length;
    return { start, end, match: matchContext(text, start, end, quote) };
  });
}

/** True where a passage and its surroundings stand several times: nothing then tells which one it is. */
function hasTwins(places: readonly Place[]): boolean {
  return places.filter(({ match }) => match.whole).length > 1;
}

/** Where the words stand less often than before, the passage may be among those that went: half a context proves little. */
function isSamePlace({ match }: Place, times: number, timesBefore: number): boolean {
  return match.whole || (match.evident && times >= timesBefore);
}

function anchorOnly(text: string, only: Place, timesBefore: number, quote: TextQuoteSelector): Anchor {
  const distinctive = quote.exact.length >= DISTINCTIVE_LENGTH_UTF16 && timesBefore === 1;
  return distinctive || isSamePlace(only, 1, timesBefore) ? found(text, only, "moved") : { state: "lost" };
}

function anchorOneOf(text: string, places: readonly Place[], timesBefore: number): Anchor {
  const [best, next] = places.toSorted((a, b) => b.match.agreedUtf16 - a.match.agreedUtf16);
  if (!best || !isSamePlace(best, places.length, timesBefore)) return { state: "ambiguous" };
  if (next && best.match.agreedUtf16 - next.match.agreedUtf16 < CLEAR_LEAD_UTF16) return { state: "ambiguous" };
  return found(text, best, "moved");
}

function anchorChanged(text: string, { position, quote }: Selectors, textBefore: string): Anchor {
  const greatestErrors = Math.floor(quote.exact.length * GREATEST_CHANGE);
  if (greatestErrors === 0) return { state: "lost" };
  const candidates = search(text, quote.exact, greatestErrors).filter(
    ({ start, end }) =>
      matchContext(text, start, end, quote).evident && !stoodElsewhere(textBefore, text.slice(start, end), position),
  );
  const fewestErrors = Math.min(...candidates.map(({ errors }) => errors));
  const best = candidates.filter(({ errors }) => errors === fewestErrors);
  const [only] = best;
  if (!only) return { state: "lost" };
  if (best.some(({ start }) => Math.abs(start - only.start) > quote.exact.length)) return { state: "ambiguous" };
  return { state: "changed", selectors: { position: describePassage(text, only.start, only.end).position, quote } };
}

/** Words that stood beside the passage before it changed are another passage that looks like it. */
function stoodElsewhere(textBefore: string, words: string, { start, end }: TextPositionSelector): boolean {
  return findOccurrences(textBefore, words).some((at) => at + words.length <= start || at >= end);
}

function found(text: string, { start, end }: Pick<Place, "start" | "end">, state: "exact" | "moved"): Anchor {
  return { state, selectors: describePassage(text, start, end) };
}
