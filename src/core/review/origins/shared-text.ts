/**
 * Whether two sources share so much text that they are one origin: a fifth of the words of either, outside of
 * quotations. Two reports of one speech share its sentences and are still two reports.
 */

import { countWordsOf } from "../../search/count-words.ts";
import type { SourceId } from "../../source/source.ts";
import type { ReusedPassage } from "../reuse/reused-passage.ts";
import type { OriginInput, SharedPair } from "./origin-input.ts";

/**
 * The share of either text that makes two of them one. Studies of churnalism take an article for press copy from 20 % on
 * (Media Standards Trust, churnalism.com); below that, stock phrases and shared background begin to do it.
 */
export const ONE_ORIGIN_SHARE = 0.2;
/** Of what holds many texts (a press review), each of them is too small a part to make it theirs. */
const MIN_SHARE_OF_OTHER = 0.04;
/** A sentence or two of boilerplate in two short texts are fewer than these, or than half of the shorter. */
const MIN_WORDS = 25;

const QUOTED =
  /“[^”\n]{0,1500}”|"[^"\n]{0,1500}"|«[^»\n]{0,1500}»|„[^“”\n]{0,1500}[“”]|「[^」\n]{0,1500}」|『[^』\n]{0,1500}』/gu;

/** How much of a source's text stands where, to compare with others. */
export class SharedText {
  readonly #input: OriginInput;
  readonly #texts: ReadonlyMap<SourceId, string>;
  /** By the source that they stand in too. */
  readonly #passages = new Map<SourceId, ReadonlyMap<SourceId, readonly ReusedPassage[]>>();
  /** Words outside quotations. */
  readonly #words = new Map<SourceId, number>();
  readonly #quoted = new Map<SourceId, [number, number][]>();

  constructor(input: OriginInput) {
    this.#input = input;
    this.#texts = new Map(input.sources.map(({ sourceId, text }) => [sourceId, text]));
  }

  /** Whether the two are one origin by what they share. */
  makesOne({ a, b, sharedOfA, sharedOfB }: SharedPair): boolean {
    if (Math.max(sharedOfA, sharedOfB) < ONE_ORIGIN_SHARE) return false;
    if (!this.#texts.has(a) || !this.#texts.has(b)) return false;
    const [sharedA, sharedB] = [this.#sharedWith(a, b), this.#sharedWith(b, a)];
    const [ofA, ofB] = [this.#wordsOutside(a), this.#wordsOutside(b)];
    if (Math.max(sharedA, sharedB) < Math.min(MIN_WORDS, Math.min(ofA, ofB) / 2)) return false;
    const [shareOfA, shareOfB] = [sharedA / Math.max(1, ofA), sharedB / Math.max(1, ofB)];
    return Math.max(shareOfA, shareOfB) >= ONE_ORIGIN_SHARE && Math.min(shareOfA, shareOfB) >= MIN_SHARE_OF_OTHER;
  }

  /** The words of a source that stand in the other, outside quotations, each counted once. */
  #sharedWith(id: SourceId, other: SourceId): number {
    const passages = this.#passagesOf(id).get(other) ?? [];
    const text = this.#texts.get(id) ?? "";
    let words = 0;
    let readTo = 0;
    for (const { here } of [...passages].sort((x, y) => x.here.fromUtf16 - y.here.fromUtf16)) {
      const from = Math.max(readTo, here.fromUtf16);
      if (here.toUtf16 <= from) continue;
      readTo = here.toUtf16;
      words += this.#outside(id, text, from, here.toUtf16);
    }
    return words;
  }

  #passagesOf(id: SourceId): ReadonlyMap<SourceId, readonly ReusedPassage[]> {
    const known = this.#passages.get(id);
    if (known) return known;
    const passages = Map.groupBy(this.#input.reused(id), ({ there }) => there.sourceId);
    this.#passages.set(id, passages);
    return passages;
  }

  #wordsOutside(id: SourceId): number {
    const known = this.#words.get(id);
    if (known !== undefined) return known;
    const text = this.#texts.get(id) ?? "";
    const words = this.#outside(id, text, 0, text.length);
    this.#words.set(id, words);
    return words;
  }

  #outside(id: SourceId, text: string, fromUtf16: number, toUtf16: number): number {
    let words = 0;
    let at = fromUtf16;
    for (const [from, to] of this.#quotedOf(id, text)) {
      if (to <= at) continue;
      if (from >= toUtf16) break;
      words += countWordsOf(text.slice(at, Math.max(at, from)));
      at = Math.min(to, toUtf16);
    }
    return words + countWordsOf(text.slice(at, toUtf16));
  }

  #quotedOf(id: SourceId, text: string): [number, number][] {
    const known = this.#quoted.get(id);
    if (known) return known;
    const quoted = [...text.matchAll(QUOTED)].map((match): [number, number] => [
      match.index,
      match.index + match[0].length,
    ]);
    this.#quoted.set(id, quoted);
    return quoted;
  }
}
