/** How far a review is, on standard error, where that is a terminal: a line that is written over and wiped at the end. */
import type { EngineEvent } from "../ipc/events.ts";

const WIPE = "\r\u001b[K";

export function showReviewProgress(event: EngineEvent): void {
  if (event.type !== "review-progress" || !process.stderr.isTTY) return;
  const { done, total } = event;
  process.stderr.write(done >= total ? WIPE : `${WIPE}Reviewing: ${done} of ${total} sources read`);
}
