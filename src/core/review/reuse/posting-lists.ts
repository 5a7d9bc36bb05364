/**
 * The inverted index: which texts hold a shingle, as numbers in typed arrays. A hash table with open addressing leads to
 * the last text that was put in, and each entry to the one before it. Must not know what texts or shingles are.
 */

const FIRST_CAPACITY = 1 << 12;
const MOST_LOAD = 0.6;

export class PostingLists {
  /** 0: nothing there. A hash whose texts are all gone stays until the table grows. */
  #hashes = new Int32Array(FIRST_CAPACITY);
  #heads = new Int32Array(FIRST_CAPACITY);
  #counts = new Int32Array(FIRST_CAPACITY);
  #used = 0;
  #texts = new Int32Array(FIRST_CAPACITY);
  /** The entry before, counted from 1; 0 ends the list. */
  #next = new Int32Array(FIRST_CAPACITY);
  #entries = 0;
  #free = 0;

  /** How many texts hold it. */
  countOf(hash: number): number {
    return this.#counts[this.#slotOf(hash)] ?? 0;
  }

  /** Calls back with each text that holds it, the one that came last first. */
  forEachText(hash: number, visit: (text: number) => void): void {
    for (let entry = this.#heads[this.#slotOf(hash)] ?? 0; entry !== 0; entry = this.#next[entry - 1] ?? 0) {
      visit(this.#texts[entry - 1] ?? 0);
    }
  }

  /** To be called once for a text and a hash. */
  add(hash: number, text: number): void {
    let slot = this.#slotOf(hash);
    if (this.#hashes[slot] === 0) {
      if (this.#used + 1 > this.#hashes.length * MOST_LOAD) {
        this.#grow();
        slot = this.#slotOf(hash);
      }
      this.#hashes[slot] = hash | 0;
      this.#used += 1;
    }
    const entry = this.#takeEntry();
    this.#texts[entry - 1] = text;
    this.#next[entry - 1] = this.#heads[slot] ?? 0;
    this.#heads[slot] = entry;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  remove(hash: number, text: number): void {
    const slot = this.#slotOf(hash);
    let before = 0;
    for (let entry = this.#heads[slot] ?? 0; entry !== 0; entry = this.#next[entry - 1] ?? 0) {
      if (this.#texts[entry - 1] === text) {
        const next = this.#next[entry - 1] ?? 0;
        if (before === 0) this.#heads[slot] = next;
        else this.#next[before - 1] = next;
        this.#next[entry - 1] = this.#free;
        this.#free = entry;
        this.#counts[slot] = (this.#counts[slot] ?? 0) - 1;
        return;
      }
      before = entry;
    }
  }

  #slotOf(hash: number): number {
    const hashes = this.#hashes;
    const mask = hashes.length - 1;
    const wanted = hash | 0;
    let slot = hash & mask;
    while (hashes[slot] !== wanted && hashes[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  #takeEntry(): number {
    if (this.#free !== 0) {
      const entry = this.#free;
      this.#free = this.#next[entry - 1] ?? 0;
      return entry;
    }
    if (this.#entries === this.#texts.length) {
      this.#texts = enlarged(this.#texts);
      this.#next = enlarged(this.#next);
    }
    this.#entries += 1;
    return this.#entries;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const heads = this.#heads;
    const counts = this.#counts;
    this.#hashes = new Int32Array(hashes.length * 2);
    this.#heads = new Int32Array(hashes.length * 2);
    this.#counts = new Int32Array(hashes.length * 2);
    this.#used = 0;
    for (let old = 0; old < hashes.length; old += 1) {
      const hash = hashes[old] ?? 0;
      if (hash === 0 || counts[old] === 0) continue;
      const slot = this.#slotOf(hash);
      this.#hashes[slot] = hash;
      this.#heads[slot] = heads[old] ?? 0;
      this.#counts[slot] = counts[old] ?? 0;
      this.#used += 1;
    }
  }
}

function enlarged(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}
