/**
 * What a text pins down: figures, dates, durations, ordinals, names. Reads English, and Chinese and Korean as far as they
 * are sure; says nothing of what it cannot read. Must not know what facts are compared for.
 */
import { findNames } from "../names/find-names.ts";
import { findDateFacts } from "./dates.ts";
import type { Fact } from "./fact.ts";
import { type FoundFact, plainFact } from "./found-fact.ts";
import { plainText } from "./plain-text.ts";
import { findQuantities } from "./quantities.ts";

/** What has figures in it that say nothing: addresses, times of day, and names such as G20 and COVID-19. */
const NO_FIGURES =
  /https?:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+|(?<![\d:])\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?=\s?(?:[ap]\.?m\b|GMT|UTC|KST|JST|local))|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?!\d)|(?<![\d.,])\d{1,2}\s?[ap]\.?m\b\.?|(?<![\p{L}\d])\p{Lu}\p{L}*-?\d[\p{L}\d-]*|(?<![\p{L}\d.,])\dG\b/gu;
const MONTH_IN_CAPITALS = /^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)/u;

export interface FactContext {
  /** The day on which the text was published, ISO 8601: what "on Sunday" means by. */
  readonly published?: string | null;
}

/** Every fact of a text in its order, none overlapping another. */
export function findFacts(text: string, context: FactContext = {}): Fact[] {
  return findOpenFacts(text, context.published ?? null);
}

/** The same, with what their words leave open. */
export function findOpenFacts(text: string, published: string | null): FoundFact[] {
  const plain = plainText(text);
  const taken: (readonly [number, number])[] = [];
  const take = (fromUtf16: number, toUtf16: number) => {
    if (taken.some(([from, to]) => fromUtf16 < to && from < toUtf16)) return false;
    taken.push([fromUtf16, toUtf16]);
    return true;
  };
  for (const match of plain.matchAll(NO_FIGURES)) {
    if (!MONTH_IN_CAPITALS.test(match[0])) take(match.index, match.index + match[0].length);
  }
  const facts = [...findDateFacts(plain, text, published, take), ...findQuantities(plain, text, take)];
  const figures = facts.map(({ fromUtf16, toUtf16 }) => [fromUtf16, toUtf16] as const);
  for (const { value, fromUtf16, toUtf16 } of findNames(text)) {
    if (figures.some(([from, to]) => fromUtf16 < to && from < toUtf16)) continue;
    facts.push(plainFact("name", value, text, [fromUtf16, toUtf16]));
  }
  return facts.sort((a, b) => a.fromUtf16 - b.fromUtf16);
}
