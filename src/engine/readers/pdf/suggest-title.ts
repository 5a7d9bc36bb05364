/** The largest text of the first page, which may be the title: only ever suggested. */
import type { PageText } from "./read-pages.ts";

const MAX_TITLE_UTF16 = 250;
const MIN_TITLE_UTF16 = 6;
const MAX_LINES = 5;

/** Null where no text is larger than the rest, or where the largest is too long or too short for a title. */
export function largestText({ frames }: PageText): string | null {
  const fragments = frames[0]?.fragments ?? [];
  const words = fragments.filter(({ text }) => /\p{L}{2}/u.test(text));
  const largest = words.reduce((most, { size }) => Math.max(most, size), 0);
  const isLargest = ({ size }: { readonly size: number }): boolean => size > largest * 0.97;
  if (words.every(isLargest)) return null;
  const lines = words.filter(isLargest).sort((one, other) => one.y - other.y || one.x0 - other.x0);
  const title = lines.map(({ text }) => text).join(" ");
  return lines.length <= MAX_LINES && title.length >= MIN_TITLE_UTF16 && title.length <= MAX_TITLE_UTF16 ? title : null;
}
