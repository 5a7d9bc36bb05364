/**
 * The anchoring ladder: where an excerpt sits in a text that may have changed, and how sure that is.
 * A wrong anchor is worse than a lost one, so every rung asks for evidence and the last answer is "lost".
 */
import { changedPlaces } from "./changed-places.ts";
import { type ContextMatch, EVIDENCE_LENGTH_UTF16, matchContext } from "./context-match.ts";
import type { AnchorState } from "./excerpt.ts";
import { describePassage, type Selectors, type TextPositionSelector, type TextQuoteSelector } from "./selectors.ts";
import { agreeWholly, isClearlyMore, type Likeness, likenessAround, total } from "./surroundings.ts";
import { createTextIndex, type TextIndex } from "./text-index.ts";
import { upToNeighbours } from "./up-to-neighbours.ts";
import { cutsWord, withWholeWords } from "./word-edges.ts";

export type Anchor =
  | { readonly state: Extract<AnchorState, "exact" | "moved" | "changed">; readonly selectors: Selectors }
  | { readonly state: Extract<AnchorState, "ambiguous" | "lost"> };

/** Words this long, found once before and after, are the same words whatever stands around them. */
const DISTINCTIVE_LENGTH_UTF16 = 40;
/** So much likeness of the wider surroundings is evidence too, where what is right beside the passage changed. */
const EVIDENT_LIKENESS = 24;
/** By how many characters right beside it another place must agree better to speak against one that is more alike. */
const CLEAR_CONTEXT_LEAD_UTF16 = 8;
/** How long the pieces are by which places that look like a changed passage are looked for in the text before. */
const SEED_LENGTH_UTF16 = 12;
/** A piece that stood in more places says nothing. */
const MOST_LOOKALIKES = 100;
/** Words that stand in so many places are no passage that could be told from them. */
const MOST_RIVALS = 500;
/** Comparing more than so many pairs of places would take longer than anybody waits. */
const MOST_PAIRS = 2000;

interface Place extends TextPositionSelector {
  readonly match: ContextMatch;
  readonly likeness: Likeness;
}

/** Where a passage stood: its words, its place, and the other places there that had the same words. */
interface Passage {
  readonly quote: TextQuoteSelector;
  readonly before: TextIndex;
  readonly position: TextPositionSelector;
  readonly others: readonly TextPositionSelector[];
  /** Whether the passage itself begins or ends within a word. */
  readonly mayCut: { readonly start: boolean; readonly end: boolean };
}

const AMBIGUOUS: Anchor = { state: "ambiguous" };
const LOST: Anchor = { state: "lost" };

/** Runs the ladder for passages of one text in another; both are gone through once for all of them. */
export type Anchorer = (selectors: Selectors) => Anchor;

/**
 * Makes a ladder. `before` is the text in which the selectors have their words: it tells what stood around them, and
 * which other places looked like the passage, so that none of them is taken for it. A result's selectors give the place
 * in the new text; those of a changed quote keep the words that were chosen.
 */
export function createAnchorer(now: TextIndex, before: TextIndex): Anchorer {
  return ({ position, quote }) => {
    const stood = before.text.slice(position.start, position.end) === quote.exact;
    if (!stood) return anchorUnplaced(now, quote);
    if (now.text === before.text) return found(now.text, position, "exact");
    const places = now.occurrences(quote.exact).map((start) => stretch(start, quote));
    const all = before.occurrences(quote.exact).map((start) => stretch(start, quote));
    const others = all.filter((other) => !isSame(other, position));
    const mayCut = { start: cutsWord(before.text, position.start), end: cutsWord(before.text, position.end) };
    return anchorPassage(now, places, { quote, before, position, others, mayCut });
  };
}

/** Runs the ladder for one passage. */
export function anchorExcerpt(text: string, selectors: Selectors, textBefore: string): Anchor {
  return createAnchorer(createTextIndex(text), createTextIndex(textBefore))(selectors);
}

