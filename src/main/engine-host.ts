/**
 * One engine process for one window: started, called, and started again with its project when it stops unexpectedly.
 * Understands nothing of what it relays.
 */
import { join } from "node:path";
import { app, type UtilityProcess, utilityProcess } from "electron";
import type { EngineMethod, ParamsOf, ProjectInfo, ResultOf } from "../ipc/engine-contract.ts";
import type { EngineAnswer, EngineCall } from "../ipc/engine-messages.ts";
import { AttacheError, fromErrorData } from "../ipc/errors.ts";
import type { EngineEvent } from "../ipc/events.ts";

const MOST_RESTARTS = 5;

/** A result as the engine sent it: some as JSON text, which main passes on as it is. */
type Result = Pick<Extract<EngineAnswer, { result: unknown }>, "result" | "encoding">;

interface PendingCall {
  readonly resolve: (answer: Result) => void;
  readonly reject: (error: AttacheError) => void;
}

export interface EngineListeners {
  readonly onEvent: (event: EngineEvent) => void;
  /** The engine stopped and runs again, its project open again; else why that failed. */
  readonly onRestarted: (failure: unknown, info: ProjectInfo | null) => void;
}

export class EngineHost {
  readonly #listeners: EngineListeners;
  readonly #pending = new Map<number, PendingCall>();
  #process: UtilityProcess | null = null;
  #nextId = 1;
  #restarts = 0;
  #stopped = false;
  #projectPath: string | null = null;

  constructor(listeners: EngineListeners) {
    this.#listeners = listeners;
  }

  /** Starts the process ahead of the first call, once the window has painted: before, the two would race for the processor. */
  warmUp(): void {
    this.#running();
  }

  get projectPath(): string | null {
    return this.#projectPath;
  }

  /** Calls a method of the contract for main itself. */
  async call<M extends EngineMethod>(method: M, params: ParamsOf<M>): Promise<ResultOf<M>> {
    const answer = await this.relay(method, params);
    // The engine answers by the same contract; what it says is not checked again.
    const result = (answer.encoding === "json" ? JSON.parse(String(answer.result)) : answer.result) as ResultOf<M>;
    if ((method === "createProject" || method === "openProject" || method === "saveProjectAs") && "path" in params) {
      this.#projectPath = params.path;
    }
    return result;
  }

  /** Relays a call as it came, and its result as it comes back. */
  async relay(method: string, params: unknown): Promise<Result> {
    if (this.#stopped || this.#restarts > MOST_RESTARTS) {
      throw new AttacheError(
        "engine-stopped",
        "A part of Attaché stopped and does not come back. Close the window and open the briefing again.",
      );
    }
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#running().postMessage({ id, method, params } satisfies EngineCall);
    });
  }

  /** Closes the project and ends the process. Answers whether the project was never edited. */
  async stop(): Promise<{ readonly untouched: boolean }> {
    const kept = { untouched: false };
    if (this.#stopped) return kept;
    const closed = this.#projectPath === null ? kept : await this.call("closeProject", {}).catch(() => kept);
    this.#stopped = true;
    this.#process?.kill();
    return closed;
  }

  #running(): UtilityProcess {
    this.#process ??= this.#start();
    return this.#process;
  }

  #start(): UtilityProcess {
    const child = utilityProcess.fork(join(import.meta.dirname, "engine.js"), [app.getVersion()], {
      serviceName: "Attaché engine",
      stdio: "inherit",
    });
    child.on("message", (answer: EngineAnswer) => this.#take(answer));
    child.on("exit", () => this.#exited());
    return child;
  }

  #take(answer: EngineAnswer): void {
    if ("event" in answer) {
      this.#listeners.onEvent(answer.event);
      return;
    }
    const call = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if ("error" in answer) call?.reject(fromErrorData(answer.error));
    else
      call?.resolve(answer.encoding ? { result: answer.result, encoding: answer.encoding } : { result: answer.result });
  }

  #exited(): void {
    for (const call of this.#pending.values()) {
      call.reject(
        new AttacheError("engine-stopped", "This was interrupted because a part of Attaché stopped. Try it again."),
      );
    }
    this.#pending.clear();
    this.#process = null;
    this.#restarts += 1;
    if (this.#stopped || this.#restarts > MOST_RESTARTS) return;
    this.#running();
    const reopened =
      this.#projectPath === null
        ? Promise.resolve(null)
        : this.call("openProject", { path: this.#projectPath, again: true });
    reopened.then(
      (info) => this.#listeners.onRestarted(null, info),
      (error: unknown) => this.#listeners.onRestarted(error, null),
    );
  }
}
