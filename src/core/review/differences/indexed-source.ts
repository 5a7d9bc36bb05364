/** A source as the index of differences keeps it: what it claims, denies and says, by what it is said of. */
import type { SourceId } from "../../source/source.ts";
import type { ReviewedText } from "../reviewed-text.ts";
import { ClaimLinks } from "./claim-links.ts";
import { claimedSentence } from "./find-claims.ts";
import type { Side, SourceWords } from "./same-subject.ts";
import { sentencesOf } from "./sentences.ts";
import type { TermNumbering } from "./term-numbers.ts";
import { namesWithin } from "./terms.ts";

export interface IndexedClaim extends Side {
  readonly source: IndexedSource;
  readonly links: ClaimLinks<IndexedClaim>;
}

export interface IndexedSource extends SourceWords {
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

export interface Pair {
  readonly a: IndexedClaim;
  readonly b: IndexedClaim;
  readonly isOneStory: boolean;
}

/** In so long a text, a name stands inside a sentence somewhere; what has a capital at the head of one only is none. */
const FEWEST_SENTENCES = 5;

export function indexSource(
  { sourceId, text, blocks, metadata }: ReviewedText,
  numbering: TermNumbering,
): IndexedSource {
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
