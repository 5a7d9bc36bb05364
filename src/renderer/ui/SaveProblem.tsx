/**
 * What stands below the panes for as long as the brief cannot be saved: why, and what can be done. Covers nothing, since
 * one writes on; goes by itself.
 */
import { useWorkspace, useWorkspaceState } from "../state/workspace.ts";
import { momentOf } from "./time-words.ts";

export function SaveProblem({ onSaveElsewhere }: { onSaveElsewhere: () => void }) {
  const workspace = useWorkspace();
  const saveState = useWorkspaceState((state) => state.saveState);
  if (saveState.kind !== "failed") return null;
  return (
    <section className="save-problem" aria-label="Not saved">
      <div role="alert">
        <p>
          <strong>Not saved since {momentOf(saveState.since)}.</strong> {saveState.message}
        </p>
        <p className="save-problem-kept">Keep writing: your words are kept on this computer until they are saved.</p>
      </div>
      <button type="button" className="button" data-primary="" onClick={onSaveElsewhere}>
        Save a copy elsewhere…
      </button>
      <button type="button" className="button" onClick={() => void workspace.brief?.flush().catch(() => undefined)}>
        Try again
      </button>
    </section>
  );
}
