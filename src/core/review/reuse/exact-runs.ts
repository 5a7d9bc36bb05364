/**
 * Where two texts say the same words in a row: as long as it goes, each within one block of both. Found from shared
 * shingles, proved word by word.
 */
import type { Shingles } from "./shingles.ts";
import type { TextWords } from "./text-words.ts";

/** So many words from these places on are the same. */
export interface Run {
  readonly here: number;
  readonly there: number;
  readonly length: number;
}

/** A text as it is compared: its words, the shingles of them and the block of each. */
export interface ComparedText {
  readonly words: TextWords;
  readonly shingles: Shingles;
  /** The block that each word stands in. */
  readonly blocks: Int32Array;
}

/** Of a shingle that a text repeats (a table, a refrain), only so many places are tried: enough to find the others by. */
const MOST_REPEATS = 12;
const PLACES = 2 ** 21;

/** Ordered by block here, block there, place here. */
export function exactRuns(here: ComparedText, there: ComparedText): Run[] {
  const seeds = sharedPlaces(here.shingles, there.shingles);
  const runs: Run[] = [];
  let diagonal = -1;
  let end = 0;
  for (const seed of seeds) {
    const at = seed % PLACES;
    const ofSeed = Math.floor(seed / PLACES);
    if (ofSeed === diagonal && at < end) continue;
    const run = grow(here, there, at, at - (ofSeed - PLACES));
    if (run === null) continue;
    diagonal = ofSeed;
    end = run.here + run.length;
    runs.push(run);
  }
  return runs.sort(
    (a, b) =>
      (here.blocks[a.here] ?? 0) - (here.blocks[b.here] ?? 0) ||
      (there.blocks[a.there] ?? 0) - (there.blocks[b.there] ?? 0) ||
      a.here - b.here ||
      a.there - b.there,
  );
}

/** Each shared shingle's places as one number, diagonal first: so those of one run lie together, in order. */
function sharedPlaces(here: Shingles, there: Shingles): Float64Array {
  const seeds: number[] = [];
  const ours = here.hashes;
  const theirs = there.hashes;
  let a = 0;
  let b = 0;
  while (a < ours.length && b < theirs.length) {
    const hash = ours[a] ?? 0;
    const other = theirs[b] ?? 0;
    if (hash < other) a += 1;
    else if (hash > other) b += 1;
    else {
      const endA = endOf(ours, a, hash);
      const endB = endOf(theirs, b, hash);
      for (let i = a; i < Math.min(endA, a + MOST_REPEATS); i += 1) {
        for (let j = b; j < Math.min(endB, b + MOST_REPEATS); j += 1) {
          const place = here.places[i] ?? 0;
          seeds.push((place - (there.places[j] ?? 0) + PLACES) * PLACES + place);
        }
      }
      a = endA;
      b = endB;
    }
  }
  return Float64Array.from(seeds).sort();
}

function endOf(hashes: Uint32Array, from: number, hash: number): number {
  let rank = from;
  while (hashes[rank] === hash) rank += 1;
  return rank;
}

function grow(here: ComparedText, there: ComparedText, at: number, other: number): Run | null {
  const a = here.words;
  const b = there.words;
  if (a.numbers[at] !== b.numbers[other]) return null;
  const block = here.blocks[at] ?? 0;
  const otherBlock = there.blocks[other] ?? 0;
  const back = Math.min(at - (a.blockStarts[block] ?? 0), other - (b.blockStarts[otherBlock] ?? 0));
  const ahead = Math.min((a.blockStarts[block + 1] ?? 0) - at, (b.blockStarts[otherBlock + 1] ?? 0) - other);
  let before = 0;
  while (before < back && a.numbers[at - before - 1] === b.numbers[other - before - 1]) before += 1;
  let length = 1;
  while (length < ahead && a.numbers[at + length] === b.numbers[other + length]) length += 1;
  return { here: at - before, there: other - before, length: before + length };
}
