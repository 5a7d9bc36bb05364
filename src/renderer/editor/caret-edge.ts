/** Whether the caret stands at an edge of something: before all of its content or behind it, on its first or last line. */
import { $isElementNode, type LexicalNode, type PointType } from "lexical";

export type Direction = "next" | "previous";

/** Whether there is nothing between the caret and that edge of an element. */
export function $isAtEdge(point: PointType, within: LexicalNode, direction: Direction): boolean {
  const node = point.getNode();
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  if (point.offset !== (direction === "next" ? size : 0)) return false;
  for (let at: LexicalNode | null = node; at && !at.is(within); at = at.getParent()) {
    if ((direction === "next" ? at.getNextSibling() : at.getPreviousSibling()) !== null) return false;
  }
  return true;
}

/** Where the window draws the caret; null where it does not say, as on an empty line. */
export function caretRect(): DOMRect | null {
  const selection = getSelection();
  const rect = selection?.rangeCount ? selection.getRangeAt(0).getClientRects()[0] : undefined;
  return rect && rect.height > 0 ? rect : null;
}

/** Whether the caret is on the first or the last line of what an element shows. On an empty line it is on its own. */
export function isOnEdgeLine(element: HTMLElement, direction: Direction): boolean {
  const caret = caretRect();
  const content = document.createRange();
  content.selectNodeContents(element);
  const lines = [...content.getClientRects()].filter(({ height }) => height > 0);
  if (!caret || lines.length === 0) return isEdgeOfText(element, direction);
  const middle = (caret.top + caret.bottom) / 2;
  return direction === "next" ? lines.every(({ top }) => top <= middle) : lines.every(({ bottom }) => bottom >= middle);
}

/** For a caret without a box: whether no text stands between it and the edge. */
function isEdgeOfText(element: HTMLElement, direction: Direction): boolean {
  const selection = getSelection();
  if (!selection?.focusNode || !element.contains(selection.focusNode)) return false;
  const rest = document.createRange();
  rest.selectNodeContents(element);
  if (direction === "next") rest.setStart(selection.focusNode, selection.focusOffset);
  else rest.setEnd(selection.focusNode, selection.focusOffset);
  return rest.toString() === "" && !rest.cloneContents().querySelector("br + br, .citation");
}
