/**
 * The host `electron`: the built app in a real Electron, driven by Playwright. The host `packaged` is a program of its
 * own, driven in the same way (packaged.ts).
 */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { type Display, startDisplay } from "./display.ts";
import { electronBinary } from "./electron-binary.ts";
import { answerDialogsFromQueue, type DialogAnswers } from "./electron-dialogs.ts";
import { appEnvironment } from "./environment.ts";
import {
  CLOSING_TIMEOUT_MS,
  type Host,
  type LaunchOptions,
  type MenuState,
  type RunningApp,
  type ShownDialog,
  within,
} from "./host.ts";
import { type NetworkTrace, startTrace } from "./network-trace.ts";
import { OutsideRequests } from "./outside-requests.ts";

const repository = join(import.meta.dirname, "../..");

/**
 * Fails where there is no Electron binary or no display: ask `whyNoElectron` first. With `watched`, everything runs under
 * a trace of its network; that must be settled before Playwright first asks where Electron lies.
 */
export async function startElectronHost(watched = false): Promise<Host> {
  const binary = electronBinary();
  if (!binary) throw new Error("There is no Electron binary here. Set ELECTRON_OVERRIDE_DIST_PATH to its folder.");
  // Playwright starts what the `electron` package names, and holds the app back until it is attached, only where it
  // is given no path of its own.
  process.env["ELECTRON_OVERRIDE_DIST_PATH"] ??= dirname(binary);
  const trace = watched ? startTrace(binary) : null;
  if (trace) process.env["ELECTRON_OVERRIDE_DIST_PATH"] = trace.folder;
  // A navigation that the app refuses leaves Playwright waiting for its end before every later action.
  process.env["PLAYWRIGHT_SKIP_NAVIGATION_CHECK"] = "1";
  const program = (options: LaunchOptions) => ({ binary, args: commandLine(options), executablePath: undefined });
  return startHost("electron", program, trace);
}

/** A host that starts the app as `program` says. */
export async function startHost(
  name: "electron" | "packaged",
  program: (options: LaunchOptions) => Program,
  trace: NetworkTrace | null = null,
): Promise<Host> {
  const display = process.platform === "linux" && !process.env["DISPLAY"] ? await startDisplay() : null;
  return {
    name,
    launch: (options) => RunningElectron.launch(name, options, program(options), display),
    networkCalls: () => trace?.read() ?? [],
    close: async () => {
      display?.close();
      trace?.close();
    },
  };
}

const READING_TIMEOUT_MS = 2_000;

/** What is started, and how. */
interface Program {
  readonly binary: string;
  readonly args: readonly string[];
  /** Where left out Playwright starts what the package `electron` names, and holds it back until it is attached. */
  readonly executablePath: string | undefined;
}

/** How to start the same app on the same folder, all but the arguments of its own. */
interface Command extends Program {
  readonly cwd: string;
  readonly env: Record<string, string>;
}

function commandLine({ userDataFolder, appFolder }: LaunchOptions): string[] {
  const withoutSandbox = ["-r", join(import.meta.dirname, "electron-without-sandbox.cjs"), "--no-sandbox"];
  return [
    ...(process.platform === "linux" ? withoutSandbox : []),
    `--user-data-dir=${userDataFolder}`,
    appFolder ?? repository,
  ];
}

class RunningElectron implements RunningApp {
  readonly hostName: "electron" | "packaged";
  readonly electron: ElectronApplication;
  readonly #application: ElectronApplication;
  readonly #command: Command;
  readonly #exit: Promise<number | null>;
  readonly #outside: OutsideRequests;
  #log = "";

  static async launch(
    hostName: "electron" | "packaged",
    options: LaunchOptions,
    program: Program,
    display: Display | null,
  ): Promise<RunningElectron> {
    const command: Command = {
      ...program,
      cwd: options.userDataFolder,
      env: appEnvironment(display ? { DISPLAY: display.name } : {}),
    };
    const application = await _electron.launch({
      args: [...command.args, ...(options.args ?? [])],
      cwd: command.cwd,
      env: command.env,
      ...(program.executablePath && { executablePath: program.executablePath }),
    });
    const running = new RunningElectron(hostName, application, command);
    await application.evaluate(answerDialogsFromQueue);
    return running;
  }

