/** How many hits of each source are shown where there are more than can be shown at once. */

/**
 * Gives every source one in its turn, then a second one, until all are shown, or the most that one source or all of them
 * may have: what many sources say is seen before all that one of them says. `counts` by rank, the best first.
 */
export function shareOut(counts: readonly number[], mostOfOne: number, mostOfAll: number): number[] {
  const shares = counts.map(() => 0);
  let left = mostOfAll;
  for (let round = 0; round < mostOfOne && left > 0; round += 1) {
    let given = false;
    for (const [index, count] of counts.entries()) {
      if (left === 0) break;
      if (count <= round) continue;
      shares[index] = round + 1;
      left -= 1;
      given = true;
    }
    if (!given) break;
  }
  return shares;
}
