/**
 * Finds sentences of different sources that say different things of the same. Keeps the claims of every source by what
 * they are claims of, so that a source that is added is compared with those alone that say something of it; which pairs
 * are shown is weighed by how rare their words are among all sources, when it is asked. The order in which sources come
 * does not matter.
 */
import type { SourceId } from "../../source/source.ts";
import { contentKey } from "../finding-key.ts";
import type { ReviewedText } from "../reviewed-text.ts";
import type { Claim } from "./claim.ts";
import { ClaimLinks } from "./claim-links.ts";
import { canBothBe } from "./conflict.ts";
import type { Difference } from "./difference.ts";
import { claimedSentence } from "./find-claims.ts";
import { isOneStory, likeness, mayBeSame, type Side, type SourceWords, sharedTerms } from "./same-subject.ts";
import { sentencesOf } from "./sentences.ts";
import { TermNumbering } from "./term-numbers.ts";
import { namesWithin } from "./terms.ts";

export interface DifferenceIndex {
  /** A source in force. One that is added again takes the place of what it was. */
  add(text: ReviewedText): void;
  remove(sourceId: SourceId): void;
  /** Those that a reader should see, by source and place; the same for the same sources. */
  differences(): readonly Difference[];
}

interface IndexedClaim extends Side {
  readonly source: IndexedSource;
  readonly links: ClaimLinks<IndexedClaim>;
}

interface IndexedSource extends SourceWords {
  readonly sourceId: SourceId;
  readonly published: string | null;
  /** All but denials and sayings; and the same by their keys. */
  readonly claims: readonly IndexedClaim[];
  readonly byKey: ReadonlyMap<string, readonly IndexedClaim[]>;
  readonly dates: readonly IndexedClaim[];
  /** What it denies, and what it says without denying it. */
  readonly denials: readonly IndexedClaim[];
  readonly sayings: readonly IndexedClaim[];
}

interface Pair {
  readonly a: IndexedClaim;
  readonly b: IndexedClaim;
  readonly isOneStory: boolean;
}

/** Sentences that share so much of their words are one sentence, reprinted. */
const SAME_SENTENCE_SHARE = 0.8;

