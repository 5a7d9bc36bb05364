/**
 * What is to be painted, one after the other, nearest first: pages that one scrolls past are not waited for. Knows
 * nothing of pages but their numbers.
 */

export type Work = (signal: AbortSignal) => Promise<void>;

export interface PaintQueue {
  /** Puts work for a page in the queue; the function that is returned takes it out, or breaks it off. */
  add(page: number, work: Work, limitMs?: number): () => void;
  /** Where one is: work near to it is done first. */
  setCentre(page: number): void;
  /** Breaks everything off. */
  close(): void;
}

interface Entry {
  readonly page: number;
  readonly work: Work;
  readonly limitMs: number;
  readonly ending: AbortController;
}

/** A page that takes longer holds up all others. */
export const LIMIT_MS = 10_000;

/**
 * `onStuck` is told the page whose work did not end in time; the queue does nothing more after it. While `isPaused`,
 * time does not count: nothing is painted in a window that is not seen.
 */
export function createPaintQueue(onStuck: (page: number) => void, isPaused: () => boolean): PaintQueue {
  const waiting = new Set<Entry>();
  let running: Entry | null = null;
  let centre = 1;
  let closed = false;

  const nearest = (): Entry | undefined => {
    const distance = ({ page }: Entry) => Math.abs(page - centre);
    let best: Entry | undefined;
    for (const entry of waiting) if (!best || distance(entry) < distance(best)) best = entry;
    return best;
  };
  const next = () => {
    const entry = running || closed ? undefined : nearest();
    if (!entry) return;
    waiting.delete(entry);
    running = entry;
    let timer: ReturnType<typeof setTimeout>;
    const watch = () => {
      timer = setTimeout(() => {
        if (isPaused()) {
          watch();
          return;
        }
        closed = true;
        onStuck(entry.page);
      }, entry.limitMs);
    };
    watch();
    const done = () => {
      clearTimeout(timer);
      running = null;
      next();
    };
    // What went wrong is for the work itself to say.
    entry.work(entry.ending.signal).then(done, done);
  };

  return {
    add(page, work, limitMs = LIMIT_MS) {
      const entry = { page, work, limitMs, ending: new AbortController() };
      waiting.add(entry);
      // In a moment: what is added together is done nearest first.
      queueMicrotask(next);
      return () => {
        waiting.delete(entry);
        entry.ending.abort();
      };
    },
    setCentre(page) {
      centre = page;
    },
    close() {
      closed = true;
      for (const entry of waiting) entry.ending.abort();
      running?.ending.abort();
      waiting.clear();
    },
  };
}
