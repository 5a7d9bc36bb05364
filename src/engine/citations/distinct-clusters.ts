/**
 * Citations that read alike are set once: citeproc takes its time over each, and the repeats of a source are most of the
 * notes of a long brief. For styles that tell nothing but a first citation of a source from later ones.
 */
import type { Cluster } from "./citeproc.ts";

export interface DistinctClusters {
  /** Those to be set, in their order. */
  readonly clusters: readonly Cluster[];
  /** For each of the clusters given, which of those to be set it reads like. */
  readonly placeOf: readonly number[];
}

/** Leaves out clusters that have the same items as an earlier one, where neither cites a source for the first time. */
export function distinctClusters(all: readonly Cluster[]): DistinctClusters {
  const cited = new Set<string>();
  const repeats = new Map<string, number>();
  const clusters: Cluster[] = [];
  const placeOf = all.map((cluster) => {
    const isRepeat = cluster.items.every(({ id }) => cited.has(id));
    for (const { id } of cluster.items) cited.add(id);
    const key = JSON.stringify(cluster.items);
    const place = (isRepeat ? repeats.get(key) : undefined) ?? clusters.push(cluster) - 1;
    if (isRepeat) repeats.set(key, place);
    return place;
  });
  return { clusters, placeOf };
}
