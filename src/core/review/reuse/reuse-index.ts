/**
 * Finds passages that stand in two sources in the same words, or nearly so. Knows texts by their words only: not who
 * wrote them, and not what follows from their being the same (see ../origins).
 */
import type { SourceId } from "../../source/source.ts";
import type { SourcePlace } from "../place.ts";
import type { ReviewedText } from "../reviewed-text.ts";
import { CandidatePairs } from "./candidate-pairs.ts";
import type { ComparedText } from "./exact-runs.ts";
import type { ReusedPassage } from "./reused-passage.ts";
import { type SharedPassage, sharedPassages } from "./shared-passages.ts";
import { distinctHashes, shinglesOf } from "./shingles.ts";
import { areStandingLines } from "./standing-lines.ts";
import { wordsOf } from "./text-words.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Two sources that share words: what part of the words of each, from 0 to 1, stands in the other. */
export interface ReusePair {
  readonly a: SourceId;
  readonly b: SourceId;
  readonly sharedOfA: number;
  readonly sharedOfB: number;
}

export interface ReuseIndex {
  /** Takes a source in; one that is there already is put in its place. */
  add(text: ReviewedText): void;
  /** Forgets a source. Does nothing where there is none of that id. */
  remove(sourceId: SourceId): void;
  /**
   * Compares at most so many sources with those that they may share something with, and answers of how many that is still
   * to be done. What is asked for below does the rest by itself, all at once.
   */
  settle(most: number): number;
  /** What a source shares with others, in the order of its text. Empty where it is not known. */
  passagesOf(sourceId: SourceId): readonly ReusedPassage[];
  /** All that share passages, each pair once, ordered by their ids. */
  pairs(): Iterable<ReusePair>;
}

/** The same whatever was added and removed before, in whichever order, for the same sources. */
export function createReuseIndex(): ReuseIndex {
  return new TextReuse();
}

/** Standing lines are less of an article than this. */
const SHARE_OF_STANDING_LINES = 0.4;

interface KnownText extends ComparedText {
  readonly sourceId: SourceId;
  readonly publisher: string | null;
  /** What it shares with whom. */
  readonly shared: Map<KnownText, Shared>;
}

/** What two texts share; `first` is the one whose id comes first. */
interface Shared {
  readonly first: KnownText;
  readonly passages: readonly SharedPassage[];
  readonly pair: ReusePair;
}

class TextReuse implements ReuseIndex {
  readonly #vocabulary = new Vocabulary();
  readonly #numbers = new Map<SourceId, number>();
  readonly #texts: (KnownText | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #candidates = new CandidatePairs((text, other) => this.#idOf(text) < this.#idOf(other));
  /** Texts whose partners are to be looked up again. */
  readonly #stale = new Set<number>();

