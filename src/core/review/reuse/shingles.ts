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
export interface Shingles {
  /** Unsigned numbers of 32 bits, never 0. */
  readonly hashes: Uint32Array;
  /** The place of the first word of each. */
  readonly places: Int32Array;
}

export function shinglesOf(words: TextWords, vocabulary: Vocabulary): Shingles {
  const keys = keysOf(words, vocabulary);
  const hashes = new Uint32Array(keys.length);
  const places = new Int32Array(keys.length);
  for (let rank = 0; rank < keys.length; rank += 1) {
    const key = keys[rank] ?? 0;
    const hash = Math.floor(key / PLACES);
    hashes[rank] = hash;
    places[rank] = key - hash * PLACES;
  }
  return { hashes, places };
}

/** Each hash once. */
export function distinctHashes({ hashes }: Shingles): Uint32Array {
  let count = 0;
  const distinct = new Uint32Array(hashes.length);
  for (let rank = 0; rank < hashes.length; rank += 1) {
    if (rank > 0 && hashes[rank] === hashes[rank - 1]) continue;
    distinct[count] = hashes[rank] ?? 0;
    count += 1;
  }
  return distinct.subarray(0, count);
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
