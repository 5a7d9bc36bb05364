/** Times in words, as the user's clock has them. */

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
