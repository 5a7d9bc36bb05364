/**
 * Shingles: every few words in a row of a block, as a hash. Two texts that share words in a row share shingles. Must not
 * be taken for proof: different words can have one hash.
 */
import type { TextWords } from "./text-words.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Five words, or ten signs of a script without spaces, or some of both. */
const MASS = 10;
const WORD_MASS = 2;
const SIGN_MASS = 1;
/** Hash and place are kept in one number, exact up to 2^53. */
const PLACES = 2 ** 21;

/** The shingles of a text, ordered by hash and then by place. Of a text beyond two million words, those of its beginning. */
export class Shingles {
  readonly #keys: Float64Array;

  constructor(words: TextWords, vocabulary: Vocabulary) {
    this.#keys = keysOf(words, vocabulary);
  }

  get count(): number {
    return this.#keys.length;
  }

  /** The hash of the shingle at this rank: an unsigned number of 32 bits, never 0. */
  hashAt(rank: number): number {
    return Math.floor((this.#keys[rank] ?? 0) / PLACES);
  }

  /** Each hash once. */
  *distinct(): Generator<number> {
    let last = 0;
    for (let rank = 0; rank < this.count; rank += 1) {
      const hash = this.hashAt(rank);
      if (hash !== last) yield hash;
      last = hash;
    }
  }

  /** The place of its first word. */
  placeAt(rank: number): number {
    return (this.#keys[rank] ?? 0) % PLACES;
  }
}

function keysOf({ numbers, blockStarts }: TextWords, vocabulary: Vocabulary): Float64Array {
  const keys = new Float64Array(Math.min(numbers.length, PLACES));
  let count = 0;
  for (let block = 0; block + 1 < blockStarts.length; block += 1) {
    const end = Math.min(PLACES, blockStarts[block + 1] ?? 0);
    for (let start = blockStarts[block] ?? 0; start < end; start += 1) {
      let mass = 0;
      let hash = 0x811c9dc5;
      let at = start;
      for (; at < end && mass < MASS; at += 1) {
        const number = numbers[at] ?? 0;
        mass += vocabulary.isSign(number) ? SIGN_MASS : WORD_MASS;
        hash = Math.imul(hash ^ number, 0x9e3779b1);
        hash ^= hash >>> 15;
      }
      if (mass < MASS) break;
      hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      hash = (hash ^ (hash >>> 13)) >>> 0;
      keys[count] = (hash || 1) * PLACES + start;
      count += 1;
    }
  }
  return keys.slice(0, count).sort();
}
