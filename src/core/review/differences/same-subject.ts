/**
 * Whether two claims of one key are about the same thing: by the words that they share, the rarer the more, by whether
 * their sources tell of the same story, and by the names, dates and places that keep them apart. Rather says no.
 */
import { dayNumber, isWholeDate } from "../facts/calendar.ts";
import { amountOf } from "../facts/quantities.ts";
import { isGivenBy } from "../facts/same-fact.ts";
import type { Claim, ClaimedSentence } from "./claim.ts";
import { datesAgree } from "./conflict.ts";
import { ANYONE, FATES, stemsOfWords, UNITS } from "./term-classes.ts";
import { countShared, type Overlap, overlap, type TermNumbers } from "./term-numbers.ts";

export interface SourceWords {
  readonly stems: ReadonlySet<string>;
  readonly stemNumbers: TermNumbers;
  /** Names, countries aside: what tells one story from another. */
  readonly nameNumbers: TermNumbers;
}

export interface Side {
  readonly claim: Claim;
  readonly sentence: ClaimedSentence;
  readonly source: SourceWords;
  /** The terms of the claim and the stems of its sentence as numbers (term-numbers.ts). */
  readonly near: TermNumbers;
  readonly far: TermNumbers;
}

/**
 * What can be told of two claims alone, whatever other sources there are. Cheap: asked of every two claims of a key.
 * `isOneStory` is asked for only where it matters.
 */
export function mayBeSame(a: Side, b: Side, isOneStory: () => boolean): boolean {
  if (a.claim.frame !== null || b.claim.frame !== null) return framesMatch(a.claim, b.claim);
  const near = countShared(a.near, b.near);
  const isRank = a.claim.kind === "ordinal";
  if (near === 0 && !isRank && !isFate(a.claim) && !isMarked(a.claim)) return false;
  const far = countShared(a.far, b.far);
  if (near === 0 && far < 2 && !isRank && !isMarked(a.claim)) return false;
  // Two sources that have little else in common must say much in the same words.
  if ((near < 2 || far < 3 || isLast(a.claim)) && !isOneStory()) return false;
  if (namesClash(a, b, isRank && isOneStory()) || datesClash(a, b) || marksClash(a.claim, b.claim)) return false;
  return !movesClash(a.claim, b.claim) || (isByOneYear(a.claim, b.claim) && isOneStory());
}

const isByOneYear = (a: Claim, b: Claim) => a.marks.by !== null && a.marks.by === b.marks.by;

/** Of rice and of nickel; a month and a year. */
function marksClash({ marks: a }: Claim, { marks: b }: Claim): boolean {
  if (a.rate !== null && b.rate !== null && a.rate !== b.rate) return true;
  if (a.by !== null && b.by !== null && a.by !== b.by) return true;
  return a.of.size > 0 && b.of.size > 0 && sharedTerms(a.of, b.of) === 0;
}

function framesMatch(a: Claim, b: Claim): boolean {
  const [one, other] = [a.frame, b.frame];
  if (one === null || other === null) return false;
  const isWhen = one.heads.size === 0 && other.heads.size === 0;
  if (!isWhen && sharedTerms(one.heads, other.heads) === 0) return false;
  // A visit the other way round has the same words.
  if (sharedTerms(one.agents, other.goals) > 0 || sharedTerms(one.goals, other.agents) > 0) return false;
  return agree(one.agents, other.agents) && agree(one.goals, other.goals);
}

/** Names that are said on both sides are the same; a person may be meant by a country's name. */
function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0 || sharedTerms(a, b) > 0) return true;
  const isCountry = (names: ReadonlySet<string>) => [...names].every((name) => name.startsWith("@"));
  return isCountry(a) !== isCountry(b);
}

const FEWEST_SHARED_NAMES = 3;
const SHARED_NAMES = 0.25;
/** With fewer names, so many words. */
const FEWEST_SHARED_WORDS = 10;
const SHARED_WORDS = 0.25;

/** Whether two sources name so many of the same that they tell of one story. */
export function isOneStory(a: SourceWords, b: SourceWords): boolean {
  // What stands only at the head of a sentence is not known for a name there.
  const shared = Math.max(countShared(a.nameNumbers, b.stemNumbers), countShared(b.nameNumbers, a.stemNumbers));
  if (shared < 2) return false;
  if (shared >= FEWEST_SHARED_NAMES && shared >= SHARED_NAMES * Math.min(a.nameNumbers.length, b.nameNumbers.length))
    return true;
  const words = countShared(a.stemNumbers, b.stemNumbers);
  return words >= FEWEST_SHARED_WORDS && words >= SHARED_WORDS * Math.min(a.stemNumbers.length, b.stemNumbers.length);
}

/** Each names someone or some place beside its claim that the other does not know. */
function namesClash(a: Side, b: Side, isRankInStory: boolean): boolean {
  // How long a visit is may be told with other names; how many there were in another town is another number.
  const isLoose = isRankInStory || a.claim.kind === "duration" || a.claim.kind === "date";
  const has = ({ claim }: Side, { sentence, source }: Side) =>
    [...claim.names].some((name) => !(isLoose ? source.stems : sentence.stems).has(name));
  return has(a, b) && has(b, a);
}