export function createDifferenceIndex(): DifferenceIndex {
  const sources = new Map<SourceId, IndexedSource>();
  const claims = new Map<string, Set<IndexedClaim>>();
  const numbering = new TermNumbering();
  /** How many sources have a term, by its number. */
  const sourcesWith: number[] = [];
  let known: readonly Difference[] | null = [];

  function add(text: ReviewedText): void {
    remove(text.sourceId);
    const source = indexSource(text, numbering);
    const stories = new Map<IndexedSource, boolean>();
    const isStoryOf = (other: IndexedSource) => {
      const before = stories.get(other);
      if (before !== undefined) return before;
      const now = isOneStory(source, other);
      stories.set(other, now);
      return now;
    };
    const compareWith = (own: IndexedClaim, other: IndexedClaim) => {
      if (own.links.isSeries && other.links.isSeries) return;
      if (!mayDiffer(own, other, () => isStoryOf(other.source))) return;
      const isOneStory = isStoryOf(other.source);
      own.links.link(other, saidBy(other.claim), isOneStory);
      other.links.link(own, saidBy(own.claim), isOneStory);
    };
    for (const own of source.claims) for (const other of comparable(own)) compareWith(own, other);
    for (const other of sources.values()) {
      for (const denial of source.denials) for (const said of sayingsAbout(denial, other)) compareWith(denial, said);
      for (const denial of other.denials) for (const said of sayingsAbout(denial, source)) compareWith(said, denial);
    }
    sources.set(text.sourceId, source);
    for (const number of source.stemNumbers) sourcesWith[number] = (sourcesWith[number] ?? 0) + 1;
    for (const claim of source.claims) {
      for (const key of lookupKeys(claim)) {
        const all = claims.get(key);
        if (all === undefined) claims.set(key, new Set([claim]));
        else all.add(claim);
      }
    }
    known = null;
  }

  function remove(sourceId: SourceId): void {
    const source = sources.get(sourceId);
    if (source === undefined) return;
    sources.delete(sourceId);
    for (const number of source.stemNumbers) sourcesWith[number] = (sourcesWith[number] ?? 1) - 1;
    for (const claim of source.claims) {
      for (const key of lookupKeys(claim)) {
        const all = claims.get(key);
        all?.delete(claim);
        if (all?.size === 0) claims.delete(key);
      }
    }
    for (const claim of source.claims) for (const other of comparable(claim)) forget(other, claim);
    for (const claim of [...source.denials, ...source.sayings])
      for (const other of claim.links.others.keys()) other.links.drop(claim);
    known = null;
  }

  /** Claims of the sources in the index that have a key of this one, each once. */
  function comparable(claim: IndexedClaim): ReadonlySet<IndexedClaim> {
    const keys = lookupKeys(claim);
    const [only] = keys;
    if (keys.length === 1 && only !== undefined) return claims.get(only) ?? NO_CLAIMS;
    return new Set(keys.flatMap((key) => [...(claims.get(key) ?? NO_CLAIMS)]));
  }

  /** Takes a claim of a source that is gone out of what differs from this one. */
  function forget(claim: IndexedClaim, gone: IndexedClaim): void {
    const { links, source } = claim;
    if (!links.isSeries && !links.others.has(gone)) return;
    links.clear();
    for (const other of comparable(claim)) {
      if (links.isSeries) return;
      const inOneStory = () => isOneStory(source, other.source);
      if (mayDiffer(claim, other, inOneStory)) links.link(other, saidBy(other.claim), inOneStory());
    }
  }

  /** Each two claims that differ, but for series. */
  function pairs(): Pair[] {
    const found: Pair[] = [];
    for (const { claims: own, denials, sayings } of sources.values()) {
      for (const a of [...own, ...denials, ...sayings]) {
        for (const [b, inOneStory] of a.links.others)
          if (a.source.sourceId < b.source.sourceId && !b.links.isSeries) found.push({ a, b, isOneStory: inOneStory });
      }
    }
    return found;
  }

  function differences(): readonly Difference[] {
    if (known === null) {
      const weights = Array.from(sourcesWith, (count) => Math.log(1 + sources.size / Math.max(1, count)));
      known = shown(pairs(), ({ a, b, isOneStory: inOneStory }) => likeness(a, b, inOneStory, weights));
    }
    return known;
  }

  return { add, remove, differences };
}

/** In so long a text, a name stands inside a sentence somewhere; what has a capital at the head of one only is none. */
const FEWEST_SENTENCES = 5;

function indexSource({ sourceId, text, blocks, metadata }: ReviewedText, numbering: TermNumbering): IndexedSource {
  const published = metadata.published;
  const spans = sentencesOf({ text, blocks });
  const texts = spans.map(({ fromUtf16, toUtf16 }) => text.slice(fromUtf16, toUtf16));
  const knownNames = spans.length < FEWEST_SENTENCES ? null : namesWithin(texts);
  const sentences = spans.map(({ fromUtf16 }, index) =>
    claimedSentence(texts[index] ?? "", fromUtf16, published, knownNames),
  );
  const stems = new Set(sentences.flatMap((sentence) => [...sentence.stems]));
  const byKey = new Map<string, IndexedClaim[]>();
  const claims: IndexedClaim[] = [];
  const dates: IndexedClaim[] = [];
  const denials: IndexedClaim[] = [];
  const sayings: IndexedClaim[] = [];
  const source = {
    sourceId,
    published,
    stems,
    stemNumbers: numbering.numbersOf(stems),
    nameNumbers: numbering.numbersOf(new Set(sentences.flatMap(({ names }) => [...names]))),
    claims,
    byKey,
    dates,
    denials,
    sayings,
  };
  for (const sentence of sentences) {
    const far = numbering.numbersOf(sentence.stems);
    for (const claim of sentence.claims) {
      const links = new ClaimLinks<IndexedClaim>();
      const indexed = { claim, sentence, source, near: numbering.numbersOf(claim.terms), far, links };
      if (claim.kind === "negation") {
        (claim.key === "yes" ? sayings : denials).push(indexed);
        continue;
      }
      claims.push(indexed);
      if (claim.fact?.kind === "date") dates.push(indexed);
      const own = byKey.get(claim.key);
      if (own === undefined) byKey.set(claim.key, [indexed]);
      else own.push(indexed);
    }
  }
  return source;
}

