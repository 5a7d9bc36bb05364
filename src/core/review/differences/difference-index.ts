/**
 * Finds sentences of different sources that say different things of the same. Keeps the claims of every source by what
 * they are claims of, so that a source that is added is compared with those alone that say something of it; which pairs
 * are shown is weighed by how rare their words are among all sources, when it is asked. The order in which sources come
 * does not matter.
 */
import type { SourceId } from "../../source/source.ts";
import { contentKey } from "../finding-key.ts";
import type { ReviewedText } from "../reviewed-text.ts";
import type { Claim, ClaimedSentence } from "./claim.ts";
import { canBothBe } from "./conflict.ts";
import type { Difference } from "./difference.ts";
import { claimedSentence } from "./find-claims.ts";
import { likeness, mayBeSame, type Side, sharedTerms } from "./same-subject.ts";
import { sentencesOf } from "./sentences.ts";

export interface DifferenceIndex {
  /** A source in force. One that is added again takes the place of what it was. */
  add(text: ReviewedText): void;
  remove(sourceId: SourceId): void;
  /** Those that a reader should see, by source and place; the same for the same sources. */
  differences(): readonly Difference[];
}

interface IndexedClaim extends Side {
  readonly source: IndexedSource;
}

interface IndexedSource {
  readonly sourceId: SourceId;
  readonly published: string | null;
  readonly stems: ReadonlySet<string>;
  readonly byKey: Map<string, IndexedClaim[]>;
  readonly dates: readonly IndexedClaim[];
}

interface Pair {
  readonly a: IndexedClaim;
  readonly b: IndexedClaim;
}

/** Sentences that share so much of their words are one sentence, reprinted. */
const SAME_SENTENCE_SHARE = 0.8;

export function createDifferenceIndex(): DifferenceIndex {
  const sources = new Map<SourceId, IndexedSource>();
  const claims = new Map<string, Set<IndexedClaim>>();
  const sourcesWith = new Map<string, number>();
  let pairs: Pair[] = [];
  let known: readonly Difference[] | null = [];

  function add(text: ReviewedText): void {
    remove(text.sourceId);
    const source = indexSource(text);
    sources.set(text.sourceId, source);
    for (const stem of source.stems) sourcesWith.set(stem, (sourcesWith.get(stem) ?? 0) + 1);
    for (const [key, own] of source.byKey) {
      for (const other of claims.get(oppositeOf(key)) ?? []) {
        for (const claim of own) if (mayDiffer(claim, other)) pairs.push({ a: claim, b: other });
      }
    }
    for (const [key, own] of source.byKey) {
      const all = claims.get(key) ?? new Set();
      for (const claim of own) all.add(claim);
      claims.set(key, all);
    }
    known = null;
  }

  function remove(sourceId: SourceId): void {
    const source = sources.get(sourceId);
    if (source === undefined) return;
    sources.delete(sourceId);
    for (const stem of source.stems) {
      const left = (sourcesWith.get(stem) ?? 1) - 1;
      if (left === 0) sourcesWith.delete(stem);
      else sourcesWith.set(stem, left);
    }
    for (const [key, own] of source.byKey) {
      const all = claims.get(key);
      for (const claim of own) all?.delete(claim);
      if (all?.size === 0) claims.delete(key);
    }
    pairs = pairs.filter(({ a, b }) => a.source !== source && b.source !== source);
    known = null;
  }

  const weigh = (term: string) => Math.log(1 + sources.size / (sourcesWith.get(term) ?? 1));

  function differences(): readonly Difference[] {
    known ??= shown(pairs, (a, b) => likeness(a, b, weigh));
    return known;
  }

  return { add, remove, differences };
}

function indexSource({ sourceId, text, blocks, metadata }: ReviewedText): IndexedSource {
  const published = metadata.published;
  const sentences = sentencesOf({ text, blocks }).map(({ fromUtf16, toUtf16 }) =>
    claimedSentence(text.slice(fromUtf16, toUtf16), fromUtf16, published),
  );
  const byKey = new Map<string, IndexedClaim[]>();
  const dates: IndexedClaim[] = [];
  const source = { sourceId, published, stems: new Set(sentences.flatMap(({ stems }) => [...stems])), byKey, dates };
  for (const sentence of sentences) {
    for (const claim of sentence.claims) {
      const indexed = { claim, sentence, source };
      if (claim.fact?.kind === "date") dates.push(indexed);
      const own = byKey.get(claim.key);
      if (own === undefined) byKey.set(claim.key, [indexed]);
      else own.push(indexed);
    }
  }
  return source;
}

/** A denial is compared with what says the opposite, any other claim with its like. */
function oppositeOf(key: string): string {
  return key.replace(/^(?:yes|no):/u, (side) => (side === "yes:" ? "no:" : "yes:"));
}

