/**
 * Finds when an article was published or retrieved. Only a date that is labelled, or alone on a line near the top, is
 * one; dates of captions and of the running text are dates of what happened.
 */
import type { Block } from "./block.ts";
import { dateInWords, dateLine, type FoundDate, findDates } from "./detect-dates.ts";
import { splitDatePrefix, titleLine } from "./detect-title.ts";
import { type LabelledField, labelledLine, lineParts } from "./labelled-lines.ts";
import { datedByline, datelineDate, firstPublishedDate } from "./published-lines.ts";

const HEAD_BLOCKS = 15;
const TAIL_BLOCKS = 8;
const MAX_BODY_BLOCKS = 400;

export interface DateFindings {
  readonly published: string | null;
  readonly accessed: string | null;
  readonly suggestions: readonly { readonly value: string; readonly reason: string }[];
}

interface Dated {
  readonly field: LabelledField;
  readonly label: string;
  readonly date: FoundDate;
}

/** A value is a date where it begins with one, a time or a weekday before it aside. */
function dateOfValue(value: string): FoundDate | null {
  const date = findDates(value.slice(0, 200))[0];
  return date && !/\p{Ll}{3,}\s+\p{Ll}{2,}/u.test(value.slice(0, date.fromUtf16)) ? date : null;
}

function labelledDates(blocks: readonly Block[]): Dated[] {
  const edge = [...blocks.slice(0, HEAD_BLOCKS), ...blocks.slice(HEAD_BLOCKS).slice(-TAIL_BLOCKS)];
  return edge.flatMap(({ text, kind }) => {
    if (kind === "caption") return [];
    return lineParts(text).flatMap((part) => {
      const line = labelledLine(part);
      const date = line && dateOfValue(line.value);
      return line && date ? [{ field: line.field, label: line.label, date }] : [];
    });
  });
}

/** "17 aprile 2026 (modifica il 18 aprile 2026)": when it was changed is not when it was published. */
const CHANGED =
  /\s\((?:modifica(?:to)?|aggiornat[oa]|updated|modified|actualizado|mis à jour|aktualisiert)(?!\p{L})[^()]*\)$/iu;

function lonelyDate(blocks: readonly Block[]): FoundDate | null {
  for (const { text } of blocks.slice(0, HEAD_BLOCKS)) {
    const date = dateLine((lineParts(text)[0] ?? "").replace(/^[-*•]\s+/u, "").replace(CHANGED, ""));
    if (date) return date;
  }
  return null;
}

/** From this length on a block is the body, behind which lines with names and dates are of other articles. */
const BODY_UTF16 = 160;

/** The date of a byline above the body, of the dateline that opens it, or of the last line, where these do not differ. */
function signedDate(blocks: readonly Block[]): string | null {
  const words = blocks.filter(({ kind }) => kind !== "caption");
  const body = words.findIndex(({ text }) => text.length >= BODY_UTF16);
  const head = words.slice(0, Math.min(HEAD_BLOCKS, body < 0 ? HEAD_BLOCKS : body));
  const opening = words.slice(0, Math.min(HEAD_BLOCKS, head.length + 1));
  const tail = words.slice(-TAIL_BLOCKS);
  const finds = [
    head.map(({ text }) => datedByline(lineParts(text)[0] ?? "")),
    opening.map(({ text }) => datelineDate(text)),
    tail.map(({ text }) => firstPublishedDate(text)),
  ];
  for (const dates of finds) {
    const given = dates.filter((date) => date !== null);
    if (given.length > 0)
      return given.every((date) => date.readings[0] === given[0]?.readings[0]) ? certain(given[0]) : null;
  }
  return null;
}

function certain(date: FoundDate | null | undefined): string | null {
  return date?.readings.length === 1 ? (date.readings[0] ?? null) : null;
}

/** "Date:" may be any date; a label that says "published" outranks it. */
function rank({ label }: Dated): number {
  return label === "date" || label === "dated" || label === "日期" ? 1 : 0;
}

function readings(date: FoundDate | null | undefined, where: string): { value: string; reason: string }[] {
  if (!date || date.readings.length < 2) return [];
  const order = ["day first", "month first"];
  return date.readings.map((value, index) => ({
    value,
    reason: `${where}, read with the ${order[index] ?? "day first"}`,
  }));
}

function fromCaption(blocks: readonly Block[]): { value: string; reason: string }[] {
  for (const { kind, text } of blocks.slice(0, MAX_BODY_BLOCKS)) {
    const value = kind === "caption" ? certain(findDates(text)[0]) : null;
    if (value !== null)
      return [{ value, reason: `The first photo caption with a date is dated ${dateInWords(value)}` }];
  }
  return [];
}

function fromBody(blocks: readonly Block[]): { value: string; reason: string }[] {
  for (const { kind, text } of blocks.slice(0, MAX_BODY_BLOCKS)) {
    if (kind === "caption") continue;
    const value = certain(findDates(text.slice(0, 5000))[0]);
    if (value !== null) return [{ value, reason: `${dateInWords(value)} is the first date in the text` }];
  }
  return [];
}

function fromFileName(fileName: string): { value: string; reason: string }[] {
  const [, year, month, day] = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/u.exec(fileName) ?? [];
  const value = certain(findDates(`${year}-${month}-${day}`)[0]);
  return value === null ? [] : [{ value, reason: "The name of the file has this date" }];
}

export function detectDates(blocks: readonly Block[], fileName: string): DateFindings {
  const dated = labelledDates(blocks);
  const title = titleLine(blocks);
  const prefix = title === null ? null : splitDatePrefix(title).date;
  const published = dated.filter(({ field }) => field === "published").sort((a, b) => rank(a) - rank(b));
  const updated = dated.filter(({ field }) => field === "updated");
  const lonely = lonelyDate(blocks);
  const firm =
    published.map(({ date }) => certain(date)).find((date) => date !== null) ??
    prefix ??
    certain(lonely) ??
    signedDate(blocks);
  const accessed = certain(dated.find(({ field, date }) => field === "accessed" && certain(date) !== null)?.date);
  if (firm !== null) {
    const rival = published.map(({ date }) => certain(date)).find((date) => date !== null && date !== firm);
    const conflict = rival ?? (prefix !== null && prefix !== firm ? prefix : null);
    const suggestions = conflict === null ? [] : [{ value: conflict, reason: "The text gives this date as well" }];
    return { published: firm, accessed, suggestions };
  }
  const update = certain(updated[0]?.date);
  const suggestions = [
    ...readings(published[0]?.date, "The date that it gives"),
    ...readings(lonely, "The date near its top"),
    ...(update === null
      ? readings(updated[0]?.date, "The date of its update")
      : [{ value: update, reason: `It was updated on ${dateInWords(update)}` }]),
    ...fromFileName(fileName),
    ...fromCaption(blocks),
    ...fromBody(blocks),
  ];
  const distinct = suggestions.filter(
    ({ value }, index) => suggestions.findIndex((other) => other.value === value) === index,
  );
  return { published: null, accessed, suggestions: distinct.slice(0, 2) };
}
