/**
 * What a sentence of a brief says and none of the passages that it cites does: figures, dates, durations, names. It is
 * shown to someone who is busy, so it leaves out whatever may well be there in other words, and what is no figure at all.
 */
import { type FoundName, findNames } from "../names/find-names.ts";
import { foldName } from "../names/fold-name.ts";
import { isNameIn, type NameText, nameText } from "../names/name-in-text.ts";
import type { Fact } from "./fact.ts";
import { findOpenFacts } from "./find-facts.ts";
import type { FoundFact } from "./found-fact.ts";
import { plainText } from "./plain-text.ts";
import { amountOf } from "./quantities.ts";
import { isGivenBy } from "./same-fact.ts";

export interface CitedPassage {
  readonly text: string;
  /** The day on which its source was published, ISO 8601. */
  readonly published: string | null;
}

interface ReadPassage {
  readonly facts: readonly FoundFact[];
  readonly names: NameText;
  readonly language: "english" | "east-asian" | "other";
}

/** Up to here a number may be a count of what a sentence itself lists, or an article. */
const MOST_COUNTED = 10;
const MOST_ARTICLE = 2;
/** Numbers that a text in another language may have in its own words, which are not read here. */
const MOST_SPELT_OUT = 20;

/** In the order of the sentence. Empty where no passage is given: a sentence that cites nothing has another finding. */
export function missingFacts(sentence: string, passages: readonly CitedPassage[]): Fact[] {
  if (passages.length === 0) return [];
  const read = passages.map(readPassage);
  const given = read.flatMap(({ facts }) => facts);
  const plain = plainText(sentence);
  const missing: Fact[] = findOpenFacts(sentence, null).filter(
    (fact) =>
      fact.kind !== "name" &&
      !given.some((other) => isGivenBy(fact, other)) &&
      isFigure(fact, plain, given, passages) &&
      canBeMissed(fact, read),
  );
  const names = read.map((passage) => passage.names);
  // Names can only be compared with texts in the same letters.
  if (read.every(({ language }) => language === "english" || language === "other"))
    missing.push(
      ...findNames(sentence)
        .filter((name) => /\p{sc=Latin}/u.test(name.text) && !isNameIn(name, names))
        .map(factOfName),
    );
  return missing.sort((a, b) => a.fromUtf16 - b.fromUtf16);
}

function factOfName({ value, text, fromUtf16, toUtf16 }: FoundName): Fact {
  return { kind: "name", value, text, fromUtf16, toUtf16 };
}

function readPassage({ text, published }: CitedPassage): ReadPassage {
  return { facts: findOpenFacts(text, published), names: nameText(text), language: languageOf(text) };
}

function languageOf(text: string): ReadPassage["language"] {
  const eastAsian = text.match(/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  if (eastAsian * 3 > text.length) return "east-asian";
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) =>
    /^(?:the|of|and|to|in|a|is|was|for|on|that|with|by|at|from|it|as|has|said)$/u.test(word),
  );
  return words.length < 8 || english.length * 12 >= words.length ? "english" : "other";
}

/** Whether the passages are such that the fact would have been found in them if it were there. */
function canBeMissed(fact: FoundFact, passages: readonly ReadPassage[]): boolean {
  const amount = amountOf(fact.value) ?? 0;
  const isSmall = fact.kind !== "date" && amount <= MOST_COUNTED;
  if (passages.some(({ language }) => language === "east-asian") && isSmall) return false;
  const foreign = passages.filter(({ language }) => language === "other");
  if (foreign.length === 0) return true;
  const figures = new Set(
    foreign.flatMap(({ facts }) => facts.flatMap(({ text }) => text.match(/\d+/gu) ?? []).map(Number)),
  );
  // Months have names that are not read here: the day, or the year, is what can be looked for.
  if (fact.kind === "date") return !/^-W/u.test(fact.value) && !figures.has(Number(fact.value.split("-").at(-1)));
  const written = fact.text.replaceAll(/[^\d.]/gu, "");
  return !figures.has(Math.trunc(Number(written === "" ? amount : written))) && amount > MOST_SPELT_OUT;
}

const REFERS_BACK =
  /\b(?:the|these|those|all|both|other|their|its|his|her|our|any|each|every|last|past|next|first|of)\s(?:\p{L}+\s)?$/iu;

/** Whether it pins something down. "the two leaders" and "three areas: A, B and C" count what the sentence itself names. */
function isFigure(
  fact: FoundFact,
  plain: string,
  given: readonly FoundFact[],
  passages: readonly CitedPassage[],
): boolean {
  if (fact.kind === "date" || !fact.isInWords) return true;
  const amount = amountOf(fact.value) ?? 0;
  if (fact.kind === "ordinal") return amount > MOST_ARTICLE || hasOther(fact, plain, given, passages);
  if (fact.kind !== "number" || amount > MOST_COUNTED)
    return fact.kind !== "duration" || amount > 1 || fact.value !== "P1D";
  const before = plain.slice(0, fact.fromUtf16);
  if (REFERS_BACK.test(before) || hasList(plain, amount)) return false;
  return amount > MOST_ARTICLE || hasOther(fact, plain, given, passages);
}

/** Whether a passage has another number of the very same: "three killed" where the brief has two. */
function hasOther(
  fact: FoundFact,
  plain: string,
  given: readonly FoundFact[],
  passages: readonly CitedPassage[],
): boolean {
  const noun = nounAfter(plain, fact.toUtf16);
  if (noun === null) return false;
  return given.some(
    (other) =>
      other.kind === fact.kind &&
      passages.some(
        ({ text }) =>
          text.slice(other.fromUtf16, other.toUtf16) === other.text &&
          nounAfter(plainText(text), other.toUtf16) === noun,
      ),
  );
}

function nounAfter(plain: string, atUtf16: number): string | null {
  const word = /^[ -](\p{L}{3,})/u.exec(plain.slice(atUtf16, atUtf16 + 40))?.[1];
  return word === undefined ? null : foldName(word).replace(/s$/u, "");
}

/** Whether the sentence lists as many things as it counts. */
function hasList(plain: string, count: number): boolean {
  const lists = plain.match(/[^,;:]+(?:, [^,;:]+)*,? (?:and|or) [^,;:]+/gu) ?? [];
  return (
    lists.some((list) => list.split(/, (?:and |or )?| (?:and|or) /u).length === count) && /[:,\u2014(]| - /u.test(plain)
  );
}
