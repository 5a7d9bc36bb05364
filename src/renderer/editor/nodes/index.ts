/** The nodes that a brief is made of in the editor: what is not listed here cannot be typed, pasted or kept. */
import { LinkNode } from "@lexical/link";
import { ListItemNode, ListNode } from "@lexical/list";
import { HeadingNode, QuoteNode } from "@lexical/rich-text";
import { TableCellNode, TableNode, TableRowNode } from "@lexical/table";
import { CitationNode } from "./CitationNode.ts";
import { SectionNode } from "./SectionNode.ts";

export const BRIEF_NODES = [
  SectionNode,
  CitationNode,
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  TableNode,
  TableRowNode,
  TableCellNode,
];
