/**
 * The thread of the review as the engine sees it: questions and answers, one life long. Knows nothing of projects. A text
 * that breaks the review, or fills its memory, can end only the thread.
 */
import { Worker } from "node:worker_threads";
import { AttacheError } from "../../ipc/errors.ts";
import type { ReviewAnswer, ReviewQuestion, ReviewResults } from "./review-messages.ts";

const MEMORY_LIMIT_MB = 2048;
/** How long a thread that nobody waits for any more may go on. */
const ABANDONED_MS = 3_000;

type Question<T extends keyof ReviewResults> = Extract<ReviewQuestion, { readonly type: T }>;

export interface ReviewThread {
  /** Throws `review-failed` where the thread cannot answer; it is then of no more use. */
  ask<T extends keyof ReviewResults>(question: Question<T>): Promise<ReviewResults[T]>;
  /** Whether it ended, or failed at something, so that nobody knows what it holds. */
  isOver(): boolean;
  /** The question that it is at, told apart from any other; undefined while there is none. */
  current(): object | undefined;
  close(): void;
}

interface Waiting {
  readonly resolve: (result: ReviewResults[keyof ReviewResults]) => void;
  readonly reject: (error: AttacheError) => void;
}

/** `workerUrl` is the module review-worker, as source or as bundled: where it lies depends on the host. */
export function startReviewThread(workerUrl: URL): ReviewThread {
  const worker = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB } });
  const waiting: Waiting[] = [];
  let over = false;

  const end = (error: AttacheError) => {
    over = true;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  // Cutting a thread off while it loads a library, or frees what it holds, has been seen to bring the whole process
  // down (readers/reader-pool.ts): it is asked to end, and cut off only where it does not.
  const leave = () => {
    worker.postMessage(null);
    setTimeout(() => void worker.terminate(), ABANDONED_MS).unref();
  };
  worker
    .on("message", (answer: ReviewAnswer) => {
      if ("result" in answer) return waiting.shift()?.resolve(answer.result);
      // Half of what it was doing may be done: another one begins anew.
      end(failed(answer.error.message));
      leave();
    })
    .on("error", (error) => end(failed(whyOf(error))))
    .on("exit", () => end(failed("It ended unexpectedly")));

  return {
    ask: <T extends keyof ReviewResults>(question: Question<T>) =>
      new Promise<ReviewResults[T]>((resolve, reject) => {
        if (over) return reject(failed("It had ended"));
        // The answers come in the order of the questions, each of the type that its question names.
        waiting.push({ resolve: resolve as Waiting["resolve"], reject });
        worker.postMessage(question);
      }),
    isOver: () => over,
    current: () => waiting[0],
    close() {
      if (over) return;
      end(new AttacheError("cancelled", "The review was ended, since its project was closed."));
      leave();
    },
  };
}

function whyOf(error: Error): string {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? "It needs more memory than it may have"
    : error.message;
}

function failed(why: string): AttacheError {
  return new AttacheError(
    "review-failed",
    `The review of the brief stopped: ${why.replace(/\.$/u, "")}. Nothing of the briefing is lost. Ask for the review again; if it stops again, delete the source that was added last.`,
  );
}
