/** Whether a fact of a brief is given by a fact of a text: the same in other words, or what it may fairly be rounded to. */
import { dateIsIn } from "./dates.ts";
import type { FoundFact } from "./found-fact.ts";
import { amountOf } from "./quantities.ts";

const FEW_DIGITS = 3;
const LOOSE_SHARE = 0.15;
const CLOSE_SHARE = 0.05;

export function isGivenBy(wanted: FoundFact, given: FoundFact): boolean {
  return wanted.readings.some((want) => given.readings.some((give) => valueIsGiven(wanted, want, given, give)));
}

function valueIsGiven(wanted: FoundFact, want: string, given: FoundFact, give: string): boolean {
  if (wanted.kind === "date" && given.kind === "date") return dateIsIn(want, give);
  if (wanted.kind === "date")
    return given.kind === "number" ? want === give : given.kind === "ordinal" && isDayOf(want, give);
  if (given.kind === "date")
    return wanted.kind === "number" ? want === give : wanted.kind === "ordinal" && isDayOf(give, want);
  if (want === give) return true;
  if (give.includes("/") && give.split("/").includes(want)) return true;
  if (want.includes("/") && !give.includes("/")) return false;
  const [wantedAmount, givenAmount] = [amountOf(want), amountOf(give)];
  if (wantedAmount === null || givenAmount === null) return false;
  return isComparable(wanted, want, given, give) && isNearly(wanted, wantedAmount, givenAmount);
}

/** "on the 4th" of a text that names its month elsewhere. */
function isDayOf(date: string, ordinal: string): boolean {
  return date.endsWith(`-${ordinal.padStart(2, "0")}`);
}

/** Of one kind and unit; or one of them without any: "aged 65" and "65-year-old", "the fourth" and "4". */
function isComparable(wanted: FoundFact, want: string, given: FoundFact, give: string): boolean {
  const unit = (value: string) => value.replaceAll(/[\d.\-/]+/gu, "").trim();
  if (wanted.kind === given.kind) return unit(want) === unit(give);
  return wanted.kind === "number" || given.kind === "number";
}

/** The same amount; or, where the wanted one is said to be rough or has few digits, one that it rounds. */
function isNearly(wanted: FoundFact, want: number, give: number): boolean {
  if (want === give) return true;
  if (wanted.kind === "ordinal" || give === 0 || Math.sign(want) !== Math.sign(give)) return false;
  const share = (give - want) / Math.abs(give);
  if (wanted.bound === "more" && share > 0 && share <= LOOSE_SHARE) return true;
  if (wanted.bound === "less" && share < 0 && share >= -LOOSE_SHARE) return true;
  if (wanted.bound === "about" && Math.abs(share) <= CLOSE_SHARE) return true;
  return isRounded(want, give);
}

/** "$268 billion" for 267.6: the given figure has more digits, and the wanted one is what it comes to with fewer. */
function isRounded(want: number, give: number): boolean {
  const [digits, givenDigits] = [significantDigits(want), significantDigits(give)];
  return digits >= 2 && digits <= FEW_DIGITS && givenDigits > digits && Number(give.toPrecision(digits)) === want;
}

function significantDigits(value: number): number {
  return String(Math.abs(value))
    .replace(".", "")
    .replace(/^0+|0+$/gu, "").length;
}
