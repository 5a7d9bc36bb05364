/** The bar below the panes: what was saved and when, what is being done, how long the brief is. */
import { OpenStatements } from "../features/findings/OpenStatements.tsx";
import { useWorkspace, useWorkspaceState } from "../state/workspace.ts";
import type { SaveState } from "../state/workspace-state.ts";
import { momentOf, timeOf } from "./time-words.ts";

export function StatusBar() {
  const saveState = useWorkspaceState((state) => state.saveState);
  const progress = useWorkspaceState((state) => state.progress);
  const wordCount = useWorkspaceState((state) => state.wordCount);
  const citations = useWorkspaceState((state) => state.citations.length);
  const { readOnly } = useWorkspace();
  const saved = readOnly === null ? saveText(saveState) : "Reading only";
  const reviewed = useReviewProgress();
  const text = progress ? progress.text : saved;
  return (
    <footer className="status-bar">
      <span role="status" data-problem={saveState.kind === "failed" && !progress ? "" : undefined}>
        {text}
      </span>
      {!progress && saveState.kind === "saved" && saveState.at !== null && <span>{timeOf(saveState.at)}</span>}
      {progress && (progress.total > 1 || progress.done > 0) && (
        <progress aria-label={progress.text} value={progress.done} max={progress.total} />
      )}
      {progress?.cancel && (
        <button type="button" className="button" data-quiet="" onClick={progress.cancel}>
          Cancel
        </button>
      )}
      {reviewed !== "" && <span>{reviewed}</span>}
      <OpenStatements />
      <span className="spacer" />
      <span>{wordCount === 1 ? "1 word" : `${wordCount.toLocaleString("en-GB")} words`}</span>
      <span>{citations === 1 ? "1 citation" : `${citations} citations`}</span>
    </footer>
  );
}

function saveText(state: SaveState): string {
  if (state.kind === "saved") return "Saved";
  return state.kind === "saving" ? "Saving…" : `Not saved since ${momentOf(state.since)}`;
}

/** What is said of a check of the brief that takes a while. Quietly: the pane of findings shows it, and can cancel it. */
function useReviewProgress(): string {
  return useWorkspaceState(({ briefReview: { step } }) => {
    if (step.kind !== "running") return "";
    return step.total > 0 ? `Checking: ${step.done} of ${step.total} sources` : "Checking…";
  });
}
