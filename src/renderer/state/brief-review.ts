/** The review of the brief as the window holds it: its last report, and what is being done about the next. Pure. */
import type { Decision } from "../../core/review/decision.ts";
import type { Finding } from "../../core/review/finding.ts";
import type { ReviewReport } from "../../core/review/review-report.ts";
import { isEqual } from "../editor/unsaved-words.ts";

export type ReviewStep =
  /** Nothing was asked yet, or what was asked is answered in a moment. */
  | { readonly kind: "waiting" }
  /** It takes a while. `total` is 0 while nothing is known of it. */
  | { readonly kind: "running"; readonly done: number; readonly total: number }
  | { readonly kind: "current" }
  /** The user stopped it. */
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly message: string };

export interface BriefReview {
  /** Null until the first one came. */
  readonly report: ReviewReport | null;
  readonly step: ReviewStep;
}

export const NOT_REVIEWED: BriefReview = { report: null, step: { kind: "waiting" } };

/** Whether the user has dealt with a finding for good. A conflict stays: it is to be said in the brief. */
export function isSettled({ decision }: Pick<Finding, "decision">): boolean {
  return decision !== null && decision.answer !== "conflict";
}

/** The findings that ask for something, in order. */
export function openFindings(report: ReviewReport | null): Finding[] {
  return report?.findings.filter((finding) => !isSettled(finding)) ?? [];
}

/**
 * A report with the objects of the one before wherever they say the same, so that what shows them is not drawn again;
 * the one before itself, where nothing is new.
 */
export function shareReport(before: ReviewReport | null, next: ReviewReport): ReviewReport {
  if (before === null) return next;
  const findings = shareAll(before.findings, next.findings, ({ key }) => key);
  const statements = shareAll(before.statements, next.statements, ({ place, key }) => `${place.sectionId} ${key}`);
  const origins = shareAll(before.origins, next.origins, ({ id }) => id);
  const isSame = findings === before.findings && statements === before.statements && origins === before.origins;
  return isSame ? before : { findings, statements, origins };
}

/** A report in which a finding is decided about, or no longer. */
export function withDecision(report: ReviewReport, key: string, decision: Decision | null): ReviewReport {
  return {
    ...report,
    findings: report.findings.map((finding) => (finding.key === key ? { ...finding, decision } : finding)),
  };
}

function shareAll<T>(before: T[], next: T[], keyOf: (item: T) => string): T[] {
  const known = new Map(before.map((item) => [keyOf(item), item]));
  const shared = next.map((item) => {
    const old = known.get(keyOf(item));
    return old !== undefined && isEqual(old, item) ? old : item;
  });
  const isSame = shared.length === before.length && shared.every((item, index) => item === before[index]);
  return isSame ? before : shared;
}
