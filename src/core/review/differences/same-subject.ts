/**
 * Whether two claims of one key are about the same thing: by the words that they share, the rarer the more, and by the
 * names, dates and places that keep them apart. Rather says no.
 */
import { dayNumber, isWholeDate } from "../facts/calendar.ts";
import { isGivenBy } from "../facts/same-fact.ts";
import type { Claim, ClaimedSentence } from "./claim.ts";
import { datesAgree } from "./conflict.ts";
import { FATES } from "./term-classes.ts";

export interface Side {
  readonly claim: Claim;
  readonly sentence: ClaimedSentence;
}

/** What can be told of two claims alone. Cheap: asked of every two claims of a key. */
export function mayBeSame(a: Side, b: Side): boolean {
  if (a.claim.frame !== null || b.claim.frame !== null) return framesMatch(a.claim, b.claim);
  if (namesClash(a, b) || datesClash(a, b)) return false;
  return sharedTerms(a.sentence.stems, b.sentence.stems) >= 2;
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

/** Each names someone or some place beside its claim that the other's sentence does not know. */
function namesClash(a: Side, b: Side): boolean {
  const has = (claim: Claim, { stems }: ClaimedSentence) => [...claim.names].some((name) => !stems.has(name));
  return has(a.claim, b.sentence) && has(b.claim, a.sentence);
}

/** One tells of another year or day than the other does, or of one long past where the other tells of none. */
function datesClash(a: Side, b: Side): boolean {
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
const RECURRING = new Set(
  "meeting visit hold attack election vote win fire test flight match round session arrive travel call speak game quake flood storm protest ceremony talk fall rise report trade".split(
    " ",
  ),
);
const MOST_DAYS_APART = 45;

function isOneEvent(a: Claim, b: Claim): boolean {
  const [one, other] = [a.fact?.value ?? "", b.fact?.value ?? ""];
  if (isWholeDate(one) && isWholeDate(other)) return Math.abs(dayNumber(one) - dayNumber(other)) <= MOST_DAYS_APART;
  if (one.startsWith("--") || other.startsWith("--") || one.startsWith("-W") || other.startsWith("-W")) {
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

export type Weigh = (term: string) => number;

/** From 0 to 1, how surely two claims are about the same thing; 0 below what is worth showing. */
export function likeness(a: Side, b: Side, weigh: Weigh): number {
  const near = overlap(a.claim.terms, b.claim.terms, weigh);
  const far = overlap(a.sentence.stems, b.sentence.stems, weigh);
  return isEnough(a, b, near, far) ? (near.ofSmaller + far.ofSmaller) / 2 : 0;
}

interface Overlap {
  readonly shared: number;
  readonly names: number;
  readonly ofSmaller: number;
  readonly ofAll: number;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): Overlap {
  let [both, onlyA, onlyB, shared, names] = [0, 0, 0, 0, 0];
  for (const term of a) {
    if (b.has(term)) {
      both += weigh(term);
      shared += 1;
      if (isNameTerm(term)) names += 1;
    } else onlyA += weigh(term);
  }
  for (const term of b) if (!a.has(term)) onlyB += weigh(term);
  const smaller = both + Math.min(onlyA, onlyB);
  return {
    shared,
    names,
    ofSmaller: smaller === 0 ? 0 : both / smaller,
    ofAll: both === 0 ? 0 : both / (both + onlyA + onlyB),
  };
}

const isNameTerm = (term: string) => term.startsWith("@");

function isEnough({ claim }: Side, other: Side, near: Overlap, far: Overlap): boolean {
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
      if (/^(?:money|percent|points)/u.test(claim.key)) return near.ofSmaller >= 0.7 && near.shared >= 3 && words >= 1;
      if (isFate(claim)) return (far.ofSmaller >= 0.4 || near.ofSmaller >= 0.5) && far.shared >= 2;
      return (far.ofSmaller >= 0.5 || near.ofSmaller >= 0.6) && far.shared >= 3;
  }
}

const isFate = ({ key }: Claim) => FATES.has(key.split(":")[1] ?? "");
