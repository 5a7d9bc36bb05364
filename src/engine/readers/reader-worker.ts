/**
 * The entry of the reader thread: takes a job, answers a source or an error, and ends when it is sent null. Must not
 * hold anything between two jobs.
 */
import { parentPort } from "node:worker_threads";
import { anchorExcerpt } from "../../core/excerpt/anchor.ts";
import { canonicalText } from "../../core/source/block.ts";
import { toErrorData } from "../../ipc/errors.ts";
import type { ReaderJob, WorkerAnswer } from "./reader-pool.ts";
import { readText } from "./text-reader.ts";

parentPort?.on("message", (job: ReaderJob | null) => {
  if (job === null) parentPort?.close();
  else parentPort?.postMessage(answer(job));
});

function answer({ request, passages: { selectors, textBefore } }: ReaderJob): WorkerAnswer {
  try {
    const source = readText(request);
    const text = canonicalText(source.blocks);
    return { source, anchors: selectors.map((each) => anchorExcerpt(text, each, textBefore)) };
  } catch (error) {
    return { error: toErrorData(error) };
  }
}
