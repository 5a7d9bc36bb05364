/** Numbers, money, percentages, durations, ordinals and fractions of a text, in figures and in words. */
import type { Fact } from "./fact.ts";
import type { Bound, FoundFact } from "./found-fact.ts";
import { numberValue, scaleOf, valueOfHan, valueOfWords, valuesOfFigures } from "./number-words.ts";
import {
  BOUNDS,
  COUNTED_AFTER,
  CURRENCIES,
  FRACTION,
  MORE_AFTER,
  ORDINAL,
  ORDINAL_TENS,
  ORDINAL_WORDS,
  PARTS,
  QUANTITY,
  UNITS,
} from "./quantity-patterns.ts";

type Take = (fromUtf16: number, toUtf16: number) => boolean;

/** An ISO 8601 duration, the same for as long a time in other units: 24 months are two years, two weeks 14 days. */
function durationValue(count: number, unit: string): string | null {
  const known = UNITS.get(unit);
  if (known === undefined) return null;
  let [amount, designator] = [count * known[0], known[1]];
  if (designator === "TS" && amount % 60 === 0) [amount, designator] = [amount / 60, "TM"];
  if (designator === "TM" && amount % 60 === 0) [amount, designator] = [amount / 60, "TH"];
  if (designator === "TH" && amount % 24 === 0) [amount, designator] = [amount / 24, "D"];
  if (designator === "M" && amount % 12 === 0) [amount, designator] = [amount / 12, "Y"];
  return designator.startsWith("T")
    ? `PT${numberValue(amount)}${designator.slice(1)}`
    : `P${numberValue(amount)}${designator}`;
}

function boundAround(plain: string, fromUtf16: number, toUtf16: number): Bound {
  if (MORE_AFTER.test(plain.slice(toUtf16, toUtf16 + 12))) return "more";
  const before = plain.slice(Math.max(0, fromUtf16 - 24), fromUtf16);
  return BOUNDS.find(([, pattern]) => pattern.test(before))?.[0] ?? "none";
}

/** Fractions, which would otherwise be numbers and ordinals. */
function findFractions(plain: string, text: string, take: Take): FoundFact[] {
  const facts: FoundFact[] = [];
  for (const match of plain.matchAll(FRACTION)) {
    const { over, part, over2, part2, count, of } = match.groups ?? {};
    const number = (word: string) => (/^\d/u.test(word) ? Number(word) : (valueOfWords(word) ?? 0));
    const numerator = number(over ?? over2 ?? count ?? "");
    const denominator =
      of === undefined ? (PARTS.get((part ?? part2 ?? "").toLowerCase().replace(/s$/u, "")) ?? 0) : number(of);
    if (numerator < 1 || denominator <= numerator || denominator > 1000) continue;
    if (!take(match.index, match.index + match[0].length)) continue;
    facts.push(
      quantity(
        "number",
        [`${numerator}/${denominator}`],
        "none",
        !/\d/u.test(match[0]),
        text,
        match.index,
        match[0].length,
      ),
    );
  }
  return facts;
}

function quantity(
  kind: Fact["kind"],
  readings: readonly string[],
  bound: Bound,
  isInWords: boolean,
  text: string,
  fromUtf16: number,
  length: number,
): FoundFact {
  const toUtf16 = fromUtf16 + length;
  return {
    kind,
    value: readings[0] ?? "",
    readings,
    bound,
    isInWords,
    text: text.slice(fromUtf16, toUtf16),
    fromUtf16,
    toUtf16,
  };
}

