/**
 * Dates of a text, as far as they are given, and what they mean by the day on which the text was published: "on Friday",
 * "in early November", "last year". Where that day is unknown, a date stays as open as the words leave it.
 */
import {
  dateOfDay,
  dayNumber,
  isDayOfYear,
  isoDate,
  isWholeDate,
  MONTHS,
  monthNumber,
  WEEKDAYS,
  weekdayNumber,
  weekdayOf,
} from "./calendar.ts";
import { type FoundFact, plainFact } from "./found-fact.ts";
import { valueOfHan } from "./number-words.ts";

type Groups = Record<string, string | undefined>;
interface Pattern {
  readonly pattern: RegExp;
  /** The readings of a match, the likeliest first; none where it is no date. */
  readonly read: (groups: Groups, context: Context) => readonly string[];
}
interface Context {
  readonly published: string | null;
  /** What stands around the match, in its sentence as far as can be told cheaply. */
  readonly before: string;
  readonly after: string;
}

const MONTH_NAMES = MONTHS.flatMap((names) => names.split("|")).sort((a, b) => b.length - a.length);
/** A short form may have a full stop, which ends no sentence. */
const MONTH_END = "\\b(?:(?<=\\b\\w{3,4})\\.)?";
const MONTH = `(?<month>${MONTH_NAMES.join("|")})${MONTH_END}`;
const CAPITAL_MONTH = `(?<month>${MONTH_NAMES.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join("|")})\\b`;
const WORD_START = "(?<![\\p{L}\\p{N}])";
const NUMBER_END = "(?![\\d%]|[.,]\\d|\\p{sc=Latin})";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const DAY_RANGE = `${DAY}(?:\\s?(?:-|to|and|until|through)\\s?(?<lastDay>\\d{1,2})(?:st|nd|rd|th)?)?`;
const YEAR = "(?<year>1[5-9]\\d{2}|2[01]\\d{2})";
const RELATIVE_YEAR = "(?<relative>last|this|next) year";

