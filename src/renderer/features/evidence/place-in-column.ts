/**
 * Where the items of a column stand: in their order, none over another, each as near as can be to where it would like
 * to be (pool adjacent violators: the least squares under an order, Barlow et al. 1972). Pure.
 */

export interface Placed {
  /** Where its middle would like to be. */
  readonly wanted: number;
  readonly height: number;
}

/** The upper edge of each item. No edge is less than 0. */
export function placeInColumn(items: readonly Placed[]): number[] {
  // Without their heights the items only have to be in order.
  const above: number[] = [];
  let height = 0;
  for (const item of items) {
    above.push(height);
    height += item.height;
  }
  const pools: { mean: number; count: number }[] = [];
  for (const [index, { wanted, height: own }] of items.entries()) {
    let pool = { mean: wanted - own / 2 - (above[index] ?? 0), count: 1 };
    for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const count = last.count + pool.count;
      pool = { mean: (last.mean * last.count + pool.mean * pool.count) / count, count };
    }
    pools.push(pool);
  }
  const shifts = pools.flatMap(({ mean, count }) => Array.from({ length: count }, () => Math.max(0, mean)));
  return items.map((_, index) => (shifts[index] ?? 0) + (above[index] ?? 0));
}
