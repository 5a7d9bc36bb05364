/** What is shown of a paragraph in which something was found: the sentence around it, cut where it is long. */
import { type FoundWords, findTerms } from "./find-words.ts";
import type { SearchQuery } from "./search-query.ts";
import { sentenceAround } from "./sentence.ts";

export interface Snippet {
  readonly text: string;
  /** What was found within `text`, in its code units, in order; none lies over another. */
  readonly marks: readonly FoundWords[];
}

export interface FoundPassage {
  /** The words to go to, as offsets of the paragraph. */
  readonly place: FoundWords;
  readonly snippet: Snippet;
}

/** Words that stand further apart than this are not gone to together. */
const MOST_APART_UTF16 = 240;
/** A longer sentence is cut; so much of it is kept. East Asian signs count twice, as they take twice the room. */
const LONGEST_UTF16 = 200;
/** So much is kept before what was found, so that it is seen at a glance. */
const LEAD_UTF16 = 60;

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const WORD_SIGN = /[\p{L}\p{N}\p{M}]/u;
/** The second half of a sign that takes two code units, or what joins the sign before it. */
const JOINS = /^[\p{M}\p{DI}\udc00-\udfff]/u;

/** What a query found in a paragraph that holds all its words. */
export function foundPassage(text: string, query: SearchQuery): FoundPassage {
  const terms = findTerms(text, query);
  const place = placeToGo(terms) ?? { fromUtf16: 0, toUtf16: text.length };
  return { place, snippet: snippetOf(text, place, merged(terms.flat())) };
}

/** The shortest stretch with one of each term; where even that is long, the first that was found. */
function placeToGo(terms: readonly (readonly FoundWords[])[]): FoundWords | null {
  const all = terms.flatMap((found, term) => found.map((words) => ({ ...words, term })));
  all.sort((a, b) => a.fromUtf16 - b.fromUtf16 || b.toUtf16 - a.toUtf16);
  const [first] = all;
  if (!first) return null;
  const latest = new Map<number, FoundWords>();
  let best: FoundWords | null = null;
  for (const { term, fromUtf16, toUtf16 } of all) {
    latest.set(term, { fromUtf16, toUtf16 });
    if (latest.size < terms.length) continue;
    const stretch = around([...latest.values()]);
    if (!best || lengthOf(stretch) < lengthOf(best)) best = stretch;
  }
  if (best && (terms.length === 1 || lengthOf(best) <= MOST_APART_UTF16)) return best;
  return { fromUtf16: first.fromUtf16, toUtf16: first.toUtf16 };
}

const lengthOf = ({ fromUtf16, toUtf16 }: FoundWords) => toUtf16 - fromUtf16;

function around(found: readonly FoundWords[]): FoundWords {
  return {
    fromUtf16: Math.min(...found.map(({ fromUtf16 }) => fromUtf16)),
    toUtf16: Math.max(...found.map(({ toUtf16 }) => toUtf16)),
  };
}

/** In order, with what overlaps made one. */
function merged(found: readonly FoundWords[]): FoundWords[] {
  const result: FoundWords[] = [];
  for (const words of found.toSorted((a, b) => a.fromUtf16 - b.fromUtf16)) {
    const before = result.at(-1);
    if (before && words.fromUtf16 < before.toUtf16) result[result.length - 1] = around([before, words]);
    else result.push({ fromUtf16: words.fromUtf16, toUtf16: words.toUtf16 });
  }
  return result;
}

function snippetOf(text: string, place: FoundWords, marks: readonly FoundWords[]): Snippet {
  const { fromUtf16: first } = sentenceAround(text, place.fromUtf16);
  const { toUtf16: last } = sentenceAround(text, Math.max(place.fromUtf16, place.toUtf16 - 1));
  const room = WIDE.test(text.slice(place.fromUtf16, place.fromUtf16 + 2)) ? 0.5 : 1;
  const from = cutBefore(text, first, place.fromUtf16, LEAD_UTF16 * room);
  const longest = from + LONGEST_UTF16 * room;
  const to = cutBehind(text, Math.max(last, place.toUtf16), Math.max(place.fromUtf16 + 1, longest));
  const dots = from > first ? "…" : "";
  const shift = dots.length - from;
  const cut = to < last ? "…" : "";
  return {
    text: `${dots}${text.slice(from, to)}${cut}`,
    marks: marks
      .filter((mark) => mark.fromUtf16 >= from && mark.fromUtf16 < to)
      .map((mark) => ({ fromUtf16: mark.fromUtf16 + shift, toUtf16: Math.min(mark.toUtf16, to) + shift })),
  };
}

/** Where a text that begins at `from` may begin instead, so that not much more than `lead` stands before `place`. */
function cutBefore(text: string, from: number, place: number, lead: number): number {
  if (place - from <= lead * 1.3) return from;
  let at = Math.round(place - lead);
  while (at < place && isInsideWord(text, at)) at += 1;
  while (at < place && /\s/u.test(text.charAt(at))) at += 1;
  return at;
}

function cutBehind(text: string, to: number, longest: number): number {
  if (to <= longest * 1.1) return to;
  let at = Math.round(longest);
  while (at > 0 && longest - at < LEAD_UTF16 && isInsideWord(text, at)) at -= 1;
  while (JOINS.test(text.charAt(at))) at += 1;
  return text.slice(0, at).trimEnd().length;
}

/** Whether cutting here would cut a word, or a sign. East Asian signs may be parted. */
function isInsideWord(text: string, at: number): boolean {
  const next = text.charAt(at);
  if (JOINS.test(next)) return true;
  const before = text.charAt(at - 1);
  return WORD_SIGN.test(before) && WORD_SIGN.test(next) && !WIDE.test(before) && !WIDE.test(next);
}
