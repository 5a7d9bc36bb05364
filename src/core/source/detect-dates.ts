/**
 * Finds calendar dates in text, in the ways that articles write them. A date whose day and month cannot be told apart
 * is handed back with both readings; which date means what is for detect-metadata.ts.
 */

export interface FoundDate {
  /** ISO 8601. Two where day and month could be either way round, the day first. */
  readonly readings: readonly string[];
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

const MONTH_NAMES: readonly string[] = [
  "january|jan|janvier|januar|jänner|enero|gennaio|janeiro|januari|ocak",
  "february|feb|février|février|fevrier|februar|febrero|febbraio|fevereiro|februari|şubat",
  "march|mar|mars|märz|marz|marzo|março|maart|mart",
  "april|apr|avril|abril|aprile|nisan",
  "may|mai|mayo|maggio|maio|mei|mayıs",
  "june|jun|juin|juni|junio|giugno|junho|haziran",
  "july|jul|juillet|juli|julio|luglio|julho|temmuz",
  "august|aug|août|aout|agosto|augustus|ağustos",
  "september|sept|sep|septembre|septiembre|settembre|setembro|eylül",
  "october|oct|octobre|oktober|octubre|ottobre|outubro|ekim",
  "november|nov|novembre|noviembre|novembro|kasım",
  "december|dec|décembre|decembre|dezember|diciembre|dicembre|dezembro|aralık",
];
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split("|").map((name): [string, number] => [name, index + 1])),
);
const MONTH = `(?:${[...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join("|")})`;
const DAY = "(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?";
const START = "(?<![\\p{L}\\p{N}])";
const END = "(?![\\p{L}\\p{N}])";

type Parts = readonly [year: number, month: number, day: number];
interface Pattern {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => readonly Parts[];
}

function monthOf(name: string | undefined): number {
  return MONTH_OF.get((name ?? "").toLowerCase()) ?? 0;
}

function yearFirst(groups: readonly string[]): readonly Parts[] {
  return [[Number(groups[0]), Number(groups[1]), Number(groups[2])]];
}

/** 04/05/2026 is the 4th of May to most of the world and the 5th of April to Americans. */
function yearLast(groups: readonly string[]): readonly Parts[] {
  const [first, second, year] = [Number(groups[0]), Number(groups[1]), Number(groups[2])];
  if (first > 12) return [[year, second, first]];
  if (second > 12 || first === second) return [[year, first, second]];
  return [
    [year, second, first],
    [year, first, second],
  ];
}

const REIWA_BEGAN = 2019;

const PATTERNS: readonly Pattern[] = [
  { pattern: new RegExp(`${START}(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d|-\\d)`, "gu"), read: yearFirst },
  {
    pattern: new RegExp(`${START}(\\d{4})([./])\\s?(\\d{1,2})\\2\\s?(\\d{1,2})(?!\\d)`, "gu"),
    read: (g) => yearFirst([g[0] ?? "", g[2] ?? "", g[3] ?? ""]),
  },
  { pattern: /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu, read: yearFirst },
  { pattern: /(?<!\d)(\d{4})년\s?(\d{1,2})월\s?(\d{1,2})일/gu, read: yearFirst },
  {
    pattern: /令和\s?(\d{1,2}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu,
    read: (g) => [[REIWA_BEGAN - 1 + (g[0] === "元" ? 1 : Number(g[0])), Number(g[1]), Number(g[2])]],
  },
  {
    pattern: new RegExp(`${START}${DAY}\\.?\\s(?:de |of )?(${MONTH})\\.?,?\\s(?:de )?(\\d{4})${END}`, "giu"),
    read: (g) => [[Number(g[2]), monthOf(g[1]), Number(g[0])]],
  },
  {
    pattern: new RegExp(`${START}(\\d{1,2})-(${MONTH})-(\\d{4})${END}`, "giu"),
    read: (g) => [[Number(g[2]), monthOf(g[1]), Number(g[0])]],
  },
  {
    pattern: new RegExp(`${START}(${MONTH})\\.?\\s${DAY},?\\s(\\d{4})${END}`, "giu"),
    read: (g) => [[Number(g[2]), monthOf(g[0]), Number(g[1])]],
  },
  { pattern: new RegExp(`${START}(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})${END}`, "gu"), read: yearLast },
];

/** "07.05.2026, 10:12 Uhr": who writes so writes the day first. */
const DAY_FIRST_BEHIND = /^(?:,|\s[-–|])?\s(?:um )?\d{1,2}[:.]\d{2}\sUhr(?!\p{L})/u;

const DAYS_IN_MONTH: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isReal([year, month, day]: Parts): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return year >= 1500 && year <= 2199 && day >= 1 && day <= days;
}

function toIso([year, month, day]: Parts): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Every full date of a text, in the order of the text. Dates without a year are no dates here. */
export function findDates(text: string): FoundDate[] {
  if (!/\d/u.test(text)) return [];
  const found: FoundDate[] = [];
  for (const { pattern, read } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const readings = read(match.slice(1).map((group) => group ?? ""))
        .filter(isReal)
        .map(toIso)
        .slice(0, match[0].includes(".") && DAY_FIRST_BEHIND.test(text.slice(match.index + match[0].length)) ? 1 : 2);
      const [fromUtf16, toUtf16] = [match.index, match.index + match[0].length];
      const isOverlapping = found.some((other) => fromUtf16 < other.toUtf16 && other.fromUtf16 < toUtf16);
      if (readings.length > 0 && !isOverlapping) found.push({ readings, fromUtf16, toUtf16 });
    }
  }
  return found.sort((a, b) => a.fromUtf16 - b.fromUtf16);
}

const MAX_DATE_LINE_UTF16 = 80;
const BESIDE_DATE =
  /\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?\s?Z?|\b(?:[ap]\.?m\.?|GMT|UTC|[A-Z]{2,4}T|KST|JST|CST|BST)\b|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|(?:maan|dins|woens|donder|vrij|zater|zon)dag)(?!\p{L})|\b(?:Uhr|den|um|le|ore|hrs)\b|(?<!\p{L})à(?!\p{L})|\d{1,2}\s?h\b|星期.|周.|[月火水木金土日]曜日?|[월화수목금토일]요일|오전|오후|午前|午後|上午|下午|\bat\b|\bT\b|^T|[|,.·●•()（）\s–—-]/giu;

/** The date that a line consists of, a time, a zone and a weekday aside, or null where it says anything more. */
export function dateLine(text: string): FoundDate | null {
  if (text.length > MAX_DATE_LINE_UTF16) return null;
  const dates = findDates(text);
  const date = dates[0];
  if (!date || dates.length > 1) return null;
  const rest = `${text.slice(0, date.fromUtf16)} ${text.slice(date.toUtf16)}`;
  return rest.replace(/T(?=\d{2}:\d{2})/u, " ").replace(BESIDE_DATE, "") === "" ? date : null;
}

const ENGLISH_MONTHS: readonly string[] =
  "January February March April May June July August September October November December".split(" ");

/** "5 January 2026", for an ISO date. */
export function dateInWords(isoDate: string): string {
  const [year, month, day] = isoDate.split("-");
  return `${Number(day)} ${ENGLISH_MONTHS[Number(month) - 1] ?? ""} ${year}`;
}
