/** Names the brief as it is now, so that it can be found again. */
import { useState } from "react";
import { toErrorData } from "../../../ipc/errors.ts";
import { attache } from "../../attache.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { NameForm } from "./NameForm.tsx";
import { useCaretKept } from "./use-caret-kept.ts";
import "./history.css";

export function NameVersionDialog({ onClose }: { onClose: () => void }) {
  const workspace = useWorkspace();
  useCaretKept();
  const [problem, setProblem] = useState<string | null>(null);
  const keep = async (name: string) => {
    try {
      await workspace.brief?.flush();
      await attache.engine("nameSnapshot", { snapshotId: null, name });
      workspace.actions.notify({ tone: "plain", text: `“${name}” is kept in the history of this brief.` });
      onClose();
      return true;
    } catch (error) {
      setProblem(toErrorData(error).message);
      return false;
    }
  };
  return (
    <ModalDialog title="Name this version" onClose={onClose}>
      <p className="history-hint">
        The brief as it is now is kept under this name for good. You find it in File, History.
      </p>
      {problem !== null && <p role="alert">{problem}</p>}
      <NameForm label="Name" name="" onName={keep} onCancel={onClose} />
    </ModalDialog>
  );
}
