/** Where highlights lie on a page, as shares of its width and height, so that they hold at every size. Pure. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes of one line that stand no further apart than this share of their height are one: between them is a space. */
const WIDEST_SPACE = 1;

function overlapDown(a: Box, b: Box): number {
  return Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
}

/** Text that runs down: its lines stand beside each other, and are no pieces of one. */
function isUpright({ width, height }: Box): boolean {
  return height > 3 * width;
}

function isSameLine(a: Box, b: Box): boolean {
  return !isUpright(a) && !isUpright(b) && overlapDown(a, b) > 0.5 * Math.min(a.height, b.height);
}

/** The boxes of a passage, in pixels and in reading order, with those of a line drawn together. */
export function linesOf(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    if (box.width <= 0 || box.height <= 0) continue;
    const last = lines.at(-1);
    const gap = last ? Math.max(box.left - (last.left + last.width), last.left - (box.left + box.width)) : 0;
    if (last && isSameLine(last, box) && gap <= WIDEST_SPACE * last.height) lines[lines.length - 1] = around(last, box);
    else lines.push(box);
  }
  return lines;
}

function around(a: Box, b: Box): Box {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  };
}

/** A box in pixels of the window as shares of the page that lies there. */
export function shareOf(box: Box, page: Box): Box {
  return {
    left: (box.left - page.left) / page.width,
    top: (box.top - page.top) / page.height,
    width: box.width / page.width,
    height: box.height / page.height,
  };
}