const PATTERNS: readonly Pattern[] = [
  { pattern: new RegExp(`${WORD_START}${YEAR}-(?<m>\\d{1,2})-(?<d>\\d{1,2})(?!\\d|-\\d)`, "gu"), read: inFigures },
  {
    pattern: new RegExp(`${WORD_START}${YEAR}(?<mark>[./])\\s?(?<m>\\d{1,2})\\k<mark>\\s?(?<d>\\d{1,2})(?!\\d)`, "gu"),
    read: inFigures,
  },
  {
    pattern: new RegExp(`${WORD_START}(?<d>\\d{1,2})(?<mark>[./-])(?<m>\\d{1,2})\\k<mark>${YEAR}${NUMBER_END}`, "gu"),
    read: ({ year, m, d }) => [...inFigures({ year, m, d }), ...(m === d ? [] : inFigures({ year, m: d, d: m }))],
  },
  {
    pattern:
      /(?<!\d)(?:(?<year>\d{4}|[〇一二三四五六七八九]{4})\s?[年년])\s?(?:(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[月월])?\s?(?:(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号號일])?/gu,
    read: inSigns,
  },
  {
    pattern:
      /(?<!\d)(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[月월]\s?(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号號일]/gu,
    read: inSigns,
  },
  {
    pattern: new RegExp(
      `${WORD_START}${DAY_RANGE}\\s(?:of )?${MONTH}(?:,?\\s${YEAR}${NUMBER_END}| ${RELATIVE_YEAR})?`,
      "giu",
    ),
    read: dayOfMonth,
  },
  {
    pattern: new RegExp(
      `${WORD_START}${MONTH} ${DAY_RANGE}(?:,?\\s${YEAR}${NUMBER_END}| ${RELATIVE_YEAR}|${NUMBER_END})`,
      "giu",
    ),
    read: dayOfMonth,
  },
  {
    pattern: new RegExp(`${WORD_START}${MONTH},?\\s(?:of )?(?:${YEAR}${NUMBER_END}|${RELATIVE_YEAR})`, "giu"),
    read: dayOfMonth,
  },
  {
    // "may" and "march" are words too: a month alone needs its capital and something that months follow.
    pattern: new RegExp(
      `(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ll]ast|[Nn]ext|[Tt]his|of|[Ff]rom|[Tt]hrough|[Dd]uring|[Ee]arly|[Mm]id|[Ll]ate|[Bb]efore|[Aa]fter)[ -])(?:early[ -]|mid[ -]?|late[ -])?${CAPITAL_MONTH}(?![- ]\\d)`,
      "gu",
    ),
    read: dayOfMonth,
  },
  {
    pattern: /(?<![\d.,-])(?<year>1[5-9]\d{2}|2[01]\d{2})\s?[-/]\s?(?<end>\d{4}|\d{2})(?![\d-]|[.,]\d)/gu,
    read: ({ year = "", end = "" }) => {
      const whole = end.length === 2 ? year.slice(0, 2) + end : end;
      return Number(whole) > Number(year) && Number(whole) < 2200 ? [`${year}/${whole}`] : [];
    },
  },
  { pattern: /(?<![\d.,-])(?<year>1[5-9]\d0|20\d0)'?s\b/gu, read: ({ year = "" }) => [`${year}s`] },
  {
    pattern: new RegExp(
      `(?:(?<which>last|next|this coming|this past|this) )?\\b(?<weekday>${WEEKDAYS.join("|")})\\b`,
      "giu",
    ),
    read: onWeekday,
  },
  {
    pattern: /(?:星期|礼拜|周)(?<sign>[一二三四五六日天])(?![一-鿿]?[年期])|(?<sign2>[월화수목금토일])요일/gu,
    read: onWeekday,
  },
  {
    pattern: /\b(?<day>today|tonight|yesterday|tomorrow)\b|(?<sign>今天|昨天|明天|今日|昨日|오늘|어제|내일)/giu,
    read: besideToday,
  },
  {
    pattern: /\b(?<which>last|next|this) (?<unit>year|month)\b|(?<sign>去年|今年|明年|작년|지난해|올해|내년)/giu,
    read: relativePeriod,
  },
  {
    pattern:
      /(?<![\p{L}\d$€£¥#.,/-]|\p{Sc} )(?<year>1[5-9]\d{2}|2[01]\d{2})(?![\d%]|[.,]\d|-\d|\p{sc=Latin}|\s?(?:percent|per cent|million|billion|trillion))/gu,
    read: yearAlone,
  },
  {
    pattern: /(?<=\b(?:mid|pre|post|early|late)-)(?<year>1[5-9]\d{2}|2[01]\d{2})\b/gu,
    read: ({ year = "" }) => [year],
  },
];

/** Every date of a plain text (plain-text.ts), in the order of the patterns; none overlaps what is taken. */
export function findDateFacts(
  plain: string,
  text: string,
  published: string | null,
  take: (fromUtf16: number, toUtf16: number) => boolean,
): FoundFact[] {
  const facts: FoundFact[] = [];
  for (const { pattern, read } of PATTERNS) {
    for (const match of plain.matchAll(pattern)) {
      const end = match.index + match[0].trimEnd().length;
      const context = {
        published,
        before: plain.slice(Math.max(0, match.index - 200), match.index),
        after: plain.slice(end, end + 200),
      };
      const readings = read(match.groups ?? {}, context);
      const [first] = readings;
      if (first === undefined || !take(match.index, end)) continue;
      facts.push({ ...plainFact("date", first, text, [match.index, end]), readings });
    }
  }
  return facts;
}

function inFigures({ year, m, d }: Groups): string[] {
  const [month, day] = [Number(m), Number(d)];
  return isDayOfYear(month, day) ? [isoDate(Number(year), month, day)] : [];
}

function inSigns({ year, m, d }: Groups, { published }: Context): string[] {
  const number = (signs: string | undefined) =>
    signs === undefined ? 0 : /^\d+$/u.test(signs) ? Number(signs) : (valueOfHan(signs) ?? 0);
  const [y, month, day] = [number(year), number(m), number(d)];
  if (year !== undefined && (y < 1500 || y > 2199)) return [];
  if (m !== undefined && !isDayOfYear(month, day || 1)) return [];
  return year === undefined ? withYear(month, day, published) : [isoDate(y, month, day)];
}

function dayOfMonth(groups: Groups, { published, before }: Context): string[] {
  const month = monthNumber(groups["month"] ?? "");
  const [day, lastDay] = [Number(groups["day"] ?? 0), Number(groups["lastDay"] ?? 0)];
  if (month === 0 || (groups["day"] !== undefined && !isDayOfYear(month, day))) return [];
  const year = groups["year"] === undefined ? relativeYear(groups["relative"], published) : Number(groups["year"]);
  const readings =
    year === null
      ? withYear(month, day, published, /\b(?:last|next)\s$/iu.exec(before)?.[0])
      : [isoDate(year, month, day)];
  if (lastDay <= day || !isDayOfYear(month, lastDay)) return readings;
  return readings.map((start) => `${start}/${start.slice(0, -2)}${String(lastDay).padStart(2, "0")}`);
}

function relativeYear(which: string | undefined, published: string | null): number | null {
  if (which === undefined || published === null) return null;
  return Number(published.slice(0, 4)) + ({ last: -1, next: 1 }[which.toLowerCase()] ?? 0);
}

/** A day or month without its year: the year that brings it nearest to the day of publication, then the two beside it. */
function withYear(month: number, day: number, published: string | null, which?: string): string[] {
  if (published === null) return [isoDate(null, month, day)];
  const own = Number(published.slice(0, 4));
  const distance = (year: number) => {
    const days = dayNumber(isoDate(year, month, day || 15)) - dayNumber(published);
    if (which !== undefined && days > 0 !== /next/iu.test(which)) return Math.abs(days) + 1000;
    return Math.abs(days);
  };
  return [own - 1, own, own + 1].sort((a, b) => distance(a) - distance(b)).map((year) => isoDate(year, month, day));
}

const SIGN_WEEKDAYS = "一二三四五六日월화수목금토일";
const FUTURE =
  /\b(?:will|to|shall|would|expected|scheduled|due|plans?|planned|set|before|ahead|next|coming|upcoming)\b|将|예정/iu;

/** The nearest such day before the text was published, or after it where its words look ahead; the other one may be meant. */
function onWeekday(groups: Groups, { published, before, after }: Context): string[] {
  const sign = groups["sign"]?.replace("天", "日") ?? groups["sign2"];
  const weekday = sign === undefined ? weekdayNumber(groups["weekday"] ?? "") : (SIGN_WEEKDAYS.indexOf(sign) % 7) + 1;
  if (published === null) return [`-W-${weekday}`];
  const today = dayNumber(published);
  const back = (weekdayOf(published) - weekday + 7) % 7;
  const past = dateOfDay(today - back);
  const future = dateOfDay(today - back + 7);
  const which = groups["which"]?.toLowerCase();
  const clause = before.split(/[.;!?。]\s|\n/u).at(-1) ?? "";
  const looksAhead =
    which === "next" ||
    which === "this coming" ||
    (which !== "last" && which !== "this past" && back > 0 && FUTURE.test(clause)) ||
    (back > 0 && /^,? (?:he|she|they|it|and)? ?will\b/u.test(after));
  return looksAhead ? [future, past] : [past, future];
}

function besideToday(groups: Groups, { published }: Context): string[] {
  if (published === null) return [];
  const word = (groups["day"] ?? groups["sign"] ?? "").toLowerCase();
  const distance = /yesterday|昨|어제/u.test(word) ? -1 : /tomorrow|明|내일/u.test(word) ? 1 : 0;
  return [dateOfDay(dayNumber(published) + distance)];
}

function relativePeriod(groups: Groups, { published }: Context): string[] {
  if (published === null) return [];
  const word = (groups["which"] ?? groups["sign"] ?? "").toLowerCase();
  const distance = /last|去|작|지난/u.test(word) ? -1 : /next|明|내/u.test(word) ? 1 : 0;
  const year = Number(published.slice(0, 4));
  if (groups["unit"]?.toLowerCase() !== "month") return [isoDate(year + distance)];
  const months = year * 12 + Number(published.slice(5, 7)) - 1 + distance;
  return [isoDate(Math.floor(months / 12), (months % 12) + 1)];
}

const YEAR_FOLLOWS =
  /(?:\b(?:in|since|by|until|till|of|from|during|after|before|to|and|or|early|late|mid|year|for|around|circa|through|between|fiscal|FY|than|the)|[(,\u2014-])\s?$/iu;
const COUNTED = /^ (?:\p{Ll}{3,}s|people|men|women|children|troops|personnel|police)\b/u;

/** A figure that can be a year is one, unless it counts something. */
function yearAlone({ year = "" }: Groups, { before, after }: Context): string[] {
  if (COUNTED.test(after) && !YEAR_FOLLOWS.test(before)) return [];
  if (
    /(?:\b(?:some|about|around|nearly|almost|over|than|least|No\.|number|page|p\.|Article|Resolution|resolution|room|flight)|[#§])\s?$/u.test(
      before,
    ) &&
    !/\bthan\s?$/u.test(before)
  )
    return [];
  return [year];
}

/** Whether a date of a brief is given by a date of a text: the same, or a coarser one that it lies in. */
export function dateIsIn(wanted: string, given: string): boolean {
  if (wanted === given) return true;
  if (given.includes("/") || wanted.includes("/")) return periodIsIn(wanted, given);
  if (wanted.startsWith("-W")) return isWholeDate(given) && weekdayOf(given) === Number(wanted.slice(-1));
  if (given.startsWith("-W")) return isWholeDate(wanted) && weekdayOf(wanted) === Number(given.slice(-1));
  if (wanted.endsWith("s")) return given.startsWith(wanted.slice(0, 3));
  if (given.endsWith("s")) return false;
  if (wanted.startsWith("--")) return given.replace(/^\d{4}/u, "-").startsWith(wanted);
  // A text that does not say its year may mean the one that is wanted.
  if (given.startsWith("--")) return /^\d{4}-/u.test(wanted) && given.startsWith(wanted.replace(/^\d{4}/u, "-"));
  return given.startsWith(wanted);
}

function periodIsIn(wanted: string, given: string): boolean {
  const [wantedFrom = "", wantedTo = wantedFrom] = wanted.split("/");
  const [givenFrom = "", givenTo = givenFrom] = given.split("/");
  if (!wanted.includes("/")) return dateIsIn(wanted, givenFrom) || dateIsIn(wanted, givenTo);
  return dateIsIn(wantedFrom, givenFrom) && dateIsIn(wantedTo, givenTo);
}
