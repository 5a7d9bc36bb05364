/**
 * Aligns a few words of one text with a few of another: which of them are the same ones, in order, with words exchanged,
 * put in or left out between them. By dynamic programming over a small rectangle (Needleman and Wunsch 1970).
 */
import type { Run } from "./exact-runs.ts";

/** What is aligned: words of both, what a match is worth, and whether two different words are nearly one. */
export interface Sides {
  readonly here: Int32Array;
  readonly there: Int32Array;
  weightOf(here: number, there: number): number;
  isNear(here: number, there: number): boolean;
  /** Whether a word is one sign of a script without spaces. */
  isSign(here: number): boolean;
}

/** In tenths of a telling word, as weights are. */
const EXCHANGED = -5;
const LEFT_OUT = -4;
const NEAR = -1;
/** An extension is given up where it lies so much below the best that it came to. */
const DROP = 40;
const MOST_WORDS = 48;

const scores = new Int32Array((MOST_WORDS + 1) * (MOST_WORDS + 1));
const moves = new Uint8Array((MOST_WORDS + 1) * (MOST_WORDS + 1));
const DIAGONAL = 1;
const OVER_HERE = 2;
const OVER_THERE = 3;

/**
 * The same words that follow (step 1) or come before (step -1) two places, as single words, in the order of the text.
 * As far as they go on being worth it.
 */
export function extend(
  sides: Sides,
  here: number,
  there: number,
  step: 1 | -1,
  most: readonly [number, number],
): Run[] {
  const rows = Math.min(MOST_WORDS, most[0]);
  const columns = Math.min(MOST_WORDS, most[1]);
  if (rows === 0 || columns === 0) return [];
  let bestScore = 0;
  let best = 0;
  fillFirst(columns, LEFT_OUT);
  const width = columns + 1;
  for (let row = 1; row <= rows; row += 1) {
    let ofRow = scores[(row - 1) * width] ?? 0;
    ofRow += LEFT_OUT;
    scores[row * width] = ofRow;
    moves[row * width] = OVER_HERE;
    for (let column = 1; column <= columns; column += 1) {
      const cell = row * width + column;
      fillCell(sides, cell, width, here + step * row, there + step * column);
      const score = scores[cell] ?? 0;
      if (score > ofRow) ofRow = score;
      if (score > bestScore) {
        bestScore = score;
        best = cell;
      }
    }
    if (ofRow < bestScore - DROP) break;
  }
  const matches = traceBack(sides, best, width, here, there, step);
  return step === 1 ? matches.reverse() : matches;
}

/** The same words between two places, both not included; nothing where there are too many to look through. */
export function fillBetween(sides: Sides, after: readonly [number, number], before: readonly [number, number]): Run[] {
  const rows = before[0] - after[0] - 1;
  const columns = before[1] - after[1] - 1;
  if (rows <= 0 || columns <= 0 || rows > MOST_WORDS || columns > MOST_WORDS) return [];
  fillFirst(columns, LEFT_OUT);
  const width = columns + 1;
  for (let row = 1; row <= rows; row += 1) {
    scores[row * width] = row * LEFT_OUT;
    moves[row * width] = OVER_HERE;
    for (let column = 1; column <= columns; column += 1) {
      fillCell(sides, row * width + column, width, after[0] + row, after[1] + column);
    }
  }
  return traceBack(sides, rows * width + columns, width, after[0], after[1], 1).reverse();
}

function fillFirst(columns: number, cost: number): void {
  scores[0] = 0;
  moves[0] = 0;
  for (let column = 1; column <= columns; column += 1) {
    scores[column] = column * cost;
    moves[column] = OVER_THERE;
  }
}

function fillCell(sides: Sides, cell: number, width: number, here: number, there: number): void {
  const same = sides.here[here] === sides.there[there];
  const worth = same ? sides.weightOf(here, there) : sides.isNear(here, there) ? NEAR : EXCHANGED;
  let score = (scores[cell - width - 1] ?? 0) + worth;
  let move = DIAGONAL;
  const overHere = (scores[cell - width] ?? 0) + LEFT_OUT;
  if (overHere > score) {
    score = overHere;
    move = OVER_HERE;
  }
  const overThere = (scores[cell - 1] ?? 0) + LEFT_OUT;
  if (overThere > score) {
    score = overThere;
    move = OVER_THERE;
  }
  scores[cell] = score;
  moves[cell] = move;
}

/** From the last match to the first, as seen from the corner. */
function traceBack(sides: Sides, from: number, width: number, here: number, there: number, step: 1 | -1): Run[] {
  const matches: Run[] = [];
  for (let cell = from; cell > 0; ) {
    const move = moves[cell];
    if (move === DIAGONAL) {
      const a = here + step * Math.floor(cell / width);
      const b = there + step * (cell % width);
      if (sides.here[a] === sides.there[b]) matches.push({ here: a, there: b, length: 1 });
    }
    cell -= move === DIAGONAL ? width + 1 : move === OVER_HERE ? width : 1;
  }
  return matches;
}
