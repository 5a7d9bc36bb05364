/**
 * From the editor's nodes to the brief's own document. Together with from-document.ts a round trip without loss,
 * which a property test holds.
 */
import { $isLinkNode } from "@lexical/link";
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from "@lexical/list";
import { $isHeadingNode, $isQuoteNode } from "@lexical/rich-text";
import { $isTableNode, type TableNode } from "@lexical/table";
import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode, type LexicalNode } from "lexical";
import {
  type BriefBlock,
  type Inline,
  type ListItem,
  linkAddressSchema,
  type Mark,
  type Section,
} from "../../core/brief/document.ts";
import { $linesOf } from "./lines.ts";
import { FORMATS } from "./mark-formats.ts";
import { $isCitationNode } from "./nodes/CitationNode.ts";
import { $isSectionNode, type SectionNode } from "./nodes/SectionNode.ts";
import { $cellsOf, $hasHeaderRow, $rowsOf } from "./table-structure.ts";

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
  if ($isTableNode(node)) return $toTable(node);
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

/** Every row as long as the longest, whatever the editor holds for the moment. */
function $toTable(node: TableNode): BriefBlock {
  const rows = $rowsOf(node)
    .map((row) => $cellsOf(row).map((cell) => ({ children: $toInlines(cell.getChildren()) })))
    .filter((cells) => cells.length > 0);
  const length = Math.max(0, ...rows.map((cells) => cells.length));
  if (length === 0) return { type: "paragraph", children: $toInlines(node.getChildren()) };
  const filled = rows.map((cells) => ({
    cells: Array.from({ length }, (_, index) => cells[index] ?? { children: [] }),
  }));
  return { type: "table", headerRow: $hasHeaderRow(node), rows: filled };
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

/** The words, line breaks and citations of nodes, whatever they are in. */
export function $toInlines(nodes: readonly LexicalNode[]): Inline[] {
  const inlines: Inline[] = [];
  $pushInlines(inlines, nodes);
  return inlines;
}

/** Blocks inside of a block, as pasting can make: their words keep lines of their own. */
function $pushInlines(inlines: Inline[], nodes: readonly LexicalNode[], link?: string): void {
  for (const node of $linesOf(nodes)) {
    if (node === null || $isLineBreakNode(node)) inlines.push({ type: "line-break" });
    else if ($isCitationNode(node)) {
      inlines.push({ type: "citation", id: node.citationId, excerptIds: [...node.excerptIds] });
    } else if ($isTextNode(node)) pushText(inlines, node.getTextContent(), $marksOf(node), link);
    else if ($isElementNode(node)) $pushInlines(inlines, node.getChildren(), $addressOf(node) ?? link);
  }
}

function $addressOf(node: LexicalNode): string | undefined {
  return $isLinkNode(node) ? linkAddressSchema.safeParse(node.getURL()).data : undefined;
}

function $marksOf(node: LexicalNode): Mark[] {
  if (!$isTextNode(node)) return [];
  return [
    ...(node.hasFormat(FORMATS.assessment) ? (["assessment"] as const) : []),
    ...(node.hasFormat("bold") ? (["bold"] as const) : []),
    ...(node.hasFormat("italic") ? (["italic"] as const) : []),
  ];
}

/** Neighbours with the same marks and the same address are one text: the editor may have cut it anywhere. */
function pushText(inlines: Inline[], text: string, marks: Mark[], link: string | undefined): void {
  const last = inlines.at(-1);
  if (text === "") return;
  if (last?.type === "text" && last.marks.join() === marks.join() && last.link === link) {
    inlines[inlines.length - 1] = { ...last, text: last.text + text };
  } else inlines.push({ type: "text", text, marks, ...(link !== undefined && { link }) });
}
