/** What an origin of several sources is called: whom they credit for the words that they share. */
import type { SourcePlace } from "../place.ts";
import { compare, type OriginInput, overlapUtf16, type SourceFacts } from "./origin-input.ts";

/** The agency credited, else the outlet whose copy came first, else its title. The sources are in order of their dates. */
export function nameOfSources(input: OriginInput, sources: readonly SourceFacts[]): string {
  const [first] = sources;
  if (!first) return "";
  if (sources.length === 1) return first.carried?.name ?? first.outlet;
  const carried = mostOf(sources.flatMap((source) => (source.carried ? [[source.carried.name, 1] as const] : [])));
  return carried ?? creditedForShared(input, sources) ?? first.outlet;
}

/** The agency credited for most of what they share. */
function creditedForShared(input: OriginInput, sources: readonly SourceFacts[]): string | null {
  const within = new Set(sources.map(({ text }) => text.sourceId));
  return mostOf(
    sources.flatMap(({ text, credits, own }) => {
      const shared: SourcePlace[] = input
        .reused(text.sourceId)
        .filter(({ there }) => within.has(there.sourceId))
        .map(({ here }) => here);
      return credits.flatMap((credit) => {
        if (credit.kind !== "agency" || own.has(credit.name.toLowerCase())) return [];
        const utf16 = shared.reduce((sum, place) => sum + overlapUtf16(place, credit.scope), 0);
        return utf16 > 0 ? [[credit.name, utf16] as const] : [];
      });
    }),
  );
}

function mostOf(weighted: readonly (readonly [string, number])[]): string | null {
  const sums = new Map<string, number>();
  for (const [name, weight] of weighted) sums.set(name, (sums.get(name) ?? 0) + weight);
  const [best] = [...sums].sort(([nameA, a], [nameB, b]) => b - a || compare(nameA, nameB));
  return best?.[0] ?? null;
}
