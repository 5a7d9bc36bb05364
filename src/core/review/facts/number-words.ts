/** Numbers as words and figures of English text, and as Chinese and Korean write large ones. */

const ONES = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`.split(/\s+/u);
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SMALL = new Map<string, number>([
  ...ONES.map((word, index): [string, number] => [word, index + 1]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ["a", 1],
  ["an", 1],
]);
const SCALES = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["mn", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
  ["m", 1e6],
  ["b", 1e9],
  ["k", 1e3],
  ["lakh", 1e5],
  ["crore", 1e7],
  ["dozen", 12],
]);
const EAST_ASIAN_SCALES = new Map<string, number>(
  Object.entries({
    十: 10,
    百: 100,
    千: 1e3,
    万: 1e4,
    萬: 1e4,
    亿: 1e8,
    億: 1e8,
    兆: 1e12,
    천: 1e3,
    만: 1e4,
    억: 1e8,
    조: 1e12,
  }),
);

const ones = ONES.join("|");
const below100 = `(?:(?:${TENS.join("|")})(?:[- ](?:${ONES.slice(0, 9).join("|")})\\b)?|(?:${ones}))`;
const below1000 = `(?:(?:${below100}|an?)[- ]hundred(?:[- ](?:and )?${below100}\\b)?|${below100})`;
const bigScale = "thousand|million|billion|trillion";

/** A number in words, lower case. */
export const WORD_NUMBER = `(?:(?:an? )(?:dozen|${bigScale})|${below1000}(?:[- ](?:dozen|${bigScale})\\b(?:,? (?:and )?${below1000}(?:[- ](?:${bigScale})\\b)?)*)?)`;

/** A number in figures: 1,500.5 and 1 500,5 and 1.500.000 and 28.93. */
export const FIGURES =
  "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,3}(?:([ .'])\\d{3})(?:\\1\\d{3})*(?!\\d)(?:,\\d+)?|\\d+(?:[.,]\\d+)?)";

/** The value of a number in words; null for what is none. */
export function valueOfWords(words: string): number | null {
  let total = 0;
  let group = 0;
  for (const word of words.toLowerCase().split(/[-,\s]+/u)) {
    if (word === "and" || word === "") continue;
    const small = SMALL.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined) group += small;
    else if (scale === undefined) return null;
    else if (scale <= 100) group = Math.max(group, 1) * scale;
    else {
      total += Math.max(group, 1) * scale;
      group = 0;
    }
  }
  return total + group;
}

/** What figures may stand for, the likeliest first: "1.500" is one and a half to some and fifteen hundred to others. */
export function valuesOfFigures(figures: string): number[] {
  const plain = figures.replaceAll(/[ ']/gu, "");
  const groups = plain.split(/[.,]/u);
  const marks = plain.match(/[.,]/gu) ?? [];
  const last = groups.at(-1) ?? "";
  const isGrouped = groups.slice(1).every((group) => group.length === 3) && (groups[0] ?? "") !== "0";
  if (marks.length === 0) return [Number(plain)];
  const asDecimal = Number(`${groups.slice(0, -1).join("")}.${last}`);
  if (!isGrouped || new Set(marks).size > 1) return [asDecimal];
  const asGroups = Number(groups.join(""));
  if (marks.length > 1 || marks[0] === ",") return [asGroups];
  return [asGroups, asDecimal];
}

/** What a scale word multiplies by: "million", "bn", 万. 1 where there is none. */
export function scaleOf(word: string | undefined): number {
  if (word === undefined || word === "") return 1;
  const known = SCALES.get(word.toLowerCase());
  if (known !== undefined) return known;
  return [...word].reduce((product, sign) => product * (EAST_ASIAN_SCALES.get(sign) ?? 1), 1);
}

/** A number as facts have it: no exponent, no rounding noise. */
export function numberValue(value: number): string {
  return String(Number(value.toPrecision(15)));
}

const HAN_DIGITS = "〇一二三四五六七八九";
/** A number in Chinese signs: 十五, 三百二十, 二〇二六. Null for what is none. */
export function valueOfHan(signs: string): number | null {
  const text = signs.replaceAll("两", "二").replaceAll("零", "〇");
  if (/^[〇一二三四五六七八九]+$/u.test(text))
    return Number([...text].map((sign) => HAN_DIGITS.indexOf(sign)).join(""));
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const sign of text) {
    const value = HAN_DIGITS.indexOf(sign);
    const scale = EAST_ASIAN_SCALES.get(sign);
    if (value >= 0) digit = value;
    else if (scale === undefined) return null;
    else if (scale < 1e4) {
      group += Math.max(digit, 1) * scale;
      digit = 0;
    } else {
      total += Math.max(group + digit, 1) * scale;
      group = 0;
      digit = 0;
    }
  }
  return total + group + digit;
}
