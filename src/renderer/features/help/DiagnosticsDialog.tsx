/** What the help desk may be told, in full before it is copied. Works without a project too. */
import { useEffect, useState } from "react";
import { toErrorData } from "../../../ipc/errors.ts";
import { attache } from "../../attache.ts";
import { copyText } from "../../ui/copy-text.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import "./licences.css";

export function DiagnosticsDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    attache.app("diagnostics", {}).then(
      (answer) => setText(answer.text),
      (error: unknown) => setSaid(toErrorData(error).message),
    );
  }, []);
  const copy = () =>
    setSaid(
      copyText(text ?? "")
        ? "Copied. Paste it where you want it to go."
        : "It could not be copied. Select it and press Ctrl+C.",
    );
  return (
    <ModalDialog title="Diagnostics for your help desk" className="licences" onClose={onClose}>
      <p className="diagnostics-lead">
        This is all that is copied: versions, sizes and counts, and what the app did. It holds no words, names or paths
        of yours, and Attaché sends it nowhere.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so without a mouse */}
      <section className="licence-text" aria-label="Diagnostics" aria-busy={text === null} tabIndex={0}>
        {text}
      </section>
      <div className="dialog-actions">
        <p className="diagnostics-said" role="status">
          {said}
        </p>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
        <button type="button" className="button" data-primary="" disabled={text === null} onClick={copy}>
          Copy
        </button>
      </div>
    </ModalDialog>
  );
}
