/** The report of the review as the window last got it: the one place that knows where the state keeps it. */
import type { ReviewReport } from "../../core/review/review-report.ts";
import type { WorkspaceState } from "./workspace-state.ts";

/** Null until the review has read the sources. */
export function reportOf(state: WorkspaceState): ReviewReport | null {
  return state.briefReview.report;
}
