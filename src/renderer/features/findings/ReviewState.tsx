/** What is being done about the findings: a check that lasts, one that was stopped or failed, and how to go on. */
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";

export function ReviewState() {
  const { reviewer } = useWorkspace();
  const step = useWorkspaceState((state) => state.briefReview.step);
  const hasReport = useWorkspaceState((state) => state.briefReview.report !== null);
  const goOn = (label: string) => (
    <button type="button" className="button" onClick={reviewer.goOn}>
      {label}
    </button>
  );
  const before = hasReport ? " What is listed is from before." : "";
  const isShown = step.kind !== "current" && !(step.kind === "waiting" && hasReport);
  return (
    <div
      className="review-state"
      data-shown={isShown ? "" : undefined}
      data-problem={step.kind === "failed" ? "" : undefined}
    >
      {/* Always there, so that what comes into it is said aloud. */}
      <p role="status">
        {step.kind === "waiting" && !hasReport && "The brief is being checked…"}
        {step.kind === "running" && (step.total > 0 ? "Reading the sources to check the brief" : "Checking the brief…")}
        {step.kind === "stopped" && `The check was stopped.${before}`}
        {step.kind === "failed" && `The check did not come to its end: ${step.message}${before}`}
      </p>
      {step.kind === "running" && (
        <>
          {step.total > 0 && (
            <>
              <progress aria-label="Sources read" value={step.done} max={step.total} />
              <span className="finding-soft">
                {step.done.toLocaleString("en-GB")} of {step.total.toLocaleString("en-GB")}
              </span>
            </>
          )}
          <button type="button" className="button" onClick={reviewer.cancel}>
            Cancel
          </button>
        </>
      )}
      {step.kind === "stopped" && goOn("Check again")}
      {step.kind === "failed" && goOn("Try again")}
    </div>
  );
}
