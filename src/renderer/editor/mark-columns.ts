/** How marks that begin on the same line, or nearly so, stand beside each other in a margin. Pure. */

export interface MarkSpot {
  /** From the top of the block, in pixels. */
  readonly topPx: number;
  /** From 0, the one nearest to the text. */
  readonly column: number;
}

const COLUMNS = 3;
/** A mark takes so much of the height of its column. */
export const MARK_HEIGHT_PX = 16;

/** A spot for each mark, in their order: at its line where there is room in a column, else as soon below as there is. */
export function spotsOf(tops: readonly number[]): MarkSpot[] {
  /** Down to where each column is taken. */
  const taken = Array.from({ length: COLUMNS }, () => Number.NEGATIVE_INFINITY);
  const spots: MarkSpot[] = Array.from({ length: tops.length });
  const order = tops
    .map((top, index) => ({ top, index }))
    .sort((one, other) => one.top - other.top || one.index - other.index);
  for (const { top, index } of order) {
    const soonest = taken.reduce((best, until, column) => (until < (taken[best] ?? 0) ? column : best), 0);
    const free = taken.findIndex((until) => until <= top);
    const column = free === -1 ? soonest : free;
    const topPx = Math.max(top, taken[column] ?? top);
    taken[column] = topPx + MARK_HEIGHT_PX;
    spots[index] = { topPx, column };
  }
  return spots;
}