function findOrdinals(plain: string, text: string, take: Take): FoundFact[] {
  const facts: FoundFact[] = [];
  for (const match of plain.matchAll(ORDINAL)) {
    const { figures, tens, word, han, korean } = match.groups ?? {};
    const ofWord = ORDINAL_WORDS.get(word?.toLowerCase() ?? "") ?? ORDINAL_TENS.get(word?.toLowerCase() ?? "");
    if (tens !== undefined && (ofWord ?? 10) > 9) continue;
    const value =
      figures !== undefined
        ? Number(figures.replaceAll(",", ""))
        : ofWord !== undefined
          ? ofWord + (valueOfWords(tens ?? "") ?? 0)
          : Number(korean ?? (/^\d/u.test(han ?? "") ? han : valueOfHan(han ?? "")));
    if (!(value > 0) || !take(match.index, match.index + match[0].length)) continue;
    facts.push(quantity("ordinal", [String(value)], "none", word !== undefined, text, match.index, match[0].length));
  }
  return facts;
}

/** What a match counts, by what stands beside the number. */
function classified(
  groups: Record<string, string | undefined>,
  values: readonly number[],
): [Fact["kind"], string[]] | null {
  const asNumbers = values.map(numberValue);
  const currency = groups["before"] ?? groups["word"] ?? groups["sign"];
  if (currency !== undefined) {
    const code = CURRENCIES.get(currency.toLowerCase().replace(".", "")) ?? currency;
    return ["money", asNumbers.map((value) => `${code} ${value}`)];
  }
  if (groups["points"] !== undefined) return ["percent", asNumbers.map((value) => `${value} points`)];
  const unit =
    groups["unit"]?.toLowerCase().replace(/ies$/u, "y") ?? groups["signUnit"]?.replace(/^个|[만째]$|(?<=년)간$/gu, "");
  if (unit === undefined) return null;
  const durations = values.map((value) => durationValue(value, unit)).filter((value) => value !== null);
  return durations.length > 0 ? ["duration", durations] : null;
}

function readNumber(groups: Record<string, string | undefined>): number[] {
  const { figures, words, han, scale, shortScale, signScale } = groups;
  const factor = scaleOf(scale ?? shortScale ?? signScale);
  if (figures !== undefined) {
    const values = valuesOfFigures(figures);
    // "28.935 million": a number before a scale word has decimals.
    return (factor > 1 && values.length > 1 ? values.slice(1) : values).map((value) => value * factor);
  }
  const value = words === undefined ? valueOfHan(han ?? "") : valueOfWords(words);
  return value === null ? [] : [value * factor];
}

