/**
 * Runs readers in a worker thread with a memory cap and a time limit, so that a hostile file can kill only the thread.
 */
import { Worker } from "node:worker_threads";
import { AttacheError, type ErrorData, fromErrorData } from "../../ipc/errors.ts";
import type { ReadRequest, ReadSource } from "./reader.ts";

const MEMORY_LIMIT_MB = 1024;
const TIME_LIMIT_MS = 120_000;

export type WorkerAnswer = { readonly source: ReadSource } | { readonly error: ErrorData };

export interface ReaderPool {
  /** Throws AttacheError where the file cannot be read, `cancelled` where `cancel` was called meanwhile. */
  read(request: ReadRequest): Promise<ReadSource>;
  /** Stops the reading under way at once. */
  cancel(): void;
  close(): void;
}

/** `workerUrl` is the module reader-worker, as source or as bundled: where it lies depends on the host. */
export function createReaderPool(workerUrl: URL): ReaderPool {
  let worker: Worker | undefined;
  let cancelled = false;

  const stop = () => {
    void worker?.terminate();
    worker = undefined;
  };

  return {
    async read(request) {
      cancelled = false;
      worker ??= new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB } });
      const answer = await ask(worker, request, () => cancelled).catch((error: unknown) => {
        stop();
        throw error;
      });
      if ("error" in answer) throw fromErrorData(answer.error);
      return answer.source;
    },
    cancel() {
      cancelled = true;
      stop();
    },
    close: stop,
  };
}

function ask(worker: Worker, request: ReadRequest, wasCancelled: () => boolean): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const failed = (why: string) => {
      settle();
      reject(
        wasCancelled()
          ? new AttacheError("cancelled", `Reading ${request.fileName} was cancelled.`)
          : new AttacheError(
              "reader-failed",
              `${request.fileName} could not be read: ${why}. The other files are not affected.`,
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
    worker.postMessage(request);
  });
}
