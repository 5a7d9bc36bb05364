/** The calendar, as far as dates of a text need it. ISO 8601 throughout; no clock, no zones. */

export const MONTHS: readonly string[] = [
  "january|jan",
  "february|feb",
  "march|mar",
  "april|apr",
  "may",
  "june|jun",
  "july|jul",
  "august|aug",
  "september|sept|sep",
  "october|oct",
  "november|nov",
  "december|dec",
];
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) => names.split("|").map((name): [string, number] => [name, index + 1])),
);
/** From 1, 0 for what is no English month. */
export function monthNumber(name: string): number {
  return MONTH_NUMBERS.get(name.toLowerCase().replace(".", "")) ?? 0;
}

export const WEEKDAYS: readonly string[] = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
/** From 1 for Monday, 0 for what is no English weekday. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name.toLowerCase()) + 1;
}

const MILLISECONDS_PER_DAY = 86_400_000;
const DAYS_IN_MONTH: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A month or a day of one without its year, where there can be one. */
export function isDayOfYear(month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS_IN_MONTH[month - 1] ?? 0);
}

const two = (number: number) => String(number).padStart(2, "0");

/** A date as far as it is given: "2026", "2026-01", "2026-01-04", "--01", "--01-04". */
export function isoDate(year: number | null, month = 0, day = 0): string {
  const yearAndMonth = `${year ?? (month > 0 ? "-" : "")}${month > 0 ? `-${two(month)}` : ""}`;
  return day > 0 ? `${yearAndMonth}-${two(day)}` : yearAndMonth;
}

/** Days since 1 January 1970 of a whole date. */
export function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY;
}

export function dateOfDay(dayNumber: number): string {
  return new Date(dayNumber * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** From 1 for Monday, of a whole date. */
export function weekdayOf(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function isWholeDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value);
}
