/**
 * Between places in the reader's DOM and offsets of canonical text. Each block's element carries `data-block-start`
 * and holds exactly the block's text: what else is drawn (numbers, marks) is drawn by the style sheet.
 */

/** The block element around a node, or null outside of the article. */
export function blockElementOf(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest<HTMLElement>("[data-block-start]") ?? null;
}

function startOf(block: HTMLElement): number {
  return Number(block.dataset["blockStart"]);
}

/** The offset of a DOM position inside a block, or null where it is in none. */
export function offsetOfPosition(node: Node, offset: number): number | null {
  const block = blockElementOf(node);
  if (!block) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  return startOf(block) + range.toString().length;
}

export interface OffsetRange {
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

/**
 * The offsets of a selection within an article. One that reaches past the article's text (a triple click ends in the
 * next block, at 0) is cut to it, and white space at the ends is left out. Null where no text is selected.
 */
export function offsetsOfSelection(
  selection: Selection | null,
  article: HTMLElement,
  text: string,
): OffsetRange | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article)) return null;
  const from = article.contains(range.startContainer) ? edgeOffset(range, "start", article) : 0;
  const to = article.contains(range.endContainer) ? edgeOffset(range, "end", article) : text.length;
  if (from === null || to === null) return null;
  return trimRange(text, from, to);
}

function edgeOffset(range: Range, edge: "start" | "end", article: HTMLElement): number | null {
  const [node, offset] =
    edge === "start" ? [range.startContainer, range.startOffset] : [range.endContainer, range.endOffset];
  const inside = offsetOfPosition(node, offset);
  if (inside !== null) return inside;
  // Between blocks: the nearest block on the selection's own side.
  const blocks = [...article.querySelectorAll<HTMLElement>("[data-block-start]")].filter((block) =>
    range.intersectsNode(block),
  );
  const block = edge === "start" ? blocks[0] : blocks.at(-1);
  if (!block) return null;
  return edge === "start" ? startOf(block) : startOf(block) + (block.textContent?.length ?? 0);
}

function trimRange(text: string, from: number, to: number): OffsetRange | null {
  const passage = text.slice(from, to);
  const leading = passage.length - passage.trimStart().length;
  const trimmed = passage.trim();
  if (trimmed === "") return null;
  return { fromUtf16: from + leading, toUtf16: from + leading + trimmed.length };
}

/** The DOM position of an offset of canonical text, or null where the article has no block there. */
export function placeInArticle(article: HTMLElement, offsetUtf16: number): { node: Node; offset: number } | null {
  const blocks = [...article.querySelectorAll<HTMLElement>("[data-block-start]")];
  const block = blocks.findLast((candidate) => startOf(candidate) <= offsetUtf16);
  return block ? positionOfOffset(block, offsetUtf16) : null;
}

/** The DOM position of an offset within a block element, for selections and carets. */
export function positionOfOffset(block: HTMLElement, offsetUtf16: number): { node: Node; offset: number } {
  let left = offsetUtf16 - startOf(block);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let last: Node = block;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return { node: last, offset: last.textContent?.length ?? 0 };
}
