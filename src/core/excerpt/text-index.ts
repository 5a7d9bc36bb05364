/**
 * Finds pieces in a text again and again: after the first few, by an index of its pieces of eight code units, which
 * makes a hundred thousand comparisons of each. Finds exactly what searching through the text would find.
 */
import { findOccurrences } from "./find-occurrences.ts";

const GRAM_UTF16 = 8;
/** The index takes as long to make as so many searches. */
const SEARCHES_BEFORE_INDEX = 16;
/** Below that, searching is as quick as anything. */
const SHORTEST_TEXT_UTF16 = 20_000;
/** The index holds the grams of every so many places. */
const STEP_UTF16 = 4;
const SHORTEST_PIECE_UTF16 = GRAM_UTF16 + STEP_UTF16 - 1;
/** Of a long piece, so many rows of grams are tried for the one that is rarest in the text. */
const MOST_ROWS = 5;
const FACTOR = 0x01000193;

export interface TextIndex {
  readonly text: string;
  /** Every place at which a piece occurs, overlapping ones too, in order. */
  occurrences(piece: string): number[];
}

export function createTextIndex(text: string): TextIndex {
  let searches = 0;
  let grams: ReturnType<typeof indexGrams> | undefined;
  return {
    text,
    occurrences(piece) {
      searches += 1;
      const isWorth = searches > SEARCHES_BEFORE_INDEX && text.length >= SHORTEST_TEXT_UTF16;
      if (!isWorth || piece.length < SHORTEST_PIECE_UTF16) return findOccurrences(text, piece);
      grams ??= indexGrams(text);
      return grams.occurrences(piece);
    },
  };
}

function gramHash(text: string, at: number): number {
  let hash = 0;
  for (let offset = 0; offset < GRAM_UTF16; offset += 1) hash = Math.imul(hash, FACTOR) + text.charCodeAt(at + offset);
  return hash | 0;
}

/** Chains of the places whose grams share a slot, from the last place to the first. Every fourth place is in one. */
function indexGrams(text: string) {
  const count = Math.floor((text.length - GRAM_UTF16) / STEP_UTF16) + 1;
  const slots = 2 ** Math.ceil(Math.log2(count + 1));
  const slotOf = (of: string, at: number) => {
    const hash = gramHash(of, at);
    return (hash ^ (hash >>> 15)) & (slots - 1);
  };
  const last = new Int32Array(slots).fill(-1);
  const previous = new Int32Array(count);
  const lengths = new Int32Array(slots);
  for (let place = 0; place < count; place += 1) {
    const slot = slotOf(text, place * STEP_UTF16);
    previous[place] = last[slot] ?? -1;
    last[slot] = place;
    lengths[slot] = (lengths[slot] ?? 0) + 1;
  }
  /** Four grams in a row, of which one begins at an indexed place wherever the piece stands. */
  const rowAt = (piece: string, from: number) =>
    Array.from({ length: STEP_UTF16 }, (_, shift) => ({ at: from + shift, slot: slotOf(piece, from + shift) }));
  const lengthOf = (row: ReturnType<typeof rowAt>) => row.reduce((sum, { slot }) => sum + (lengths[slot] ?? 0), 0);
  return {
    occurrences(piece: string): number[] {
      const latest = piece.length - SHORTEST_PIECE_UTF16;
      const stride = Math.max(1, Math.floor(latest / (MOST_ROWS - 1)));
      let row = rowAt(piece, 0);
      for (let from = stride; from <= latest; from += stride) {
        const other = rowAt(piece, from);
        if (lengthOf(other) < lengthOf(row)) row = other;
      }
      const found: number[] = [];
      for (const { at, slot } of row) {
        for (let place = last[slot] ?? -1; place !== -1; place = previous[place] ?? -1) {
          const start = place * STEP_UTF16 - at;
          if (start >= 0 && text.startsWith(piece, start)) found.push(start);
        }
      }
      return [...new Set(found)].sort((a, b) => a - b);
    },
  };
}