const bothCanBe = (a: IndexedClaim, b: IndexedClaim) =>
  canBothBe(a.claim, a.source.published, b.claim, b.source.published);

/** Whether two claims differ in what they say of what may be the same, and neither source knows what the other says. */
function mayDiffer(a: IndexedClaim, b: IndexedClaim): boolean {
  return a.source !== b.source && !bothCanBe(a, b) && mayBeSame(a, b) && !knows(a.source, b) && !knows(b.source, a);
}

function knows(source: IndexedSource, told: IndexedClaim): boolean {
  if (told.claim.kind === "negation")
    return source.byKey.get(told.claim.key)?.some((claim) => mayBeSame(claim, told)) ?? false;
  const isDay = told.claim.kind === "date" && told.claim.frame === null;
  const own = isDay ? source.dates : (source.byKey.get(told.claim.key) ?? []);
  return own.some((claim) => bothCanBe(claim, told));
}

/** The likeliest pair of every claim and its like, each two sentences once. */
function shown(pairs: readonly Pair[], likenessOf: (a: Side, b: Side) => number): Difference[] {
  const likely = pairs
    .map(({ a, b }) => (a.source.sourceId < b.source.sourceId ? { a, b } : { a: b, b: a }))
    .map((pair) => ({ ...pair, likeness: likenessOf(pair.a, pair.b) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness || compare(placeKey(one), placeKey(other)));
  const byClaim = new Map<string, Pair[]>();
  const bySentences = new Map<string, Pair[]>();
  for (const pair of likely) {
    const key = claimKey(pair);
    const same = byClaim.get(key) ?? [];
    if (same.some((other) => isSaidAgain(pair, other))) continue;
    byClaim.set(key, [...same, pair]);
    const place = placeKey(pair);
    bySentences.set(place, [...(bySentences.get(place) ?? []), pair]);
  }
  return [...bySentences].sort(([a], [b]) => compare(a, b)).map(([, same]) => toDifference(same));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const padded = (offset: number) => String(offset).padStart(9, "0");
const placeKey = ({ a, b }: Pair) =>
  `${a.source.sourceId} ${padded(a.sentence.fromUtf16)} ${b.source.sourceId} ${padded(b.sentence.fromUtf16)}`;

function claimKey({ a, b }: Pair): string {
  const values = [saidBy(a.claim), saidBy(b.claim)].sort();
  return [a.claim.kind === "negation" ? "negation" : a.claim.key, ...values].join("\u0000");
}

const saidBy = ({ fact }: Claim) => fact?.value ?? "";

/** The same claims of the same two sources, or of sources that reprint them. */
function isSaidAgain(pair: Pair, shownAlready: Pair): boolean {
  const isSame = (one: IndexedClaim, other: IndexedClaim) =>
    one.source === other.source || isReprint(one.sentence, other.sentence);
  return (
    (isSame(pair.a, shownAlready.a) && isSame(pair.b, shownAlready.b)) ||
    (isSame(pair.a, shownAlready.b) && isSame(pair.b, shownAlready.a))
  );
}

function isReprint(a: ClaimedSentence, b: ClaimedSentence): boolean {
  const shared = sharedTerms(a.stems, b.stems);
  return shared >= SAME_SENTENCE_SHARE * Math.max(a.stems.size, b.stems.size) && shared >= 3;
}

function toDifference(pairs: readonly Pair[]): Difference {
  const [first] = pairs;
  if (first === undefined) throw new RangeError("A difference has at least one pair of claims.");
  const side = (which: "a" | "b") => {
    const { sentence, source } = first[which];
    const spans = pairs.map((pair) => pair[which].claim.span).filter(({ fromUtf16, toUtf16 }) => toUtf16 > fromUtf16);
    return {
      place: {
        in: "source" as const,
        sourceId: source.sourceId,
        fromUtf16: sentence.fromUtf16,
        toUtf16: sentence.fromUtf16 + sentence.text.length,
      },
      text: sentence.text,
      differing: distinct(spans),
    };
  };
  const [a, b] = [side("a"), side("b")];
  const sides = [a, b].map(({ place, text }) => `${place.sourceId}\u0000${text}`).sort();
  return { key: contentKey("sources-differ", ...sides), kind: kindOf(first), a, b };
}

/** "since 2019" beside "in nine years" is how long it is. */
function kindOf({ a, b }: Pair): Difference["kind"] {
  return a.claim.kind === "date" ? b.claim.kind : a.claim.kind;
}

function distinct(spans: readonly { readonly fromUtf16: number; readonly toUtf16: number }[]) {
  const ordered = [...spans].sort((a, b) => a.fromUtf16 - b.fromUtf16);
  return ordered
    .filter(({ fromUtf16 }, index) => ordered[index - 1]?.fromUtf16 !== fromUtf16)
    .map(({ fromUtf16, toUtf16 }) => ({ fromUtf16, toUtf16 }));
}
