/** Times in words, as the user's clock has them. */

const DAY_MS = 24 * 60 * 60_000;

/** "14:05". */
export function timeOf(iso: string): string {
  return new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** "14:05", with the day where it is another: "14:05 on 17 November". */
export function momentOf(iso: string, now = new Date()): string {
  const at = new Date(iso);
  if (at.toDateString() === now.toDateString()) return timeOf(iso);
  return `${timeOf(iso)} on ${at.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
}

/** "Today", "Yesterday", "Tuesday 17 November", with the year where it is another one. */
export function dayOf(iso: string, now: Date): string {
  const day = new Date(iso);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (day.toDateString() === now.toDateString()) return "Today";
  if (day.toDateString() === yesterday.toDateString()) return "Yesterday";
  const thisYear = day.getFullYear() === now.getFullYear();
  return day
    .toLocaleDateString("en-GB", {
      weekday: "long",
      day: "numeric",
      month: "long",
      ...(thisYear ? {} : { year: "numeric" }),
    })
    .replace(",", "");
}

/** "today at 14:05", "yesterday at 09:10", "12 days ago". Empty for what is no time. */
export function daysAgo(iso: string, now = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  // A day on which the clocks change is an hour shorter or longer.
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days <= 0) return `today at ${timeOf(iso)}`;
  return days === 1 ? `yesterday at ${timeOf(iso)}` : `${days} days ago`;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
