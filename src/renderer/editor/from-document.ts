/**
 * From the brief's own document to the editor's nodes. The other way is to-document.ts. Three things the editor does not
 * keep as they are: a section without blocks and a table without a block after it get a paragraph to write in, and lists
 * of a kind in a row become one.
 */
import { $createLinkNode, $isLinkNode } from "@lexical/link";
import { $createListItemNode, $createListNode, type ListItemNode, type ListNode } from "@lexical/list";
import { $createHeadingNode, $createQuoteNode } from "@lexical/rich-text";
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $setSelection,
  type ElementNode,
  type LexicalNode,
} from "lexical";
import type { BriefBlock, Inline, List, Section, Table } from "../../core/brief/document.ts";
import { FORMATS } from "./mark-formats.ts";
import { $createCitationNode } from "./nodes/CitationNode.ts";
import { $createSectionNode, $isSectionNode, type SectionAttributes, type SectionNode } from "./nodes/SectionNode.ts";
import { $writableAfterTables } from "./table-rules.ts";
import { $createCell, $createTable } from "./table-structure.ts";

/** Fills the editor with sections. `attributesOf` gives what the template says of each. */
export function $fromSections(
  sections: readonly Section[],
  attributesOf: (section: Section) => SectionAttributes,
): void {
  $getRoot()
    .clear()
    .append(...sections.map((section) => $fromSection(section, attributesOf(section))));
}

export function $fromSection(section: Section, attributes: SectionAttributes): SectionNode {
  return $fill($createSectionNode(attributes), section);
}

/**
 * Puts other words and markings into the sections that are there. Those of which nothing is given stay as they are.
 * Nothing is selected afterwards: the place of the caret went with the words.
 */
export function $replaceSections(sections: readonly Section[]): void {
  $setSelection(null);
  for (const node of $getRoot().getChildren().filter($isSectionNode)) {
    const section = sections.find(({ id }) => id === node.sectionId);
    if (!section) continue;
    $fill(node.clear(), section);
    if (section.marking !== node.attributes.marking) node.setMarking(section.marking);
  }
}

function $fill(node: SectionNode, section: Section): SectionNode {
  const blocks = section.children.map($fromBlock);
  node.append(...(blocks.length > 0 ? blocks : [$createParagraphNode()]));
  $writableAfterTables(node);
  return node;
}

export function $fromBlock(block: BriefBlock): ElementNode {
  switch (block.type) {
    case "list":
      return $fromList(block);
    case "heading":
      return $createHeadingNode(block.level === 3 ? "h4" : "h3").append(...$fromInlines(block.children));
    case "quotation":
      return $createQuoteNode().append(...$fromInlines(block.children));
    case "table":
      return $fromTable(block);
    case "paragraph":
      return $createParagraphNode().append(...$fromInlines(block.children));
  }
}

/** Texts in a row that lead to the same address are one link. */
function $fromInlines(inlines: readonly Inline[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  for (const inline of inlines) {
    const node = $fromInline(inline);
    const address = inline.type === "text" ? inline.link : undefined;
    const last = nodes.at(-1);
    if (address === undefined) nodes.push(node);
    else if ($isLinkNode(last) && last.getURL() === address) last.append(node);
    else nodes.push($createLinkNode(address).append(node));
  }
  return nodes;
}

function $fromInline(inline: Inline): LexicalNode {
  switch (inline.type) {
    case "citation":
      return $createCitationNode(inline.id, inline.excerptIds);
    case "line-break":
      return $createLineBreakNode();
    case "text": {
      const node = $createTextNode(inline.text);
      for (const mark of inline.marks) if (!node.hasFormat(FORMATS[mark])) node.toggleFormat(FORMATS[mark]);
      return node;
    }
  }
}

function $fromTable({ headerRow, rows }: Table): ElementNode {
  const cells = rows.map((row) => row.cells.map(({ children }) => $createCell($fromInlines(children))));
  return $createTable(cells, headerRow);
}

function $fromList({ ordered, items }: List): ListNode {
  const type = ordered ? "number" : "bullet";
  const root = $createListNode(type);
  // The open list at each depth; a deeper one sits in an item of its own, as Lexical nests them.
  const open: ListNode[] = [root];
  for (const item of items) {
    while (open.length <= item.depth) {
      const nested = $createListNode(type);
      open.at(-1)?.append($createListItemNode().append(nested));
      open.push(nested);
    }
    open.length = item.depth + 1;
    open.at(-1)?.append($itemOf(item.children));
  }
  return root;
}

function $itemOf(children: readonly Inline[]): ListItemNode {
  return $createListItemNode().append(...$fromInlines(children));
}
