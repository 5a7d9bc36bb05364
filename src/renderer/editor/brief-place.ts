/** The caret in the brief as it is kept between two sittings: by section, block and offset, not by the editor's keys. */
import { $getSelection, $isElementNode, $isRangeSelection, $isTextNode, type ElementNode, type LexicalNode } from "lexical";
import type { ViewState } from "../../ipc/engine-contract.ts";
import { $findSection } from "./insert-excerpt.ts";
import { $isSectionNode } from "./nodes/SectionNode.ts";

type Caret = NonNullable<ViewState["briefCaret"]>;

/** Where the caret is, or null where it is in no section. */
export function $readCaret(): Caret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.focus.getNode();
  const block = $blockAround(node);
  const section = block?.getParent();
  if (!block || !$isSectionNode(section)) return null;
  const within = $isTextNode(node) ? selection.focus.offset : 0;
  return {
    sectionId: section.sectionId,
    blockIndex: block.getIndexWithinParent(),
    offsetUtf16: $textBefore(block, node) + within,
  };
}

/** Puts the caret back; at the end of the section where the block is no longer there. */
export function $restoreCaret({ sectionId, blockIndex, offsetUtf16 }: Caret): void {
  const section = $findSection(sectionId);
  const block = section?.getChildAtIndex(blockIndex) ?? section?.getLastChild();
  if (!$isElementNode(block)) return;
  let left = offsetUtf16;
  for (const text of block.getAllTextNodes()) {
    const size = text.getTextContentSize();
    if (left <= size) {
      text.select(left, left);
      return;
    }
    left -= size;
  }
  block.selectEnd();
}

function $blockAround(node: LexicalNode): ElementNode | null {
  for (let current: LexicalNode | null = node; current; current = current.getParent()) {
    if ($isElementNode(current) && $isSectionNode(current.getParent())) return current;
  }
  return null;
}

function $textBefore(block: ElementNode, node: LexicalNode): number {
  let size = 0;
  for (const text of block.getAllTextNodes()) {
    if (text.is(node)) break;
    size += text.getTextContentSize();
  }
  return size;
}
