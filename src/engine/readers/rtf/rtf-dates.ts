/** Dates as RTF writes them. Never a time zone: RTF has none. */

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

/** ISO 8601 calendar date, or null where there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1 && year <= 9999 ? `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}` : null;
}

/** ISO 8601 date and time of a DTTM, a number of 32 bits (RTF specification, "Date and time"), or null for no date. */
export function isoOfDttm(dttm: number): string | null {
  const bits = (from: number, length: number): number => (dttm >>> from) & ((1 << length) - 1);
  const date = dttm === 0 ? null : isoDate(bits(20, 9) + 1900, bits(16, 4), bits(11, 5));
  const hour = bits(6, 5);
  const minute = bits(0, 6);
  if (date === null || hour > 23 || minute > 59) return date;
  return `${date}T${pad(hour)}:${pad(minute)}:00`;
}
