/** How much the review found that nobody has dealt with; opens and closes the pane that lists it. */
import { openFindings } from "../../state/brief-review.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { showFindings } from "./toggle-findings.ts";

export function FindingsButton() {
  const { store } = useWorkspace();
  const isOpen = useWorkspaceState((state) => state.view.findingsOpen);
  const count = useWorkspaceState(({ briefReview: { report } }) => (report ? openFindings(report).length : null));
  return (
    <button
      type="button"
      className="button top-findings"
      aria-expanded={isOpen}
      title="Findings (Ctrl+5)"
      onClick={() => showFindings(store, !isOpen)}
    >
      Findings{count !== null && ` ${count}`}
    </button>
  );
}
