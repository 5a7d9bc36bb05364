/**
 * Asks the engine for the review of the brief, a moment after something changed that it rests on: never while a key is
 * struck or a change is still to be saved, one request at a time, and only an answer that fits what is written now is
 * shown. Nothing of it runs on the way of a key.
 */
import type { Decision } from "../../core/review/decision.ts";
import type { ReviewReport } from "../../core/review/review-report.ts";
import { toErrorData } from "../../ipc/errors.ts";
import { attache } from "../attache.ts";
import { type BriefReview, shareReport, withDecision } from "./brief-review.ts";
import type { SaveState, WorkspaceState, WorkspaceStore } from "./workspace-state.ts";

/** From the last change to the request. */
const PAUSE_MS = 500;
/** So long no key may have been struck when something is asked or shown. */
const QUIET_MS = 300;
/** What takes longer is said to run. */
const SLOW_MS = 600;
const LATEST_START_MS = 3000;
/** A window that is never idle shows it all the same. */
const LATEST_ANSWER_MS = 1000;

export interface Reviewer {
  /** Begins to follow the state. Returns the function that ends it. */
  start(): () => void;
  /** Asks soon: something changed that the state does not tell. */
  ask(): void;
  /** Goes on where the user stopped it, or where it failed. */
  goOn(): void;
  /** The report on the brief as it is written now; null where there is none to be had. */
  now(): Promise<ReviewReport | null>;
  cancel(): void;
  takeProgress(done: number, total: number): void;
  /** Notes a decision that the engine has taken. */
  takeDecision(key: string, decision: Decision | null): void;
}

/** What it stands on outside of the state. */
export interface ReviewerGround {
  readonly getReview: () => Promise<ReviewReport>;
  readonly cancelReview: () => Promise<unknown>;
  /** Calls in a moment in which nothing else is to be done, at the latest after so long. Returns what takes it back. */
  readonly whenIdle: (run: () => void, latestMs: number) => () => void;
  /** Calls before each key. Returns the function that ends it. */
  readonly onKey: (listener: () => void) => () => void;
}

const IN_WINDOW: ReviewerGround = {
  getReview: () => attache.engine("getReview", {}),
  cancelReview: () => attache.engine("cancelReview", {}),
  whenIdle(run, latestMs) {
    const handle = requestIdleCallback(run, { timeout: latestMs });
    return () => cancelIdleCallback(handle);
  },
  onKey(listener) {
    window.addEventListener("keydown", listener, { capture: true, passive: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  },
};

export function createReviewer(store: WorkspaceStore, ground: ReviewerGround = IN_WINDOW): Reviewer {
  let wanted = false;
  /** The user stopped it: nothing is asked until they say so. */
  let stopped = false;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastKeyAt = Number.NEGATIVE_INFINITY;
  let ended = false;
  /** What was on disk when the report that is shown was asked for. */
  let basis: SaveState | null = null;

  const set = (part: Partial<BriefReview>) =>
    store.setState({ briefReview: { ...store.getState().briefReview, ...part } });
  const isQuiet = () => performance.now() - lastKeyAt >= QUIET_MS;
  /** Resolves when nothing else is to be done in the window and no key was struck for a while. */
  const quietMoment = async () => {
    do {
      await new Promise<void>((resolve) => void ground.whenIdle(resolve, LATEST_ANSWER_MS));
      if (!isQuiet()) await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    } while (!isQuiet());
  };
  const soon = () => {
    wanted = true;
    clearTimeout(timer);
    timer = setTimeout(tryToAsk, PAUSE_MS);
  };
  const tryToAsk = () => {
    // Each of these says so when it is over.
    if (!wanted || stopped || ended || running || !isOnDisk(store.getState())) return;
    if (isQuiet()) void ask(false);
    else timer = setTimeout(tryToAsk, QUIET_MS);
  };
  const ask = (atOnce: boolean): Promise<void> => {
    wanted = false;
    running = answer(atOnce).finally(() => {
      running = null;
      if (wanted) soon();
    });
    return running;
  };
  const answer = async (atOnce: boolean) => {
    const asked = store.getState().saveState;
    const slow = setTimeout(() => {
      if (store.getState().briefReview.step.kind !== "running") set({ step: { kind: "running", done: 0, total: 0 } });
    }, SLOW_MS);
    try {
      const report = await ground.getReview();
      clearTimeout(slow);
      if (!atOnce) await quietMoment();
      if (ended) return;
      // It was stopped too late: there is nothing to go on with.
      stopped = false;
      // Places are counted in words that may be others by now.
      if (store.getState().saveState !== asked) wanted = true;
      else {
        basis = asked;
        const { briefReview } = store.getState();
        const shared = shareReport(briefReview.report, report);
        if (shared !== briefReview.report || briefReview.step.kind !== "current")
          set({ report: shared, step: { kind: "current" } });
      }
    } catch (error) {
      const { code, message } = toErrorData(error);
      if (ended) return;
      if (code !== "cancelled") set({ step: { kind: "failed", message } });
      else if (stopped) set({ step: { kind: "stopped" } });
      else wanted = true;
    } finally {
      clearTimeout(slow);
    }
  };

  return {
    start() {
      ended = false;
      const stopKeys = ground.onKey(() => {
        lastKeyAt = performance.now();
      });
      const stop = store.subscribe((state, before) => {
        if (changes(state, before)) soon();
      });
      const takeBack = ground.whenIdle(soon, LATEST_START_MS);
      return () => {
        ended = true;
        clearTimeout(timer);
        takeBack();
        stopKeys();
        stop();
      };
    },
    ask: soon,
    goOn() {
      stopped = false;
      set({ step: { kind: "waiting" } });
      soon();
    },
    async now() {
      while (running) await running;
      const { saveState, briefReview } = store.getState();
      if (wanted || basis !== saveState || briefReview.report === null) {
        clearTimeout(timer);
        await ask(true);
      }
      return basis === store.getState().saveState ? store.getState().briefReview.report : null;
    },
    cancel() {
      stopped = true;
      void ground.cancelReview().catch(() => undefined);
    },
    takeProgress(done, total) {
      if (store.getState().briefReview.step.kind === "running" && done < total)
        set({ step: { kind: "running", done, total } });
    },
    takeDecision(key, decision) {
      const { report } = store.getState().briefReview;
      if (report) set({ report: withDecision(report, key, decision) });
      soon();
    },
  };
}

function isOnDisk({ saveState, progress }: WorkspaceState): boolean {
  return saveState.kind === "saved" && progress === null;
}

/** Whether something ended that the review waits for, or is another that it rests on. */
function changes(state: WorkspaceState, before: WorkspaceState): boolean {
  return (
    (isOnDisk(state) && (!isOnDisk(before) || state.saveState !== before.saveState)) ||
    state.sources !== before.sources ||
    state.excerpts !== before.excerpts
  );
}
