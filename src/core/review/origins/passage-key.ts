/** Whose words a passage is, as far as the texts show: whom they credit for it, or where else it stands. */
import type { SourceId } from "../../source/source.ts";
import type { SourcePlace } from "../place.ts";
import type { Credit } from "./credit.ts";
import { compare, isWhole, type OriginInput, overlapUtf16, type SourceFacts } from "./origin-input.ts";

export interface PassageKey {
  /** The same for what is one origin by its name. */
  readonly key: string;
  readonly name: string;
  readonly isAgency: boolean;
  /** How that is known: the text credits it, another copy of it does, or nobody does. */
  readonly by: "credit" | "copy" | "own";
}

/** A credit must be for this much of a passage at least. */
const MIN_COVERED = 1 / 3;
/** What covers more than this of a passage is most of it. */
export const MOST = 0.5;
const CITES = /cit(?:e|ing|ant|ando|ed)|quot|referring to|with reference to|援引|引述|引用|인용|Berufung|ссылк/iu;

export class PassageKeys {
  readonly #facts: ReadonlyMap<SourceId, SourceFacts>;
  readonly #input: OriginInput;

  constructor(input: OriginInput, facts: readonly SourceFacts[]) {
    this.#input = input;
    this.#facts = new Map(facts.map((source) => [source.text.sourceId, source]));
  }

  sourceOf(id: SourceId): SourceFacts | null {
    return this.#facts.get(id) ?? null;
  }

  /** Null where the source is not among those that are reviewed. */
  of(place: SourcePlace): PassageKey | null {
    const source = this.#facts.get(place.sourceId);
    if (!source) return null;
    return credited(source, place) ?? this.#ofCopies(source, place) ?? ownKey(source);
  }

  /** Where the words stand elsewhere too: whom they are credited to there, or else who had them first. */
  #ofCopies(source: SourceFacts, place: SourcePlace): PassageKey | null {
    const copies = copiesOf(this.#input, place);
    if (copies.size === 0) return null;
    const keys: { readonly key: PassageKey; readonly covered: number }[] = [];
    const holders = [source];
    for (const [id, { there, covered }] of copies) {
      const other = this.#facts.get(id);
      if (!other) continue;
      holders.push(other);
      const key = credited(other, there);
      if (key) keys.push({ key: { ...key, by: "copy" }, covered });
    }
    keys.sort(
      (a, b) =>
        Number(b.key.isAgency) - Number(a.key.isAgency) || b.covered - a.covered || compare(a.key.key, b.key.key),
    );
    if (keys[0]) return keys[0].key;
    const first = holders.sort((a, b) => a.order - b.order)[0];
    return first ? { ...ownKey(first), by: first === source ? "own" : "copy" } : null;
  }
}

/** The copies of most of a passage in other sources: the stretch there, and how much of the passage it covers. */
export function copiesOf(
  input: OriginInput,
  place: SourcePlace,
): Map<SourceId, { readonly there: SourcePlace; readonly covered: number }> {
  const found = new Map<SourceId, { there: SourcePlace; covered: number; utf16: number }>();
  for (const { here, there } of input.reused(place.sourceId)) {
    const utf16 = overlapUtf16(here, place);
    if (utf16 === 0) continue;
    const before = found.get(there.sourceId);
    const covered = (before?.covered ?? 0) + utf16 / Math.max(1, place.toUtf16 - place.fromUtf16);
    // The longest stretch tells who is credited there.
    if (before && before.utf16 >= utf16) before.covered = covered;
    else found.set(there.sourceId, { there, covered, utf16 });
  }
  for (const [id, { covered }] of found) if (covered <= MOST) found.delete(id);
  return found;
}

function credited(source: SourceFacts, place: SourcePlace): PassageKey | null {
  const near = nearestCredit(source, place);
  if (near && isOwn(source, near)) return ownKey(source);
  if (near) return creditKey(near.name, near.kind === "agency");
  return source.carried ? creditKey(source.carried.name, source.carried.kind === "agency") : null;
}

function isOwn(source: SourceFacts, { name }: Credit): boolean {
  return source.own.has(name.toLowerCase());
}

/**
 * Who is credited for this passage and not just for the whole text: the nearest, then the one that is credited for most
 * of it, and of "A, citing B" the one that is cited. That an outlet names itself as reporting says nothing; that people
 * spoke to it makes the words its own.
 */
function nearestCredit(source: SourceFacts, place: SourcePlace): Credit | null {
  const size = Math.max(1, place.toUtf16 - place.fromUtf16);
  const isCaption = source.text.blocks.some(
    ({ kind, fromUtf16, toUtf16 }) => kind === "caption" && fromUtf16 <= place.fromUtf16 && place.toUtf16 <= toUtf16,
  );
  const near = [...source.credits, ...(isCaption ? source.pictures : [])].filter(
    (credit) =>
      !isWhole(credit, source.text) &&
      overlapUtf16(credit.scope, place) > 0 &&
      (credit.how === "told" || !isOwn(source, credit)),
  );
  const coveredBy = new Map<string, number>();
  const readTo = new Map<string, number>();
  for (const { name, scope } of near) {
    const from = Math.max(scope.fromUtf16, readTo.get(name) ?? 0);
    const utf16 = overlapUtf16({ ...scope, fromUtf16: Math.min(from, scope.toUtf16) }, place);
    coveredBy.set(name, (coveredBy.get(name) ?? 0) + utf16);
    readTo.set(name, Math.max(readTo.get(name) ?? 0, scope.toUtf16));
  }
  const covered = ({ name }: Credit) => coveredBy.get(name) ?? 0;
  const covering = near
    .filter((credit) => covered(credit) / size >= MIN_COVERED)
    .sort(
      (a, b) =>
        distance(a, place) - distance(b, place) || covered(b) - covered(a) || a.place.fromUtf16 - b.place.fromUtf16,
    );
  const [nearest] = covering;
  if (!nearest) return null;
  return covering.find((other) => isCitedBy(source, nearest, other)) ?? nearest;
}

function isCitedBy({ text }: SourceFacts, by: Credit, other: Credit): boolean {
  if (other === by || other.scope.fromUtf16 !== by.scope.fromUtf16 || other.place.fromUtf16 < by.place.toUtf16)
    return false;
  return CITES.test(text.text.slice(by.place.toUtf16, other.place.fromUtf16));
}

function distance({ place }: Credit, passage: SourcePlace): number {
  return Math.max(0, place.fromUtf16 - passage.toUtf16, passage.fromUtf16 - place.toUtf16);
}

function creditKey(name: string, isAgency: boolean): PassageKey {
  return { key: `name:${name.toLowerCase()}`, name, isAgency, by: "credit" };
}

/** Of what a source says itself: its publisher's, else its own. */
export function ownKey({ publisher, outlet, text }: SourceFacts): PassageKey {
  if (publisher === null) return { key: `source:${text.sourceId}`, name: outlet, isAgency: false, by: "own" };
  return { ...creditKey(publisher.name, publisher.kind === "agency"), by: "own" };
}
