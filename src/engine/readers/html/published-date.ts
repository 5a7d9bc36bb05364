/** The calendar date of publication, out of the dates that a page declares, the most trusted first. */
import { findDates } from "../../../core/source/detect-dates.ts";
import { isoDateSchema } from "../../../core/source/metadata.ts";

const ISO = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/u;
const IN_UTC = /(?:Z|[+-]00:?00|GMT|UTC)\s*$/iu;
const WITH_ZONE = /\d{2}:\d{2}.*[+-](?!00:?00)\d{2}:?\d{2}\s*$/u;

/** The date as it is written, in the zone that it is written in. */
function calendarDate(value: string): string | null {
  const [, year, month, day] = ISO.exec(value) ?? [];
  if (year !== undefined) {
    const parsed = isoDateSchema.safeParse(`${year}-${month}-${day}`);
    return parsed.success ? parsed.data : null;
  }
  const found = findDates(value)[0];
  return found?.readings.length === 1 ? (found.readings[0] ?? null) : null;
}

/**
 * The first of the declared dates that is one, ISO 8601. Where it is given in universal time and another declaration
 * gives the same moment in a zone, the calendar of that zone is the page's own.
 */
export function publishedDate(declared: readonly string[]): string | null {
  const first = declared.find((value) => calendarDate(value) !== null);
  if (first === undefined) return null;
  const moment = Date.parse(first);
  const local = IN_UTC.test(first)
    ? declared.find((value) => WITH_ZONE.test(value) && Math.abs(Date.parse(value) - moment) < 60_000)
    : undefined;
  return calendarDate(local ?? first);
}