  constructor(hostName: "electron" | "packaged", application: ElectronApplication, command: Command) {
    this.hostName = hostName;
    this.#application = application;
    this.electron = application;
    this.#command = command;
    this.#outside = new OutsideRequests(application.context(), (url) => url.startsWith("app://"));
    const child = application.process();
    const take = (chunk: Buffer) => {
      this.#log += chunk.toString();
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    this.#exit =
      child.exitCode === null
        ? new Promise((resolve) => child.once("exit", (code) => resolve(code)))
        : Promise.resolve(child.exitCode);
  }

  async firstWindow(): Promise<Page> {
    const page = await Promise.race([
      this.#application.firstWindow(),
      this.#exit.then((code): never => {
        throw new Error(`The app ended (${code}) before it had a window.\n${this.#log}`);
      }),
    ]);
    await page.waitForLoadState();
    return page;
  }

  windows(): Page[] {
    return this.#application.windows();
  }

  answerOpenDialog(paths: readonly string[] | null): Promise<void> {
    return this.#queue("open", paths);
  }

  answerSaveDialog(path: string | null): Promise<void> {
    return this.#queue("save", path);
  }

  answerMessageBox(buttonIndex: number): Promise<void> {
    return this.#queue("message", buttonIndex);
  }

  shownDialogs(): Promise<ShownDialog[]> {
    // The casts here and below: `answerDialogsFromQueue` puts the global there, and no type can see it.
    return this.#application.evaluate(() => (globalThis as unknown as DialogAnswers).attacheDialogs.shown);
  }

  shownItems(): Promise<string[]> {
    return this.#application.evaluate(() => (globalThis as unknown as DialogAnswers).attacheDialogs.shownItems);
  }

  openedAddresses(): Promise<string[]> {
    return this.#application.evaluate(() => (globalThis as unknown as DialogAnswers).attacheDialogs.openedAddresses);
  }

  async clickMenu(id: string, window?: Page): Promise<void> {
    await this.#application.evaluate(
      ({ BrowserWindow, Menu }, choice) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(choice.id);
        if (!item) throw new Error(`There is no menu item ${choice.id}.`);
        if (!item.enabled) throw new Error(`The menu item ${choice.id} is disabled.`);
        const chosen = BrowserWindow.fromId(choice.windowId);
        if (!chosen) throw new Error(`The window ${choice.windowId} is gone.`);
        // Xvfb has no window manager, so no window ever gets the focus that a user's click on a menu implies.
        BrowserWindow.getFocusedWindow = () => chosen;
        for (const each of BrowserWindow.getAllWindows()) each.isFocused = () => each === chosen;
        // Electron's own signature, which its types leave open.
        item.click({}, chosen, chosen.webContents);
      },
      { id, windowId: await this.#windowId(window) },
    );
  }

  menuState(id: string): Promise<MenuState | null> {
    return this.#application.evaluate(({ Menu }, itemId) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
      return item ? { enabled: item.enabled, label: item.label } : null;
    }, id);
  }

  async closeWindow(window?: Page): Promise<void> {
    const page = this.#page(window);
    await this.pressClose(page);
    const closed = page.isClosed() ? Promise.resolve() : page.waitForEvent("close", { timeout: 0 });
    await within(CLOSING_TIMEOUT_MS, Promise.race([closed, this.#exit]), () => `The window stays open.\n${this.#log}`);
    if (this.windows().length === 0) await this.#gone();
  }

  async pressClose(window?: Page): Promise<void> {
    const windowId = await this.#windowId(window);
    await this.#application.evaluate(({ BrowserWindow }, id) => {
      // Not within this call, which the end of the app would cut off.
      setImmediate(() => BrowserWindow.fromId(id)?.close());
    }, windowId);
  }

  async startAgain(args: readonly string[]): Promise<void> {
    const { binary, cwd, env } = this.#command;
    const child = spawn(binary, [...this.#command.args, ...args], { cwd, env, stdio: "ignore" });
    const exit = new Promise((resolve) => child.once("exit", resolve));
    await within(CLOSING_TIMEOUT_MS, exit, () => "The second process did not end.");
  }

  openFromFinder(path: string): Promise<void> {
    return this.#application.evaluate(({ app }, file) => {
      app.emit("open-file", { preventDefault: () => undefined }, file);
    }, path);
  }

  async quit(): Promise<void> {
    await this.#application.evaluate(({ app }) => {
      setImmediate(() => app.quit());
    });
    await this.#gone();
  }

  async kill(): Promise<void> {
    this.#application.process().kill("SIGKILL");
    await this.#gone();
  }

  waitForExit(): Promise<number | null> {
    return this.#exit;
  }

  killEngine(): Promise<number> {
    return this.#application.evaluate(({ app }) => {
      const engines = app.getAppMetrics().filter(({ serviceName }) => serviceName === "node.mojom.NodeService");
      for (const { pid } of engines) process.kill(pid, "SIGKILL");
      return engines.length;
    });
  }

  async pauseEngine(paused: boolean): Promise<void> {
    await this.#application.evaluate(
      ({ app }, signal) => {
        const engines = app.getAppMetrics().filter(({ serviceName }) => serviceName === "node.mojom.NodeService");
        for (const { pid } of engines) process.kill(pid, signal);
      },
      paused ? "SIGSTOP" : "SIGCONT",
    );
  }

  async crashPage(): Promise<void> {
    await this.#application.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error("The app has no window.");
      const gone = new Promise((resolve) => window.webContents.once("render-process-gone", resolve));
      window.webContents.forcefullyCrashRenderer();
      await gone;
    });
  }

  async noticeHanging(): Promise<void> {
    await this.#application.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.emit("unresponsive");
    });
  }

  readPage(expression: string): Promise<unknown> {
    const read = this.#application.evaluate(
      ({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script),
      expression,
    );
    // What a page was asked that crashed over it is never answered.
    return within(READING_TIMEOUT_MS, read, () => "The page does not answer.");
  }

  mainLog(): string {
    return this.#log;
  }

  outsideRequests(): string[] {
    return this.#outside.list();
  }

  #page(window: Page | undefined): Page {
    const page = window ?? this.windows()[0];
    if (!page) throw new Error("The app has no window.");
    return page;
  }

  async #windowId(window: Page | undefined): Promise<number> {
    const handle = await this.#application.browserWindow(this.#page(window));
    return handle.evaluate((browserWindow) => browserWindow.id);
  }

  #queue(kind: "open" | "save" | "message", value: unknown): Promise<void> {
    return this.#application.evaluate(
      (_electronModule, answer) => {
        (globalThis as unknown as DialogAnswers).attacheDialogs.answers.push(answer);
      },
      { kind, value },
    );
  }

  async #gone(): Promise<void> {
    await within(CLOSING_TIMEOUT_MS, this.#exit, () => `The app did not end.\n${this.#log}`);
  }
}
