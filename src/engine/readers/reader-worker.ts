/** The entry of the reader thread: takes a request, answers a source or an error. Must not hold anything between two. */
import { parentPort } from "node:worker_threads";
import { toErrorData } from "../../ipc/errors.ts";
import type { ReadRequest } from "./reader.ts";
import type { WorkerAnswer } from "./reader-pool.ts";
import { readText } from "./text-reader.ts";

parentPort?.on("message", (request: ReadRequest) => {
  parentPort?.postMessage(answer(request));
});

function answer(request: ReadRequest): WorkerAnswer {
  try {
    return { source: readText(request) };
  } catch (error) {
    return { error: toErrorData(error) };
  }
}
