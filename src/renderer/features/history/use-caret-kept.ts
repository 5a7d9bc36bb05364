/** The caret of the brief is where it was once a dialog with a field of its own is closed. */
import { useEffect, useState } from "react";
import { useWorkspace } from "../../state/workspace.ts";

export function useCaretKept(): void {
  const workspace = useWorkspace();
  const [wasWriting] = useState(() => document.activeElement?.matches(".brief-text") === true);
  useEffect(() => {
    if (!wasWriting) return;
    // Once the dialog is gone, and before it gives the focus back itself: that would put the caret at the very start.
    return () => queueMicrotask(() => workspace.brief?.focus());
  }, [workspace, wasWriting]);
}
