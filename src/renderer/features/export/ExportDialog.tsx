/** How the brief becomes a Word document: a few choices that are remembered, then where to. */
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { OpenedProject } from "../../../ipc/app-contract.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { AnnexChoice } from "./AnnexChoice.tsx";
import { CitationChoice } from "./CitationChoice.tsx";
import { exportDocument } from "./export-document.ts";
import { HouseDocumentChoice } from "./HouseDocumentChoice.tsx";
import { type ExportMessage, useExportSetup } from "./use-export-setup.ts";
import "./export.css";

export function ExportDialog({ opened, onClose }: { opened: OpenedProject; onClose: () => void }) {
  const workspace = useWorkspace();
  const choices = useExportSetup();
  const [isWriting, setIsWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // What was chosen last is most often right: Enter goes on with it.
  useEffect(() => button.current?.focus(), []);

  const write = async (event: FormEvent) => {
    event.preventDefault();
    setIsWriting(true);
    choices.say(null);
    try {
      await choices.settled();
      if (await exportDocument(workspace, workspace.store.getState().title.trim() || opened.name)) onClose();
    } catch (error) {
      choices.report(error);
    } finally {
      setIsWriting(false);
    }
  };

  return (
    <ModalDialog title="Export to Word" onClose={onClose}>
      <form className="export-form" onSubmit={(event) => void write(event)}>
        <CitationChoice choices={choices} />
        <AnnexChoice choices={choices} />
        <HouseDocumentChoice choices={choices} />
        <MessageLine message={choices.message} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button ref={button} type="submit" className="button" data-primary="" disabled={isWriting}>
            Export…
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}

/** Always there, so that what comes into it is said aloud. */
function MessageLine({ message }: { message: ExportMessage | null }) {
  return (
    <div className="export-message" data-tone={message?.tone} role={message?.tone === "problem" ? "alert" : "status"}>
      {message && <p>{message.text}</p>}
      {message?.actions?.map(({ label, run }) => (
        <button key={label} type="button" className="button" onClick={run}>
          {label}
        </button>
      ))}
    </div>
  );
}
