/**
 * Dates in words. Spelt out here rather than by Intl, so that a document reads the same on every machine.
 */
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "2026-01-05" as "5 January 2026". What is not such a date comes back as it is: nothing is made up of it. */
export function formatDate(isoDate: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  const monthName = MONTHS[Number(month) - 1];
  return year && day && monthName ? `${Number(day)} ${monthName} ${year}` : isoDate;
}
