/** The tools to write: what is set in the selection, and what sets it. One Tab stop, arrows inside. */
import type { LexicalEditor } from "lexical";
import { useEffect, useState } from "react";
import { Toolbar } from "react-aria-components";
import { $readFormat, type BriefFormat, isSameFormat, NOTHING_SET, toggleFormat } from "../../editor/format-brief.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { TableMenu } from "./TableMenu.tsx";

interface Tool {
  readonly format: BriefFormat;
  readonly label: string;
  readonly hint: string;
  readonly sign: React.ReactNode;
}

const TOOLS: readonly Tool[] = [
  { format: "bold", label: "Bold", hint: "Ctrl+B", sign: <b>B</b> },
  { format: "italic", label: "Italic", hint: "Ctrl+I in the brief", sign: <i>I</i> },
  { format: "assessment", label: "Assessment", hint: "Ctrl+Shift+A", sign: "◇" },
  { format: "heading", label: "Heading", hint: "Ctrl+Alt+2", sign: "H" },
  { format: "quotation", label: "Quotation", hint: "Ctrl+Shift+Q", sign: "“ ”" },
  { format: "bullets", label: "Bulleted list", hint: "Ctrl+Shift+L", sign: "•" },
  { format: "numbers", label: "Numbered list", hint: "Ctrl+Shift+O", sign: "1." },
];

export function BriefToolbar({ editor }: { editor: LexicalEditor }) {
  const workspace = useWorkspace();
  const [set, setSet] = useState(NOTHING_SET);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readFormat);
        setSet((before) => (isSameFormat(before, next) ? before : next));
      }),
    [editor],
  );
  const isSet = (format: BriefFormat) => (isOfWords(format) ? set[format] : set.block === format);

  /** A cell of a table holds text alone. */
  const isOut = (format: BriefFormat) => set.table !== null && !isOfWords(format);

  return (
    <Toolbar
      aria-label="Format"
      className="brief-toolbar"
      // The selection in the text must survive a click on a tool.
      onMouseDown={(event) => event.preventDefault()}
    >
      {/* Before the others, which end at the edge of the pane: none of them moves when it comes. */}
      {set.table !== null && <TableMenu hasHeaderRow={set.table === "with-header"} />}
      {TOOLS.map(({ format, label, hint, sign }) => (
        <button
          key={format}
          type="button"
          className="button"
          data-quiet=""
          aria-pressed={isSet(format)}
          aria-disabled={isOut(format)}
          title={`${label} (${hint})`}
          onClick={() => toggleFormat(editor, format)}
        >
          <span aria-hidden="true">{sign}</span>
          <span className="visually-hidden">{label}</span>
        </button>
      ))}
      <button
        type="button"
        className="button"
        data-quiet=""
        aria-pressed={set.link}
        title="Link (Ctrl+K)"
        onClick={() => workspace.brief?.editLink()}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.4 8.9a2.6 2.6 0 0 0 3.7 3.7l.8-.8" />
        </svg>
        <span className="visually-hidden">Link</span>
      </button>
      <button
        type="button"
        className="button"
        data-quiet=""
        title="Table"
        onClick={() => workspace.brief?.insertTable()}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1.5 2.5h13v11h-13zM1.5 6h13M1.5 9.8h13M6 2.5v11M10.3 2.5v11" />
        </svg>
        <span className="visually-hidden">Table</span>
      </button>
    </Toolbar>
  );
}

/** Whether a format is one of words, not of blocks. */
function isOfWords(format: BriefFormat): format is "assessment" | "bold" | "italic" {
  return format === "assessment" || format === "bold" || format === "italic";
}
