/**
 * Starts the package itself, fused as it is given out. No test tool reaches into its main process; its windows can be seen
 * by Chromium's own remote debugging, as long as one asks for it when it starts.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { appPageAt } from "./app-page.ts";
import { appEnvironment } from "./environment.ts";
import { CLOSING_TIMEOUT_MS, within } from "./host.ts";
import { commandFor, PACKAGE_FOLDER, PROGRAM_NAME } from "./packaged-app.ts";

const STARTING_TIMEOUT_MS = 30_000;

export interface FusedOptions {
  readonly userDataFolder: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Another folder of the same kind than that in dist. */
  readonly folder?: string;
}

export class FusedApp {
  readonly #process: ChildProcess;
  readonly #exit: Promise<number | null>;
  #log = "";
  #browser: Browser | null = null;

  constructor({ userDataFolder, args = [], environment = {}, folder = PACKAGE_FOLDER }: FusedOptions) {
    const [command = "", ...first] = commandFor(join(folder, PROGRAM_NAME));
    const own = [`--user-data-dir=${userDataFolder}`, "--remote-debugging-port=0"];
    this.#process = spawn(command, [...first, ...own, ...args], {
      cwd: userDataFolder,
      env: appEnvironment(environment),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const take = (chunk: Buffer) => {
      this.#log += chunk.toString();
    };
    this.#process.stdout?.on("data", take);
    this.#process.stderr?.on("data", take);
    this.#exit = new Promise((resolve) => this.#process.once("exit", (code) => resolve(code)));
  }

  /** The first window, once it has loaded. */
  async firstWindow(): Promise<Page> {
    const address = await within(
      STARTING_TIMEOUT_MS,
      this.#debuggingAddress(),
      () => `It does not start.\n${this.#log}`,
    );
    await appPageAt(address);
    this.#browser = await chromium.connectOverCDP(address);
    const [context] = this.#browser.contexts();
    if (!context) throw new Error(`There is no window.\n${this.#log}`);
    const page = context.pages()[0] ?? (await context.waitForEvent("page"));
    await page.waitForLoadState();
    return page;
  }

  /** All that its processes printed so far. */
  log(): string {
    return this.#log;
  }

  /** Resolves with the exit code, when it has ended by itself. */
  waitForExit(): Promise<number | null> {
    return within(CLOSING_TIMEOUT_MS, this.#exit, () => `It does not end.\n${this.#log}`);
  }

  /** Ends it, whatever it does. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#exit;
    await this.#browser?.close();
  }

  #debuggingAddress(): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const address = /DevTools listening on (ws:\/\/\S+)/.exec(this.#log)?.[1];
        if (address) resolve(address);
      };
      this.#process.stderr?.on("data", look);
      void this.#exit.then((code) => reject(new Error(`It ended (${code}) before it had a window.\n${this.#log}`)));
    });
  }
}