const UP = stemsOfWords("rise gain jump surge soar");
const DOWN = stemsOfWords("fall shrink slump plunge slip tumble contract");

/** A rise is no level, and no fall. */
function movesClash(a: Claim, b: Claim): boolean {
  if (!/^(?:percent|points|money)/u.test(a.key)) return false;
  const moves = (claim: Claim, words: ReadonlySet<string>) => [...words].some((word) => claim.terms.has(word));
  return moves(a, UP) !== moves(b, UP) || moves(a, DOWN) !== moves(b, DOWN);
}

/** One tells of another year or day than the other does, or of one long past where the other tells of none. */
function datesClash(a: Side, b: Side): boolean {
  if (isLast(a.claim)) return false;
  if (a.claim.kind === "date") return amountsClash(a.claim, b.claim) || !isOneEvent(a.claim, b.claim);
  if (a.claim.dates.length === 0 || b.claim.dates.length === 0) return tellsOfThePast(a) !== tellsOfThePast(b);
  return !a.claim.dates.some((date) => b.claim.dates.some((other) => datesAgree(date, other)));
}

function tellsOfThePast({ claim, sentence }: Side): boolean {
  if (sentence.published === null || claim.kind === "negation") return false;
  const last = Number(sentence.published.slice(0, 4)) - 1;
  return claim.dates.some(({ value }) => Number(/^\d{4}/u.exec(value)?.[0] ?? last) < last);
}

/** "19 killed on Sunday", "230 killed in 1998". */
function amountsClash(a: Claim, b: Claim): boolean {
  return a.amounts.some(
    (one) =>
      b.amounts.some(({ kind }) => kind === one.kind) &&
      !b.amounts.some((other) => isGivenBy(one, other) || isGivenBy(other, one)),
  );
}

/** What happens again and again: two dates of it, far apart, are two of it. */
const RECURRING =
  stemsOfWords(`meeting visit hold attack election vote win fire test flight match round session arrive travel call speak game quake flood
  storm protest ceremony talk fall rise report trade`);
const MOST_DAYS_APART = 45;

function isOneEvent(a: Claim, b: Claim): boolean {
  const [one, other] = [a.fact?.value ?? "", b.fact?.value ?? ""];
  if (isWholeDate(one) && isWholeDate(other)) return Math.abs(dayNumber(one) - dayNumber(other)) <= MOST_DAYS_APART;
  if (one.startsWith("-") || other.startsWith("-")) {
    const month = (value: string) => /^(?:\d{4}|-)-(\d{2})/u.exec(value)?.[1];
    return month(one) !== undefined && month(one) === month(other);
  }
  return ![...a.terms].some((term) => RECURRING.has(term) && b.terms.has(term));
}

export function sharedTerms(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const term of small) if (large.has(term)) count += 1;
  return count;
}

/** From 0 to 1, how surely two claims are about the same thing; 0 below what is worth showing. */
export function likeness(a: Side, b: Side, inOneStory: boolean, weights: readonly number[]): number {
  const near = overlap(a.near, b.near, weights);
  const far = overlap(a.far, b.far, weights);
  const isSame =
    isSameAnywhere(a, b, near, far) ||
    (inOneStory && (isSameInStory(a, b, near, far) || isSameByMarks(a, b, near, far)));
  return isSame ? (near.ofSmaller + far.ofSmaller) / 2 + LEAST_LIKENESS : 0;
}

/** Of two that are the same though they share no word. */
const LEAST_LIKENESS = 0.001;

/** By their words alone, whatever the rest of their sources tells of. */
function isSameAnywhere({ claim, sentence }: Side, other: Side, near: Overlap, far: Overlap): boolean {
  const words = near.shared - sharedTerms(claim.names, other.claim.names);
  switch (claim.kind) {
    case "negation":
      return near.ofAll >= 0.6 && near.shared >= 3;
    case "date":
      if (claim.frame !== null) return near.ofSmaller >= 0.5 && near.shared >= 2;
      return near.ofSmaller >= 0.65 && near.shared >= 3 && words >= 1 && near.ofAll >= 0.45;
    case "duration":
      if (claim.frame !== null) return near.ofSmaller >= 0.5 && near.shared >= 2;
      if (claim.key === "duration:age") return near.ofSmaller >= 0.7 && near.shared >= 3;
      return near.ofSmaller >= 0.55 && far.shared >= 3;
    case "ordinal":
      return far.ofSmaller >= 0.5 && far.shared >= 2;
    default:
      if (isAmount(claim)) return near.ofSmaller >= 0.7 && near.shared >= 3 && words >= 1;
      if (isFate(claim)) {
        const fates = [...FATES].filter((fate) => sentence.stems.has(fate) && other.sentence.stems.has(fate)).length;
        return (far.ofSmaller >= 0.4 || near.ofSmaller >= 0.5) && far.shared - fates >= 2;
      }
      return (far.ofSmaller >= 0.5 || near.ofSmaller >= 0.6) && far.shared >= 3;
  }
}

