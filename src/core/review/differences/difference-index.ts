/**
 * Finds sentences of different sources that say different things of the same. Keeps the claims of every source by what
 * they are claims of, so that a source that is added is compared with those alone that say something of it; which pairs
 * are shown is weighed by how rare their words are among all sources, when it is asked. The order in which sources come
 * does not matter.
 */
import type { SourceId } from "../../source/source.ts";
import type { ReviewedText } from "../reviewed-text.ts";
import { canBothBe } from "./conflict.ts";
import type { Difference } from "./difference.ts";
import { type IndexedClaim, type IndexedSource, indexSource, type Pair } from "./indexed-source.ts";
import { isOneStory, likeness, mayBeSame, sharedTerms } from "./same-subject.ts";
import { isReprint, saidBy, shown } from "./shown-differences.ts";
import { TermNumbering } from "./term-numbers.ts";

export interface DifferenceIndex {
  /** A source in force. One that is added again takes the place of what it was. */
  add(text: ReviewedText): void;
  remove(sourceId: SourceId): void;
  /** Those that a reader should see, by source and place; the same for the same sources. */
  differences(): readonly Difference[];
}

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