function anchorPassage(now: TextIndex, stretches: readonly TextPositionSelector[], passage: Passage): Anchor {
  const unchanged = anchorUnchanged(now.text, stretches, passage);
  if (unchanged) return unchanged;
  if (stretches.length + passage.others.length > MOST_RIVALS) return AMBIGUOUS;
  const places = stretches.map((place) => describePlace(now.text, place, passage));
  return (
    anchorSame(now.text, places, passage) ??
    anchorChanged(now, places, passage) ??
    (notOthers(now.text, places, passage).length > 1 ? AMBIGUOUS : LOST)
  );
}

/** One place around which nothing differs, far and wide, and no other old place that would be as good: most passages. */
function anchorUnchanged(
  text: string,
  places: readonly TextPositionSelector[],
  { before, position, others, quote }: Passage,
): Anchor | null {
  const whole = places.filter((place) => agreeWholly(before.text, position, text, place));
  const [only] = whole;
  if (!only || whole.length > 1) return null;
  if (others.some((other) => agreeWholly(before.text, other, text, only))) return null;
  const isHere = only.start === position.start && matchContext(text, only.start, only.end, quote).whole;
  return found(text, only, isHere ? "exact" : "moved");
}

/** Of a passage that had no sure place before, all of its surroundings must be there, once. */
function anchorUnplaced(now: TextIndex, quote: TextQuoteSelector): Anchor {
  const places = now.occurrences(quote.exact).map((start) => stretch(start, quote));
  const whole = places.filter(({ start, end }) => matchContext(now.text, start, end, quote).whole);
  const [only] = whole;
  if (only && whole.length === 1) return found(now.text, only, "moved");
  return places.length > 1 ? AMBIGUOUS : LOST;
}

/** The same words at a place that is more like the old one than all others, and like no other old one. */
function anchorSame(text: string, places: readonly Place[], passage: Passage): Anchor | null {
  const best = mostAlike(places);
  if (!best || !holdsWholeWords(text, best, passage)) return null;
  const isAlone = places.length === 1 && passage.others.length === 0;
  const isKnown = best.match.evident || total(best.likeness) >= EVIDENT_LIKENESS;
  const isDistinctive = isAlone && passage.quote.exact.length >= DISTINCTIVE_LENGTH_UTF16;
  if (!isKnown && !isDistinctive) return null;
  const rivals = places.filter((place) => place !== best);
  if (!leadsNow(best, rivals) || !leadsBefore(text, best, passage.before.text, passage.others)) return null;
  return found(text, best, best.start === passage.position.start && best.match.whole ? "exact" : "moved");
}

/** Nearly the same words, where what stood around them stands now. */
function anchorChanged(now: TextIndex, same: readonly Place[], passage: Passage): Anchor | null {
  const { quote, before, mayCut } = passage;
  const places = changedPlaces(now, quote)
    .map((place) => describePlace(now.text, withWholeWords(now.text, place, mayCut), passage))
    .filter((place) => !stoodElsewhere(now.text, place, passage) && !same.some((other) => isSame(place, other)));
  const best = mostAlike(places);
  if (!best) return null;
  // Where the words still stand, what changed must be held from both sides to be them.
  if (same.some((place) => !overlap(place, best)) && !best.match.evidentTwice) return null;
  const sameElsewhere = notOthers(now.text, same, passage).filter((place) => !overlap(place, best));
  // Long words that stand elsewhere as they were are not likely to be those that changed here.
  if (quote.exact.length >= DISTINCTIVE_LENGTH_UTF16 && sameElsewhere.length > 0) return AMBIGUOUS;
  if (!leadsNow(best, [...places.filter((place) => !overlap(place, best)), ...sameElsewhere])) return AMBIGUOUS;
  if (!leadsBefore(now.text, best, before.text, lookalikesBefore(now.text, best, passage))) return null;
  return { state: "changed", selectors: { position: upToNeighbours(now.text, best, quote), quote } };
}

function leadsNow(best: Place, rivals: readonly Place[]): boolean {
  return rivals.every(
    ({ likeness, match }) => isClearlyMore(best.likeness, likeness) && !speaksAgainst(match, best.match),
  );
}

