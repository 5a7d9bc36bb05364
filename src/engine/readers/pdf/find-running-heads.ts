/**
 * Finds the lines that repeat at the top or foot of pages: running heads, page numbers, stamps. Knows places and texts
 * of lines only; must not judge what a line says.
 */
import type { Fragment } from "./fragment.ts";

/** The fragments of one direction on one page. */
export interface PageFrame {
  /** From 1. */
  readonly page: number;
  readonly direction: number | "vertical";
  /** Of the page, across the lines, in points; for turned text of the page as it is turned. */
  readonly heightPoints: number;
  readonly fragments: readonly Fragment[];
}

/** Lines from the edge inwards that are looked at. */
const EDGE_ROWS = 3;
const SAME_PLACE_POINTS = 4;
/** No running head is longer; a repeated paragraph is text. */
const MAX_HEAD_UTF16 = 160;
/** Left and right pages alternate, and a chapter's first page has none: the same head comes again within this. */
const NEARBY_PAGES = 4;
const NEARBY_SHARE = 0.3;
const MANY_PAGES = 3;
/** Type so much larger than the text's is that of a title, which slides repeat; a letterhead stands on most pages. */
const LARGE = 1.25;
const MOST_PAGES = 0.4;
/** A place at the edge is one of running heads where this share of what stands there is known to be one. */
const HEADS_AT_PLACE = 0.6;
const MIN_HEADS_AT_PLACE = 4;
/** In type sizes: how far a running head that is known by its place alone stands off from the text. */
const STANDS_OFF = 1.8;

interface EdgeRow {
  readonly frame: PageFrame;
  readonly fragments: readonly Fragment[];
  readonly edge: "top" | "foot";
  /** From the edge of the page, in points. */
  readonly distance: number;
  readonly signature: string;
  readonly numbers: readonly number[];
  readonly size: number;
  /** To the next line inwards, in type sizes. */
  readonly standsOff: number;
  isHead: boolean;
  /** True where a number in it keeps step with the pages. */
  isCounting: boolean;
  /** True where it counts the pages or stands on most of them. */
  isCertain: boolean;
}

export interface RunningHead {
  readonly page: number;
  readonly fragments: readonly Fragment[];
  /** Lines of the same signature are the same running head. */
  readonly signature: string;
}

/** The lines that are running heads, from the first page to the last. */
export function findRunningHeads(frames: readonly PageFrame[], pageCount: number, bodySize: number): RunningHead[] {
  const edges = frames.flatMap((frame) => {
    const downwards = frame.fragments.toSorted((one, other) => one.y - other.y);
    return [edgeRows(frame, downwards, "top"), edgeRows(frame, downwards.reverse(), "foot")];
  });
  const rows = edges.flat();
  const bySignature = new Index(rows, ({ signature }) => [signature]);
  const byCount = new Index(rows, ({ numbers, frame }) => numbers.map((number) => String(number - frame.page)));
  for (const row of rows) {
    const isLarge = row.size > bodySize * LARGE;
    row.isCertain = isOnMostPages(row, bySignature, pageCount);
    row.isCounting = !isLarge && isNumbered(row, byCount, pageCount);
    row.isHead = row.isCertain || row.isCounting || (!isLarge && isRepeated(row, bySignature, pageCount));
  }
  const byPlace = new Index(rows, ({ size }) => [String(Math.round(size))]);
  for (const row of rows) {
    if (row.isHead) row.isHead = row.isCertain || isPlaceOfHeads(row, byPlace, row.isCounting ? 0 : MIN_HEADS_AT_PLACE);
    else row.isHead = row.standsOff >= STANDS_OFF && isPlaceOfHeads(row, byPlace, MIN_HEADS_AT_PLACE);
    row.isCertain ||= row.isHead && row.isCounting;
  }
  const found = new Set<Fragment>();
  return edges.flatMap((edge) => {
    const inner = edge.findIndex(({ isHead }) => !isHead);
    const outer = edge.slice(0, inner < 0 ? edge.length : inner);
    // What repeats now and then, close to the text, may be text: the last line of a kind of table or listing.
    while (outer.length > 0 && !outer.some(({ isCertain }) => isCertain) && (outer.at(-1)?.standsOff ?? 0) < STANDS_OFF)
      outer.pop();
    // What stands further in than a line of text is no running head; on a short page both edges meet.
    return outer.flatMap(({ frame, fragments, signature }): RunningHead[] => {
      if (fragments.some((fragment) => found.has(fragment))) return [];
      for (const fragment of fragments) found.add(fragment);
      return [{ page: frame.page, fragments, signature }];
    });
  });
}

/** What is known of the rows that share a place and a key. */
interface Likes {
  rows: number;
  heads: number;
  pages: number;
  lastPage: number;
  /** How often the next page with one is near. */
  nearby: number;
}

class Index {
  private readonly likes = new Map<string, Likes>();

  private readonly keysOf: (row: EdgeRow) => readonly string[];

  constructor(rows: readonly EdgeRow[], keysOf: (row: EdgeRow) => readonly string[]) {
    this.keysOf = keysOf;
    for (const row of rows) {
      const place = placeOf(row);
      // Under its neighbours' places too, so that rows a little apart find each other.
      for (const key of keysOf(row)) for (const at of [place - 1, place, place + 1]) this.count(row, at, key);
    }
  }

