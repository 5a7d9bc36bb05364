/** Puts passages into origins: what is credited to one, what is one source's own, what stands in both in the same words. */
import type { SourcePlace } from "../place.ts";
import type { Origin } from "./origin.ts";
import { compare, type OriginInput, originOf, overlapUtf16, type SourceFacts } from "./origin-input.ts";
import { reasonOfPassages } from "./origin-reason.ts";
import { MOST, type PassageKey, type PassageKeys } from "./passage-key.ts";
import { UnionFind } from "./union-find.ts";

interface KeyedPassage {
  readonly place: SourcePlace;
  readonly key: PassageKey;
  readonly source: SourceFacts;
}

/** What the passages rest on, by the first of each. */
export function originsOfPassages(input: OriginInput, keys: PassageKeys, places: readonly SourcePlace[]): Origin[] {
  const passages = places.flatMap((place): KeyedPassage[] => {
    const key = keys.of(place);
    const source = keys.sourceOf(place.sourceId);
    return key && source ? [{ place, key, source }] : [];
  });
  const together = new UnionFind(passages.length);
  const copied = new Set<number>();
  passages.forEach((passage, a) => {
    for (let b = 0; b < a; b += 1) {
      const other = passages[b];
      if (!other) continue;
      if (other.key.key === passage.key.key) together.join(b, a);
      if (isCopy(input, passage.place, other.place)) {
        together.join(b, a);
        copied.add(a).add(b);
      }
    }
  });
  return together.groups().map((group) => {
    const members = group.flatMap((index) => passages[index] ?? []);
    const sources = [...new Set(members.map(({ source }) => source))].sort((a, b) => a.order - b.order);
    const name = nameOfPassages(members);
    return originOf(
      name,
      sources,
      reasonOfPassages(
        members,
        sources,
        name,
        group.some((index) => copied.has(index)),
      ),
    );
  });
}

/** Whether reused words cover most of both. */
function isCopy(input: OriginInput, a: SourcePlace, b: SourcePlace): boolean {
  if (a.sourceId === b.sourceId) return false;
  return covers(input, a, b) && covers(input, b, a);
}

function covers(input: OriginInput, a: SourcePlace, b: SourcePlace): boolean {
  let utf16 = 0;
  for (const { here, there } of input.reused(a.sourceId)) {
    if (there.sourceId === b.sourceId && overlapUtf16(there, b) > 0) utf16 += overlapUtf16(here, a);
  }
  return utf16 / Math.max(1, a.toUtf16 - a.fromUtf16) > MOST;
}

/** The agency that most of them are credited to, else whoever had it first. */
function nameOfPassages(members: readonly KeyedPassage[]): string {
  const byName = new Map<string, { count: number; isAgency: boolean; isCredited: boolean; first: number }>();
  for (const { key, source } of members) {
    const known = byName.get(key.name) ?? { count: 0, isAgency: key.isAgency, isCredited: false, first: source.order };
    byName.set(key.name, {
      ...known,
      count: known.count + 1,
      isCredited: known.isCredited || key.by !== "own",
      first: Math.min(known.first, source.order),
    });
  }
  const [best] = [...byName].sort(
    ([nameA, a], [nameB, b]) =>
      Number(b.isAgency) - Number(a.isAgency) ||
      Number(b.isCredited) - Number(a.isCredited) ||
      b.count - a.count ||
      a.first - b.first ||
      compare(nameA, nameB),
  );
  return best?.[0] ?? "";
}
