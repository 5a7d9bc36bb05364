/** Takes files and folders that are dropped anywhere on the window, but for what is dragged within it. */
import { useEffect, useState } from "react";
import { useWorkspace } from "../../state/workspace.ts";

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}

export function DropZone() {
  const { actions, mayWrite, readOnly } = useWorkspace();
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    // Entering a child leaves its parent: only the last leave means that the files are gone.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const over = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!bringsFiles(event)) return;
      // Before the editor sees it: a file that is dropped on the brief is a source, not text.
      event.preventDefault();
      event.stopPropagation();
      if (mayWrite()) void actions.importDropped([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragenter", enter, true);
    window.addEventListener("dragleave", leave, true);
    window.addEventListener("dragover", over, true);
    window.addEventListener("drop", drop, true);
    return () => {
      window.removeEventListener("dragenter", enter, true);
      window.removeEventListener("dragleave", leave, true);
      window.removeEventListener("dragover", over, true);
      window.removeEventListener("drop", drop, true);
    };
  }, [actions, mayWrite]);

  return isOver ? (
    <div className="drop-zone" aria-hidden="true">
      <p>{readOnly === null ? "Drop to import as sources" : "Open for reading only"}</p>
    </div>
  ) : null;
}