/** Very many claims have such a key: those that share no word beside it need not be compared. */
const COMMON_KEY = /^(?:money|percent|points|date|duration(?!:of:))/u;

function lookupKeys({ claim }: IndexedClaim): readonly string[] {
  return COMMON_KEY.test(claim.key) ? [...claim.terms].map((term) => `${claim.key}\u0000${term}`) : [claim.key];
}

const NOTHING: readonly IndexedClaim[] = [];
const NO_CLAIMS: ReadonlySet<IndexedClaim> = new Set();

/** What a source says of what another denies: of the same name, with the word that is denied. */
function sayingsAbout(denial: IndexedClaim, source: IndexedSource): readonly IndexedClaim[] {
  const { denied, names } = denial.claim;
  if (denied === null || !source.stems.has(denied) || sharedTerms(names, source.stems) === 0) return NOTHING;
  return source.sayings.filter(({ claim }) => claim.terms.has(denied) && sharedTerms(claim.names, names) > 0);
}

const bothCanBe = (a: IndexedClaim, b: IndexedClaim, inOneStory: boolean) =>
  canBothBe(a.claim, a.source.published, b.claim, b.source.published, inOneStory);

/** Whether two claims differ in what they say of what may be the same, and neither source knows what the other says. */
function mayDiffer(a: IndexedClaim, b: IndexedClaim, inOneStory: () => boolean): boolean {
  if (a.claim.fact !== null && a.claim.fact.value === b.claim.fact?.value) return false;
  if (!mayBeSame(a, b, inOneStory)) return false;
  const isExact = inOneStory();
  return !bothCanBe(a, b, isExact) && !knows(a.source, b, isExact) && !knows(b.source, a, isExact);
}

function knows(source: IndexedSource, told: IndexedClaim, isExact: boolean): boolean {
  if (told.claim.kind === "negation") {
    const same = told.claim.key === "yes" ? source.sayings : source.denials;
    return same.some(({ claim }) => isReprint(claim.terms, told.claim.terms));
  }
  const isDay = told.claim.kind === "date" && told.claim.frame === null;
  const own = isDay ? source.dates : (source.byKey.get(told.claim.key) ?? []);
  return own.some((claim) => bothCanBe(claim, told, isExact));
}

/** The likeliest pair of every claim and its like, each two sentences once, and each two values once in a story. */
function shown(pairs: readonly Pair[], likenessOf: (pair: Pair) => number): Difference[] {
  const likely = pairs
    .map((pair) => ({ ...pair, likeness: likenessOf(pair) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness || compare(placeKey(one), placeKey(other)));
  const byClaim = new Map<string, Pair[]>();
  const bySentences = new Map<string, Pair[]>();
  for (const pair of likely) {
    const key = claimKey(pair);
    const same = byClaim.get(key) ?? [];
    const isKnown = same.some((other) => isSaidAgain(pair, other) || isOfSameStory(pair, other));
    byClaim.set(key, [...same, pair]);
    if (isKnown) continue;
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
    one.source === other.source || isReprint(one.sentence.stems, other.sentence.stems);
  return (
    (isSame(pair.a, shownAlready.a) && isSame(pair.b, shownAlready.b)) ||
    (isSame(pair.a, shownAlready.b) && isSame(pair.b, shownAlready.a))
  );
}

/** In one story, a sentence differs once from all those that give the same other value. */
function isOfSameStory(pair: Pair, before: Pair): boolean {
  if (!pair.isOneStory || !before.isOneStory || pair.a.claim.kind === "negation") return false;
  const sentences = [before.a.sentence, before.b.sentence];
  return sentences.includes(pair.a.sentence) || sentences.includes(pair.b.sentence);
}

function isReprint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = sharedTerms(a, b);
  return shared >= SAME_SENTENCE_SHARE * Math.max(a.size, b.size) && shared >= 3;
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
