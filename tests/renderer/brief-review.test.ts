import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/core/review/finding.ts";
import type { ReviewReport } from "../../src/core/review/review-report.ts";
import { isSettled, openFindings, shareReport, withDecision } from "../../src/renderer/state/brief-review.ts";

function finding(key: string, message = key): Finding {
  return {
    key,
    kind: "section-empty",
    message,
    places: [{ in: "section", sectionId: "context" as never }], // an id without its brand
    detail: { type: "none" },
    decision: null,
  };
}

function decided(one: Finding, answer: NonNullable<Finding["decision"]>["answer"]): Finding {
  return { ...one, decision: { key: one.key, answer, reason: "", decidedAt: "2026-01-01T00:00:00Z", finding: "" } };
}

const report = (...findings: Finding[]): ReviewReport => ({ findings, statements: [], origins: [] });

describe("what is still open", () => {
  test("are findings that nobody decided about, and conflicts, which are to be said in the brief", () => {
    const one = finding("one");
    expect(isSettled(one)).toBe(false);
    expect(isSettled(decided(one, "conflict"))).toBe(false);
    for (const answer of ["set-aside", "same", "different-scope"] as const)
      expect(isSettled(decided(one, answer))).toBe(true);
    expect(openFindings(report(one, decided(finding("two"), "set-aside"))).map(({ key }) => key)).toEqual(["one"]);
  });

  test("changes with a decision, and with its undoing", () => {
    const before = report(finding("one"), finding("two"));
    const { decision } = decided(finding("one"), "set-aside");
    const after = withDecision(before, "one", decision);
    expect(openFindings(after).map(({ key }) => key)).toEqual(["two"]);
    expect(withDecision(after, "one", null)).toEqual(before);
  });
});

describe("a new report", () => {
  test("is the one before where nothing is new, so that nothing is drawn again", () => {
    const before = report(finding("one"), finding("two"));
    expect(shareReport(before, structuredClone(before))).toBe(before);
  });

  test("keeps what says the same, and only that", () => {
    const before = report(finding("one"), finding("two"));
    const next = shareReport(before, report(finding("two"), finding("one", "said otherwise")));
    expect(next.findings[0]).toBe(before.findings[1]);
    expect(next.findings[1]?.message).toBe("said otherwise");
  });
});
