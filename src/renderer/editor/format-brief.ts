/**
 * What can be set in the text of the brief, what is set where the caret is, and how it is switched on and off again:
 * the same for the toolbar, the menu and the keys.
 */
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from "@lexical/list";
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from "@lexical/rich-text";
import { $setBlocksType } from "@lexical/selection";
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from "lexical";
import { $isAssessment, toggleAssessment } from "./assessment.ts";
import { $readAddress } from "./edit-link.ts";
import { $hasHeaderRow, $tableAround } from "./table-structure.ts";

export const BLOCK_FORMATS = ["heading", "subheading", "quotation", "bullets", "numbers"] as const;
export type BlockFormat = (typeof BLOCK_FORMATS)[number];
export type BriefFormat = "assessment" | "bold" | "italic" | BlockFormat;

/** What is set where the selection begins. */
export interface SetFormat {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly assessment: boolean;
  readonly block: BlockFormat | "paragraph";
  readonly link: boolean;
  /** What holds for the table around it; null outside of tables. */
  readonly table: "plain" | "with-header" | null;
}

export const NOTHING_SET: SetFormat = {
  bold: false,
  italic: false,
  assessment: false,
  block: "paragraph",
  link: false,
  table: null,
};

const CREATE: Readonly<Record<Exclude<BlockFormat, "bullets" | "numbers">, () => ElementNode>> = {
  heading: () => $createHeadingNode("h3"),
  subheading: () => $createHeadingNode("h4"),
  quotation: $createQuoteNode,
};

export function $readFormat(): SetFormat {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return NOTHING_SET;
  const node = selection.anchor.getNode();
  const table = $tableAround(node);
  return {
    bold: selection.hasFormat("bold"),
    italic: selection.hasFormat("italic"),
    assessment: $isAssessment(),
    block: $blockFormatOf(node.getTopLevelElement()),
    link: $readAddress() !== null,
    table: table && ($hasHeaderRow(table) ? "with-header" : "plain"),
  };
}

/** Whether the tools would look the same. */
export function isSameFormat(first: SetFormat, second: SetFormat): boolean {
  return (
    first.bold === second.bold &&
    first.italic === second.italic &&
    first.assessment === second.assessment &&
    first.block === second.block &&
    first.link === second.link &&
    first.table === second.table
  );
}

function $blockFormatOf(block: LexicalNode | null): SetFormat["block"] {
  if ($isHeadingNode(block)) return block.getTag() === "h4" ? "subheading" : "heading";
  if ($isQuoteNode(block)) return "quotation";
  if ($isListNode(block)) return block.getListType() === "number" ? "numbers" : "bullets";
  return "paragraph";
}

/** Sets a format in the selection, or takes it away where it is set. */
export function toggleFormat(editor: LexicalEditor, format: BriefFormat): void {
  if (format === "assessment") {
    toggleAssessment(editor);
    return;
  }
  if (format === "bold" || format === "italic") {
    editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
    return;
  }
  const { block, table } = editor.getEditorState().read($readFormat);
  // A cell holds text alone.
  if (table !== null) return;
  const isSet = block === format;
  if (format === "bullets" || format === "numbers") {
    const insert = format === "bullets" ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND;
    editor.dispatchCommand(isSet ? REMOVE_LIST_COMMAND : insert, undefined);
    return;
  }
  editor.update(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) $setBlocksType(selection, isSet ? $createParagraphNode : CREATE[format]);
  });
}