const ARTICLES = /^an?\b/iu;
/** Not figures, though they have the form of one: "no one", "one another", "one-China". */
const ONE_THAT_COUNTS_NOTHING = /^one(?: another\b| of\b| day\b|-\p{Lu}|'s\b| by one\b| side\b| hand\b)/u;

/** Numbers of a plain text with what they count. `take` says whether a place is free, and takes it. */
export function findQuantities(plain: string, text: string, take: Take): FoundFact[] {
  const facts = [...findFractions(plain, text, take), ...findHalves(plain, text, take)];
  // Durations and money before ordinals, which read "second" in them; ordinals before bare numbers.
  const bare: (() => void)[] = [];
  for (const match of plain.matchAll(QUANTITY)) {
    const groups = match.groups ?? {};
    const from = match.index;
    const { words = "", shortScale } = groups;
    const isScale = groups["before"] !== undefined || COUNTED_AFTER.test(plain.slice(from + match[0].length));
    if (shortScale !== undefined && !isScale) {
      const scaleAt = match[0].lastIndexOf(shortScale);
      if (scaleAt > 0 && /\p{Lu}/u.test(shortScale)) continue;
    }
    const values = readNumber(shortScale !== undefined && !isScale ? { ...groups, shortScale: undefined } : groups).map(
      (value) => (groups["minus"] === undefined ? value : -value),
    );
    if (values.length === 0 || /^[.,]\d/u.test(plain.slice(from + match[0].length))) continue;
    const isPercent = /%|per ?cent|pct|퍼센트|百分点|percentage/iu.test(match[0]);
    const kind =
      isPercent && groups["points"] === undefined
        ? (["percent", values.map(numberValue)] as const)
        : classified(groups, values);
    const isArticle = ARTICLES.test(words) && !/dozen|hundred|thousand|million|billion|trillion/iu.test(words);
    if (isArticle) continue;
    const add = (kindOfFact: Fact["kind"], readings: readonly string[]) => {
      if (!take(from, from + match[0].length)) return;
      const bound = boundAround(plain, from, from + match[0].length);
      facts.push(quantity(kindOfFact, readings, bound, groups["figures"] === undefined, text, from, match[0].length));
    };
    if (kind !== null) add(kind[0], kind[1]);
    else if (
      !ONE_THAT_COUNTS_NOTHING.test(plain.slice(from, from + 16)) &&
      !/\bno $/iu.test(plain.slice(Math.max(0, from - 3), from))
    )
      bare.push(() => add("number", values.map(numberValue)));
  }
  facts.push(...findOrdinals(plain, text, take));
  for (const add of bare) add();
  return joinRanges(facts, plain, text);
}

const HALF =
  /\b(?<count>\w+) and a half (?<unit3>hour|day|week|month|year|decade)s?\b|\bhalf[- ](?:a |an )?(?<unit>century|decade)\b|\b(?:a|the|last|past|next|per|every)\s(?<unit2>decade|century|fortnight)\b(?!')/giu;

/** Times by halves, or without a number: "two and a half years", "half a century", "a decade". "The last century" is none. */
function findHalves(plain: string, text: string, take: Take): FoundFact[] {
  const facts: FoundFact[] = [];
  for (const match of plain.matchAll(HALF)) {
    const { unit, unit2, unit3, count = "" } = match.groups ?? {};
    if (unit === undefined && unit3 === undefined && !/^a\s/iu.test(match[0])) continue;
    const whole = unit3 === undefined ? 0 : /^\d+$/u.test(count) ? Number(count) : valueOfWords(count);
    if (whole === null) continue;
    const value = durationValue(unit2 === undefined ? whole + 0.5 : 1, (unit ?? unit2 ?? unit3 ?? "").toLowerCase());
    if (value === null || !take(match.index, match.index + match[0].length)) continue;
    facts.push(
      quantity(
        "duration",
        [value],
        boundAround(plain, match.index, match.index + match[0].length),
        true,
        text,
        match.index,
        match[0].length,
      ),
    );
  }
  return facts;
}

/** "10-15", "10 to 15 per cent", "two to three years": one fact, which has both ends. Falling ones are two: "52-48". */
function joinRanges(facts: readonly FoundFact[], plain: string, text: string): FoundFact[] {
  const sorted = [...facts].sort((a, b) => a.fromUtf16 - b.fromUtf16);
  const joined: FoundFact[] = [];
  for (const fact of sorted) {
    const before = joined.at(-1);
    const between = before === undefined ? "" : plain.slice(before.toUtf16, fact.fromUtf16);
    const isFrom =
      before !== undefined && /\bfrom $/iu.test(plain.slice(Math.max(0, before.fromUtf16 - 5), before.fromUtf16));
    if (
      before?.kind === "number" &&
      fact.kind !== "ordinal" &&
      fact.kind !== "date" &&
      !isFrom &&
      /^(?: ?- ?| to )$/u.test(between)
    ) {
      const [low, high] = [amountOf(before.value), amountOf(fact.value)];
      if (low !== null && high !== null && low < high && !before.value.includes("/")) {
        const value =
          fact.kind === "number"
            ? `${before.value}/${fact.value}`
            : `${fact.value.replace(numberValue(high), numberValue(low))}/${fact.value}`;
        joined[joined.length - 1] = {
          ...fact,
          value,
          readings: [value],
          fromUtf16: before.fromUtf16,
          text: text.slice(before.fromUtf16, fact.toUtf16),
        };
        continue;
      }
    }
    joined.push(fact);
  }
  return joined;
}

/** The number in a value: 15 of "15", 9 of "P9Y", 267.6e9 of "USD 267600000000". Null for ranges and fractions. */
export function amountOf(value: string): number | null {
  const match = /^(?:[^\d/-]*[ PT])?(-?\d+(?:\.\d+)?)[^\d/]*$/u.exec(value);
  return match === null ? null : Number(match[1]);
}
