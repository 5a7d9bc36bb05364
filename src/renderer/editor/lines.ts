/**
 * Blocks inside of what holds words alone (a cell, a quotation), as pasting can make them: their words become its lines.
 */
import {
  $createLineBreakNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
} from "lexical";

/** The inline content of nodes, at any depth; null where a block begins or ends between two of them. */
export function $linesOf(nodes: readonly LexicalNode[]): (LexicalNode | null)[] {
  return nodes.flatMap((node, index) => {
    const inner = $isBlock(node) ? $linesOf(node.getChildren()) : [node];
    return index > 0 && ($isBlock(node) || $isBlock(nodes[index - 1])) ? [null, ...inner] : inner;
  });
}

/** The same with line breaks, ready to be inserted. */
export function $inlineNodesOf(nodes: readonly LexicalNode[]): LexicalNode[] {
  return $linesOf(nodes).map((node) => node ?? $createLineBreakNode());
}

/** Takes the blocks inside of an element apart. The caret stays with the words it stands in. */
export function $joinBlocks(element: ElementNode): void {
  const children = element.getChildren();
  if (!children.some($isBlock)) return;
  const selection = $getSelection();
  const kept = $isRangeSelection(selection) ? selection.clone() : null;
  const isInside = kept !== null && [kept.anchor, kept.focus].some((point) => $isWithin(point.getNode(), element));
  element.splice(0, children.length, $inlineNodesOf(children));
  if (!(kept && isInside)) return;
  const stays = [kept.anchor, kept.focus].every((point) => {
    const node = point.getNode();
    return node.isAttached() && ($isTextNode(node) || !$isWithin(node, element));
  });
  if (stays) $setSelection(kept);
  else element.selectEnd();
}

function $isWithin(node: LexicalNode, element: ElementNode): boolean {
  return node.is(element) || element.isParentOf(node);
}

function $isBlock(node: LexicalNode | undefined): node is ElementNode {
  return $isElementNode(node) && !node.isInline();
}
