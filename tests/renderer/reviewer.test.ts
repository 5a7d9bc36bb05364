import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { ReviewReport } from "../../src/core/review/review-report.ts";
import { AttacheError } from "../../src/ipc/errors.ts";
import { NOT_REVIEWED } from "../../src/renderer/state/brief-review.ts";
import { createReviewer } from "../../src/renderer/state/reviewer.ts";
import type { WorkspaceState, WorkspaceStore } from "../../src/renderer/state/workspace-state.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function reportOf(name: string): ReviewReport {
  return { findings: [], statements: [], origins: [{ id: name, name, outlets: [], sourceIds: [], reason: "" }] };
}

/** A reviewer on as much of the state as it looks at, whose requests wait until the test answers them. */
function begun() {
  const start: Pick<WorkspaceState, "saveState" | "progress" | "sources" | "excerpts" | "briefReview"> = {
    saveState: { kind: "saved", at: null },
    progress: null,
    sources: [],
    excerpts: [],
    briefReview: NOT_REVIEWED,
  };
  const store = createStore(() => start) as unknown as WorkspaceStore; // as much of it as is looked at
  const requests: PromiseWithResolvers<ReviewReport>[] = [];
  let press: () => void = () => undefined;
  let cancelled = 0;
  const reviewer = createReviewer(store, {
    getReview() {
      const request = Promise.withResolvers<ReviewReport>();
      requests.push(request);
      return request.promise;
    },
    cancelReview() {
      cancelled += 1;
      requests.at(-1)?.reject(new AttacheError("cancelled", "It was stopped."));
      return Promise.resolve();
    },
    whenIdle(run) {
      const timer = setTimeout(run, 1);
      return () => clearTimeout(timer);
    },
    onKey(listener) {
      press = listener;
      return () => undefined;
    },
  });
  const stop = reviewer.start();
  return {
    store,
    reviewer,
    requests,
    stop,
    press: () => press(),
    cancelled: () => cancelled,
    edit: () => store.setState({ saveState: { kind: "saving" } }),
    save: () => store.setState({ saveState: { kind: "saved", at: "now" } }),
    shown: () => store.getState().briefReview.report?.origins[0]?.name ?? null,
    step: () => store.getState().briefReview.step,
    /** Lets so much time pass, and all that follows from it happen. */
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

describe("the review", () => {
  test("is asked for once the project is open, and again a moment after a change is saved", async () => {
    const window = begun();
    await window.pass(2000);
    expect(window.requests).toHaveLength(1);
    window.requests[0]?.resolve(reportOf("first"));
    await window.pass(2000);
    expect([window.shown(), window.step()]).toEqual(["first", { kind: "current" }]);
    window.edit();
    await window.pass(5000);
    expect(window.requests).toHaveLength(1);
    window.save();
    await window.pass(2000);
    expect(window.requests).toHaveLength(2);
  });

  test("is not asked for while keys are struck, nor shown", async () => {
    const window = begun();
    const strike = async (times: number) => {
      for (let count = 0; count < times; count += 1) {
        window.press();
        await window.pass(100);
      }
    };
    await strike(50);
    expect(window.requests).toHaveLength(0);
    await window.pass(2000);
    expect(window.requests).toHaveLength(1);
    window.press();
    window.requests[0]?.resolve(reportOf("first"));
    await strike(50);
    expect(window.shown()).toBeNull();
    await window.pass(2000);
    expect(window.shown()).toBe("first");
  });

  test("is asked for once at a time, and what the brief no longer says is not shown", async () => {
    const window = begun();
    await window.pass(2000);
    window.edit();
    window.save();
    await window.pass(5000);
    expect(window.requests).toHaveLength(1);
    window.requests[0]?.resolve(reportOf("of old words"));
    await window.pass(2000);
    expect(window.shown()).toBeNull();
    expect(window.requests).toHaveLength(2);
    window.requests[1]?.resolve(reportOf("of these words"));
    await window.pass(2000);
    expect(window.shown()).toBe("of these words");
  });

  test("is said to run where it lasts, stays stopped until one goes on, and then goes on", async () => {
    const window = begun();
    await window.pass(2000);
    expect(window.step().kind).toBe("running");
    window.reviewer.takeProgress(3, 9);
    expect(window.step()).toEqual({ kind: "running", done: 3, total: 9 });
    window.reviewer.cancel();
    await window.pass(2000);
    expect([window.cancelled(), window.step().kind]).toEqual([1, "stopped"]);
    window.save();
    await window.pass(5000);
    expect(window.requests).toHaveLength(1);
    window.reviewer.goOn();
    await window.pass(2000);
    window.requests[1]?.resolve(reportOf("first"));
    await window.pass(2000);
    expect([window.shown(), window.step().kind]).toEqual(["first", "current"]);
  });

  test("says why it failed, keeps what it found before, and is tried again with the next change", async () => {
    const window = begun();
    await window.pass(2000);
    window.requests[0]?.resolve(reportOf("first"));
    await window.pass(2000);
    window.edit();
    window.save();
    await window.pass(2000);
    window.requests[1]?.reject(new AttacheError("unexpected", "The disk is gone."));
    await window.pass(2000);
    expect([window.shown(), window.step()]).toEqual(["first", { kind: "failed", message: "The disk is gone." }]);
    window.edit();
    window.save();
    await window.pass(2000);
    window.requests[2]?.resolve(reportOf("second"));
    await window.pass(2000);
    expect([window.shown(), window.step().kind]).toEqual(["second", "current"]);
  });

  test("answers on the words as they are now, where one asks for that", async () => {
    const window = begun();
    await window.pass(2000);
    window.requests[0]?.resolve(reportOf("first"));
    await window.pass(2000);
    expect((await window.reviewer.now())?.origins[0]?.name).toBe("first");
    window.edit();
    window.save();
    const now = window.reviewer.now();
    await window.pass(0);
    window.requests[1]?.resolve(reportOf("second"));
    expect((await now)?.origins[0]?.name).toBe("second");
  });

  test("ends with its window", async () => {
    const window = begun();
    window.stop();
    window.save();
    await window.pass(9000);
    expect(window.requests).toHaveLength(0);
  });
});
