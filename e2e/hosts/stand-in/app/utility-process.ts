/**
 * `utilityProcess`: a child process of Node with Electron's `process.parentPort` in it (see parent-port.ts).
 */
import type { ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import { constants } from "node:os";
import type * as Electron from "electron";
import { startProcess } from "./start-process.ts";

const parentPortUrl = new URL("./parent-port.ts", import.meta.url).href;
const running = new Set<UtilityProcess>();

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  #running = true;

  constructor(modulePath: string, args: string[], options: Electron.ForkOptions) {
    super();
    this.#child = startProcess(modulePath, args, {
      execArgv: ["--import", parentPortUrl, ...(options.execArgv ?? [])],
      // Electron's type of the environment is Node's.
      env: (options.env as NodeJS.ProcessEnv | undefined) ?? process.env,
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      serialization: "advanced",
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    running.add(this);
    this.#child.on("spawn", () => this.emit("spawn"));
    this.#child.on("message", (message) => this.emit("message", message));
    this.#child.on("exit", (code, signal) => {
      this.#running = false;
      running.delete(this);
      this.emit("exit", code ?? (signal ? constants.signals[signal] : 1));
    });
  }

  get stdout(): ChildProcess["stdout"] {
    return this.#child.stdout;
  }

  get stderr(): ChildProcess["stderr"] {
    return this.#child.stderr;
  }

  get pid(): number | undefined {
    return this.#running ? this.#child.pid : undefined;
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object, () => undefined);
  }

  kill(): boolean {
    return this.#running && this.#child.kill();
  }

  pause(paused: boolean): void {
    this.#child.kill(paused ? "SIGSTOP" : "SIGCONT");
  }

  killHard(): void {
    this.#child.kill("SIGKILL");
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}) =>
    new UtilityProcess(modulePath, args, options),
};

/** Answers how many there were. */
export function killUtilityProcesses(): number {
  const processes = [...running];
  for (const each of processes) each.killHard();
  return processes.length;
}

export function pauseUtilityProcesses({ paused }: { paused: boolean }): void {
  for (const each of running) each.pause(paused);
}
