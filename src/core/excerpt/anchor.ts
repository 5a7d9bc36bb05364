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
/** By how many characters of context a place must lead all that look like it, now or before. */
const CLEAR_LEAD_UTF16 = 8;

interface Place extends TextPositionSelector {
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
 * Runs the ladder. `textBefore` is the text that the selectors were last placed in: it tells which other places looked
 * like the passage, so that none of them is taken for it. The result's selectors give the place in the new text; those
 * of a changed quote keep the words that were chosen.
 */
export function anchorExcerpt(text: string, selectors: Selectors, textBefore: string): Anchor {
  const { position, quote } = selectors;
  const places = placesOf(text, quote);
  const placesBefore = placesOf(textBefore, quote);
  const whole = places.find(({ match }) => match.whole);
  if (whole && (hasTwins(places) || hasTwins(placesBefore))) {
    const inPlace = text === textBefore && places.some(({ start, match }) => start === position.start && match.whole);
    return inPlace ? found(text, position, "exact") : { state: "ambiguous" };
  }
  if (whole) return found(text, whole, whole.start === position.start ? "exact" : "moved");
  if (places.length === 0) return anchorChanged(text, selectors, textBefore);
  return anchorInPart(text, places, placesBefore, selectors);
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

/** The words are there, their surroundings only in part: enough where no other place, now or before, has near as much. */
function anchorInPart(
  text: string,
  places: readonly Place[],
  placesBefore: readonly Place[],
  { position, quote }: Selectors,
): Anchor {
  const unsure: Anchor = { state: places.length > 1 ? "ambiguous" : "lost" };
  const othersBefore = placesBefore.filter(({ start }) => start !== position.start);
  // Where the words had not been placed in the text before, it does not tell which places are others.
  if (othersBefore.length === placesBefore.length) return unsure;
  const [best, ...others] = places.toSorted((a, b) => b.match.agreedUtf16 - a.match.agreedUtf16);
  if (!best) return unsure;
  const rivals = [...others, ...othersBefore];
  const distinctive = rivals.length === 0 && quote.exact.length >= DISTINCTIVE_LENGTH_UTF16;
  if (!distinctive && !best.match.evident) return unsure;
  const leads = rivals.every(({ match }) => best.match.agreedUtf16 - match.agreedUtf16 >= CLEAR_LEAD_UTF16);
  return leads ? found(text, best, "moved") : unsure;
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

function found(text: string, { start, end }: TextPositionSelector, state: "exact" | "moved"): Anchor {
  return { state, selectors: describePassage(text, start, end) };
}
