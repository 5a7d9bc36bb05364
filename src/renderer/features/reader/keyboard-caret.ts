/**
 * A caret for reading: arrow keys move through the text of the article, Shift extends the selection, as in a text
 * field. The article itself stays uneditable. Returns the function that takes it away again.
 */
import { blockElementOf, offsetOfPosition, placeInArticle } from "./text-position.ts";

/** The caret stays so far from the edges of the view. */
const MARGIN_PX = 28;

interface Move {
  readonly direction: "forward" | "backward";
  readonly granularity: "character" | "word" | "line" | "lineboundary" | "paragraph" | "documentboundary";
}

function moveOf(event: KeyboardEvent): Move | null {
  const control = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case "ArrowRight":
      return { direction: "forward", granularity: control ? "word" : "character" };
    case "ArrowLeft":
      return { direction: "backward", granularity: control ? "word" : "character" };
    case "ArrowDown":
      return { direction: "forward", granularity: control ? "paragraph" : "line" };
    case "ArrowUp":
      return { direction: "backward", granularity: control ? "paragraph" : "line" };
    case "End":
      return { direction: "forward", granularity: control ? "documentboundary" : "lineboundary" };
    case "Home":
      return { direction: "backward", granularity: control ? "documentboundary" : "lineboundary" };
    default:
      return null;
  }
}

/**
 * Puts the caret where the article has none: at the active highlight, else where it was last, if that is in view;
 * else at the first block in view.
 */
function placeCaret(article: HTMLElement, scroller: HTMLElement, selection: Selection, lastUtf16: number | null): void {
  const view = scroller.getBoundingClientRect();
  const inView = (node: Node | null) => {
    const rect = blockElementOf(node)?.getBoundingClientRect();
    return rect !== undefined && rect.bottom > view.top + 8 && rect.top < view.bottom - 8;
  };
  const mark = [...article.querySelectorAll("mark[data-active]")].at(-1);
  const words = mark && lastText(mark);
  const last = lastUtf16 === null ? null : placeInArticle(article, lastUtf16);
  if (words && inView(words)) selection.collapse(words, words.length);
  else if (last && inView(last.node)) selection.collapse(last.node, last.offset);
  else {
    const blocks = [...article.querySelectorAll<HTMLElement>("[data-block-start]")];
    const block = blocks.find(inView) ?? blocks[0];
    const first = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
    if (first) selection.collapse(first, 0);
  }
}

function lastText(element: Element): Text | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) last = node;
  return last instanceof Text ? last : null;
}

/** A move to the end of the document ends outside of the article: the last place inside is meant. */
function moveToBoundary(article: HTMLElement, selection: Selection, { direction }: Move, extend: boolean): void {
  const place = placeInArticle(article, direction === "forward" ? Number.MAX_SAFE_INTEGER : 0);
  if (!place) return;
  if (extend) selection.extend(place.node, place.offset);
  else selection.collapse(place.node, place.offset);
}

function keepInside(
  article: HTMLElement,
  selection: Selection,
  before: { node: Node; offset: number },
  extend: boolean,
): void {
  if (selection.focusNode && article.contains(selection.focusNode) && blockElementOf(selection.focusNode)) return;
  if (extend) selection.extend(before.node, before.offset);
  else selection.collapse(before.node, before.offset);
}

export function registerKeyboardCaret(article: HTMLElement, scroller: HTMLElement, caret: HTMLElement): () => void {
  let lastUtf16: number | null = null;

  const draw = () => {
    const selection = document.getSelection();
    const inside = selection?.focusNode && article.contains(selection.focusNode);
    const shown = selection?.isCollapsed && inside && document.activeElement === article;
    const rect = shown ? focusRect(selection) : null;
    caret.hidden = !rect;
    if (!rect) return;
    const ground = article.getBoundingClientRect();
    caret.style.transform = `translate(${rect.left - ground.left}px, ${rect.top - ground.top}px)`;
    caret.style.height = `${rect.height}px`;
  };
  const follow = () => {
    const { focusNode, focusOffset } = document.getSelection() ?? {};
    if (focusNode && focusOffset !== undefined && article.contains(focusNode)) {
      lastUtf16 = offsetOfPosition(focusNode, focusOffset) ?? lastUtf16;
    }
    draw();
  };

  /** Back from the note of a highlight, which took the selection: the caret stands again where it was. */
  const focus = () => {
    const selection = document.getSelection();
    const node = selection?.focusNode ?? null;
    const inPanel = article.parentElement?.contains(node) && !article.contains(node);
    const last = inPanel && lastUtf16 !== null ? placeInArticle(article, lastUtf16) : null;
    if (last) selection?.collapse(last.node, last.offset);
    draw();
  };

  const press = (event: KeyboardEvent) => {
    const move = moveOf(event);
    const selection = document.getSelection();
    if (!move || !selection || event.altKey || event.target !== article) return;
    event.preventDefault();
    const hadCaret = selection.rangeCount > 0 && article.contains(selection.focusNode);
    if (!hadCaret) placeCaret(article, scroller, selection, lastUtf16);
    const { focusNode, focusOffset } = selection;
    if (!focusNode) return;
    if (move.granularity === "documentboundary") moveToBoundary(article, selection, move, event.shiftKey);
    else if (hadCaret || event.shiftKey) {
      // Otherwise the first key only shows where the caret is.
      selection.modify(event.shiftKey ? "extend" : "move", move.direction, move.granularity);
      keepInside(article, selection, { node: focusNode, offset: focusOffset }, event.shiftKey);
    }
    bringIntoView(scroller, selection);
    draw();
  };

  article.addEventListener("keydown", press);
  document.addEventListener("selectionchange", follow);
  article.addEventListener("focus", focus);
  article.addEventListener("blur", draw);
  // A pane that is made wider or narrower breaks the lines elsewhere.
  const resized = new ResizeObserver(draw);
  resized.observe(article);
  return () => {
    article.removeEventListener("keydown", press);
    document.removeEventListener("selectionchange", follow);
    article.removeEventListener("focus", focus);
    article.removeEventListener("blur", draw);
    resized.disconnect();
  };
}

/** By the caret, not by its block: a paragraph may be longer than the view is high. */
function bringIntoView(scroller: HTMLElement, selection: Selection): void {
  const rect = focusRect(selection);
  if (!rect) return;
  const view = scroller.getBoundingClientRect();
  const above = view.top + MARGIN_PX - rect.top;
  const below = rect.bottom - (view.bottom - MARGIN_PX);
  if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += below;
}

/** Where the moving end of the selection is on the screen. */
function focusRect({ focusNode: node, focusOffset: offset }: Selection): DOMRect | null {
  if (!node) return null;
  const range = document.createRange();
  range.setStart(node, offset);
  range.collapse(true);
  const [rect] = range.getClientRects();
  if (rect) return rect;
  // Chromium gives a collapsed range no rectangle at some edges: measure the character beside it.
  if (node.nodeType !== Node.TEXT_NODE || !node.textContent) return null;
  const atEnd = offset >= node.textContent.length;
  range.setStart(node, atEnd ? offset - 1 : offset);
  range.setEnd(node, atEnd ? offset : offset + 1);
  const beside = range.getBoundingClientRect();
  return new DOMRect(atEnd ? beside.right : beside.left, beside.top, 0, beside.height);
}
