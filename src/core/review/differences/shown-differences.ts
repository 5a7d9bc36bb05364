/** Which of the pairs of claims that differ are shown: the likeliest of each two values, and no reprint of it. */
import { contentKey } from "../finding-key.ts";
import type { Claim } from "./claim.ts";
import type { Difference } from "./difference.ts";
import type { IndexedClaim, Pair } from "./indexed-source.ts";
import { sharedTerms } from "./same-subject.ts";

/** Sentences that share so much of their words are one sentence, reprinted. */
const SAME_SENTENCE_SHARE = 0.8;

/** The likeliest pair of every claim and its like, each two sentences once, and each two values once in a story. */
export function shown(pairs: readonly Pair[], likenessOf: (pair: Pair) => number): Difference[] {
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

export const saidBy = ({ fact }: Claim) => fact?.value ?? "";

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

export function isReprint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
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
