/**
 * The sources of a list in groups by where they come from, as far as the review tells. Its words never say that sources
 * are independent of each other: that nothing shared was found proves nothing. Pure.
 */
import type { Origin } from "../../../core/review/origins/origin.ts";
import type { Source, SourceId } from "../../../core/source/source.ts";

export interface SourceGroup {
  readonly id: string;
  /** What stands above it. */
  readonly heading: string;
  /** Why they are together, in words; empty where there is nothing to say. */
  readonly reason: string;
  readonly sources: readonly Source[];
}

/** "3 outlets · at least 1 origin: Ilvapress". */
export function originHeading(name: string, outletCount: number, sourceCount: number): string {
  const count = outletCount > 1 ? `${outletCount} outlets` : `${sourceCount} sources`;
  return `${count} · at least 1 origin: ${name}`;
}

export const NOTHING_SHARED = "No shared origin found";

/**
 * Groups of several first, the largest before the others; then those with which nothing else was found to go; then
 * those that the review has not read. Within a group who gave it its name comes first.
 */
export function groupByOrigin(sources: readonly Source[], origins: readonly Origin[]): SourceGroup[] {
  const originOf = new Map<SourceId, Origin>(origins.flatMap((origin) => origin.sourceIds.map((id) => [id, origin])));
  const together = new Map<Origin, Source[]>();
  const alone: Source[] = [];
  const unread: Source[] = [];
  for (const source of sources) {
    const origin = originOf.get(source.id);
    if (!origin) unread.push(source);
    else if (origin.sourceIds.length < 2) alone.push(source);
    else together.set(origin, [...(together.get(origin) ?? []), source]);
  }
  const groups = [...together]
    .toSorted(([a], [b]) => b.sourceIds.length - a.sourceIds.length)
    .map(([origin, members]): SourceGroup => {
      const isFirst = (source: Source) => (source.metadata.publisher === origin.name ? 0 : 1);
      return {
        id: origin.id,
        heading: originHeading(origin.name, origin.outlets.length, origin.sourceIds.length),
        reason: origin.reason,
        sources: members.toSorted((a, b) => isFirst(a) - isFirst(b)),
      };
    });
  const rest: SourceGroup[] = [
    { id: "alone", heading: NOTHING_SHARED, reason: "", sources: alone },
    { id: "unread", heading: "Not read yet", reason: "", sources: unread },
  ];
  return [...groups, ...rest.filter((group) => group.sources.length > 0)];
}
