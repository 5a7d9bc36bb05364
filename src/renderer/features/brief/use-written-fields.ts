/**
 * Makes what is written into the title and the header fields a step of undo of the window's, once the field is left: a
 * text field undoes only for as long as one is in it. Recommendations see to themselves (RecommendationItem.tsx).
 */
import { type FocusEvent, type FormEvent, useRef } from "react";
import type { BriefFront } from "../../state/brief-front.ts";
import { useWorkspace } from "../../state/workspace.ts";
import type { WorkspaceState } from "../../state/workspace-state.ts";

/** What the element around the fields listens with. */
export function useWrittenFields(front: BriefFront) {
  const { store } = useWorkspace();
  const before = useRef<Pick<WorkspaceState, "title" | "header"> | null>(null);
  return {
    onFocusCapture({ target }: FocusEvent) {
      // As long as nothing is typed there is nothing that the field could undo: then undo is the window's.
      if (isField(target)) target.dataset["undo"] = "window";
    },
    onInputCapture({ target }: FormEvent) {
      if (!isField(target)) return;
      target.dataset["undo"] = "field";
      // The field itself is told later.
      before.current ??= store.getState();
    },
    onBlurCapture() {
      const was = before.current;
      before.current = null;
      if (was !== null) front.headWritten(was);
    },
  };
}

function isField(target: EventTarget): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    target.matches("input, textarea") &&
    target.closest("[data-recommendation]") === null
  );
}
