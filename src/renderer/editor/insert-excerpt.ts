/**
 * Puts an excerpt into the brief: as a quotation with its citation, or as the citation alone. `$` functions run
 * inside an update of the editor.
 */
import { $createQuoteNode, type QuoteNode } from "@lexical/rich-text";
import { $isTableNode, $isTableRowNode } from "@lexical/table";
import {
  $createLineBreakNode,
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from "lexical";
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import { $selectedCitation } from "./citation-keys.ts";
import { $createCitationNode, $isCitationNode, type CitationNode, createCitationId } from "./nodes/CitationNode.ts";
import { $isSectionNode, $sectionOf, type SectionNode } from "./nodes/SectionNode.ts";

/** Where a block lands: before the block of this index in a section, or at its end. */
export interface BlockTarget {
  readonly sectionId: string;
  readonly index: number;
}

export function $findSection(sectionId: string | null): SectionNode | null {
  const found = $getRoot()
    .getChildren()
    .find((node) => $isSectionNode(node) && node.sectionId === sectionId);
  return $isSectionNode(found) ? found : null;
}

/** The words of an excerpt as one quotation; where it crosses blocks of its source, the lines stay apart. */
function $createQuotation(excerpt: Excerpt): QuoteNode {
  const quotation = $createQuoteNode();
  for (const [index, line] of excerpt.selectors.quote.exact.split("\n").entries()) {
    if (index > 0) quotation.append($createLineBreakNode());
    if (line !== "") quotation.append($createTextNode(line));
  }
  return quotation.append($createCitationNode(createCitationId(), [excerpt.id]));
}

/** Inserts a quotation at a place between blocks. An untouched empty paragraph there gives way to it. */
export function $insertQuotationAt(excerpt: Excerpt, { sectionId, index }: BlockTarget): void {
  const section = $findSection(sectionId);
  if (!section) return;
  const quotation = $createQuotation(excerpt);
  const at = section.getChildAtIndex(index);
  const before = index > 0 ? section.getChildAtIndex(index - 1) : null;
  const empty = [at, before].find((block) => $isParagraphNode(block) && block.isEmpty());
  if (empty) empty.replace(quotation);
  else if (at) at.insertBefore(quotation);
  else section.append(quotation);
  quotation.selectEnd();
}

/** Inserts a quotation where the writer is, if that is in the section the excerpt is filed under; else at that section's end. */
export function $insertQuotation(excerpt: Excerpt): void {
  const block = $blockOfSelection();
  const current = block && $sectionOf(block);
  const section = $findSection(excerpt.sectionId) ?? current ?? $firstFiledSection();
  if (!section) return;
  const index = block && current?.is(section) ? block.getIndexWithinParent() + 1 : section.getChildrenSize();
  $insertQuotationAt(excerpt, { sectionId: section.sectionId, index });
}

/**
 * Inserts a citation at the caret; without one, at the end of the section the excerpt is filed under. Directly behind a
 * citation, or on it, the excerpt is added to that one: two numbers side by side have a space between them.
 */
export function $insertCitation(excerpt: Excerpt): void {
  const selection = $getSelection();
  const selected = $selectedCitation();
  if (selected) {
    $addToCitation(excerpt, selected);
    return;
  }
  // It stands after the words that were selected, not in their place.
  if ($isRangeSelection(selection) && $sectionOf($collapseToEnd(selection).anchor.getNode())) {
    const before = $nodeBefore(selection.anchor);
    if ($isCitationNode(before)) $addToCitation(excerpt, before);
    else selection.insertNodes([$createCitationNode(createCitationId(), [excerpt.id])]);
    return;
  }
  const section = $findSection(excerpt.sectionId) ?? $firstFiledSection();
  const last = section?.getLastDescendant();
  const block = last && ($isElementNode(last) ? last : last.getParent());
  const citation = $createCitationNode(createCitationId(), [excerpt.id]);
  // Without a caret nobody meant the citation that happens to be the last.
  if ($isCitationNode(last)) block?.append($createTextNode(" "));
  block?.append(citation);
  citation.selectNext(0, 0);
}

/** Lets a citation rest on one more excerpt. One writes on after it. */
function $addToCitation(excerpt: Excerpt, citation: CitationNode): void {
  const { excerptIds } = citation;
  if (!excerptIds.includes(excerpt.id)) citation.setExcerptIds([...excerptIds, excerpt.id]);
  citation.selectNext(0, 0);
}

/** The same for the citation that a button stands for. */
export function $addToCitationAt(excerpt: Excerpt, button: HTMLElement): void {
  const citation = $getNearestNodeFromDOMNode(button);
  if ($isCitationNode(citation)) $addToCitation(excerpt, citation);
}

/** The citation on which the caret stands, or behind which it stands directly; else null. */
export function $citationAtCaret(): CitationNode | null {
  const selection = $getSelection();
  const before = $isRangeSelection(selection) && selection.isCollapsed() ? $nodeBefore(selection.anchor) : null;
  return $selectedCitation() ?? ($isCitationNode(before) ? before : null);
}

/** What ends where a point is, in the same line of text. */
function $nodeBefore(point: PointType): LexicalNode | null {
  const node = point.getNode();
  if ($isElementNode(node)) return node.getChildAtIndex(point.offset - 1);
  return point.offset === 0 ? node.getPreviousSibling() : null;
}

/** Puts the caret where the selection ends; an end between blocks, as that of "select all", into the one before it. */
function $collapseToEnd(selection: RangeSelection): RangeSelection {
  const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus;
  selection.anchor.set(key, offset, type);
  selection.focus.set(key, offset, type);
  const element = selection.anchor.getNode();
  if (!$isElementNode(element)) return selection;
  const before = element.getChildAtIndex(offset - 1);
  const after = element.getChildAtIndex(offset);
  if ($isElementNode(before)) before.selectEnd();
  else if ($isElementNode(after)) after.selectStart();
  return selection;
}

/** Puts the caret at a place in the DOM, such as the one under the mouse. False where that is in no section. */
export function $selectDOMPosition(domNode: Node, offset: number): boolean {
  const node = $getNearestNodeFromDOMNode(domNode);
  if (!node || !$sectionOf(node)) return false;
  if ($isTextNode(node) && domNode.nodeType === Node.TEXT_NODE) {
    node.select(offset, offset);
    return true;
  }
  const block: LexicalNode | null = $isElementNode(node) && !$isSectionNode(node) ? node : node.getParent();
  // Between blocks, or between cells, there is no place for it.
  if (!$isElementNode(block) || $isSectionNode(block) || $isTableNode(block) || $isTableRowNode(block)) return false;
  block.selectEnd();
  return true;
}

/** The block of a section in which one writes, or null. */
export function $blockOfSelection(): ElementNode | null {
  const selection = $getSelection();
  const start = $isRangeSelection(selection) ? selection.anchor.getNode() : $selectedCitation();
  for (let node: LexicalNode | null = start; node; node = node.getParent()) {
    if ($isElementNode(node) && $isSectionNode(node.getParent())) return node;
  }
  return null;
}

function $firstFiledSection(): SectionNode | null {
  const sections = $getRoot().getChildren().filter($isSectionNode);
  return sections[1] ?? sections[0] ?? null;
}
