/** What beside a figure tells what it is a figure of. Of words alone; whether two claims are of the same is weighed elsewhere. */
import type { FoundFact } from "../facts/found-fact.ts";
import type { Marks } from "./claim.ts";
import type { Term } from "./terms.ts";

export const NO_MARKS: Marks = { head: null, of: new Set(), rate: null, by: null };

/** Between a noun and the figure that is said of it: "turnout stood at around". */
const SAID_OF =
  /^(?:,? (?:of|at|to|by|was|were|is|are|stood|stands|totalled|totaled|reached|hit|came|worth|valued|put|estimated|now|rose|fell|grew|has|had|been|be|will|about|around|some|nearly|almost|over|more than|less than|at least|up to|an?|roughly|approximately|the|just|only|record|total))*,? $/iu;
const RATES: readonly (readonly [string, RegExp])[] = ["day", "week", "month", "year"].map((unit) => [
  unit,
  new RegExp(
    `^(?: of \\p{L}+(?: \\p{L}+)?)?,? (?:(?:an?|per|each|every) ${unit}\\b|${unit === "day" ? "daily" : `${unit}ly`}\\b)`,
    "iu",
  ),
]);
const ANNUALLY = /^(?: of \p{L}+(?: \p{L}+)?)? (?:annually|per annum)\b/iu;
const ANNUAL_BEFORE = /\b(?:annual|yearly) (?:\p{L}+ ){0,3}$/iu;
const EACH =
  /^ (?:an?|per) (?<what>barrel|tonne|ton|share|litre|liter|kilo|person|head|household|family|hectare|hour|child)\b/iu;
const BY_YEAR = /^(?: \p{L}+){0,2} (?:by|until) (?:the end of )?(?<year>(?:19|20)\d\d)\b/iu;
const OF = /^ of (?=\p{L})/u;
/** "tonnes of rice": what stands behind a unit, no further than that. */
const MOST_OF = 3;

export function marksOf(fact: FoundFact, plain: string, terms: readonly Term[], unitEndUtf16: number): Marks {
  const after = plain.slice(fact.toUtf16, fact.toUtf16 + 40);
  const afterUnit = plain.slice(unitEndUtf16, unitEndUtf16 + 40);
  const rate =
    RATES.find(([, pattern]) => pattern.test(afterUnit))?.[0] ??
    (ANNUALLY.test(afterUnit) || ANNUAL_BEFORE.test(plain.slice(Math.max(0, fact.fromUtf16 - 40), fact.fromUtf16))
      ? "year"
      : (EACH.exec(afterUnit)?.groups?.["what"] ?? null));
  return {
    head: headBefore(fact, plain, terms) ?? headBehind(fact, plain, terms),
    of: OF.test(afterUnit) ? wordsBehind(unitEndUtf16 + 4, plain, terms) : NO_MARKS.of,
    rate,
    by: BY_YEAR.exec(after)?.groups?.["year"] ?? null,
  };
}

function headBefore(fact: FoundFact, plain: string, terms: readonly Term[]): string | null {
  const head = terms.findLast(({ stem, toUtf16 }) => stem !== "" && toUtf16 <= fact.fromUtf16);
  if (head === undefined || head.isName) return null;
  return SAID_OF.test(plain.slice(head.toUtf16, fact.fromUtf16)) ? head.stem : null;
}

/** "a 12 per cent raise" */
function headBehind(fact: FoundFact, plain: string, terms: readonly Term[]): string | null {
  const next = terms.find(({ fromUtf16 }) => fromUtf16 >= fact.toUtf16);
  if (next === undefined || next.isName || next.stem === "") return null;
  return /^[ -]$/u.test(plain.slice(fact.toUtf16, next.fromUtf16)) ? next.stem : null;
}

function wordsBehind(fromUtf16: number, plain: string, terms: readonly Term[]): ReadonlySet<string> {
  const words = new Set<string>();
  let end = fromUtf16;
  for (const { stem, word, fromUtf16: from, toUtf16 } of terms) {
    if (from < fromUtf16) continue;
    if (words.size === MOST_OF || !/^ ?$/u.test(plain.slice(end, from))) break;
    if (stem === "" && word !== "and") break;
    if (stem !== "") words.add(stem);
    end = toUtf16;
  }
  return words;
}
