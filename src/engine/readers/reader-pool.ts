/**
 * Runs readers in a worker thread with a memory cap and a time limit, so that a hostile file can kill only the thread.
 */
import { Worker } from "node:worker_threads";
import type { Anchor } from "../../core/excerpt/anchor.ts";
import type { Selectors } from "../../core/excerpt/selectors.ts";
import { AttacheError, type ErrorCode, type ErrorData, fromErrorData } from "../../ipc/errors.ts";
import type { ReadRequest, ReadSource, ReportProgress } from "./reader.ts";

const MEMORY_LIMIT_MB = 1024;
/** What lies outside of the heap (unpacked archives, pictures) is capped by what the whole process grows to. */
const GROWTH_LIMIT_BYTES = 2 * 1024 ** 3;
const GROWTH_CHECK_MS = 200;
const TIME_LIMIT_MS = 120_000;
/** How long a thread that nobody waits for may go on. */
const ABANDONED_MS = 3_000;

/** Passages to find again in what is read; `textBefore` is the text in which they have their words. */
export interface Passages {
  readonly selectors: readonly Selectors[];
  readonly textBefore: string;
}

export interface ReaderJob {
  readonly request: ReadRequest;
  readonly passages: readonly Passages[];
}

/** A source as it was read, and the anchors of each text's passages, in their order. */
export interface AnchoredSource {
  readonly source: ReadSource;
  readonly anchors: readonly (readonly Anchor[])[];
}

export type WorkerMessage = AnchoredSource | { readonly error: ErrorData } | { readonly share: number };
type WorkerAnswer = Exclude<WorkerMessage, { readonly share: number }>;

export interface ReaderPool {
  /** Throws AttacheError where the file cannot be read, `cancelled` where `cancel` was called meanwhile. */
  read(request: ReadRequest, report?: ReportProgress): Promise<ReadSource>;
  /** The same, and finds passages in what was read: matching them can take as long as the reading. */
  readAndAnchor(request: ReadRequest, passages: readonly Passages[], report?: ReportProgress): Promise<AnchoredSource>;
  /** Stops the reading under way at once. */
  cancel(): void;
  close(): void;
}

/** `workerUrl` is the module reader-worker, as source or as bundled: where it lies depends on the host. */
export function createReaderPool(workerUrl: URL): ReaderPool {
  let worker: Worker | undefined;
  /** Ends the waiting for the reading under way; undefined while there is none. */
  let giveUp: (() => void) | undefined;

  const start = (): Worker => {
    const started = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB } });
    // It may end between two files too, when nobody waits for it: unheard, that would end this process.
    const ended = () => {
      if (worker === started) worker = undefined;
    };
    return started.on("error", ended).on("exit", ended);
  };

  // Cutting a thread off while it loads a library, or frees what it holds, has been seen to bring the whole process
  // down. So one that waits ends by itself, and one that nobody waits for any more is cut off only later, when it has
  // loaded what it needs; at once only where a file went beyond its limits.
  const stop = () => {
    if (giveUp) void worker?.terminate();
    else worker?.postMessage(null);
    worker = undefined;
    giveUp = undefined;
  };
  const abandon = () => {
    const left = worker;
    giveUp?.();
    worker = undefined;
    giveUp = undefined;
    left?.postMessage(null);
    if (left) setTimeout(() => void left.terminate(), ABANDONED_MS).unref();
  };

  const run = async (job: ReaderJob, report: ReportProgress): Promise<AnchoredSource> => {
    worker ??= start();
    const given = Promise.withResolvers<never>();
    const leave = () => given.reject(new AttacheError("cancelled", `Reading ${job.request.fileName} was cancelled.`));
    giveUp = leave;
    const answer = await Promise.race([ask(worker, job, report), given.promise]).catch((error: unknown) => {
      // Where it was given up, another reading may be under way by now.
      if (giveUp === leave) stop();
      throw error;
    });
    giveUp = undefined;
    if ("error" in answer) throw fromErrorData(answer.error);
    return answer;
  };

  return {
    read: async (request, report = ignore) => (await run({ request, passages: [] }, report)).source,
    readAndAnchor: (request, passages, report = ignore) => run({ request, passages }, report),
    cancel() {
      if (giveUp) abandon();
    },
    close() {
      if (giveUp) abandon();
      else stop();
    },
  };
}

const ignore: ReportProgress = () => undefined;

function ask(worker: Worker, job: ReaderJob, report: ReportProgress): Promise<WorkerAnswer> {
  const { fileName } = job.request;
  return new Promise((resolve, reject) => {
    const failed = (why: string, code: ErrorCode = "reader-failed") => {
      settle();
      const advice = "Open it in the program that made it and save it anew, or import only the part that you need.";
      reject(new AttacheError(code, `${fileName} could not be read: ${why}. ${advice}`));
    };
    const tooLarge = () => failed("it needs too much memory", "file-too-complex");
    const told = (message: WorkerMessage) => {
      if ("share" in message) return report(message.share);
      settle();
      resolve(message);
    };
    const crashed = (error: Error) => {
      if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") tooLarge();
      else failed(error.message);
    };
    const exited = () => failed("reading it stopped unexpectedly");
    const before = process.memoryUsage.rss();
    const growth = setInterval(() => {
      if (process.memoryUsage.rss() - before > GROWTH_LIMIT_BYTES) tooLarge();
    }, GROWTH_CHECK_MS);
    const timer = setTimeout(() => failed("it took too long", "file-too-complex"), TIME_LIMIT_MS);
    const settle = () => {
      clearTimeout(timer);
      clearInterval(growth);
      worker.off("message", told).off("error", crashed).off("exit", exited);
    };
    worker.on("message", told).on("error", crashed).on("exit", exited);
    worker.postMessage(job);
  });
}
