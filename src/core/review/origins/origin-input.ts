/** What origins are made of, and what of each source they ask again and again. */
import type { SourceId } from "../../source/source.ts";
import { contentKey } from "../finding-key.ts";
import type { SourcePlace } from "../place.ts";
import type { ReusedPassage } from "../reuse/reused-passage.ts";
import type { ReviewedText } from "../reviewed-text.ts";
import { carriedBy } from "./carried-name.ts";
import type { Credit } from "./credit.ts";
import type { Origin } from "./origin.ts";
import type { OriginMemory } from "./origin-memory.ts";
import type { KnownName, OutletNames } from "./outlet-names.ts";
import { outletOf, ownNames, publisherOf } from "./own-names.ts";

export interface OriginInput {
  readonly sources: readonly ReviewedText[];
  credits(id: SourceId): readonly Credit[];
  reused(id: SourceId): readonly ReusedPassage[];
  /** The share of each one's words that stands in the other, 0..1. */
  readonly pairs: Iterable<SharedPair>;
  readonly names: OutletNames;
  /** Kept from one call to the next. The credits of a source are another array where they, or the names, are others. */
  readonly memory: OriginMemory;
}

export interface SharedPair {
  readonly a: SourceId;
  readonly b: SourceId;
  readonly sharedOfA: number;
  readonly sharedOfB: number;
}

export interface SourceFacts {
  readonly text: ReviewedText;
  /** The name of its outlet, or else its title. */
  readonly outlet: string;
  readonly publisher: KnownName | null;
  readonly own: ReadonlySet<string>;
  /** Of the words only: not of pictures. */
  readonly credits: readonly Credit[];
  readonly pictures: readonly Credit[];
  /** Who is credited for the text as a whole, or for most of it. */
  readonly carried: KnownName | null;
  /** Its place among all, by date, outlet and id. */
  readonly order: number;
}

/** The sources in an order that does not depend on the one they came in: by date, outlet, id. */
export function factsOf(input: OriginInput): SourceFacts[] {
  const facts = input.sources.map((text) => {
    const all = input.credits(text.sourceId);
    return input.memory.ofSource(text, all, () => factsOfSource(text, all, input.names));
  });
  return facts
    .sort((a, b) => comparePublished(a, b) || compare(a.text.sourceId, b.text.sourceId))
    .map((source, order) => ({ ...source, order }));
}

function factsOfSource(text: ReviewedText, all: readonly Credit[], names: OutletNames): Omit<SourceFacts, "order"> {
  const credits = all.filter(({ how }) => how !== "picture");
  const publisher = publisherOf(text, names);
  const own = ownNames(text, names);
  return {
    text,
    outlet: outletOf(text, names),
    publisher,
    own,
    credits,
    pictures: all.filter(({ how }) => how === "picture"),
    carried: carriedBy(text, credits, publisher, own),
  };
}

type Dated = Pick<SourceFacts, "text" | "outlet">;

const NO_DATE = "9999-12-31";

/** Earlier before later, dated before undated, then by the name of the outlet. */
function comparePublished(a: Dated, b: Dated): number {
  return (
    compare(a.text.metadata.published ?? NO_DATE, b.text.metadata.published ?? NO_DATE) || compare(a.outlet, b.outlet)
  );
}

export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** How many code units two places have in common; 0 where they are of different sources. */
export function overlapUtf16(a: SourcePlace, b: SourcePlace): number {
  if (a.sourceId !== b.sourceId) return 0;
  return Math.max(0, Math.min(a.toUtf16, b.toUtf16) - Math.max(a.fromUtf16, b.fromUtf16));
}

/** Whether a credit is for the text as a whole. */
export function isWhole(credit: Credit, text: ReviewedText): boolean {
  return credit.scope.fromUtf16 === 0 && credit.scope.toUtf16 >= text.text.length;
}

/** An origin of these sources; the same id for the same sources and name. */
export function originOf(name: string, sources: readonly SourceFacts[], reason: string): Origin {
  const sourceIds = sources.map(({ text }) => text.sourceId);
  return {
    id: contentKey("origin", name, ...[...sourceIds].sort(compare)),
    name,
    outlets: [...new Set(sources.map(({ outlet }) => outlet))],
    sourceIds,
    reason,
  };
}
