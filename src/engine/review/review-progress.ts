/** Tells how far the review has read, where that takes more than a moment. Its end is told only where its beginning was. */
import type { EngineEvent } from "../../ipc/events.ts";

const MOMENT_MS = 300;
const PAUSE_MS = 100;

export interface ReviewProgress {
  tell(done: number, total: number): void;
  end(): void;
}

export function createReviewProgress(emit: (event: EngineEvent) => void): ReviewProgress {
  const begunAt = performance.now();
  let toldAt: number | undefined;
  let lastTotal = 0;
  let isOver = false;
  return {
    tell(done, total) {
      const now = performance.now();
      if (isOver || now - begunAt < MOMENT_MS || now - (toldAt ?? 0) < PAUSE_MS) return;
      toldAt = now;
      lastTotal = total;
      // All of them would end it, and what was read is still to be looked through.
      emit({ type: "review-progress", done: Math.min(done, total - 1), total });
    },
    end() {
      if (toldAt !== undefined && !isOver) emit({ type: "review-progress", done: lastTotal, total: lastTotal });
      isOver = true;
    },
  };
}
