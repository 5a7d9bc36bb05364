/**
 * Runs readers in a worker thread with a memory cap and a time limit, so that a hostile file can kill only the thread.
 */
import { Worker } from "node:worker_threads";
import type { Anchor } from "../../core/excerpt/anchor.ts";
import type { Selectors } from "../../core/excerpt/selectors.ts";
import { AttacheError, type ErrorData, fromErrorData } from "../../ipc/errors.ts";
import type { ReadRequest, ReadSource } from "./reader.ts";

const MEMORY_LIMIT_MB = 1024;
const TIME_LIMIT_MS = 120_000;

/** Passages to find again in what is read; `textBefore` is the text that they were last placed in. */
export interface Passages {
  readonly selectors: readonly Selectors[];
  readonly textBefore: string;
}

export interface ReaderJob {
  readonly request: ReadRequest;
  readonly passages: Passages;
}

/** A source as it was read, and the anchor of each passage, in their order. */
export interface AnchoredSource {
  readonly source: ReadSource;
  readonly anchors: readonly Anchor[];
}

export type WorkerAnswer = AnchoredSource | { readonly error: ErrorData };

const NO_PASSAGES: Passages = { selectors: [], textBefore: "" };

export interface ReaderPool {
  /** Throws AttacheError where the file cannot be read, `cancelled` where `cancel` was called meanwhile. */
  read(request: ReadRequest): Promise<ReadSource>;
  /** The same, and finds passages in what was read: matching them can take as long as the reading. */
  readAndAnchor(request: ReadRequest, passages: Passages): Promise<AnchoredSource>;
  /** Stops the reading under way at once. */
  cancel(): void;
  close(): void;
}

/** `workerUrl` is the module reader-worker, as source or as bundled: where it lies depends on the host. */
export function createReaderPool(workerUrl: URL): ReaderPool {
  let worker: Worker | undefined;
  let cancelled = false;
  let busy = false;

  // A thread is cut off only in the middle of a file. One that waits ends by itself: cutting it off while it still
  // loads or frees what it holds has been seen to bring the whole process down.
  const stop = () => {
    if (busy) void worker?.terminate();
    else worker?.postMessage(null);
    worker = undefined;
    busy = false;
  };

  const run = async (job: ReaderJob): Promise<AnchoredSource> => {
    cancelled = false;
    worker ??= new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB } });
    busy = true;
    const answer = await ask(worker, job, () => cancelled).catch((error: unknown) => {
      stop();
      throw error;
    });
    busy = false;
    if ("error" in answer) throw fromErrorData(answer.error);
    return answer;
  };

  return {
    read: async (request) => (await run({ request, passages: NO_PASSAGES })).source,
    readAndAnchor: (request, passages) => run({ request, passages }),
    cancel() {
      cancelled = true;
      if (busy) stop();
    },
    close: stop,
  };
}

function ask(worker: Worker, job: ReaderJob, wasCancelled: () => boolean): Promise<WorkerAnswer> {
  const { fileName } = job.request;
  return new Promise((resolve, reject) => {
    const failed = (why: string) => {
      settle();
      reject(
        wasCancelled()
          ? new AttacheError("cancelled", `Reading ${fileName} was cancelled.`)
          : new AttacheError(
              "reader-failed",
              `${fileName} could not be read: ${why}. The other files are not affected.`,
            ),
      );
    };
    const answered = (answer: WorkerAnswer) => {
      settle();
      resolve(answer);
    };
    const crashed = (error: Error) =>
      failed("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "it needs too much memory" : error.message);
    const exited = () => failed("reading it stopped unexpectedly");
    const timer = setTimeout(() => failed("it took too long"), TIME_LIMIT_MS);
    const settle = () => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", crashed).off("exit", exited);
    };
    worker.on("message", answered).on("error", crashed).on("exit", exited);
    worker.postMessage(job);
  });
}
