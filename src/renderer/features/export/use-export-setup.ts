/** What the export dialog offers and what is chosen in it, kept in the project at each choice. */
import { useCallback, useEffect, useState } from "react";
import type { ExportFileId, ExportFileKind, ExportOptions } from "../../../core/export/export-options.ts";
import type { ExportSetup } from "../../../ipc/engine-contract.ts";
import { toErrorData } from "../../../ipc/errors.ts";
import { attache } from "../../attache.ts";
import type { UndoableAct } from "../../state/undo-stack.ts";
import { useWorkspace } from "../../state/workspace.ts";
import type { NoticeAction } from "../../state/workspace-state.ts";

/** What is said in the dialog itself: the messages of the window lie behind it. */
export interface ExportMessage {
  readonly tone: "plain" | "problem";
  readonly text: string;
  readonly actions?: readonly NoticeAction[];
}

export interface ExportChoices {
  /** Null until the engine answered. */
  readonly setup: ExportSetup | null;
  choose(options: Partial<ExportOptions>): void;
  /** Asks for a file, keeps it in the project and chooses it. */
  add(kind: ExportFileKind): void;
  /** Takes a file out of the choice; the message that says so can bring it back. */
  remove(id: ExportFileId, name: string): void;
  /** Done when every choice is kept. */
  settled(): Promise<void>;
  readonly message: ExportMessage | null;
  say(message: ExportMessage | null): void;
  /** Says in words what main or the engine threw. */
  report(error: unknown): void;
}

export function useExportSetup(): ExportChoices {
  const { undo } = useWorkspace();
  const [message, say] = useState<ExportMessage | null>(null);
  const [setup, setSetup] = useState<ExportSetup | null>(null);
  const [line] = useState(createLine);
  const report = useCallback((error: unknown) => say({ tone: "problem", text: toErrorData(error).message }), []);
  const take = useCallback(
    (ask: () => Promise<ExportSetup | null>) => line.add(() => ask().then((next) => next && setSetup(next), report)),
    [line, report],
  );
  useEffect(() => take(() => attache.engine("getExportSetup", {})), [take]);

  return {
    setup,
    choose(changed) {
      if (!setup) return;
      const options = { ...setup.options, ...changed };
      setSetup({ ...setup, options });
      take(() => attache.engine("saveExportOptions", { options }));
    },
    add(kind) {
      say(null);
      take(() => attache.app("addExportFile", { kind }));
    },
    remove(id, name) {
      const before = setup?.options;
      const takeOut = () => take(() => attache.engine("removeExportFile", { id, removed: true }));
      const bringBack = async () => {
        say(null);
        // Both are sent at once: the dialog may be opened again right now, and asks after them.
        const back = attache.engine("removeExportFile", { id, removed: false });
        const chosen = before ? attache.engine("saveExportOptions", { options: before }) : null;
        return (await Promise.all([back, chosen])).at(-1) ?? null;
      };
      takeOut();
      // Also once the dialog is closed.
      const act: UndoableAct = { label: "Remove from the export", undo: () => take(bringBack), redo: takeOut };
      undo.push(act);
      say({
        tone: "plain",
        text: `“${name}” is no longer offered.`,
        actions: [{ label: "Undo", run: () => void (undo.isLast(act) ? undo.undo() : take(bringBack)) }],
      });
    },
    settled: line.settled,
    message,
    say,
    report,
  };
}

/** One after the other: a later choice must not be overtaken by an earlier one. */
function createLine() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    add(work: () => Promise<unknown>): void {
      last = last.then(work);
    },
    settled: async (): Promise<void> => {
      await last;
    },
  };
}
