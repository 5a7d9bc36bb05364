/** What differs between two wordings, word by word (sign by sign in scripts without spaces). */

export interface DiffPart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

export interface DiffStep<T> {
  readonly kind: DiffPart["kind"];
  /** Of what is the same, the one of `after`. */
  readonly item: T;
}

/** Beyond so many words on both sides together the comparison is given up where the wordings stop agreeing. */
const MOST_WORDS = 1500;

/** The parts in order: what is not "added" makes up `before`, what is not "removed" makes up `after`. */
export function diffWords(before: string, after: string): DiffPart[] {
  const steps = diffSequences(wordsOf(before), wordsOf(after), MOST_WORDS);
  return joined(steps.map(({ kind, item }) => ({ kind, text: item })));
}

/** The pieces that wordings are compared by: words, signs, white space. Joined they are the text again. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+|\s+|./gsu) ?? [];
}

/**
 * Two sequences as one, by their longest common sequence. Where what differs has more than `most` items on both sides
 * together, all of one side is removed and all of the other added.
 */
export function diffSequences<T>(
  before: readonly T[],
  after: readonly T[],
  most: number,
  keyOf: (item: T) => unknown = (item) => item,
): DiffStep<T>[] {
  const [left, right] = [before.map(keyOf), after.map(keyOf)];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let tail = 0;
  const rest = Math.min(left.length, right.length) - start;
  while (tail < rest && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  const middle = <U>(items: readonly U[]) => items.slice(start, items.length - tail);
  const steps: DiffStep<T>[] = [];
  const take = (kind: DiffPart["kind"], items: readonly T[]) => {
    for (const item of items) steps.push({ kind, item });
  };
  take("same", after.slice(0, start));
  let [row, column] = [start, start];
  for (const [sameRow, sameColumn] of commonSequence(middle(left), middle(right), most)) {
    take("removed", before.slice(row, start + sameRow));
    take("added", after.slice(column, start + sameColumn));
    take("same", after.slice(start + sameColumn, start + sameColumn + 1));
    [row, column] = [start + sameRow + 1, start + sameColumn + 1];
  }
  take("removed", before.slice(row, before.length - tail));
  take("added", after.slice(column, after.length - tail));
  take("same", after.slice(after.length - tail));
  return steps;
}

/** The places of a longest common sequence, in order; none where there is too much to compare. */
function commonSequence(left: readonly unknown[], right: readonly unknown[], most: number): [number, number][] {
  if (left.length === 0 || right.length === 0 || left.length + right.length > most) return [];
  const width = right.length + 1;
  const common = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        left[row] === right[column]
          ? (common[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(common[(row + 1) * width + column] ?? 0, common[row * width + column + 1] ?? 0);
    }
  }
  const places: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    if (left[row] === right[column]) {
      places.push([row, column]);
      row += 1;
      column += 1;
    } else if ((common[(row + 1) * width + column] ?? 0) >= (common[row * width + column + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return places;
}

/** Neighbours of a kind as one. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === part.kind) result[result.length - 1] = { kind: part.kind, text: last.text + part.text };
    else result.push(part);
  }
  return result;
}