/** No other old place that had the same words, or like ones, is as like the place as the passage's own. */
function leadsBefore(text: string, place: Place, textBefore: string, others: readonly TextPositionSelector[]): boolean {
  const { quote } = describePassage(text, place.start, place.end);
  return others.every((other) => {
    if (!isClearlyMore(place.likeness, likenessAround(textBefore, other, text, place))) return false;
    return !speaksAgainst(matchContext(textBefore, other.start, other.end, quote), place.match);
  });
}

/** The places but for those that are clearly other old passages with the same words. */
function notOthers(text: string, places: readonly Place[], { before, others }: Passage): readonly Place[] {
  if (places.length * others.length > MOST_PAIRS) return places;
  return places.filter(
    (place) => !others.some((other) => isClearlyMore(likenessAround(before.text, other, text, place), place.likeness)),
  );
}

/** Right beside it, another place agrees so much better that the wider likeness is not to be trusted. */
function speaksAgainst(other: ContextMatch, chosen: ContextMatch): boolean {
  return (
    other.agreedUtf16 >= EVIDENCE_LENGTH_UTF16 && other.agreedUtf16 - chosen.agreedUtf16 >= CLEAR_CONTEXT_LEAD_UTF16
  );
}

/** Old places that had what the new place has beside it or in it: it may be one of those. */
function lookalikesBefore(text: string, { start, end }: Place, { before, position }: Passage): TextPositionSelector[] {
  const length = end - start;
  const middle = start + Math.floor((length - SEED_LENGTH_UTF16) / 2);
  const seeds = [start - SEED_LENGTH_UTF16, start, middle, end - SEED_LENGTH_UTF16, end].filter((at) => at >= 0);
  return seeds
    .flatMap((at) => {
      const places = before.occurrences(text.slice(at, at + SEED_LENGTH_UTF16));
      return places.length > MOST_LOOKALIKES ? [] : places.map((place) => Math.max(0, place - at + start));
    })
    .map((from) => ({ start: from, end: from + length }))
    .filter((other) => isElsewhere(other, position));
}

/** Words that stood beside the passage before it changed are another passage that looks like it. */
function stoodElsewhere(text: string, { start, end }: Place, { before, position }: Passage): boolean {
  const words = text.slice(start, end);
  return before.occurrences(words).some((at) => isElsewhere({ start: at, end: at + words.length }, position));
}

/** False where the words now begin or end within a longer word or number, and did not before. */
function holdsWholeWords(text: string, { start, end }: TextPositionSelector, { mayCut }: Passage): boolean {
  return (mayCut.start || !cutsWord(text, start)) && (mayCut.end || !cutsWord(text, end));
}

function describePlace(text: string, place: TextPositionSelector, { before, position, quote }: Passage): Place {
  return {
    ...place,
    match: matchContext(text, place.start, place.end, quote),
    likeness: likenessAround(before.text, position, text, place),
  };
}

function mostAlike(places: readonly Place[]): Place | undefined {
  return places.toSorted(
    (a, b) => total(b.likeness) - total(a.likeness) || b.match.agreedUtf16 - a.match.agreedUtf16,
  )[0];
}

function stretch(start: number, { exact }: TextQuoteSelector): TextPositionSelector {
  return { start, end: start + exact.length };
}

function isSame(one: TextPositionSelector, other: TextPositionSelector): boolean {
  return one.start === other.start && one.end === other.end;
}

/** Not the passage itself, of which the edges may have moved a little. */
function isElsewhere(other: TextPositionSelector, position: TextPositionSelector): boolean {
  return Math.abs(other.start - position.start) * 2 >= position.end - position.start;
}

function overlap(one: TextPositionSelector, other: TextPositionSelector): boolean {
  return one.start < other.end && other.start < one.end;
}

function found(text: string, { start, end }: TextPositionSelector, state: "exact" | "moved"): Anchor {
  return { state, selectors: describePassage(text, start, end) };
}
