/**
 * The engine's own process: an Electron utility process that answers calls from main, one project for one window.
 */

// First: see there.
import "../node/deny-network.ts";

import { type EngineAnswer, type EngineCall, SENT_AS_JSON } from "../ipc/engine-messages.ts";
import { AttacheError, toErrorData } from "../ipc/errors.ts";
import { createEngine } from "./engine.ts";

/** The part of Electron's `process.parentPort` that is used here; Node's types do not know it. */
interface ParentPort {
  on(event: "message", listener: (message: { data: unknown }) => void): void;
  postMessage(message: EngineAnswer): void;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === "object" && value !== null && "postMessage" in value;
}

const port: unknown = "parentPort" in process ? process.parentPort : undefined;
if (!isParentPort(port)) throw new Error("The engine was not started by main.");

const engine = createEngine({
  readerWorkerUrl: new URL("./reader-worker.js", import.meta.url),
  reviewWorkerUrl: new URL("./review-worker.js", import.meta.url),
  appVersion: process.argv.at(-1) ?? "unknown",
  now: () => new Date().toISOString(),
  emit: (event) => port.postMessage({ event }),
});

port.on("message", ({ data }) => {
  // Main alone holds the other end of this port; what the window sent along is parsed by dispatch.
  const { id, method, params } = data as EngineCall;
  engine.dispatch(method, params).then(
    (result) =>
      port.postMessage(
        SENT_AS_JSON.has(method) ? { id, result: JSON.stringify(result), encoding: "json" } : { id, result },
      ),
    (error: unknown) => {
      // Main's log takes from it where in our code it was, and no word of it.
      if (!(error instanceof AttacheError)) console.error(error);
      port.postMessage({ id, error: toErrorData(error) });
    },
  );
});
