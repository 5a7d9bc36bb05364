/**
 * From the editor's nodes to the brief's own document. Together with from-document.ts a round trip without loss,
 * which a property test holds.
 */
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from "@lexical/list";
import { $isHeadingNode, $isQuoteNode } from "@lexical/rich-text";
import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode, type LexicalNode } from "lexical";
import type { BriefBlock, Inline, ListItem, Mark, Section } from "../../core/brief/document.ts";
import { $isCitationNode } from "./nodes/CitationNode.ts";
import { $isSectionNode, type SectionNode } from "./nodes/SectionNode.ts";

/** The greatest depth of a list item, as listItemSchema has it. */
export const GREATEST_DEPTH = 8;

/** The sections as they stand in the editor, in order. */
export function $toSections(): Section[] {
  return $getRoot().getChildren().filter($isSectionNode).map($toSection);
}

export function $toSection(node: SectionNode): Section {
  const { sectionId: id, title, marking } = node.attributes;
  return { id, title, marking, children: node.getChildren().map($toBlock) };
}

function $toBlock(node: LexicalNode): BriefBlock {
  if ($isListNode(node)) return $toList(node);
  const children = $toInlines($isElementNode(node) ? node.getChildren() : [node]);
  if ($isHeadingNode(node)) return { type: "heading", level: node.getTag() === "h4" ? 3 : 2, children };
  if ($isQuoteNode(node)) return { type: "quotation", children };
  return { type: "paragraph", children };
}

function $toList(node: ListNode): BriefBlock {
  const items = $toItems(node, 0);
  if (items.length === 0) return { type: "paragraph", children: [] };
  return { type: "list", ordered: node.getListType() === "number", items };
}

/** Lexical nests a deeper list in an item of its own; ours are flat and carry their depth. */
function $toItems(list: ListNode, depth: number): ListItem[] {
  return list
    .getChildren()
    .flatMap((child) => ($isListItemNode(child) ? $toItem(child, depth) : [{ depth, children: $toInlines([child]) }]));
}

/** An item that holds words and lists, as pasting can make, becomes several. */
function $toItem(item: ListItemNode, depth: number): ListItem[] {
  const children = item.getChildren();
  const lists = children.flatMap((child, index) => ($isListNode(child) ? [{ list: child, index }] : []));
  if (lists.length === 0) return [{ depth, children: $toInlines(children) }];
  let from = 0;
  const wordsUntil = (index: number): ListItem[] => {
    const words = $toInlines(children.slice(from, index));
    from = index + 1;
    return words.length > 0 ? [{ depth, children: words }] : [];
  };
  const parts = lists.flatMap(({ list, index }) => [
    ...wordsUntil(index),
    ...$toItems(list, Math.min(GREATEST_DEPTH, depth + 1)),
  ]);
  return [...parts, ...wordsUntil(children.length)];
}

function $toInlines(nodes: readonly LexicalNode[]): Inline[] {
  const inlines: Inline[] = [];
  $pushInlines(inlines, nodes);
  return inlines;
}

function $pushInlines(inlines: Inline[], nodes: readonly LexicalNode[]): void {
  for (const [index, node] of nodes.entries()) {
    // A block inside of a block, as pasting can make: its words keep a line of their own.
    if (index > 0 && ($isBlock(node) || $isBlock(nodes[index - 1]))) inlines.push({ type: "line-break" });
    if ($isCitationNode(node)) {
      inlines.push({ type: "citation", id: node.citationId, excerptIds: [...node.excerptIds] });
    } else if ($isLineBreakNode(node)) inlines.push({ type: "line-break" });
    else if ($isTextNode(node)) pushText(inlines, node.getTextContent(), $marksOf(node));
    else if ($isElementNode(node)) $pushInlines(inlines, node.getChildren());
  }
}

function $isBlock(node: LexicalNode | undefined): boolean {
  return $isElementNode(node) && !node.isInline();
}

function $marksOf(node: LexicalNode): Mark[] {
  if (!$isTextNode(node)) return [];
  return [
    ...(node.hasFormat("bold") ? (["bold"] as const) : []),
    ...(node.hasFormat("italic") ? (["italic"] as const) : []),
  ];
}

/** Neighbours with the same marks are one text: the editor may have cut it anywhere. */
function pushText(inlines: Inline[], text: string, marks: Mark[]): void {
  const last = inlines.at(-1);
  if (text === "") return;
  if (last?.type === "text" && last.marks.join() === marks.join()) {
    inlines[inlines.length - 1] = { ...last, text: last.text + text };
  } else inlines.push({ type: "text", text, marks });
}
