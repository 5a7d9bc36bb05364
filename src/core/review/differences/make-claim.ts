/** Makes a claim of a figure or a date: of the words beside it, of the days and other figures that it is said with. */
import type { FoundFact } from "../facts/found-fact.ts";
import type { Claim } from "./claim.ts";
import { marksOf, NO_MARKS } from "./claim-marks.ts";
import { type Part, type SentenceWords, within } from "./sentence-words.ts";
import type { Span } from "./sentences.ts";
import type { Term } from "./terms.ts";

/** Fewer words than that, and the part before belongs to what a claim is said of. */
const FEWEST_TERMS = 2;

/** `noun` is the stem of what is counted, which says nothing of what it is said of. */
export function makeClaim(
  kind: Claim["kind"],
  key: string,
  fact: FoundFact,
  words: SentenceWords,
  noun: string | null = null,
  frame: Claim["frame"] = null,
): Claim {
  const index = words.parts.findIndex((span) => within(fact, span));
  let [from, to] = [index, index];
  let terms = telling(words.parts[index], fact, noun);
  // "…, 15 of them children": what it is said of stands before, or, at the head of a sentence, after.
  while (terms.length < FEWEST_TERMS && (from > 0 || (index === 0 && to < words.parts.length - 1))) {
    if (from > 0) from -= 1;
    else to += 1;
    terms = words.parts.slice(from, to + 1).flatMap((part) => telling(part, fact, noun));
  }
  // "in 2003, when a trawler sank with the loss of 22 lives"
  let datedFrom = from;
  while (datedFrom > 0 && BELONGS.test(words.plain.slice(words.parts[datedFrom]?.fromUtf16))) datedFrom -= 1;
  const parts = words.parts.slice(datedFrom, to + 1);
  const dates = words.facts.filter(
    (other) =>
      other !== fact &&
      other.kind === "date" &&
      !isLimit(other, words.plain) &&
      parts.some((part) => within(other, part)) &&
      !isInSaying(other, words),
  );
  return {
    kind,
    key,
    denied: null,
    fact,
    span: fact,
    terms: new Set(terms.map(({ stem }) => stem)),
    names: new Set(terms.filter(({ isName }) => isName).map(({ stem }) => stem)),
    dates,
    amounts: words.facts.filter(
      (other) =>
        other !== fact &&
        ["number", "money", "percent"].includes(other.kind) &&
        partAround(other, words) === partAround(fact, words),
    ),
    marks: kind === "number" ? marksOf(fact, words.plain, words.terms, unitEnd(fact, noun, words)) : NO_MARKS,
    frame,
  };
}

/** Where the unit ends that stands behind a figure: "tonnes" of "one million tonnes of rice". */
function unitEnd({ toUtf16 }: FoundFact, noun: string | null, { terms }: SentenceWords): number {
  if (noun === null) return toUtf16;
  const next = terms.find(({ fromUtf16 }) => fromUtf16 >= toUtf16);
  return next?.stem === noun ? next.toUtf16 : toUtf16;
}

/** "since 2003" is no day on which it was so; "since 2003, when …" is one of what follows. */
function isLimit(date: Span, plain: string): boolean {
  const isAfterLimit = /\b(?:since|by|until|from) (?:the )?$/iu.test(
    plain.slice(Math.max(0, date.fromUtf16 - 12), date.fromUtf16),
  );
  return isAfterLimit && !/^, (?:when|in which)\b/u.test(plain.slice(date.toUtf16, date.toUtf16 + 12));
}

const BELONGS = /^\s*(?:when|with|which|in which|during which|as|that|who|where)\b/iu;

function isInSaying(fact: FoundFact, words: SentenceWords): boolean {
  const part = words.parts.find((span) => within(fact, span));
  return part !== undefined && isOfSaying(fact, part, words);
}

function partAround(fact: Span, { plain, parts }: SentenceWords): string {
  const part = parts.find((span) => within(fact, span));
  return part === undefined ? "" : plain.slice(part.fromUtf16, part.toUtf16);
}

function telling(part: Part | undefined, fact: FoundFact, noun: string | null): Term[] {
  return (part?.terms ?? []).filter(
    (term) =>
      term.stem !== "" && term.stem !== noun && (term.toUtf16 <= fact.fromUtf16 || term.fromUtf16 >= fact.toUtf16),
  );
}

/** "said on Monday", "on Monday told reporters": when something was said is no claim about what it says. */
export function isOfSaying(fact: FoundFact, part: Part, { plain }: SentenceWords): boolean {
  const between = (from: number, to: number) =>
    part.terms.filter(({ stem, fromUtf16 }) => stem !== "" && fromUtf16 >= from && fromUtf16 < to).length;
  if (/^\d{4}$/u.test(fact.value)) return false;
  const before = [...plain.slice(part.fromUtf16, fact.fromUtf16).matchAll(SAID)].at(-1);
  if (before !== undefined && between(part.fromUtf16 + before.index, fact.fromUtf16) <= 2) return true;
  const after = plain.slice(fact.toUtf16, part.toUtf16).matchAll(SAID).next().value;
  return after !== undefined && between(fact.toUtf16, fact.toUtf16 + after.index) <= 2;
}

const SAID =
  /\b(?:said|says|told|wrote|posted|tweeted|reported|announced|added|stated|according|interview|quoted|published)\b/giu;