  add(text: ReviewedText): void {
    this.remove(text.sourceId);
    const number = this.#free.pop() ?? this.#texts.length;
    const words = wordsOf(text, this.#vocabulary);
    const known: KnownText = {
      sourceId: text.sourceId,
      publisher: text.metadata.publisher,
      words,
      shingles: shinglesOf(words, this.#vocabulary),
      blocks: blocksOf(words.blockStarts, words.numbers.length),
      shared: new Map(),
    };
    this.#texts[number] = known;
    this.#numbers.set(text.sourceId, number);
    this.#candidates.add(number, distinctHashes(known.shingles), (other) => this.#stale.add(other));
    this.#stale.add(number);
  }

  remove(sourceId: SourceId): void {
    const number = this.#numbers.get(sourceId);
    const known = number === undefined ? undefined : this.#texts[number];
    if (number === undefined || known === undefined) return;
    this.#candidates.remove(number, distinctHashes(known.shingles), (other) => this.#stale.add(other));
    this.#stale.delete(number);
    for (const other of known.shared.keys()) other.shared.delete(known);
    this.#texts[number] = undefined;
    this.#numbers.delete(sourceId);
    this.#free.push(number);
  }

  passagesOf(sourceId: SourceId): readonly ReusedPassage[] {
    this.#refresh();
    const number = this.#numbers.get(sourceId);
    const known = number === undefined ? undefined : this.#texts[number];
    if (known === undefined) return [];
    const passages: ReusedPassage[] = [];
    for (const [other, { first, passages: shared }] of known.shared) {
      for (const { here, there } of shared) {
        const isFirst = first === known;
        passages.push({
          here: placeOf(known, isFirst ? here : there),
          there: placeOf(other, isFirst ? there : here),
        });
      }
    }
    return passages.sort(
      (a, b) =>
        comparePlaces(a.here, b.here) || compare(a.there.sourceId, b.there.sourceId) || comparePlaces(a.there, b.there),
    );
  }

  settle(most: number): number {
    this.#refresh(most);
    return this.#stale.size;
  }

  pairs(): Iterable<ReusePair> {
    this.#refresh();
    const inOrder = this.#texts.filter((known) => known !== undefined);
    inOrder.sort((one, other) => compare(one.sourceId, other.sourceId));
    const rankOf = new Map(inOrder.map((known, rank) => [known, rank]));
    return inOrder.flatMap((known) => {
      const later = [...known.shared].filter(([, { first }]) => first === known);
      later.sort(([one], [other]) => (rankOf.get(one) ?? 0) - (rankOf.get(other) ?? 0));
      return later.map(([, { pair }]) => pair);
    });
  }

  #idOf(number: number): string {
    return this.#texts[number]?.sourceId ?? "";
  }

  #refresh(most = Number.POSITIVE_INFINITY): void {
    let done = 0;
    for (const number of this.#stale) {
      if (done === most) return;
      done += 1;
      this.#stale.delete(number);
      const known = this.#texts[number];
      if (known === undefined) continue;
      const partners = new Set<KnownText>();
      for (const other of this.#candidates.partnersOf(number, distinctHashes(known.shingles))) {
        const partner = this.#texts[other];
        if (partner !== undefined) partners.add(partner);
      }
      for (const other of known.shared.keys()) {
        if (partners.has(other)) continue;
        known.shared.delete(other);
        other.shared.delete(known);
      }
      for (const partner of partners) if (!known.shared.has(partner)) this.#compare(known, partner);
    }
  }

  #compare(known: KnownText, partner: KnownText): void {
    const [first, second] = known.sourceId < partner.sourceId ? [known, partner] : [partner, known];
    const passages = sharedPassages(first, second, this.#vocabulary);
    if (passages.length === 0) return;
    const pair: ReusePair = {
      a: first.sourceId,
      b: second.sourceId,
      sharedOfA: shareOf(first, passages, "here"),
      sharedOfB: shareOf(second, passages, "there"),
    };
    const isOwn = first.publisher !== null && first.publisher === second.publisher;
    const isSmall = Math.max(pair.sharedOfA, pair.sharedOfB) < SHARE_OF_STANDING_LINES;
    if (isOwn && isSmall && areStandingLines(passages, first, second)) return;
    const shared: Shared = { first, passages, pair };
    known.shared.set(partner, shared);
    partner.shared.set(known, shared);
  }
}

function blocksOf(starts: Int32Array, count: number): Int32Array {
  const blocks = new Int32Array(count);
  for (let block = 0; block + 1 < starts.length; block += 1) blocks.fill(block, starts[block], starts[block + 1]);
  return blocks;
}

/** The part of a text's words that is the same in one of these passages. */
function shareOf({ words }: KnownText, passages: readonly SharedPassage[], side: "here" | "there"): number {
  const runs = passages.flatMap((passage) => passage.runs).sort((a, b) => a[side] - b[side]);
  let shared = 0;
  let upTo = 0;
  for (const run of runs) {
    const end = run[side] + run.length;
    if (end > upTo) shared += end - Math.max(upTo, run[side]);
    upTo = Math.max(upTo, end);
  }
  return shared / Math.max(1, words.numbers.length);
}

function placeOf({ sourceId, words }: KnownText, [from, to]: readonly [number, number]): SourcePlace {
  return { in: "source", sourceId, fromUtf16: words.from[from] ?? 0, toUtf16: words.to[to - 1] ?? 0 };
}

const comparePlaces = (a: SourcePlace, b: SourcePlace) => a.fromUtf16 - b.fromUtf16 || a.toUtf16 - b.toUtf16;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
