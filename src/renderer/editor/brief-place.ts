/**
 * The caret in the brief as it is kept between two sittings: by section, block and offset, not by the editor's keys.
 * The offset counts text in UTF-16 code units; a line break, a citation and the start of a list item, a cell or a link
 * count as one.
 */
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from "lexical";
import type { ViewState } from "../../ipc/engine-contract.ts";
import { $findSection } from "./insert-excerpt.ts";
import { $isSectionNode } from "./nodes/SectionNode.ts";

type Caret = NonNullable<ViewState["briefCaret"]>;

/** Where the caret is, or null where it is in no section. */
export function $readCaret(): Caret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const block = $blockAround(selection.focus.getNode());
  const section = block?.getParent();
  if (!block || !$isSectionNode(section)) return null;
  return {
    sectionId: section.sectionId,
    blockIndex: block.getIndexWithinParent(),
    offsetUtf16: $offsetIn(block, selection.focus),
  };
}

/** Puts the caret back; at the end of the section where the block is no longer there. */
export function $restoreCaret({ sectionId, blockIndex, offsetUtf16 }: Caret): void {
  const section = $findSection(sectionId);
  const block = section?.getChildAtIndex(blockIndex);
  if ($isElementNode(block)) $selectOffset(block, offsetUtf16);
  else section?.selectEnd();
}

function $blockAround(node: LexicalNode): ElementNode | null {
  for (let current: LexicalNode | null = node; current; current = current.getParent()) {
    if ($isElementNode(current) && $isSectionNode(current.getParent())) return current;
  }
  return null;
}

function $sizeOf(node: LexicalNode): number {
  if ($isTextNode(node)) return node.getTextContentSize();
  return $isElementNode(node) ? 1 + $sizeOfAll(node.getChildren()) : 1;
}

function $sizeOfAll(nodes: readonly LexicalNode[]): number {
  return nodes.reduce((size, node) => size + $sizeOf(node), 0);
}

function $offsetIn(block: ElementNode, point: PointType): number {
  const node = point.getNode();
  let offset = $isElementNode(node) ? $sizeOfAll(node.getChildren().slice(0, point.offset)) : point.offset;
  for (let current: LexicalNode | null = node; current && !current.is(block); current = current.getParent()) {
    offset += $sizeOfAll(current.getPreviousSiblings()) + ($isElementNode(current) ? 1 : 0);
  }
  return offset;
}

function $selectOffset(element: ElementNode, offsetUtf16: number): void {
  let left = offsetUtf16;
  for (const [index, child] of element.getChildren().entries()) {
    const size = $sizeOf(child);
    if ($isTextNode(child) && left <= size) {
      child.select(left, left);
      return;
    }
    if ($isElementNode(child) && left <= size) {
      $selectOffset(child, Math.max(0, left - 1));
      return;
    }
    if (left === 0) {
      element.select(index, index);
      return;
    }
    left -= size;
  }
  element.selectEnd();
}
