/** Terms as numbers in rising order: very many of them are compared when a source is added. */

export type TermNumbers = Int32Array;

export interface Overlap {
  readonly shared: number;
  /** By weight, the share of the one that has less, and of both together. */
  readonly ofSmaller: number;
  readonly ofAll: number;
}

/** Gives every term a number, the same for as long as it lives. */
export class TermNumbering {
  readonly #numbers = new Map<string, number>();

  numbersOf(terms: Iterable<string>): TermNumbers {
    const numbers: number[] = [];
    for (const term of terms) {
      let number = this.#numbers.get(term);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(term, number);
      }
      numbers.push(number);
    }
    return Int32Array.from(numbers).sort();
  }
}

export function countShared(a: TermNumbers, b: TermNumbers): number {
  let [count, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) count += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return count;
}

export function overlap(a: TermNumbers, b: TermNumbers, weights: readonly number[]): Overlap {
  let [both, ofA, ofB, shared, i, j] = [0, 0, 0, 0, 0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    if (one === other) {
      both += weights[one] ?? 0;
      shared += 1;
    } else if (one < other) ofA += weights[one] ?? 0;
    else ofB += weights[other] ?? 0;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  const smaller = both + Math.min(ofA, ofB);
  return { shared, ofSmaller: smaller === 0 ? 0 : both / smaller, ofAll: both === 0 ? 0 : both / (both + ofA + ofB) };
}
