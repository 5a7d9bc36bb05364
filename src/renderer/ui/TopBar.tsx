/** The bar above the panes: which briefing this is, and the way out to Word. */
import type { OpenedProject } from "../../ipc/app-contract.ts";
import type { WindowCommand } from "../../ipc/events.ts";
import { FindingsButton } from "../features/findings/FindingsButton.tsx";
import { useWorkspaceState } from "../state/workspace.ts";

export function TopBar({ opened, run }: { opened: OpenedProject; run: (command: WindowCommand) => void }) {
  const title = useWorkspaceState((state) => state.title);
  return (
    <header className="top-bar">
      <h1 className="top-title">{title.trim() || opened.name}</h1>
      {opened.draft && (
        <button
          type="button"
          className="button"
          data-quiet=""
          title="Choose where this briefing lives"
          onClick={() => run("file.save-as")}
        >
          Draft · save as…
        </button>
      )}
      <span className="spacer" />
      <FindingsButton />
      <button
        type="button"
        className="button"
        data-primary=""
        title="Export as a Word document (Ctrl+E)"
        onClick={() => run("file.export.docx")}
      >
        Export to Word
      </button>
    </header>
  );
}
