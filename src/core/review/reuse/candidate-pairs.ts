/**
 * Which texts share a shingle with which. A shingle that very many texts have (the line below every article of an
 * outlet, a phrase of the trade) would make pairs of them all: from so many texts on it makes pairs only with a few of
 * them, those whose ids come first. So the work stays in proportion to the texts, and whoever shares it is still
 * connected through those few. Which pairs there are depends on the texts alone, never on the order in which they came.
 */
import { PostingLists } from "./posting-lists.ts";

/** A shingle that more texts have makes no pairs of all of them. */
const MOST_TEXTS = 64;
const HUBS = 8;
/** Fewer shared shingles are a phrase of some seven words, which says nothing. */
const FEWEST_SHARED = 3;

export class CandidatePairs {
  readonly #lists = new PostingLists();
  /** Of each very frequent shingle, the texts that it makes pairs with. */
  readonly #hubs = new Map<number, number[]>();
  readonly #isBefore: (text: number, other: number) => boolean;
  /** Of each text, how many shingles the text at hand shares with it; 0 while none is at hand. */
  #shared = new Uint32Array(64);

  /** `isBefore` orders texts by what stays the same of them. */
  constructor(isBefore: (text: number, other: number) => boolean) {
    this.#isBefore = isBefore;
  }

  /** Adds a text with its shingles, each once. Calls back with each text whose partners may be fewer now. */
  add(text: number, hashes: Uint32Array, changed: (text: number) => void): void {
    for (const hash of hashes) {
      this.#lists.add(hash, text);
      const count = this.#lists.countOf(hash);
      if (count <= MOST_TEXTS) continue;
      const hubs = this.#hubs.get(hash);
      const last = hubs?.at(-1);
      if (hubs === undefined) {
        this.#hubs.set(hash, this.#firstTexts(hash));
        this.#lists.forEachText(hash, changed);
      } else if (last !== undefined && this.#isBefore(text, last)) {
        this.#hubs.set(hash, this.#firstTexts(hash));
        changed(last);
      }
    }
  }

  /** Takes a text out. Calls back with each other text that may have more partners now. */
  remove(text: number, hashes: Uint32Array, changed: (text: number) => void): void {
    for (const hash of hashes) {
      this.#lists.remove(hash, text);
      const hubs = this.#hubs.get(hash);
      if (hubs === undefined) continue;
      if (this.#lists.countOf(hash) <= MOST_TEXTS) {
        this.#hubs.delete(hash);
        this.#lists.forEachText(hash, changed);
      } else if (hubs.includes(text)) {
        const now = this.#firstTexts(hash);
        this.#hubs.set(hash, now);
        for (const hub of now) if (!hubs.includes(hub)) changed(hub);
      }
    }
  }

  /** The texts that make a pair with this one, each once, in no order. */
  partnersOf(text: number, hashes: Uint32Array): number[] {
    const met: number[] = [];
    const meet = (other: number) => {
      if (other >= this.#shared.length) this.#shared = enlarged(this.#shared, other);
      const shared = (this.#shared[other] ?? 0) + 1;
      this.#shared[other] = shared;
      if (shared === 1) met.push(other);
    };
    for (const hash of hashes) {
      const hubs = this.#hubs.get(hash);
      if (hubs === undefined || hubs.includes(text)) this.#lists.forEachText(hash, meet);
      else for (const hub of hubs) meet(hub);
    }
    const partners = met.filter((other) => other !== text && (this.#shared[other] ?? 0) >= FEWEST_SHARED);
    for (const other of met) this.#shared[other] = 0;
    return partners;
  }

  #firstTexts(hash: number): number[] {
    const first: number[] = [];
    this.#lists.forEachText(hash, (text) => {
      let at = first.length;
      while (at > 0 && this.#isBefore(text, first[at - 1] ?? 0)) at -= 1;
      if (at < HUBS) first.splice(at, 0, text);
      if (first.length > HUBS) first.pop();
    });
    return first;
  }
}

function enlarged(column: Uint32Array, toHold: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(column.length * 2, toHold + 1));
  larger.set(column);
  return larger;
}
