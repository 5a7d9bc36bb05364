/** The tools to write: what is set in the selection, and what sets it. One Tab stop, arrows inside. */
import type { LexicalEditor } from "lexical";
import { useEffect, useState } from "react";
import { Toolbar } from "react-aria-components";
import { $readFormat, type BriefFormat, NOTHING_SET, toggleFormat } from "../../editor/format-brief.ts";

interface Tool {
  readonly format: BriefFormat;
  readonly label: string;
  readonly hint: string;
  readonly sign: React.ReactNode;
}

const TOOLS: readonly Tool[] = [
  { format: "bold", label: "Bold", hint: "Ctrl+B", sign: <b>B</b> },
  { format: "italic", label: "Italic", hint: "Ctrl+I in the brief", sign: <i>I</i> },
  { format: "heading", label: "Heading", hint: "Ctrl+Alt+2", sign: "H" },
  { format: "quotation", label: "Quotation", hint: "Ctrl+Shift+Q", sign: "“ ”" },
  { format: "bullets", label: "Bulleted list", hint: "Ctrl+Shift+L", sign: "•" },
  { format: "numbers", label: "Numbered list", hint: "Ctrl+Shift+O", sign: "1." },
];

export function BriefToolbar({ editor }: { editor: LexicalEditor }) {
  const [set, setSet] = useState(NOTHING_SET);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readFormat);
        setSet((before) =>
          before.bold === next.bold && before.italic === next.italic && before.block === next.block ? before : next,
        );
      }),
    [editor],
  );
  const isSet = (format: BriefFormat) =>
    format === "bold" || format === "italic" ? set[format] : set.block === format;

  return (
    <Toolbar
      aria-label="Format"
      className="brief-toolbar"
      // The selection in the text must survive a click on a tool.
      onMouseDown={(event) => event.preventDefault()}
    >
      {TOOLS.map(({ format, label, hint, sign }) => (
        <button
          key={format}
          type="button"
          className="button"
          data-quiet=""
          aria-pressed={isSet(format)}
          title={`${label} (${hint})`}
          onClick={() => toggleFormat(editor, format)}
        >
          <span aria-hidden="true">{sign}</span>
          <span className="visually-hidden">{label}</span>
        </button>
      ))}
    </Toolbar>
  );
}
