/** What became of a damaged briefing that was recovered: what is there, and in words what is not as it was. */
import { useState } from "react";
import { RECOVERY_CAUTION, recoveredCount, recoveryWords } from "../../../ipc/recovery.ts";
import type { Recovered } from "../../state/workspace-state.ts";
import { copyText } from "../../ui/copy-text.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import "./recovery.css";

export function RecoveryDialog({ recovered, onClose }: { recovered: Recovered; onClose: () => void }) {
  const { report, name } = recovered;
  const [copied, setCopied] = useState(false);
  const kinds = report.kinds.filter(({ kept, lost }) => kept + lost > 0);
  return (
    <ModalDialog title="What was recovered" onClose={onClose}>
      <div className="dialog-text">
        <p>
          All that could be read of {report.fileName} is in the new briefing “{name}”. The damaged file was left as it
          is.
        </p>
        <ul className="recovery-kinds" aria-label="Recovered">
          {kinds.map((kind) => (
            <li key={kind.kind} data-lost={kind.lost > 0 ? "" : undefined}>
              {recoveredCount(kind)}
            </li>
          ))}
        </ul>
        {report.notes.length === 0 ? (
          <p>Nothing was found to be missing.</p>
        ) : (
          <>
            <h3 className="recovery-heading" id="recovery-notes">
              What is not as it was
            </h3>
            <ul className="recovery-notes" aria-labelledby="recovery-notes">
              {report.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </>
        )}
        <p className="recovery-caution">{RECOVERY_CAUTION}</p>
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => setCopied(copyText(recoveryWords(report)))}>
          {copied ? "Copied" : "Copy"}
        </button>
        <button type="button" className="button" data-primary="" onClick={onClose}>
          Close
        </button>
      </div>
    </ModalDialog>
  );
}
