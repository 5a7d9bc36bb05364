/**
 * `app`: names, folders, the single instance, and the order of events in which Electron quits.
 */
import { EventEmitter } from "node:events";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import type * as Electron from "electron";
import { Cancellable } from "./cancellable.ts";
import { setup } from "./link.ts";
import { takeInstanceLock } from "./single-instance.ts";

type PathName = Parameters<Electron.App["getPath"]>[0];

/** What `app` needs to know of a window; BrowserWindow registers itself. */
export interface AppWindow {
  close(): void;
  destroy(): void;
}

function switchValue(name: string): string | undefined {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

class App extends EventEmitter {
  readonly name = setup.name;
  readonly isPackaged = false;
  readonly commandLine = {
    appendSwitch: () => undefined,
    hasSwitch: (name) => process.argv.includes(`--${name}`) || switchValue(name) !== undefined,
  } satisfies Pick<Electron.CommandLine, "appendSwitch" | "hasSwitch">;
  readonly windows = new Set<AppWindow>();
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<PathName, string>([
    ["home", homedir()],
    ["appData", join(homedir(), ".config")],
    ["userData", switchValue("user-data-dir") ?? join(homedir(), ".config", setup.name)],
    ["documents", join(homedir(), "Documents")],
    ["temp", tmpdir()],
  ]);
  #quitting = false;

  /** Called once, when the module `electron` is loaded; the app's own code runs before "ready". */
  start(): void {
    setImmediate(() => {
      this.emit("ready");
      this.#ready.resolve();
    });
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  getVersion(): string {
    return setup.version;
  }

  getPath(name: PathName): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`The stand-in knows no path "${name}".`);
    return path;
  }

  setPath(name: PathName, path: string): void {
    this.#paths.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    return takeInstanceLock(this.getPath("userData"), ({ argv, workingDirectory }) =>
      this.emit("second-instance", {}, argv, workingDirectory, undefined),
    );
  }

  addRecentDocument(): void {}

  enableSandbox(): void {}

  configureHostResolver(): void {}

  quit(): void {
    if (this.#stopped("before-quit")) return;
    this.#quitting = true;
    if (this.windows.size === 0) this.#finish();
    for (const window of [...this.windows]) window.close();
  }

  exit(code = 0): never {
    for (const window of [...this.windows]) window.destroy();
    this.emit("quit", {}, code);
    process.exit(code);
  }

  /** A window, or its page, has refused to close: the app goes on. */
  closeRefused(): void {
    this.#quitting = false;
  }

  windowGone(window: AppWindow): void {
    this.windows.delete(window);
    if (this.windows.size > 0) return;
    if (this.#quitting) this.#finish();
    else if (!this.emit("window-all-closed")) this.quit();
  }

  #finish(): void {
    if (this.#stopped("will-quit")) {
      this.#quitting = false;
      return;
    }
    this.emit("quit", {}, 0);
    process.exit(0);
  }

  #stopped(eventName: string): boolean {
    const event = new Cancellable();
    this.emit(eventName, event);
    return event.defaultPrevented;
  }
}

// `on` and its kin are left out: Electron types them by overloads that end in its whole App.
type Used = "name" | "isPackaged" | "whenReady" | "getVersion" | "getPath" | "setPath" | "requestSingleInstanceLock";
type UsedToEnd = "addRecentDocument" | "enableSandbox" | "configureHostResolver" | "quit" | "exit";

export const app = new App() satisfies Pick<Electron.App, Used | UsedToEnd>;

// As in Electron, an unhandled rejection in main is printed and survived.
process.on("unhandledRejection", (error) => console.error("Unhandled rejection in main:", error));
