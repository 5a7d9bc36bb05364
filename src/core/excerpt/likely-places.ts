/**
 * Places that look like a passage which was not found, for the user to choose from. They are suggestions: nothing here
 * is evidence, and nothing is ever anchored by it.
 */
import search from "approx-string-match";
import { changedPlaces } from "./changed-places.ts";
import { EVIDENCE_LENGTH_UTF16 } from "./context-match.ts";
import { distanceWithin } from "./edit-distance.ts";
import type { Selectors, TextPositionSelector, TextQuoteSelector } from "./selectors.ts";
import { likenessAround, total } from "./surroundings.ts";
import type { TextIndex } from "./text-index.ts";
import { withWholeWords } from "./word-edges.ts";

/** The share of a quote that may differ for a place to be worth showing. */
const GREATEST_DIFFERENCE = 0.4;
const MOST_COMPARED = 200;
const MOST_SEEDS = 16;
const MOST_DIAGONALS = 8;
const SEED_LENGTHS_UTF16 = [12, 4] as const;
/** Pieces of a quote that agree on where it begins within this many code units speak for the same place. */
const DIAGONAL_WIDTH_UTF16 = 32;
/** How much longer than the quote what replaced it may be. */
const LONGEST_REWRITE_UTF16 = 400;

/** At most `most` places of a text that may be a passage of the text before, the likeliest first. */
export function likelyPlaces(
  index: TextIndex,
  { position, quote }: Selectors,
  textBefore: string,
  most: number,
): TextPositionSelector[] {
  const { text } = index;
  const same = index
    .occurrences(quote.exact)
    .slice(0, MOST_COMPARED)
    .map((start) => ({ start, end: start + quote.exact.length }));
  const similar = [...changedPlaces(index, quote), ...similarPlaces(index, quote), ...rewrittenPlaces(index, quote)]
    .slice(0, MOST_COMPARED)
    .map((place) => withWholeWords(text, place, { start: false, end: false }));
  const ranked = [...same, ...similar]
    .map((place) => ({ place, worth: worthOf(text, place, { position, quote }, textBefore) }))
    .toSorted((a, b) => b.worth - a.worth);
  const chosen: TextPositionSelector[] = [];
  for (const { place } of ranked) {
    if (chosen.length < most && !chosen.some((other) => place.start < other.end && other.start < place.end))
      chosen.push(place);
  }
  return chosen;
}

/** Like surroundings count, and so do like words, which are most of what a user would look for. */
function worthOf(
  text: string,
  place: TextPositionSelector,
  { position, quote }: Selectors,
  textBefore: string,
): number {
  const mostErrors = Math.floor(quote.exact.length * GREATEST_DIFFERENCE);
  const errors = distanceWithin(quote.exact, text.slice(place.start, place.end), mostErrors) ?? quote.exact.length;
  return total(likenessAround(textBefore, position, text, place)) + 2 * (quote.exact.length - errors);
}

/** Places that share pieces of the quote in the same order, and differ from it only so much. */
function similarPlaces(index: TextIndex, { exact }: TextQuoteSelector): TextPositionSelector[] {
  const seedLength = SEED_LENGTHS_UTF16.find((length) => exact.length >= 3 * length);
  if (seedLength === undefined) return [];
  const stride = Math.max(seedLength / 2, (exact.length - seedLength) / (MOST_SEEDS - 1));
  const votes = new Map<number, number>();
  for (let seed = 0; seed + seedLength <= exact.length; seed += stride) {
    const at = Math.floor(seed);
    const found = index.occurrences(exact.slice(at, at + seedLength));
    if (found.length > MOST_COMPARED) continue;
    for (const foundAt of found) {
      const diagonal = Math.round((foundAt - at) / DIAGONAL_WIDTH_UTF16);
      votes.set(diagonal, (votes.get(diagonal) ?? 0) + 1);
    }
  }
  const mostErrors = Math.floor(exact.length * GREATEST_DIFFERENCE);
  return [...votes]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_DIAGONALS)
    .flatMap(([diagonal]) => {
      const middle = diagonal * DIAGONAL_WIDTH_UTF16;
      const from = Math.max(0, middle - mostErrors - DIAGONAL_WIDTH_UTF16);
      const window = index.text.slice(from, middle + exact.length + mostErrors + DIAGONAL_WIDTH_UTF16);
      const [match] = search(window, exact, mostErrors);
      return match && match.end > match.start ? [{ start: from + match.start, end: from + match.end }] : [];
    });
}

/** What stands now between what stood before the quote and what stood after it, whatever it says. */
function rewrittenPlaces(index: TextIndex, { exact, prefix, suffix }: TextQuoteSelector): TextPositionSelector[] {
  const [before, after] = [prefix.slice(-EVIDENCE_LENGTH_UTF16), suffix.slice(0, EVIDENCE_LENGTH_UTF16)];
  if (before.length < EVIDENCE_LENGTH_UTF16 || after.length < EVIDENCE_LENGTH_UTF16) return [];
  return index
    .occurrences(before)
    .slice(0, MOST_COMPARED)
    .flatMap((at) => {
      const start = at + before.length;
      const end = index.text.indexOf(after, start);
      return end > start && end - start <= exact.length + LONGEST_REWRITE_UTF16 ? [{ start, end }] : [];
    });
}
