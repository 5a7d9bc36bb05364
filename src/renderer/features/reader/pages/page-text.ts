/**
 * Between the text that lies on pages, item by item, and canonical text. Pure: items are known by their number.
 */
import { type Block, blockIndexAt } from "../../../../core/source/block.ts";
import { pageOfOffset } from "../../../../core/source/locator.ts";
import type { PageRun } from "../../../../core/source/page.ts";
import type { OffsetRange } from "../text-position.ts";

/** A stretch of one item, in UTF-16 code units of the item's text. */
export interface ItemStretch {
  readonly item: number;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

/** A place in the text of pages. */
export interface PagePoint {
  /** From 1. */
  readonly page: number;
  readonly item: number;
  readonly unitUtf16: number;
}

/** Where a passage of canonical text lies among the items of a page, in the order of the passage. */
export function stretchesOf(runs: readonly PageRun[], fromUtf16: number, toUtf16: number): ItemStretch[] {
  return runs
    .map((run) => ({
      item: run.item,
      shift: run.itemFromUtf16 - run.fromUtf16,
      from: Math.max(fromUtf16, run.fromUtf16),
      to: Math.min(toUtf16, run.fromUtf16 + run.lengthUtf16),
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
    .map(({ item, shift, from, to }) => ({ item, fromUtf16: from + shift, toUtf16: to + shift }));
}

/** The page on which an offset of canonical text stands; null where the text has none. */
export function pageAt(blocks: readonly Block[], starts: readonly number[], offsetUtf16: number): number | null {
  const index = blockIndexAt(starts, offsetUtf16);
  const block = blocks[index];
  return block ? pageOfOffset(block, offsetUtf16 - (starts[index] ?? 0)) : null;
}

/** The first offset of canonical text on a page, or where the page has none, of the next that has; else the last. */
export function firstOffsetFrom(blocks: readonly Block[], starts: readonly number[], page: number): number {
  for (const [index, { pages = [] }] of blocks.entries()) {
    const start = pages.find((candidate) => candidate.page >= page);
    if (start) return (starts[index] ?? 0) + start.fromUtf16;
  }
  return starts.at(-1) ?? 0;
}

/** So many signs that lie on no page may stand between two stretches: what a reader puts where lines are joined. */
const MOST_BRIDGED = 2;

/**
 * The passage of canonical text that is selected between two points of pages. What is selected but not part of the
 * text (running heads) is left out. Where the rest is not one passage of the text, as when a note or another column
 * stands between, the longest piece is taken: never more than what was selected.
 */
export function selectedPassage(
  runsOf: (page: number) => readonly PageRun[] | undefined,
  text: string,
  start: PagePoint,
  end: PagePoint,
): OffsetRange | null {
  const pieces: OffsetRange[] = [];
  let isWhole = true;
  for (let page = start.page; page <= end.page; page += 1) {
    const runs = runsOf(page);
    isWhole &&= runs !== undefined;
    for (const run of runs ?? []) {
      const from = page === start.page ? unitsBefore(run, start) : 0;
      const to = page === end.page ? unitsBefore(run, end) : run.lengthUtf16;
      if (from < to) pieces.push({ fromUtf16: run.fromUtf16 + from, toUtf16: run.fromUtf16 + to });
    }
  }
  // Of pages that were skipped it is not known what lies on them: all that stands between is selected.
  return longest(isWhole ? joined(pieces, text) : [around(pieces)], text);
}

function around(pieces: readonly OffsetRange[]): OffsetRange {
  return {
    fromUtf16: pieces.reduce((least, { fromUtf16 }) => Math.min(least, fromUtf16), Number.MAX_SAFE_INTEGER),
    toUtf16: pieces.reduce((most, { toUtf16 }) => Math.max(most, toUtf16), 0),
  };
}

/** How many units of a run stand before a point of its page. */
function unitsBefore({ item, itemFromUtf16, lengthUtf16 }: PageRun, point: PagePoint): number {
  if (item !== point.item) return item < point.item ? lengthUtf16 : 0;
  return Math.max(0, Math.min(lengthUtf16, point.unitUtf16 - itemFromUtf16));
}

function joined(pieces: OffsetRange[], text: string): OffsetRange[] {
  const passages: OffsetRange[] = [];
  for (const piece of pieces.toSorted((a, b) => a.fromUtf16 - b.fromUtf16)) {
    const last = passages.at(-1);
    const between = last ? text.slice(last.toUtf16, piece.fromUtf16) : "";
    if (last && between.trim().length <= MOST_BRIDGED) {
      passages[passages.length - 1] = {
        fromUtf16: last.fromUtf16,
        toUtf16: Math.max(last.toUtf16, piece.toUtf16),
      };
    } else passages.push(piece);
  }
  return passages;
}

function longest(passages: readonly OffsetRange[], text: string): OffsetRange | null {
  let best: OffsetRange | null = null;
  for (const { fromUtf16, toUtf16 } of passages) {
    const words = text.slice(fromUtf16, toUtf16);
    const from = fromUtf16 + (words.length - words.trimStart().length);
    const to = fromUtf16 + words.trimEnd().length;
    if (from < to && (!best || to - from > best.toUtf16 - best.fromUtf16)) best = { fromUtf16: from, toUtf16: to };
  }
  return best;
}

/**
 * The runs of a page that hold for the items at hand. Where another version of the library made other items, they are
 * matched by their letters, all of them and in order; null where that fails, and nothing can be said of places.
 */
export function runsFor(runs: readonly PageRun[], items: readonly string[], text: string): readonly PageRun[] | null {
  const holds = runs.every(
    ({ item, itemFromUtf16, fromUtf16, lengthUtf16 }) =>
      items[item]?.slice(itemFromUtf16, itemFromUtf16 + lengthUtf16) === text.slice(fromUtf16, fromUtf16 + lengthUtf16),
  );
  return holds ? runs : matchedByLetters(runs, items, text);
}

/** Item by item: one that is not all there belongs to what the text leaves out. A wrong place is worse than none. */
function matchedByLetters(runs: readonly PageRun[], items: readonly string[], text: string): PageRun[] | null {
  const offsets = runs
    .flatMap(({ fromUtf16, lengthUtf16 }) => Array.from({ length: lengthUtf16 }, (_, unit) => fromUtf16 + unit))
    .filter((offset) => !isSpace(text.charAt(offset)));
  const matched: PageRun[] = [];
  let at = 0;
  for (const [item, words] of items.entries()) {
    // A hyphen at the end of a line may be gone, where the reader joined the word.
    const units = unitsOf(words);
    const found = [units, units.slice(0, -1)].find(
      (some, index) =>
        (index === 0 || HYPHEN.test(words.trimEnd().at(-1) ?? "")) &&
        some.every((unit, place) => text.charAt(offsets[at + place] ?? text.length) === words.charAt(unit)),
    );
    for (const unit of found ?? []) {
      matched.push({ item, itemFromUtf16: unit, fromUtf16: offsets[at] ?? 0, lengthUtf16: 1 });
      at += 1;
    }
  }
  return at === offsets.length && at > 0 ? matched : null;
}

const HYPHEN = /[-\u00AD\u2010]/u;
const isSpace = (sign: string) => /\s/u.test(sign);

function unitsOf(words: string): number[] {
  return Array.from({ length: words.length }, (_, unit) => unit).filter((unit) => !isSpace(words.charAt(unit)));
}
