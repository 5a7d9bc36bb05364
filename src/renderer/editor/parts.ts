/**
 * The parts of the brief's blocks in the editor (a paragraph, an item of a list, a cell), in the order and with the
 * offsets that core's BriefPlace counts: citations count nothing, a line break one. As to-document.ts makes them.
 */
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from "@lexical/list";
import { $isTableNode } from "@lexical/table";
import {
  $createRangeSelection,
  $getNodeByKey,
  $isElementNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from "lexical";
import type { BriefPlace } from "../../core/review/place.ts";
import { $findSection } from "./insert-excerpt.ts";
import { $linesOf } from "./lines.ts";
import { $isCitationNode } from "./nodes/CitationNode.ts";
import { $isSectionNode } from "./nodes/SectionNode.ts";
import { $cellsOf, $rowsOf } from "./table-structure.ts";
import { $toInlines } from "./to-document.ts";

/** What a part is made of: text, line breaks, citations; null where a block inside of it begins a line. */
export type Part = readonly (LexicalNode | null)[];

/** A piece of a text node. */
export interface TextPiece {
  readonly node: TextNode;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

/** Where in the brief a node stands, as far as blocks go. */
export interface PlaceOfBlock {
  readonly sectionId: string;
  readonly block: ElementNode;
}

/** The parts of a block of a section, in order. */
export function $partsOf(block: LexicalNode): Part[] {
  if ($isListNode(block)) {
    const parts = $partsOfList(block);
    return parts.length > 0 ? parts : [[]];
  }
  if ($isTableNode(block)) {
    const rows = $rowsOf(block)
      .map((row) => $cellsOf(row).map((cell) => $leavesOf(cell.getChildren())))
      .filter((cells) => cells.length > 0);
    const length = Math.max(0, ...rows.map((cells) => cells.length));
    if (length === 0) return [$leavesOf(block.getChildren())];
    return rows.flatMap((cells) => Array.from({ length }, (_, index) => cells[index] ?? []));
  }
  return [$leavesOf($isElementNode(block) ? block.getChildren() : [block])];
}

export function textOfPart(part: Part): string {
  return part.map((leaf) => ($isTextNode(leaf) ? leaf.getTextContent() : $isCitationNode(leaf) ? "" : "\n")).join("");
}

/** The pieces of text between two offsets of a part, in order. Empty where there is no text. */
export function $piecesOf(part: Part, fromUtf16: number, toUtf16: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const leaf of part) {
    const size = sizeOf(leaf);
    const from = Math.max(0, fromUtf16 - at);
    const to = Math.min(size, toUtf16 - at);
    if ($isTextNode(leaf) && from < to) pieces.push({ node: leaf, fromUtf16: from, toUtf16: to });
    at += size;
  }
  return pieces;
}

/** Where a point of a text node lies in a part; null where the node is not of it. */
export function offsetInPart(part: Part, nodeKey: NodeKey, offsetUtf16: number): number | null {
  let at = 0;
  for (const leaf of part) {
    if (leaf?.getKey() === nodeKey) return at + ($isTextNode(leaf) ? offsetUtf16 : 0);
    at += sizeOf(leaf);
  }
  return null;
}

/** The block of a place; null where the brief has none there. */
export function $blockAt({ sectionId, blockIndex }: Pick<BriefPlace, "sectionId" | "blockIndex">): ElementNode | null {
  const block = $findSection(sectionId)?.getChildAtIndex(blockIndex);
  return $isElementNode(block) ? block : null;
}

/** The block of a section that a node is in, or null. */
export function $blockAround(node: LexicalNode | null): PlaceOfBlock | null {
  for (let current = node; current; current = current.getParent()) {
    const section = current.getParent();
    if ($isElementNode(current) && $isSectionNode(section)) return { sectionId: section.sectionId, block: current };
  }
  return null;
}

/** Selects what stands at a place. False where the brief has no such place any more. */
export function $selectPlace(place: BriefPlace): boolean {
  const block = $blockAt(place);
  const part = block && $partsOf(block)[place.partIndex];
  if (!(block && part)) return false;
  const pieces = $piecesOf(part, place.fromUtf16, place.toUtf16);
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!(first && last)) {
    block.selectEnd();
    return true;
  }
  const selection = $createRangeSelection();
  selection.anchor.set(first.node.getKey(), first.fromUtf16, "text");
  selection.focus.set(last.node.getKey(), last.toUtf16, "text");
  $setSelection(selection);
  return true;
}

/** Puts other words in the place of some, in the looks of the first; citations among them stay. */
export function $replaceText(part: Part, fromUtf16: number, toUtf16: number, words: string): boolean {
  const [first, ...others] = $piecesOf(part, fromUtf16, toUtf16);
  if (!first) return false;
  for (const { node, fromUtf16: from, toUtf16: to } of others) {
    node.spliceText(from, to - from, "");
    if (node.getTextContentSize() === 0) node.remove();
  }
  first.node.spliceText(first.fromUtf16, first.toUtf16 - first.fromUtf16, words);
  first.node.select(first.fromUtf16 + words.length, first.fromUtf16 + words.length);
  return true;
}

/** The same in the DOM, where it is drawn; null where it is not. */
export function domRangeOf(editor: LexicalEditor, pieces: readonly TextPiece[]): Range | null {
  const first = pieces[0];
  const last = pieces.at(-1);
  const start = first && textIn(editor.getElementByKey(first.node.getKey()));
  const end = last && textIn(editor.getElementByKey(last.node.getKey()));
  if (!(first && last && start && end)) return null;
  if (first.fromUtf16 > start.length || last.toUtf16 > end.length) return null;
  const range = document.createRange();
  range.setStart(start, first.fromUtf16);
  range.setEnd(end, last.toUtf16);
  return range;
}

/** Whether a key is still that of a block. */
export function $blockOfKey(key: NodeKey): ElementNode | null {
  const node = $getNodeByKey(key);
  return $isElementNode(node) && $isSectionNode(node.getParent()) ? node : null;
}

function sizeOf(leaf: LexicalNode | null): number {
  if ($isTextNode(leaf)) return leaf.getTextContentSize();
  return $isCitationNode(leaf) ? 0 : 1;
}

function textIn(element: Node | null): Text | null {
  for (let node = element; node; node = node.firstChild) if (node instanceof Text) return node;
  return null;
}

function $leavesOf(nodes: readonly LexicalNode[]): (LexicalNode | null)[] {
  return $linesOf(nodes).flatMap((node) => ($isElementNode(node) ? $leavesOf(node.getChildren()) : [node]));
}

function $partsOfList(list: ListNode): Part[] {
  return list.getChildren().flatMap((child) => ($isListItemNode(child) ? $partsOfItem(child) : [$leavesOf([child])]));
}

function $partsOfItem(item: ListItemNode): Part[] {
  const children = item.getChildren();
  if (!children.some($isListNode)) return [$leavesOf(children)];
  const parts: Part[] = [];
  let words: LexicalNode[] = [];
  const end = () => {
    if ($toInlines(words).length > 0) parts.push($leavesOf(words));
    words = [];
  };
  for (const child of children) {
    if ($isListNode(child)) {
      end();
      parts.push(...$partsOfList(child));
    } else words.push(child);
  }
  end();
  return parts;
}
