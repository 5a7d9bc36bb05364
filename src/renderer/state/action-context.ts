/** What the actions of every part of the window share: the state, the line of undo, how to tell the user something. */
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { UndoStack } from "./undo-stack.ts";
import type { Notice, WorkspaceState } from "./workspace-state.ts";

export interface ActionContext {
  readonly get: () => WorkspaceState;
  readonly set: (part: Partial<WorkspaceState>) => void;
  readonly undo: UndoStack;
  /** Answers the id of the notice, to dismiss it. */
  readonly notify: (notice: Omit<Notice, "id">) => number;
  readonly report: (error: unknown) => void;
  /** The same of what a step of undo threw: what it was about may be gone from the file. */
  readonly reportStep: (error: unknown) => void;
  readonly putExcerpts: (changed: readonly Excerpt[]) => void;
  readonly openSource: (sourceId: SourceId) => void;
}