/** In sources that tell of one story, where a claim of the same kind is likely to be of the same thing. */
function isSameInStory({ claim }: Side, other: Side, near: Overlap, far: Overlap): boolean {
  const words = near.shared - sharedTerms(claim.names, other.claim.names);
  switch (claim.kind) {
    case "negation":
      return near.ofSmaller >= 0.9 && near.shared >= 3;
    case "date":
      if (claim.frame !== null) return near.ofSmaller >= 0.35 && near.shared >= 1;
      return near.ofSmaller >= 0.85 && words >= 2;
    case "duration":
      if (claim.frame !== null) return near.ofSmaller >= 0.35 && near.shared >= 1;
      if (/:(?:ago|past|next|within|age)$/u.test(claim.key)) return near.ofSmaller >= 0.75 && words >= 2;
      return near.ofSmaller >= 0.4 && near.shared >= 1;
    case "ordinal":
      return /\d|year|month/u.test(claim.key) || far.shared >= 2;
    default:
      if (isAmount(claim)) return (near.ofSmaller >= 0.5 && near.shared >= 2) || (near.ofSmaller >= 0.9 && words >= 1);
      if (isFate(claim)) return near.shared >= 1 || far.shared >= 1;
      // So many people may be anyone: what they did must be said in both.
      if (claim.key === `number:${ANYONE}`) return near.ofSmaller >= 0.5 && near.shared >= 2;
      return near.ofSmaller >= 0.35 && near.shared >= 1;
  }
}

/** Sources that name other places beside it may tell of those. */
function knowsItsNames({ claim }: Side, { source }: Side): boolean {
  const names = [...claim.names].filter((name) => !claim.marks.of.has(name));
  return names.length === 0 || names.some((name) => source.stems.has(name));
}

/** Figures that are further apart are seldom of the same, where little else says that they are. */
const NEAR_FACTOR = 1.5;

function areNear({ fact: a }: Claim, { fact: b }: Claim): boolean {
  const [one, other] = [amountOf(a?.value ?? ""), amountOf(b?.value ?? "")];
  if (one === null || other === null || one <= 0 || other <= 0) return false;
  return Math.max(one, other) <= NEAR_FACTOR * Math.min(one, other);
}

/** Such words are said of figures of all kinds. */
const COMMON_HEADS =
  stemsOfWords(`rise fall cut share rate price value cost figure level amount tax tariff vote gain loss growth profit revenue
  sales win spend pay part limit`);
/** What happens once. */
const ONCE = stemsOfWords("effect force expire");

/** "takes effect", "enters into force": of the same thing. */
function happensOnce({ terms: a }: Claim, { terms: b }: Claim): boolean {
  const once = (terms: ReadonlySet<string>) => [...ONCE].some((word) => terms.has(word));
  return once(a) && once(b) && [...a].some((term) => b.has(term) && !ONCE.has(term));
}

/** In sources that tell of one story: the same noun, unit, rate or year beside the figure, with little else. */
function isSameByMarks(a: Side, b: Side, near: Overlap, far: Overlap): boolean {
  const [one, other] = [a.claim, b.claim];
  if (!knowsItsNames(a, b) || !knowsItsNames(b, a)) return false;
  if (isLast(one)) return true;
  if (one.kind === "date") return happensOnce(one, other);
  if (isTimeOf(one)) return far.shared >= 2;
  if (one.kind !== "number") return false;
  const words = near.shared - sharedTerms(one.names, other.names);
  if (isAmount(one)) {
    if (isByOneYear(one, other)) return words >= 1 && areNear(one, other);
    if (one.marks.rate !== null && one.marks.rate === other.marks.rate) return words >= 1 && areNear(one, other);
    if (one.marks.head === null || one.marks.head !== other.marks.head || !areNear(one, other)) return false;
    return !COMMON_HEADS.has(one.marks.head) || far.shared >= 2;
  }
  if (isUnit(one) && one.marks.rate !== null && one.marks.rate === other.marks.rate && areNear(one, other)) return true;
  if (isUnit(one)) return (words >= 1 && near.ofSmaller >= 0.2) || (far.shared >= 2 && areNear(one, other));
  // Its own noun is one of the words.
  return !isFate(one) && one.key !== `number:${ANYONE}` && near.shared >= 1 && far.shared >= 4 && areNear(one, other);
}

const isUnit = ({ key }: Claim) => key.startsWith("number:") && UNITS.has(key.slice("number:".length));
/** "three days of mourning" */
const isTimeOf = ({ key }: Claim) => key.startsWith("duration:of:");
/** What its key or marks tell of may do without a word beside it, in one story. */
const isMarked = (claim: Claim) => isUnit(claim) || isLast(claim) || isTimeOf(claim);
const isLast = ({ key }: Claim) => key.startsWith("last:");
const isAmount = ({ key }: Claim) => /^(?:money|percent|points)/u.test(key);
const isFate = ({ key }: Claim) => FATES.has(key.split(":")[1] ?? "");
