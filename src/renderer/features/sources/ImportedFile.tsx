/** One file of an import: what became of it, why, and what can be done about it. */
import { type FormEvent, useId, useState } from "react";
import type { ShownImportResult } from "../../../ipc/import-result.ts";
import { statusName, wordsOf } from "../../state/import-state.ts";
import { useWorkspace } from "../../state/workspace.ts";

export function ImportedFile({ result }: { result: ShownImportResult }) {
  const { actions } = useWorkspace();
  const { sourceId, fileName, status, pendingId } = result;
  return (
    <li className="imported-file" data-status={status}>
      <span className="imported-file-name">
        {sourceId === null ? (
          fileName
        ) : (
          <button type="button" className="link" onClick={() => actions.openSource(sourceId)}>
            {fileName}
          </button>
        )}{" "}
        <span className="imported-file-status">{statusName(result)}</span>
      </span>
      {wordsOf(result).map((words) => (
        <span key={words} className="imported-file-words">
          {words}
        </span>
      ))}
      {pendingId !== null && <PasswordForm pendingId={pendingId} fileName={fileName} />}
    </li>
  );
}

/** Asks for the password of one file. It goes to the reader for this reading and is kept nowhere. */
function PasswordForm({ pendingId, fileName }: { pendingId: string; fileName: string }) {
  const { actions } = useWorkspace();
  const id = useId();
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (password === "") return;
    setBusy(true);
    await actions.importWithPassword(pendingId, password);
    setPassword("");
    setBusy(false);
  };
  return (
    <form className="password-form" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id} className="visually-hidden">{`Password of ${fileName}`}</label>
      <input
        id={id}
        className="field"
        type="password"
        autoComplete="off"
        placeholder="Password"
        value={password}
        disabled={isBusy}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button type="submit" className="button" disabled={isBusy || password === ""}>
        Open
      </button>
    </form>
  );
}
