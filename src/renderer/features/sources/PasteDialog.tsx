/** Text or HTML from the clipboard becomes a source: asks where it comes from, since the text itself may not say. */
import { type ClipboardEvent, type FormEvent, useEffect, useRef, useState } from "react";
import { LATEST_DATE } from "../../../core/source/metadata.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";

export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useWorkspace();
  const [text, setText] = useState("");
  /** The HTML of what was pasted, as long as nothing was changed in its text. */
  const [html, setHtml] = useState<string | null>(null);
  const [origin, setOrigin] = useState({ title: "", publisher: "", url: "", published: "" });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text/html");
    if (text !== "" || pasted === "") return;
    event.preventDefault();
    setText(event.clipboardData.getData("text/plain"));
    setHtml(pasted);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const metadata = Object.fromEntries(
      Object.entries(origin)
        .map(([key, value]) => [key, value.trim()])
        .filter(([, value]) => value !== ""),
    );
    const saved = await actions.importPasted(html ?? text, html === null ? "text" : "html", metadata);
    if (saved) onClose();
  };
  const originField = (key: keyof typeof origin, label: string, type: "text" | "date" = "text") => (
    <label className="details-field">
      <span>{label}</span>
      <input
        className="field"
        type={type}
        max={type === "date" ? LATEST_DATE : undefined}
        value={origin[key]}
        onChange={(event) => setOrigin({ ...origin, [key]: event.target.value })}
      />
    </label>
  );

  return (
    <ModalDialog title="Paste text as a source" onClose={onClose}>
      <form className="details-form" onSubmit={(event) => void save(event)}>
        <label className="paste-field">
          <span>Text</span>
          <textarea
            ref={field}
            className="field"
            rows={10}
            placeholder="Paste here (Ctrl+V)"
            value={text}
            onPaste={paste}
            onChange={(event) => {
              setText(event.target.value);
              setHtml(null);
            }}
          />
        </label>
        <p className="details-hint">
          {html === null
            ? "Where does it come from? What you leave empty is read from the text."
            : "Headings, lists and links are kept."}
        </p>
        {originField("title", "Title")}
        {originField("publisher", "Publisher or sender")}
        {originField("url", "Web address")}
        {originField("published", "Date published", "date")}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button" data-primary="" disabled={text.trim() === ""}>
            Add source
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
