/**
 * How the workspace of a project begins: with the words of an earlier window that could not be saved then, and with what
 * the user is to be told. Words that do not fit the project any more are put aside and offered, never put over others.
 */
import type { OpenedProject } from "../../ipc/app-contract.ts";
import type { Project } from "../../ipc/engine-contract.ts";
import { attache } from "../attache.ts";
import { type PutBack, putBack } from "../editor/unsaved-words.ts";
import { momentOf } from "../ui/time-words.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

export function takeUp(project: Project, { unsaved, setAside, told }: OpenedProject): Workspace {
  const kept = unsaved && putBack(project.brief, unsaved);
  const workspace = createWorkspace(project, kept);
  const { actions } = workspace;
  // After a crash of the window, what is told says it.
  if (kept && hasChange(kept) && told === null) {
    actions.notify({
      tone: "plain",
      text: `What could not be saved at ${momentOf(unsaved.since)} was put back into the brief.`,
    });
  }
  if (kept) void putAway(workspace, kept, unsaved.since);
  else if (setAside !== null) offer(workspace, setAside);
  if (told !== null) actions.notify({ tone: "problem", text: told });
  return workspace;
}

function hasChange({ change }: PutBack): boolean {
  return Object.keys(change.front ?? {}).length > 0 || (change.sectionIds ?? []).length > 0;
}

/** Main keeps no more than is still to be saved. */
async function putAway(workspace: Workspace, kept: PutBack, since: string): Promise<void> {
  try {
    if (kept.conflicts > 0) {
      await attache.app("setUnsavedAside", {});
      offer(workspace, since);
    } else if (!hasChange(kept)) await attache.app("keepUnsaved", { unsaved: null, failing: false });
  } catch (error) {
    workspace.actions.report(error);
  }
}

/** The words stay until the user has decided. */
function offer({ actions }: Workspace, since: string): void {
  actions.notify({
    tone: "problem",
    text:
      `Words that could not be saved at ${momentOf(since)} are kept, but this briefing was changed by someone else since. ` +
      "You can look at them in a briefing of their own.",
    actions: [
      { label: "Open them", run: () => void attache.app("openSetAside", {}).catch(actions.report) },
      { label: "Discard them", run: () => void attache.app("discardSetAside", {}).catch(actions.report) },
    ],
  });
}
