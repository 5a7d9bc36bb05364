/** The tools to write: what is set in the selection, and what sets it. */
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
} from "lexical";
import { useEffect, useState } from "react";
import { Toolbar } from "react-aria-components";

type BlockKind = "paragraph" | "heading" | "quotation" | "bullets" | "numbers";

interface Format {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly block: BlockKind;
}

const PLAIN: Format = { bold: false, italic: false, block: "paragraph" };

function $readFormat(): Format {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return PLAIN;
  const block = selection.anchor.getNode().getTopLevelElement();
  return { bold: selection.hasFormat("bold"), italic: selection.hasFormat("italic"), block: $kindOf(block) };
}

function $kindOf(block: unknown): BlockKind {
  if (typeof block !== "object" || block === null) return "paragraph";
  const node = block as ElementNode; // what getTopLevelElement answers inside a section
  if ($isHeadingNode(node)) return "heading";
  if ($isQuoteNode(node)) return "quotation";
  if ($isListNode(node)) return node.getListType() === "number" ? "numbers" : "bullets";
  return "paragraph";
}

export function BriefToolbar({ editor }: { editor: LexicalEditor }) {
  const [format, setFormat] = useState(PLAIN);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readFormat);
        setFormat((before) =>
          before.bold === next.bold && before.italic === next.italic && before.block === next.block ? before : next,
        );
      }),
    [editor],
  );

  const setBlock = (create: () => ElementNode) =>
    editor.update(() => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) $setBlocksType(selection, create);
    });
  const toggleBlock = (kind: BlockKind, create: () => ElementNode) =>
    setBlock(format.block === kind ? $createParagraphNode : create);
  const toggleList = (kind: "bullets" | "numbers") => {
    const insert = kind === "bullets" ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND;
    editor.dispatchCommand(format.block === kind ? REMOVE_LIST_COMMAND : insert, undefined);
  };

  return (
    <Toolbar
      aria-label="Format"
      className="brief-toolbar"
      // The selection in the text must survive a click on a tool.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Tool label="Bold" hint="Ctrl+B" on={format.bold} run={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, "bold")}>
        <b>B</b>
      </Tool>
      <Tool
        label="Italic"
        hint="Ctrl+I in the brief"
        on={format.italic}
        run={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, "italic")}
      >
        <i>I</i>
      </Tool>
      <Tool
        label="Heading"
        on={format.block === "heading"}
        run={() => toggleBlock("heading", () => $createHeadingNode("h3"))}
      >
        H
      </Tool>
      <Tool label="Quotation" on={format.block === "quotation"} run={() => toggleBlock("quotation", $createQuoteNode)}>
        “ ”
      </Tool>
      <Tool label="Bulleted list" on={format.block === "bullets"} run={() => toggleList("bullets")}>
        •
      </Tool>
      <Tool label="Numbered list" on={format.block === "numbers"} run={() => toggleList("numbers")}>
        1.
      </Tool>
    </Toolbar>
  );
}

interface ToolProps {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly run: () => void;
  readonly children: React.ReactNode;
}

function Tool({ label, hint, on, run, children }: ToolProps) {
  return (
    <button
      type="button"
      className="button"
      data-quiet=""
      aria-pressed={on}
      title={hint ? `${label} (${hint})` : label}
      onClick={run}
    >
      <span aria-hidden="true">{children}</span>
      <span className="visually-hidden">{label}</span>
    </button>
  );
}
