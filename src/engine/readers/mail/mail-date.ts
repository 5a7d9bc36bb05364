/** The day on which a mail was sent, as its sender's calendar had it. */
import { isoDate } from "../rtf/rtf-dates.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Two digits since 1950, three counted from 1900 (RFC 5322, section 4.3). */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? year + 2000 : year + 1900;
  return digits.length === 3 ? year + 1900 : year;
}

/**
 * The calendar date of a `Date` header, in the zone that the header is in: "Mon, 4 May 2026 23:30:00 -0800" is the
 * fourth. ISO 8601, or null where the header names no day.
 */
export function dateOfHeader(value: string): string | null {
  const text = value.slice(0, 200);
  const [, day = "", month = "", year = ""] =
    /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{2,4})(?!\d)/iu.exec(text) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number > 0) return isoDate(fullYear(year), number, Number(day));
  // "Mon May  4 23:30:00 2026", as Unix writes it.
  const [, unixMonth = "", unixDay = "", unixYear = ""] =
    /([a-z]{3})\s+(\d{1,2})\s+[\d:]{5,8}(?:\s+[a-z]{3,5})?\s+(\d{4})/iu.exec(text) ?? [];
  const unixNumber = MONTHS.indexOf(unixMonth.toLowerCase()) + 1;
  if (unixNumber > 0) return isoDate(Number(unixYear), unixNumber, Number(unixDay));
  const [, isoYear, isoMonth, isoDay] = /^\s*(\d{4})-(\d{2})-(\d{2})/u.exec(text) ?? [];
  return isoYear === undefined ? null : isoDate(Number(isoYear), Number(isoMonth), Number(isoDay));
}
