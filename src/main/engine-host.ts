/**
 * One engine process for one window: started, called, and started again with its project when it stops unexpectedly.
 * Understands nothing of what it relays.
 */
import { join } from "node:path";
import { app, type UtilityProcess, utilityProcess } from "electron";
import {
  type EngineMethod,
  type ParamsOf,
  type ProjectInfo,
  REPEATABLE_METHODS,
  type ResultOf,
} from "../ipc/engine-contract.ts";
import type { EngineAnswer, EngineCall } from "../ipc/engine-messages.ts";
import { AttacheError, fromErrorData, toErrorData } from "../ipc/errors.ts";
import type { EngineEvent } from "../ipc/events.ts";
import { log, logPrinted } from "./log.ts";

const MOST_RESTARTS = 5;
/** How long a window that closes waits for an engine that may hang on its disk. */
const CLOSING_PATIENCE_MS = 5_000;

/** A result as the engine sent it: some as JSON text, which main passes on as it is. */
type Result = Pick<Extract<EngineAnswer, { result: unknown }>, "result" | "encoding">;

interface PendingCall {
  readonly method: string;
  readonly params: unknown;
  /** Whether the engine stopped over it once already: what stops it every time is not asked again. */
  readonly again: boolean;
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
  /** Why the project could not be opened again after the engine stopped: it is tried once more with every call. */
  #lost: unknown = null;
  #reopening: Promise<void> | null = null;
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
      throw stoppedForGood();
    }
    // Until the project is open again nothing else can be asked of the engine.
    if (this.#reopening) await this.#reopening.catch(() => undefined);
    if (this.#lost !== null && this.#projectPath !== null) await this.#openAgain(this.#projectPath);
    return new Promise((resolve, reject) => this.#send({ method, params, again: false, resolve, reject }));
  }

  /**
   * Ends a process that stopped too often or hangs, and what it had open, and begins anew with nothing open. Calls that
   * wait for it fail.
   */
  beginAnew(): void {
    const old = this.#process;
    this.#process = null;
    this.#restarts = 0;
    this.#lost = null;
    this.#projectPath = null;
    if (old) end(old);
    this.#failPending([...this.#pending.values()]);
    this.#pending.clear();
  }

  /** Closes the project and ends the process. Answers whether the project was never edited. */
  async stop(): Promise<{ readonly untouched: boolean }> {
    const kept = { untouched: false };
    if (this.#stopped) return kept;
    const closing = this.#projectPath === null ? kept : this.call("closeProject", {}).catch(() => kept);
    const closed = await Promise.race([closing, after(CLOSING_PATIENCE_MS, kept)]);
    this.#stopped = true;
    log("engine-stopped");
    if (this.#process) end(this.#process);
    return closed;
  }

  #running(): UtilityProcess {
    this.#process ??= this.#start();
    return this.#process;
  }

  #start(): UtilityProcess {
    const child = utilityProcess.fork(join(import.meta.dirname, "engine.js"), [app.getVersion()], {
      serviceName: "Attaché engine",
      // What it prints may hold words of a file, and whatever starts the app may keep what it prints.
      stdio: "pipe",
    });
    for (const printed of [child.stdout, child.stderr]) {
      printed?.on("data", (chunk: Buffer) => {
        logPrinted("engine", chunk.toString());
        if (!app.isPackaged) process.stderr.write(chunk);
      });
    }
    child.on("spawn", () => log("engine-started"));
    child.on("message", (answer: EngineAnswer) => {
      if (this.#process === child) this.#take(answer);
    });
    child.on("exit", (exitCode) => {
      if (!this.#stopped) log("engine-crashed", { exitCode, pending: this.#pending.size });
      if (this.#process === child) this.#exited();
    });
    return child;
  }

  #send(call: PendingCall): void {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#pending.set(id, call);
    this.#running().postMessage({ id, method: call.method, params: call.params } satisfies EngineCall);
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
    const calls = [...this.#pending.values()];
    this.#pending.clear();
    this.#process = null;
    this.#restarts += 1;
    if (this.#stopped || this.#restarts > MOST_RESTARTS) {
      this.#failPending(calls);
      if (!this.#stopped) this.#listeners.onRestarted(stoppedForGood(), null);
      return;
    }
    const repeated = calls.filter(({ method, again }) => !again && REPEATABLE_METHODS.has(method));
    this.#failPending(calls.filter((call) => !repeated.includes(call)));
    this.#running();
    this.#reopening = null;
    if (this.#projectPath === null) {
      for (const call of repeated) this.#send({ ...call, again: true });
      this.#listeners.onRestarted(null, null);
      return;
    }
    this.#openAgain(this.#projectPath).then(
      // What is called from now on is newer, and waits for the same.
      () => {
        for (const call of repeated) this.#send({ ...call, again: true });
      },
      (error: unknown) => {
        for (const call of repeated) call.reject(asAttacheError(error));
        // Where it stopped over this as well, that is told when the next one runs, or none does.
        if (!isStopped(error)) this.#listeners.onRestarted(error, null);
      },
    );
  }

  /** Opens the project once more in a process that has none open, and says that it is. */
  #openAgain(path: string): Promise<void> {
    if (this.#reopening) return this.#reopening;
    const reopening = this.#tryToOpen(path).finally(() => {
      if (this.#reopening === reopening) this.#reopening = null;
    });
    this.#reopening = reopening;
    return reopening;
  }

  async #tryToOpen(path: string): Promise<void> {
    try {
      const opening = new Promise<Result>((resolve, reject) =>
        this.#send({ method: "openProject", params: { path, again: true }, again: true, resolve, reject }),
      );
      // As in `call`: what the engine says is not checked again.
      const info = (await opening).result as ProjectInfo;
      this.#lost = null;
      this.#listeners.onRestarted(null, info);
    } catch (error) {
      if (!isStopped(error)) this.#lost = error;
      throw error;
    }
  }

  #failPending(calls: readonly PendingCall[]): void {
    for (const call of calls) {
      call.reject(
        new AttacheError("engine-stopped", "This was interrupted because a part of Attaché stopped. Try it again."),
      );
    }
  }
}

function stoppedForGood(): AttacheError {
  return new AttacheError(
    "engine-stopped",
    "A part of Attaché stopped several times and does not come back. Save a copy elsewhere, or close the window and " +
      "open the briefing again.",
  );
}

function isStopped(error: unknown): boolean {
  return error instanceof AttacheError && error.code === "engine-stopped";
}

function asAttacheError(error: unknown): AttacheError {
  return error instanceof AttacheError ? error : fromErrorData(toErrorData(error));
}

function after<T>(delayMs: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), delayMs).unref());
}

/** A process that hangs on its disk does not hear the first. */
function end(child: UtilityProcess): void {
  const { pid } = child;
  child.kill();
  if (pid === undefined) return;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}
