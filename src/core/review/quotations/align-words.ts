/**
 * Lays the words of a quotation against those of a text, to show where they part: the cheapest way to make one of the
 * other, what is left out in one piece being cheap. Only for showing: whether a quotation is right is not decided here.
 */
import { type ComparableText, isSign, NOTHING } from "./comparable-text.ts";
import type { QuotationPiece } from "./quotation-pieces.ts";

export interface Word {
  /** As it is compared: letters in lower case. */
  readonly word: string;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

/** What of a quotation is laid against the text: a word, or a gap that any words may fill. */
export type AlignedItem =
  | { readonly type: "word"; readonly word: Word }
  | { readonly type: "gap"; readonly piece: QuotationPiece };

export interface Alignment {
  /** For each item, the word of the text that it is laid against; null for what the text does not have. */
  readonly against: readonly (number | null)[];
  /** The share of the quotation's words, long ones counting more, that the text has at their places, from 0 to 1. */
  readonly likeness: number;
}

const REPLACED = 1.15;
const ALIKE = 0.7;
/** A little dearer than what is left out: of two ways to see it, one would rather hear what the source has. */
const ADDED = 1.05;
const LEFT_OUT = 1;
const LEFT_OUT_MORE = 0.12;
const IN_GAP = 0.001;
/** Beyond so many comparisons nothing is laid against anything. */
const MOST_CELLS = 6_000_000;

const [FROM_NOTHING, PAIRED, PUT_IN, PASSED_OVER, WITHIN_GAP, GAP_DONE] = [0, 1, 2, 3, 4, 5];

/** The words of a comparable text, by their places in its original. Signs are words of their own. */
export function wordsOfComparable({ lower, letters, before, starts, ends }: ComparableText): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < lower.length; ) {
    let end = at + 1;
    if (!isSign(letters.charAt(at))) {
      while (end < lower.length && before[end] === NOTHING && !isSign(letters.charAt(end))) end += 1;
    }
    words.push({ word: lower.slice(at, end), fromUtf16: starts[at] ?? 0, toUtf16: ends[end - 1] ?? 0 });
    at = end;
  }
  return words;
}

/** Lays items against words; null where there is too much to compare. */
export function alignWords(items: readonly AlignedItem[], words: readonly Word[]): Alignment | null {
  const [rows, columns] = [items.length, words.length];
  if (rows === 0 || columns === 0 || rows * columns > MOST_CELLS) return null;
  const width = columns + 1;
  let above = new Float64Array(width);
  let row = new Float64Array(width);
  const steps = new Uint8Array((rows + 1) * width).fill(FROM_NOTHING);
  /** Where passing over began, by cell: how many words were passed over to come here. */
  const passed = new Uint16Array((rows + 1) * width);
  for (let at = 1; at <= rows; at += 1) {
    const item = items[at - 1];
    const isGap = item?.type === "gap";
    row[0] = (above[0] ?? 0) + (isGap ? 0 : ADDED);
    steps[at * width] = isGap ? (GAP_DONE ?? 0) : (PUT_IN ?? 0);
    let passing = Number.POSITIVE_INFINITY;
    let passedOver = 0;
    for (let column = 1; column <= columns; column += 1) {
      const cell = at * width + column;
      if (isGap) {
        const [done, within] = [above[column] ?? 0, (row[column - 1] ?? 0) + IN_GAP];
        row[column] = Math.min(done, within);
        steps[cell] = done <= within ? (GAP_DONE ?? 0) : (WITHIN_GAP ?? 0);
        continue;
      }
      const paired = (above[column - 1] ?? 0) + costOf(item?.word.word ?? "", words[column - 1]?.word ?? "");
      const putIn = (above[column] ?? 0) + ADDED;
      const opened = (row[column - 1] ?? 0) + LEFT_OUT;
      if (opened <= passing + LEFT_OUT_MORE) [passing, passedOver] = [opened, 1];
      else [passing, passedOver] = [passing + LEFT_OUT_MORE, passedOver + 1];
      const best = Math.min(paired, putIn, passing);
      row[column] = best;
      steps[cell] = (best === paired ? PAIRED : best === putIn ? PUT_IN : PASSED_OVER) ?? 0;
      passed[cell] = passedOver;
    }
    [above, row] = [row, above];
  }
  return traced(items, words, above, steps, passed);
}

function traced(
  items: readonly AlignedItem[],
  words: readonly Word[],
  last: Float64Array,
  steps: Uint8Array,
  passed: Uint16Array,
): Alignment {
  const width = words.length + 1;
  let column = 0;
  for (let at = 0; at < width; at += 1) if ((last[at] ?? 0) < (last[column] ?? 0)) column = at;
  const against: (number | null)[] = items.map(() => null);
  let [at, same, all] = [items.length, 0, 0];
  while (at > 0) {
    const cell = at * width + column;
    const step = steps[cell];
    if (step === PASSED_OVER) column -= passed[cell] ?? 1;
    else if (step === WITHIN_GAP) column -= 1;
    else {
      at -= 1;
      if (step !== PAIRED) continue;
      column -= 1;
      against[at] = column;
      const item = items[at];
      if (item?.type === "word" && item.word.word === words[column]?.word) same += weightOf(item.word.word);
    }
  }
  for (const item of items) all += item.type === "word" ? weightOf(item.word.word) : 0;
  return { against, likeness: all === 0 ? 0 : same / all };
}

/** Long words say more of what is meant than "of" and "the". */
function weightOf(word: string): number {
  return Math.min(6, isSign(word) ? 3 : word.length);
}

function costOf(one: string, other: string): number {
  if (one === other) return 0;
  const shared = Math.min(one.length, other.length);
  let same = 0;
  while (same < shared && one.charCodeAt(same) === other.charCodeAt(same)) same += 1;
  return same >= 4 && same * 2 >= Math.max(one.length, other.length) ? ALIKE : REPLACED;
}
