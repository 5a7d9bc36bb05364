/**
 * Keeps the brief to what its document knows: headings of two levels, lists of one kind, bold, italic and assessment,
 * links to the web and to mail. What is pasted with more comes in without it: what one sees is what is saved. Returns the function
 * that ends it. Tables have rules of their own, see table-rules.ts.
 */
import { LinkNode } from "@lexical/link";
import { $isListNode, ListItemNode, ListNode } from "@lexical/list";
import { $createHeadingNode, HeadingNode, QuoteNode } from "@lexical/rich-text";
import { mergeRegister } from "@lexical/utils";
import {
  $createTextNode,
  $isElementNode,
  COMMAND_PRIORITY_CRITICAL,
  type DOMConversionMap,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  ParagraphNode,
  TextNode,
} from "lexical";
import { linkAddressSchema } from "../../core/brief/document.ts";
import { $joinBlocks } from "./lines.ts";
import { FORMATS } from "./mark-formats.ts";
import { CitationNode } from "./nodes/CitationNode.ts";
import { TABLE_IMPORT } from "./table-rules.ts";

const FORBIDDEN_FORMATS = [
  "underline",
  "strikethrough",
  "code",
  "subscript",
  "superscript",
  "lowercase",
  "uppercase",
  "capitalize",
] as const;

/** How HTML comes in where Lexical's own rules would spoil words: those on both sides of a picture would run together. */
export const HTML_IMPORT: DOMConversionMap = {
  ...TABLE_IMPORT,
  // What other programs highlight is nobody's assessment.
  mark: () => ({ conversion: () => ({ node: null }), priority: 1 }),
  img: () => ({
    conversion: ({ previousSibling, nextSibling }) => ({
      node: previousSibling && nextSibling ? $createTextNode(" ") : null,
    }),
    priority: 1,
  }),
};

export function registerAllowedContent(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(HeadingNode, (heading) => {
      const tag = heading.getTag();
      if (tag === "h3" || tag === "h4") return;
      // The title and the sections are the levels above: a pasted h1 becomes the highest that is left.
      heading.replace($createHeadingNode(tag === "h1" || tag === "h2" ? "h3" : "h4"), true);
    }),
    editor.registerNodeTransform(HeadingNode, $setPlain),
    editor.registerNodeTransform(ParagraphNode, $setPlain),
    editor.registerNodeTransform(QuoteNode, $setPlain),
    editor.registerNodeTransform(QuoteNode, $joinBlocks),
    editor.registerNodeTransform(ParagraphNode, $joinBlocks),
    editor.registerNodeTransform(LinkNode, $setAddress),
    editor.registerNodeTransform(ListItemNode, $setLeft),
    editor.registerNodeTransform(ListNode, $setKind),
    editor.registerNodeTransform(CitationNode, (citation) => {
      if (citation.excerptIds.length === 0) citation.remove();
    }),
    editor.registerNodeTransform(TextNode, (text) => {
      for (const format of FORBIDDEN_FORMATS) if (text.hasFormat(format)) text.toggleFormat(format);
      if (text.getStyle() !== "") text.setStyle("");
    }),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => !Object.values<string>(FORMATS).includes(format),
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

/** Neither alignment nor indent. */
function $setPlain(block: ElementNode): void {
  $setLeft(block);
  if (block.getIndent() > 0) block.setIndent(0);
}

function $setLeft(block: ElementNode): void {
  if (block.getFormatType() !== "") block.setFormat("");
}

/** A list is bullets or numbers from 1, and so are the lists in it. */
function $setKind(list: ListNode): void {
  const above = list.getParent()?.getParent();
  const kind = ($isListNode(above) ? above : list).getListType() === "number" ? "number" : "bullet";
  if (list.getListType() !== kind) list.setListType(kind);
  if (list.getStart() !== 1) list.setStart(1);
  for (const item of list.getChildren()) {
    const nested = $isElementNode(item) ? item.getFirstChild() : null;
    if ($isListNode(nested)) $setKind(nested);
  }
}

/** A link leads to an address that the document may have, and is nothing more; any other is the words alone. */
function $setAddress(link: LinkNode): void {
  if (!linkAddressSchema.safeParse(link.getURL()).success) {
    for (const child of link.getChildren()) link.insertBefore(child);
    link.remove();
    return;
  }
  if (link.getTarget() !== null) link.setTarget(null);
  if (link.getRel() !== null) link.setRel(null);
  if (link.getTitle() !== null) link.setTitle(null);
  $joinBlocks(link);
}
