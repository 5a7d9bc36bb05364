/** Tells which id a damaged one was: random ids are never alike by chance. */

/** A flipped byte or two. */
const MOST_DIFFERENCES = 2;

/** The known id that differs least, where it hardly differs. */
export function nearestId<T extends string>(id: string, known: Iterable<T>): T | undefined {
  for (const other of known) {
    if (other.length !== id.length) continue;
    let differences = 0;
    for (let index = 0; index < id.length && differences <= MOST_DIFFERENCES; index += 1)
      if (other[index] !== id[index]) differences += 1;
    if (differences > 0 && differences <= MOST_DIFFERENCES) return other;
  }
  return undefined;
}
