/**
 * From the editor's nodes to the brief's own document. Together with from-document.ts a round trip without loss,
 * which a property test holds.
 */
import { $isListItemNode, $isListNode, type ListNode } from "@lexical/list";
import { $isHeadingNode, $isQuoteNode } from "@lexical/rich-text";
import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode, type ElementNode, type LexicalNode } from "lexical";
import type { BriefBlock, Inline, ListItem, Mark, Section } from "../../core/brief/document.ts";
import { $isCitationNode } from "./nodes/CitationNode.ts";
import { $isSectionNode, type SectionNode } from "./nodes/SectionNode.ts";

/** The sections as they stand in the editor, in order. */
export function $toSections(): Section[] {
  return $getRoot().getChildren().filter($isSectionNode).map($toSection);
}

export function $toSection(node: SectionNode): Section {
  const { sectionId: id, title } = node.attributes;
  return { id, title, children: node.getChildren().map($toBlock) };
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
  return list.getChildren().flatMap((item): ListItem[] => {
    if (!$isListItemNode(item)) return [];
    const [nested] = item.getChildren();
    if ($isListNode(nested)) return $toItems(nested, Math.min(8, depth + 1));
    return [{ depth, children: $toInlines(item.getChildren()) }];
  });
}

function $toInlines(nodes: readonly LexicalNode[]): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    if ($isCitationNode(node)) {
      inlines.push({ type: "citation", id: node.citationId, excerptIds: [...node.excerptIds] });
    } else if ($isLineBreakNode(node)) inlines.push({ type: "line-break" });
    else if ($isTextNode(node)) pushText(inlines, node.getTextContent(), $marksOf(node));
    else if ($isElementNode(node)) inlines.push(...$toInlines((node satisfies ElementNode).getChildren()));
  }
  return inlines;
}

function $marksOf(node: LexicalNode): Mark[] {
  if (!$isTextNode(node)) return [];
  return [...(node.hasFormat("bold") ? (["bold"] as const) : []), ...(node.hasFormat("italic") ? (["italic"] as const) : [])];
}

/** Neighbours with the same marks are one text: the editor may have cut it anywhere. */
function pushText(inlines: Inline[], text: string, marks: Mark[]): void {
  const last = inlines.at(-1);
  if (text === "") return;
  if (last?.type === "text" && last.marks.join() === marks.join()) {
    inlines[inlines.length - 1] = { ...last, text: last.text + text };
  } else inlines.push({ type: "text", text, marks });
}
