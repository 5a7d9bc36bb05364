/**
 * The anchoring ladder: where an excerpt sits in a text that may have changed, and how sure that is.
 * A wrong anchor is worse than a lost one, so every rung asks for evidence and the last answer is "lost".
 */
import search from "approx-string-match";
import { matchContext } from "./context-match.ts";
import type { AnchorState } from "./excerpt.ts";
import { describePassage, type Selectors, type TextPositionSelector, type TextQuoteSelector } from "./selectors.ts";

export type Anchor =
  | { readonly state: Extract<AnchorState, "exact" | "moved" | "changed">; readonly selectors: Selectors }
  | { readonly state: Extract<AnchorState, "ambiguous" | "lost"> };

/** Words this long, found once, are the same words whatever stands around them. */
const DISTINCTIVE_LENGTH_UTF16 = 40;
/** The share of a quote that may differ for it to count as a changed quote rather than as other words. */
const GREATEST_CHANGE = 0.2;
/** By how many characters of context the best of several places must lead the next. */
const CLEAR_LEAD_UTF16 = 8;

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Every place at which `needle` occurs, overlapping ones too. */
export function findOccurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  if (needle === "") return found;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) found.push(at);
  return found;
}

/** Runs the ladder. The result's selectors describe the place found, in the new text. */
export function anchorExcerpt(text: string, selectors: Selectors): Anchor {
  const { position, quote } = selectors;
  if (holdsInPlace(text, position, quote)) {
    return { state: "exact", selectors: describePassage(text, position.start, position.end) };
  }
  const places = findOccurrences(text, quote.exact).map((start) => ({ start, end: start + quote.exact.length }));
  const [only, ...others] = places;
  if (only && others.length === 0) return anchorOnly(text, only, quote);
  if (only) return anchorOneOf(text, places, selectors);
  return anchorChanged(text, quote);
}

function holdsInPlace(text: string, { start, end }: TextPositionSelector, quote: TextQuoteSelector): boolean {
  return text.slice(start, end) === quote.exact && matchContext(text, start, end, quote).whole;
}

function anchorOnly(text: string, place: Place, quote: TextQuoteSelector): Anchor {
  const sure =
    quote.exact.length >= DISTINCTIVE_LENGTH_UTF16 || matchContext(text, place.start, place.end, quote).evident;
  return sure ? found(text, place, "moved") : { state: "lost" };
}

function anchorOneOf(text: string, places: readonly Place[], { position, quote }: Selectors): Anchor {
  const ranked = places
    .map((place) => ({ place, match: matchContext(text, place.start, place.end, quote) }))
    .sort(
      (a, b) =>
        b.match.agreedUtf16 - a.match.agreedUtf16 ||
        Math.abs(a.place.start - position.start) - Math.abs(b.place.start - position.start),
    );
  const [best, next] = ranked;
  if (!best?.match.evident) return { state: "ambiguous" };
  if (next && best.match.agreedUtf16 - next.match.agreedUtf16 < CLEAR_LEAD_UTF16) return { state: "ambiguous" };
  return found(text, best.place, "moved");
}

function anchorChanged(text: string, quote: TextQuoteSelector): Anchor {
  const greatestErrors = Math.floor(quote.exact.length * GREATEST_CHANGE);
  if (greatestErrors === 0) return { state: "lost" };
  const candidates = search(text, quote.exact, greatestErrors).filter(
    ({ start, end }) => matchContext(text, start, end, quote).evident,
  );
  const fewestErrors = Math.min(...candidates.map(({ errors }) => errors));
  const best = candidates.filter(({ errors }) => errors === fewestErrors);
  const [only] = best;
  if (!only) return { state: "lost" };
  if (best.some(({ start }) => Math.abs(start - only.start) > quote.exact.length)) return { state: "ambiguous" };
  return found(text, only, "changed");
}

function found(text: string, place: Place, state: "moved" | "changed"): Anchor {
  return { state, selectors: describePassage(text, place.start, place.end) };
}
