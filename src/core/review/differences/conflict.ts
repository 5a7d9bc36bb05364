/** Whether two claims of the same thing can both be so: rounded, "more than", a month and a day in it, years ago. */
import { dateIsIn } from "../facts/dates.ts";
import type { FoundFact } from "../facts/found-fact.ts";
import { amountOf } from "../facts/quantities.ts";
import { isGivenBy } from "../facts/same-fact.ts";
import type { Claim } from "./claim.ts";

const VAGUE_FACTOR = 2;
const NEARLY_SHARE = 0.8;
const ABOUT_SHARE = 0.1;
const ROUNDED_SHARE = 0.02;
const DAYS_PER: Readonly<Record<string, number>> = { Y: 365.25, M: 30.44, D: 1, H: 1 / 24, S: 1 / 86_400 };

/** `isExact`: of sources that tell of one story, which round alike, and would not call 83 "at least 68". */
export function canBothBe(
  a: Claim,
  aPublished: string | null,
  b: Claim,
  bPublished: string | null,
  isExact: boolean,
): boolean {
  if (a.fact === null || b.fact === null) return false;
  if (a.frame !== null || b.frame !== null) return agreeSince(a.fact, aPublished, b.fact, bPublished);
  if (a.fact.kind === "date" && b.fact.kind === "date") return datesAgree(a.fact, b.fact);
  if (isExact && isAmount(a.fact) && isAmount(b.fact)) return areRounded(a.fact, b.fact);
  if (isGivenBy(a.fact, b.fact) || isGivenBy(b.fact, a.fact)) return true;
  const isCount = a.key.startsWith("number:dead") || a.key.startsWith("number:injured");
  return amountsAgree(a.fact, b.fact, isCount) || amountsAgree(b.fact, a.fact, isCount);
}

export function datesAgree(a: FoundFact, b: FoundFact): boolean {
  return a.readings.some((one) => b.readings.some((other) => dateIsIn(one, other) || dateIsIn(other, one)));
}

const isAmount = ({ kind, value }: FoundFact) =>
  (kind === "number" || kind === "money" || kind === "percent") && !value.includes("/");

/** One is what the other comes to with fewer digits, or, where its words say so, is short of it by less than its last digit. */
function areRounded(a: FoundFact, b: FoundFact): boolean {
  const [one, other] = [a, b].map((fact): FoundFact => (fact.bound === "none" ? fact : { ...fact, bound: "none" }));
  if (one === undefined || other === undefined) return false;
  if (isGivenBy(one, other) || isGivenBy(other, one)) return true;
  return isShortOf(a, b) || isShortOf(b, a) || amountsAgree(one, other, true) || amountsAgree(other, one, true);
}

function isShortOf({ value, bound }: FoundFact, exact: FoundFact): boolean {
  const [rough, given] = [amountOf(value), amountOf(exact.value)];
  if (rough === null || given === null) return false;
  const [step, apart] = [lastDigit(rough), given - rough];
  if (bound === "more") return apart >= 0 && apart < step;
  if (bound === "less") return apart <= 0 && given >= rough * NEARLY_SHARE;
  return bound === "about" && Math.abs(apart) <= Math.min(step / 2, Math.max(rough, given) * ABOUT_SHARE);
}

/** What one more of the last digit that is no nought comes to; people also round to halves: 100 of 1,900, 50 of 250. */
function lastDigit(amount: number): number {
  const digits = /^(?<figures>\d+?)(?<noughts>0*)(?:\.(?<decimals>\d+))?$/u.exec(String(Math.abs(amount)))?.groups;
  if (digits?.["decimals"] !== undefined) return 10 ** -digits["decimals"].length;
  return 10 ** (digits?.["noughts"]?.length ?? 0) * (digits?.["figures"]?.endsWith("5") ? 5 : 1);
}

/** `isCount`: "at least 12 dead" is how many had been counted, which a later count differs from. */
function amountsAgree(a: FoundFact, b: FoundFact, isCount: boolean): boolean {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  if (one === null || other === null) return a.value.includes("/") && rangeHolds(a.value, b.value);
  if (a.bound === "about" || b.bound === "about") {
    if (Math.abs(one - other) <= Math.max(one, other) * ABOUT_SHARE) return true;
  }
  if (a.bound === "more" && other >= one && other <= one * VAGUE_FACTOR && !isCount) return true;
  if (a.bound === "less" && other <= one && other >= one * NEARLY_SHARE) return true;
  // 41 and 41.2: the same, less exactly.
  return (
    a.kind !== "ordinal" &&
    a.kind !== "duration" &&
    one > 20 &&
    hasFewerDigits(one, other) &&
    Math.abs(one - other) <= Math.max(one, other) * ROUNDED_SHARE
  );
}

const hasFewerDigits = (one: number, other: number) => digitsOf(one) < digitsOf(other);
const digitsOf = (value: number) =>
  String(value)
    .replace(".", "")
    .replace(/^0+|0+$/gu, "").length;

function rangeHolds(range: string, value: string): boolean {
  const [low, high] = range.split("/").map((end) => amountOf(end));
  const amount = amountOf(value);
  return (
    low !== null &&
    low !== undefined &&
    high !== null &&
    high !== undefined &&
    amount !== null &&
    low <= amount &&
    amount <= high
  );
}

/** An amount; of a duration, days. */
function sizeOf({ kind, value }: FoundFact): number | null {
  const amount = amountOf(value);
  return amount === null || kind !== "duration" ? amount : amount * (DAYS_PER[value.at(-1) ?? ""] ?? 1);
}

/** "since 2019" and "in nine years": the years that they come to, as exactly as people say such things. */
function agreeSince(a: FoundFact, aPublished: string | null, b: FoundFact, bPublished: string | null): boolean {
  // Where one does not say when it was published, they are taken to be of about the same time.
  const [one, other] = [sinceYear(a, aPublished ?? bPublished), sinceYear(b, bPublished ?? aPublished)];
  if (one === null || other === null) return a.kind !== b.kind || a.value === b.value;
  return Math.abs(one.year - other.year) <= Math.max(one.leeway, other.leeway);
}

function sinceYear(fact: FoundFact, published: string | null): { year: number; leeway: number } | null {
  if (fact.kind === "date") {
    const year = /^\d{4}/u.exec(fact.value)?.[0];
    return year === undefined ? null : { year: Number(year), leeway: fact.value.endsWith("s") ? 10 : 0 };
  }
  const days = sizeOf(fact);
  if (days === null || published === null) return null;
  const years = days / 365.25;
  const now = Number(published.slice(0, 4)) + (Number(published.slice(5, 7)) - 1) / 12;
  return { year: now - years, leeway: 1 + (fact.bound === "none" ? 0.05 : 0.15) * years };
}
