/**
 * Finds the numbers that bills, court papers and drafts print beside their lines. They are no part of the text that
 * they stand beside.
 */
import type { Fragment } from "./fragment.ts";

const MIN_NUMBERS = 8;
const NUMBER = /^\d{1,4}$/u;
/** Numbers are set flush on one side. */
const SAME_EDGE_POINTS = 2;
/** Every line, every second, or every fifth. */
const STEPS = [1, 2, 5, 10];
const SAME_STEP_SHARE = 0.9;

/** The fragments of a page that number its lines. */
export function findLineNumbers(fragments: readonly Fragment[]): Fragment[] {
  const numbers = fragments.filter(({ text }) => NUMBER.test(text));
  if (numbers.length < MIN_NUMBERS) return [];
  const words = fragments.filter(({ text }) => /\p{L}/u.test(text));
  const left = words.reduce((least, { x0 }) => Math.min(least, x0), Number.POSITIVE_INFINITY);
  const right = words.reduce((most, { x1 }) => Math.max(most, x1), Number.NEGATIVE_INFINITY);
  const beside = [numbers.filter(({ x1 }) => x1 <= left), numbers.filter(({ x0 }) => x0 >= right)];
  return beside.flatMap((side) => {
    const flush = flushOnes(side, ({ x1 }) => x1);
    const column = flush.length >= MIN_NUMBERS ? flush : flushOnes(side, ({ x0 }) => x0);
    return isCounting(column) ? column : [];
  });
}

function flushOnes(numbers: readonly Fragment[], edge: (fragment: Fragment) => number): Fragment[] {
  const middle = numbers.map(edge).sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
  return numbers.filter((fragment) => Math.abs(edge(fragment) - middle) <= SAME_EDGE_POINTS);
}

function isCounting(column: readonly Fragment[]): boolean {
  if (column.length < MIN_NUMBERS) return false;
  const values = column.toSorted((one, other) => one.y - other.y).map(({ text }) => Number(text));
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  return STEPS.some((step) => steps.filter((each) => each === step).length >= steps.length * SAME_STEP_SHARE);
}
