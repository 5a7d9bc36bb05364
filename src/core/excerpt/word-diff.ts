/** What differs between two wordings, word by word (sign by sign in scripts without spaces), to be shown side by side. */

export interface DiffPart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Beyond so many words on both sides together the comparison is given up where the wordings stop agreeing. */
const MOST_WORDS = 1500;

/** The parts in order: what is not "added" makes up `before`, what is not "removed" makes up `after`. */
export function diffWords(before: string, after: string): DiffPart[] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let tail = 0;
  const rest = Math.min(left.length, right.length) - start;
  while (tail < rest && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  const middle = (words: readonly string[]) => words.slice(start, words.length - tail);
  return joined([
    ...left.slice(0, start).map((text): DiffPart => ({ kind: "same", text })),
    ...diffMiddle(middle(left), middle(right)),
    ...left.slice(left.length - tail).map((text): DiffPart => ({ kind: "same", text })),
  ]);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+|\s+|./gsu) ?? [];
}

/** By the longest common sequence of words. */
function diffMiddle(left: readonly string[], right: readonly string[]): DiffPart[] {
  const removed = left.map((text): DiffPart => ({ kind: "removed", text }));
  const added = right.map((text): DiffPart => ({ kind: "added", text }));
  if (left.length + right.length > MOST_WORDS) return [...removed, ...added];
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
  const parts: DiffPart[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    const text = left[row] ?? "";
    if (text === right[column]) {
      parts.push({ kind: "same", text });
      row += 1;
      column += 1;
    } else if ((common[(row + 1) * width + column] ?? 0) >= (common[row * width + column + 1] ?? 0)) {
      parts.push({ kind: "removed", text });
      row += 1;
    } else {
      parts.push({ kind: "added", text: right[column] ?? "" });
      column += 1;
    }
  }
  return [...parts, ...removed.slice(row), ...added.slice(column)];
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
