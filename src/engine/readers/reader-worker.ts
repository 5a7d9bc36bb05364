/**
 * The entry of the reader thread: takes a job, tells how far it is, answers a source or an error, and ends when it is
 * sent null. Must not hold anything between two jobs.
 */
// First: see there.
import "../../node/deny-network.ts";

import { parentPort } from "node:worker_threads";
import { createAnchorer } from "../../core/excerpt/anchor.ts";
import { createTextIndex } from "../../core/excerpt/text-index.ts";
import { canonicalText } from "../../core/source/block.ts";
import { AttacheError, type ErrorData, toErrorData } from "../../ipc/errors.ts";
import { readSource } from "./read-source.ts";
import type { ReaderJob, WorkerMessage } from "./reader-pool.ts";

const PROGRESS_PAUSE_MS = 50;

// pdf.js forgets promises of broken files now and then. Whatever matters is awaited: the rest must not end the thread in
// the middle of the next file.
process.on("unhandledRejection", () => undefined);

parentPort?.on("message", async (job: ReaderJob | null) => {
  if (job === null) parentPort?.close();
  else post(await answer(job));
});

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

async function answer({ request, passages }: ReaderJob): Promise<WorkerMessage> {
  let toldAt = 0;
  try {
    const source = await readSource(request, (share) => {
      if (performance.now() - toldAt < PROGRESS_PAUSE_MS) return;
      toldAt = performance.now();
      post({ share });
    });
    const now = createTextIndex(canonicalText(source.blocks));
    const anchors = passages.map(({ selectors, textBefore }) =>
      selectors.map(createAnchorer(now, createTextIndex(textBefore))),
    );
    return { source, anchors };
  } catch (error) {
    return { error: explain(error, request.fileName) };
  }
}

/** What a reader did not foresee is a fault of the file as far as the user can tell: it is said of the file. */
function explain(error: unknown, fileName: string): ErrorData {
  if (error instanceof AttacheError) return toErrorData(error);
  if (error instanceof RangeError && /call stack/iu.test(error.message)) {
    return {
      code: "file-too-complex",
      message: `${fileName} could not be read: it is nested too deeply. Save it anew in the program that made it, or as a PDF.`,
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return {
    code: "reader-failed",
    message: `${fileName} could not be read: it may be damaged (${detail}). Open it in the program that made it and save it anew.`,
  };
}
