/**
 * In which order the one side of a picture of two columns is to stand, so that the lines to the other side cross as
 * little as can be: by the mean of what each is tied to, then neighbours changed about for as long as that saves
 * crossings (Sugiyama, Tagawa and Toda 1981; Eades and Wormald 1994). Where an order without crossings exists, the
 * means find it. Pure.
 */

/** `tiesOf` holds for each item the places on the other side that it is tied to. Answers places of items; untied ones last. */
export function orderByBarycentre(tiesOf: readonly (readonly number[])[]): number[] {
  const ties = tiesOf.map((places) => places.toSorted((a, b) => a - b));
  const means = ties.map((places) => places.reduce((sum, place) => sum + place, 0) / places.length);
  const all = tiesOf.map((_, index) => index);
  const tied = all.filter((index) => (ties[index] ?? []).length > 0);
  const order = tied.sort((a, b) => (means[a] ?? 0) - (means[b] ?? 0) || a - b);
  // Each change saves a crossing, so that this ends; a column longer than anybody reads is not gone over for ever.
  for (let round = 0, changed = true; changed && round < order.length; round += 1) {
    changed = false;
    for (let place = 0; place + 1 < order.length; place += 1) {
      const [upper, lower] = [order[place] ?? 0, order[place + 1] ?? 0];
      const [one, other] = [ties[upper] ?? [], ties[lower] ?? []];
      if (crossings(other, one) >= crossings(one, other)) continue;
      order[place] = lower;
      order[place + 1] = upper;
      changed = true;
    }
  }
  return [...order, ...all.filter((index) => (ties[index] ?? []).length === 0)];
}

/** How many lines cross between two neighbours, where `upper` stands above `lower`. Both rising. */
export function crossings(upper: readonly number[], lower: readonly number[]): number {
  let count = 0;
  let passed = 0;
  for (const place of upper) {
    while (passed < lower.length && (lower[passed] ?? 0) < place) passed += 1;
    count += passed;
  }
  return count;
}