  private count(row: EdgeRow, place: number, key: string): void {
    const name = nameOf(row, place, key);
    const found = this.likes.get(name) ?? { rows: 0, heads: 0, pages: 0, lastPage: 0, nearby: 0 };
    this.likes.set(name, found);
    found.rows += 1;
    if (row.isHead) found.heads += 1;
    if (found.pages > 0 && found.lastPage === row.frame.page) return;
    if (found.pages > 0 && row.frame.page - found.lastPage <= NEARBY_PAGES) found.nearby += 1;
    found.pages += 1;
    found.lastPage = row.frame.page;
  }

  of(row: EdgeRow): Likes[] {
    return this.keysOf(row).flatMap((key) => this.likes.get(nameOf(row, placeOf(row), key)) ?? []);
  }
}

function placeOf({ distance }: EdgeRow): number {
  return Math.round(distance / SAME_PLACE_POINTS);
}

function nameOf({ frame, edge }: EdgeRow, place: number, key: string): string {
  return `${frame.direction} ${edge} ${place} ${key}`;
}

function edgeRows(frame: PageFrame, inwards: readonly Fragment[], edge: "top" | "foot"): EdgeRow[] {
  const rows: Fragment[][] = [];
  for (const fragment of inwards) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && Math.abs(row[0].y - fragment.y) < 0.4 * fragment.size) row.push(fragment);
    else if (rows.length > EDGE_ROWS) break;
    else rows.push([fragment]);
  }
  return rows.slice(0, EDGE_ROWS).flatMap((fragments, index) => {
    const [first] = fragments;
    if (first === undefined) return [];
    const ordered = fragments.toSorted((one, other) => one.x0 - other.x0);
    const text = ordered.map((each) => each.text).join(" ");
    if (text.length > MAX_HEAD_UTF16) return [];
    const next = rows[index + 1]?.[0];
    return {
      frame,
      fragments: ordered,
      edge,
      distance: edge === "top" ? first.y : frame.heightPoints - first.y,
      signature: signatureOf(text),
      numbers: pageNumbersIn(text),
      size: first.size,
      standsOff:
        next === undefined ? Number.POSITIVE_INFINITY : Math.abs(next.y - first.y) / Math.max(first.size, next.size),
      isHead: false,
      isCounting: false,
      isCertain: false,
    };
  });
}

const ROMAN = /^[ivxlc]+$/iu;

/** A line with its numbers taken out: lines that differ in nothing else are the same running head. */
export function signatureOf(text: string): string {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => (ROMAN.test(word) ? "#" : word.replace(/\p{Nd}+/gu, "#")))
    .join(" ");
}

/** What may be the number of the page: the first and the last word, and in a short line ("Page 3 of 12", "– 3 –") each. */
function pageNumbersIn(text: string): number[] {
  const words = text.split(/[\s|/–—-]+/u).filter((word) => word !== "");
  const candidates = text.length <= SHORT_LINE_UTF16 ? words : [words.at(0) ?? "", words.at(-1) ?? ""];
  return candidates.flatMap((word) => {
    if (/^\d{1,5}$/u.test(word)) return Number(word);
    // Roman and Arabic numbers run on different counts: an offset keeps them apart.
    return ROMAN.test(word) ? 1_000_000 + romanValue(word) : [];
  });
}

const SHORT_LINE_UTF16 = 24;

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(word: string): number {
  const digits = [...word.toLowerCase()].map((letter) => ROMAN_DIGITS[letter] ?? 0);
  return digits.reduce((sum, digit, index) => (digit < (digits[index + 1] ?? 0) ? sum - digit : sum + digit), 0);
}

function isRepeated(row: EdgeRow, bySignature: Index, pageCount: number): boolean {
  const likes = bySignature.of(row)[0];
  if (likes === undefined || !/\p{L}/u.test(row.signature)) return false;
  const { pages, nearby } = likes;
  // What opens each chapter ("Chapter") comes again too, but not soon.
  if (pages >= MANY_PAGES) return nearby >= (pages - 1) * NEARBY_SHARE;
  return pages === 2 && (pageCount === 2 || nearby === 1);
}

function isOnMostPages(row: EdgeRow, bySignature: Index, pageCount: number): boolean {
  const pages = bySignature.of(row)[0]?.pages ?? 0;
  return isRepeated(row, bySignature, pageCount) && pages >= pageCount * MOST_PAGES;
}

/** True where a number in the line keeps step with the pages. */
function isNumbered(row: EdgeRow, byCount: Index, pageCount: number): boolean {
  if (row.numbers.length === 0 || row.numbers.length > 4) return false;
  return byCount.of(row).some(({ pages }) => pages >= Math.min(MANY_PAGES, Math.max(2, pageCount)));
}

/** Where text stands on other pages, a line that repeats or counts does so by chance: it is text too. */
function isPlaceOfHeads(row: EdgeRow, byPlace: Index, least: number): boolean {
  return byPlace.of(row).some(({ rows, heads }) => heads >= least && heads >= rows * HEADS_AT_PLACE);
}
