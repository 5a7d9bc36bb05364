/** Passages as ranges of the reader's DOM: made from offsets of canonical text, and brought into view. */
import { blockIndexAt } from "../../../core/source/block.ts";
import { positionOfOffset } from "./text-position.ts";

/** The range of a passage, or null where its blocks are not there (yet). */
export function rangeOfPassage(
  article: HTMLElement,
  starts: readonly number[],
  fromUtf16: number,
  toUtf16: number,
): Range | null {
  const from = blockElementAt(article, starts, fromUtf16);
  const to = blockElementAt(article, starts, Math.max(fromUtf16, toUtf16 - 1));
  if (!from || !to) return null;
  const range = new Range();
  const first = positionOfOffset(from, fromUtf16);
  const last = positionOfOffset(to, toUtf16);
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return range;
}

/** The element of the block that holds an offset, or null where it is not there. */
export function blockElementAt(
  article: HTMLElement,
  starts: readonly number[],
  offsetUtf16: number,
): HTMLElement | null {
  const start = starts[blockIndexAt(starts, offsetUtf16)];
  return article.querySelector<HTMLElement>(`[data-block-start="${start}"]`);
}

/** Words stand so far from the edges of the view, in pixels, or they are not taken to be in it. */
const MARGIN_PX = 40;

/**
 * Brings the first words of a range into the middle of the reader: always, or only where they are not in view. By the
 * words, not by their block, which may be longer than the view is high.
 */
export function reveal(range: Range, when: "always" | "if-out-of-view"): void {
  const block = range.startContainer.parentElement;
  const scroller = block?.closest(".reader-scroller");
  if (!block || !scroller) return;
  if (when === "if-out-of-view" && isInView(range, scroller)) return;
  // What was never drawn has no height yet (content-visibility): going there draws it.
  block.scrollIntoView({ block: "center" });
  if (isInView(range, scroller)) return;
  const view = scroller.getBoundingClientRect();
  scroller.scrollTop += firstRect(range).top - (view.top + view.height / 2);
}

function isInView(range: Range, scroller: Element): boolean {
  const view = scroller.getBoundingClientRect();
  const rect = firstRect(range);
  return rect.height > 0 && rect.top >= view.top + MARGIN_PX && rect.bottom <= view.bottom - MARGIN_PX;
}

function firstRect(range: Range): DOMRect {
  return range.getClientRects()[0] ?? range.getBoundingClientRect();
}
