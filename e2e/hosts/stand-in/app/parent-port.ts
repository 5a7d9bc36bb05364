/**
 * Loaded by Node before a utility process of the stand-in: gives it `process.parentPort`, as Electron does.
 */
import { EventEmitter } from "node:events";
import { isMainThread } from "node:worker_threads";
import type * as Electron from "electron";

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(message);
  }
}

// Worker threads are started with the same arguments; in Electron they have no parentPort either.
if (isMainThread) {
  const parentPort = new ParentPort() satisfies Pick<Electron.ParentPort, "postMessage">;
  const waiting: unknown[] = [];
  const pass = (message: unknown) => {
    if (parentPort.listenerCount("message") === 0) waiting.push(message);
    else parentPort.emit("message", { data: message, ports: [] });
  };
  parentPort.on("newListener", (name) => {
    if (name === "message") setImmediate(() => waiting.splice(0).forEach(pass));
  });
  process.on("message", pass);
  // As in Electron, a utility process does not outlive the app.
  process.on("disconnect", () => process.exit());
  Object.defineProperty(process, "parentPort", { value: parentPort });
}
