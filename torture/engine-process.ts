/**
 * The engine as the app runs it: the built out/main/engine.js in a process of its own, behind the same parent port as in
 * the stand-in of the end-to-end specs. Knows which calls were answered, and can end it as a power cut would.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { EngineMethod, ParamsOf, ResultOf } from "../src/ipc/engine-contract.ts";
import type { EngineAnswer, EngineCall } from "../src/ipc/engine-messages.ts";
import { AttacheError, fromErrorData } from "../src/ipc/errors.ts";
import type { EngineEvent } from "../src/ipc/events.ts";

const MODULE = join(import.meta.dirname, "../out/main/engine.js");
const PARENT_PORT = new URL("../e2e/hosts/stand-in/app/parent-port.ts", import.meta.url).href;

/** The process was killed before it had answered. */
export class EngineGone extends Error {}

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class EngineProcess {
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, PendingCall>();
  readonly #ended: Promise<unknown>;
  #nextId = 1;
  #isKilled = false;
  onEvent: (event: EngineEvent) => void = () => undefined;

  constructor() {
    if (!existsSync(MODULE)) throw new Error("Build the app first: npm run build");
    this.#child = fork(MODULE, ["0.0.0-torture"], {
      execArgv: ["--disable-warning=ExperimentalWarning", "--import", PARENT_PORT],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#child.on("message", (message) => this.#take(message as EngineAnswer)); // our own engine is the other end
    // What it sent before its end is still delivered, and counts: it was acknowledged.
    this.#ended = Promise.all([once(this.#child, "exit"), once(this.#child, "disconnect")]).then(() => {
      for (const { reject } of this.#pending.values()) reject(new EngineGone("The engine has ended."));
      this.#pending.clear();
    });
  }

  /** Whether it still runs, or was made to end. */
  get isOver(): boolean {
    return this.#isKilled || this.#child.exitCode !== null;
  }

  /** Throws AttacheError where the engine refuses, EngineGone where it has no answer any more. */
  async call<M extends EngineMethod>(method: M, params: ParamsOf<M>): Promise<ResultOf<M>> {
    if (this.isOver) throw new EngineGone("The engine has ended.");
    const id = this.#nextId;
    this.#nextId += 1;
    const answer = new Promise<unknown>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    this.#child.send({ id, method, params } satisfies EngineCall, () => undefined);
    return (await answer) as ResultOf<M>; // the engine answers by the contract that types this call
  }

  /** Ends it at once: nothing of it runs any more. Resolves when all that it had said is known. */
  async kill(): Promise<void> {
    this.#isKilled = true;
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  /** Ends it as main does when a window closes. */
  async close(): Promise<void> {
    await this.call("closeProject", {});
    await this.kill();
  }

  #take(message: EngineAnswer): void {
    if ("event" in message) {
      this.onEvent(message.event);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if ("error" in message) pending?.reject(fromErrorData(message.error));
    else pending?.resolve(message.encoding === "json" ? JSON.parse(String(message.result)) : message.result);
  }
}

/** Whether a call failed because its engine was killed. Anything else is a finding. */
export function isGone(error: unknown): boolean {
  return error instanceof EngineGone || (error instanceof AttacheError && error.code === "engine-stopped");
}
