/** Says for as long as nothing can be written why not, and offers the two ways out: a copy, or the file once it is free. */
import { useState } from "react";
import { whyReadOnly } from "../../ipc/access-words.ts";
import type { OpenedProject } from "../../ipc/app-contract.ts";
import type { WindowCommand } from "../../ipc/events.ts";
import { attache } from "../attache.ts";
import { useWorkspace } from "../state/workspace.ts";
import "./read-only.css";

interface ReadOnlyBarProps {
  readonly run: (command: WindowCommand) => void;
  readonly onOpened: (project: OpenedProject) => void;
}

export function ReadOnlyBar({ run, onOpened }: ReadOnlyBarProps) {
  const { readOnly, actions } = useWorkspace();
  const [access, setAccess] = useState(readOnly);
  const [isTrying, setTrying] = useState(false);
  const [triedAt, setTriedAt] = useState<string | null>(null);
  if (readOnly === null || access === null) return null;

  const tryAgain = async () => {
    setTrying(true);
    try {
      const opened = await attache.app("tryToWrite", {});
      if (opened.info.access.kind === "write") {
        actions.notify({ tone: "plain", text: "You can write in this briefing now." });
        onOpened(opened);
      } else {
        setAccess(opened.info.access);
        setTriedAt(new Date().toLocaleTimeString("en-GB"));
      }
    } catch (error) {
      actions.report(error);
    } finally {
      setTrying(false);
    }
  };

  return (
    <section className="read-only-bar" aria-label="Reading only">
      <p>
        <strong>Open for reading only.</strong> {whyReadOnly(access, "this briefing")}
      </p>
      <span className="spacer" />
      <span role="status" className="read-only-tried">
        {triedAt !== null && `${access.reason === "in-use" ? "Still open there" : "No change"} at ${triedAt}`}
      </span>
      <button type="button" className="button" aria-disabled={isTrying} onClick={() => void tryAgain()}>
        Try again
      </button>
      <button type="button" className="button" onClick={() => run("file.save-as")}>
        Save a copy…
      </button>
    </section>
  );
}
