/**
 * A caret for reading: arrow keys move through the text of the article, Shift extends the selection, as in a text
 * field. The article itself stays uneditable. Returns the function that takes it away again.
 */
import { blockElementOf } from "./text-position.ts";

interface Move {
  readonly direction: "forward" | "backward";
  readonly granularity: "character" | "word" | "line" | "lineboundary" | "documentboundary" | "paragraph";
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
      return { direction: "forward", granularity: "lineboundary" };
    case "Home":
      return { direction: "backward", granularity: "lineboundary" };
    default:
      return null;
  }
}

/** Puts the caret at the first block that is in view, where the article has no caret yet. */
function placeCaret(article: HTMLElement, scroller: HTMLElement, selection: Selection): void {
  if (selection.rangeCount > 0 && article.contains(selection.focusNode)) return;
  const top = scroller.getBoundingClientRect().top;
  const blocks = [...article.querySelectorAll<HTMLElement>("[data-block-start]")];
  const block = blocks.find((candidate) => candidate.getBoundingClientRect().bottom > top + 8) ?? blocks[0];
  const first = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
  if (first) selection.collapse(first, 0);
}

function keepInside(article: HTMLElement, selection: Selection, before: { node: Node; offset: number }, extend: boolean): void {
  if (selection.focusNode && article.contains(selection.focusNode) && blockElementOf(selection.focusNode)) return;
  if (extend) selection.extend(before.node, before.offset);
  else selection.collapse(before.node, before.offset);
}

export function registerKeyboardCaret(article: HTMLElement, scroller: HTMLElement, caret: HTMLElement): () => void {
  const draw = () => {
    const selection = document.getSelection();
    const shown =
      selection?.isCollapsed && selection.focusNode && article.contains(selection.focusNode) && document.activeElement === article;
    caret.hidden = !shown;
    if (!shown || !selection) return;
    const rect = caretRect(selection);
    if (!rect) {
      caret.hidden = true;
      return;
    }
    const ground = article.getBoundingClientRect();
    caret.style.transform = `translate(${rect.left - ground.left}px, ${rect.top - ground.top}px)`;
    caret.style.height = `${rect.height}px`;
  };

  const press = (event: KeyboardEvent) => {
    const move = moveOf(event);
    const selection = document.getSelection();
    if (!move || !selection || event.altKey || event.target !== article) return;
    event.preventDefault();
    const hadCaret = selection.rangeCount > 0 && article.contains(selection.focusNode);
    placeCaret(article, scroller, selection);
    const { focusNode, focusOffset } = selection;
    if (!focusNode) return;
    // The first key only shows where the caret is.
    if (hadCaret || event.shiftKey) {
      selection.modify(event.shiftKey ? "extend" : "move", move.direction, move.granularity);
      keepInside(article, selection, { node: focusNode, offset: focusOffset }, event.shiftKey);
    }
    blockElementOf(selection.focusNode)?.scrollIntoView({ block: "nearest" });
    draw();
  };

  article.addEventListener("keydown", press);
  document.addEventListener("selectionchange", draw);
  article.addEventListener("focus", draw);
  article.addEventListener("blur", draw);
  return () => {
    article.removeEventListener("keydown", press);
    document.removeEventListener("selectionchange", draw);
    article.removeEventListener("focus", draw);
    article.removeEventListener("blur", draw);
  };
}

function caretRect(selection: Selection): DOMRect | null {
  const range = selection.getRangeAt(0).cloneRange();
  const [rect] = range.getClientRects();
  if (rect) return rect;
  // Chromium gives a collapsed range no rectangle at some edges: measure the character beside it.
  const { startContainer: node, startOffset: offset } = range;
  if (node.nodeType !== Node.TEXT_NODE || !node.textContent) return null;
  const atEnd = offset >= node.textContent.length;
  range.setStart(node, atEnd ? offset - 1 : offset);
  range.setEnd(node, atEnd ? offset : offset + 1);
  const beside = range.getBoundingClientRect();
  return new DOMRect(atEnd ? beside.right : beside.left, beside.top, 0, beside.height);
}
