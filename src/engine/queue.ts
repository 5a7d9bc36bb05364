/**
 * Work that must not overlap, done one piece after another. Knows nothing of what the work is.
 */

export type Queue = <T>(work: () => T | Promise<T>) => Promise<T>;

/** A queue: it runs each piece once all before it have ended, well or not, and answers what the piece answers. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
