/** The history of the brief for its dialog: which versions there are, the chosen one compared, named, restored. */
import { useCallback, useEffect, useState } from "react";
import { numberCitations } from "../../../core/brief/citation-numbers.ts";
import type { Brief } from "../../../core/brief/document.ts";
import { toErrorData } from "../../../ipc/errors.ts";
import type { Comparison, History, Snapshot, SnapshotId } from "../../../ipc/history.ts";
import { attache } from "../../attache.ts";
import { useWorkspace, type Workspace } from "../../state/workspace.ts";
import { dayOf, timeOf } from "../../ui/time-words.ts";

export type ComparedWith = Comparison["with"];

export function useHistory(onRestored: () => void) {
  const workspace = useWorkspace();
  const [history, setHistory] = useState<History | null>(null);
  const [chosenId, choose] = useState<SnapshotId | null>(null);
  const [comparedWith, compareWith] = useState<ComparedWith>("now");
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const fail = useCallback((error: unknown) => setProblem(toErrorData(error).message), []);

  const load = useCallback(async () => {
    // What is being written belongs to the brief as it is now.
    await workspace.brief?.flush();
    const loaded = await attache.engine("listSnapshots", {});
    setHistory(loaded);
    choose((id) => (loaded.snapshots.some((snapshot) => snapshot.id === id) ? id : (loaded.snapshots[0]?.id ?? null)));
  }, [workspace]);

  useEffect(() => void load().catch(fail), [load, fail]);

  useEffect(() => {
    if (chosenId === null) return;
    // One goes through the list faster than versions are compared: only the last one asked for is shown.
    let isWanted = true;
    setProblem(null);
    attache.engine("compareSnapshot", { snapshotId: chosenId, with: comparedWith }).then(
      (compared) => isWanted && setComparison(compared),
      (error: unknown) => isWanted && fail(error),
    );
    return () => {
      isWanted = false;
    };
  }, [chosenId, comparedWith, fail]);

  const chosen = history?.snapshots.find(({ id }) => id === chosenId) ?? null;
  return {
    history,
    chosen,
    choose,
    comparedWith,
    compareWith,
    /** Of the chosen one; null while it is being made. */
    comparison: comparison?.snapshot.id === chosenId && comparison.with === comparedWith ? comparison : null,
    problem,
    /** Names the chosen version, or the brief as it is now. False where that failed, which is then said. */
    async name(snapshotId: SnapshotId | null, name: string): Promise<boolean> {
      try {
        const named = await attache.engine("nameSnapshot", { snapshotId, name });
        const before = history?.snapshots.find(({ id }) => id === snapshotId)?.name ?? null;
        if (before !== null && before !== name) undoRenaming(workspace, named.id, { before, after: name });
        await load();
        choose(named.id);
        return true;
      } catch (error) {
        fail(error);
        return false;
      }
    },
    async restore(snapshot: Snapshot): Promise<void> {
      try {
        await restoreInto(workspace, snapshot);
        onRestored();
      } catch (error) {
        fail(error);
      }
    },
  };
}

/** A name that another one replaces is a thing of the user's, too. */
function undoRenaming(
  { undo, actions }: Workspace,
  snapshotId: SnapshotId,
  { before, after }: { readonly before: string; readonly after: string },
): void {
  const set = (name: string) => () =>
    attache.engine("nameSnapshot", { snapshotId, name }).then(() => undefined, actions.report);
  undo.push({ label: "Rename a version", undo: set(before), redo: set(after) });
}

/** The engine keeps the state before and writes the restored one; the editor takes it as one step of undo. */
async function restoreInto(workspace: Workspace, snapshot: Snapshot): Promise<void> {
  await workspace.brief?.flush();
  const { brief } = await attache.engine("restoreSnapshot", { snapshotId: snapshot.id });
  workspace.brief?.replaceWith(brief);
  const missing = citationsWithoutExcerpt(workspace, brief);
  const rests =
    missing === 0
      ? ""
      : ` ${missing === 1 ? "One citation rests" : `${missing} citations rest`} on passages that are no longer in this project.`;
  workspace.actions.notify({
    tone: "plain",
    text: `The brief is again as it was ${whenInWords(snapshot)}. Ctrl+Z takes that back.${rests}`,
  });
}

function citationsWithoutExcerpt({ store }: Workspace, { sections }: Brief): number {
  const known = new Set(store.getState().excerpts.map(({ id }) => id));
  return numberCitations({ sections }).filter(({ citation }) => !citation.excerptIds.some((id) => known.has(id)))
    .length;
}

/** "today at 14:05", "on Tuesday 17 November at 14:05". */
export function whenInWords({ takenAt }: Snapshot): string {
  const day = dayOf(takenAt, new Date());
  const shown = day === "Today" || day === "Yesterday" ? day.toLowerCase() : `on ${day}`;
  return `${shown} at ${timeOf(takenAt)}`;
}
