/**
 * Lines that date an article without a label: "Jane Doe | 4 May 2026", "PORT CALDER, May 4, 2026 (Agency) --", "This report
 * by X was first published May 4, 2026." Only forms that nothing else is written in; never a date of the running text.
 */
import { dateLine, type FoundDate, findDates } from "./detect-dates.ts";
import { KNOWN_AGENCY_PATTERN } from "./known-agencies.ts";

const MAX_LINE_UTF16 = 100;
/** People, a place or an outlet: capitalised words, and what joins them. */
const WHO =
  /^(?:By\s)?\p{Lu}[\p{L}\p{N}.'’&-]*(?:,?\s(?:\p{Lu}[\p{L}\p{N}.'’&-]*|staff|with|and|in|for|of|de|van|von|agencies|reporters?|correspondents?)){0,9}$/u;
const PICTURE = /\b(?:photos?|pictures?|images?|file|handout|foto|credit)\b|©/iu;
const SEPARATOR = /\s+([●•|·/]|[-–—])\s+/gu;
/** "By Jane Doe, May 4, 2026" */
const BY_AND_DATE = /^(By [^,]{3,60}),\s(?=.{0,24}\d{4})/u;
/** "Port Calder 23/11/2026 14:20" */
const PLACE_AND_TIME =
  /^\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2},?\s(?=\d{1,2}[./]\d{1,2}[./]\d{4},?\s\d{1,2}[:.h]\d{2}(?!\d))/u;
const TIME = /\d{1,2}[:.h]\d{2}/u;

/** The date of a line that names only who or where before it: a bare dash needs a time as well, as headlines have dashes. */
export function datedByline(text: string): FoundDate | null {
  if (text.length > MAX_LINE_UTF16 || PICTURE.test(text)) return null;
  const signed = BY_AND_DATE.exec(text);
  if (signed && WHO.test(signed[1] ?? "")) return dateLine(text.slice(signed[0].length));
  const placed = PLACE_AND_TIME.exec(text);
  if (placed) return dateLine(text.slice(placed[0].length));
  for (const separator of text.matchAll(SEPARATOR)) {
    const rest = text.slice(separator.index + separator[0].length);
    const date = dateLine(rest);
    if (
      !date ||
      !text
        .slice(0, separator.index)
        .split(/\s+[●•|·/]\s+/u)
        .every((who) => WHO.test(who))
    )
      continue;
    return !/[-–—]/u.test(separator[1] ?? "") || TIME.test(rest.slice(date.toUtf16)) ? date : null;
  }
  return null;
}

const DATELINE_UTF16 = 120;
const PLACE = /^\p{Lu}[\p{L}.'’/-]*(?:,?\s\p{Lu}[\p{L}.'’/-]*){0,4}[,.:]?\s(?:[-–—]\s)?$/u;
const AGENCY_BEHIND = new RegExp(
  `^[,.]?\\s?(?:[(/[](?:${KNOWN_AGENCY_PATTERN}|\\p{Lu}[\\p{L} ]{1,24})[)/\\]]\\s?(?:[-–—:]|\\.-)|(?:[(/[]|[-–—.]\\s)\\s?(?:${KNOWN_AGENCY_PATTERN})\\s?(?:[)/\\]]|[-–—.])|\\s?[电電讯訊])`,
  "u",
);
const CHINESE_PLACE = new RegExp(`^[(（【]?(?:${KNOWN_AGENCY_PATTERN})[\\p{Script=Han}·]{0,12}$`, "u");

/** The whole date of an agency's dateline, which opens a paragraph. */
export function datelineDate(text: string): FoundDate | null {
  const head = text.slice(0, DATELINE_UTF16);
  const date = findDates(head)[0];
  if (!date) return null;
  const before = head.slice(0, date.fromUtf16);
  const after = head.slice(date.toUtf16);
  const isPlaced = PLACE.test(before) || (CHINESE_PLACE.test(before) && /^[电電讯訊]/u.test(after));
  return isPlaced && AGENCY_BEHIND.test(after) ? date : null;
}

const FIRST_PUBLISHED =
  /^This (?:report|article|story)(?: by \p{Lu}[^.]{1,60}?)? was (?:first|originally) published(?: on)? (?=.{0,20}\d{4}\.?$)/u;

/** "This report by X was first published May 4, 2026." */
export function firstPublishedDate(text: string): FoundDate | null {
  const lead = text.length > MAX_LINE_UTF16 + 40 ? null : FIRST_PUBLISHED.exec(text);
  return lead ? dateLine(text.slice(lead[0].length)) : null;
}
