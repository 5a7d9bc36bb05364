/**
 * The host `stand-in`: the unmodified out/main under Node, in a process of its own, its windows pages of a headless
 * Chromium that this process drives. For machines without Electron's binary; it implements what the app uses, no more.
 */
import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { appEnvironment } from "../environment.ts";
import {
  CLOSING_TIMEOUT_MS,
  type Host,
  type LaunchOptions,
  type MenuState,
  type RunningApp,
  type ShownDialog,
  within,
} from "../host.ts";
import { OutsideRequests } from "../outside-requests.ts";
import { launchChromium, nodeBinary } from "./chromium.ts";
import { isPageUrl, WindowPage } from "./window-page.ts";
import {
  type AppApi,
  connect,
  type Packet,
  type PagesApi,
  type Port,
  type Remote,
  STAND_IN_VARIABLE,
  type StandInSetup,
} from "./wire.ts";

const repository = join(import.meta.dirname, "../../..");
const registerUrl = new URL("./app/register.ts", import.meta.url).href;

export async function startStandInHost(): Promise<Host> {
  const browser = await launchChromium();
  return {
    name: "stand-in",
    launch: (options) => RunningStandIn.launch(options, browser),
    networkCalls: () => [],
    close: () => browser.close(),
  };
}

interface PackageFile {
  readonly main: string;
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
}

function readPackage(folder: string): PackageFile {
  // The border: these are package files of ours and of Electron's, which have the fields.
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageFile;
}

function startApp(options: LaunchOptions, chromiumVersion: string): ChildProcess {
  const appFolder = options.appFolder ?? repository;
  const app = readPackage(appFolder);
  const setup: StandInSetup = {
    appFolder,
    name: app.productName ?? app.name,
    version: app.version,
    electronVersion: readPackage(join(repository, "node_modules/electron")).version,
    chromiumVersion,
  };
  const args = [`--user-data-dir=${options.userDataFolder}`, ...(options.args ?? [])];
  return fork(join(appFolder, app.main), args, {
    execPath: nodeBinary,
    execArgv: ["--import", registerUrl],
    cwd: options.userDataFolder,
    env: appEnvironment({ [STAND_IN_VARIABLE]: JSON.stringify(setup) }),
    serialization: "advanced",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

function portOf(child: ChildProcess): Port {
  return {
    send: (packet) => void child.send(packet, () => undefined),
    // The cast: the other end of the channel is our own app/link.ts, which sends packets only.
    onPacket: (listener) => void child.on("message", (message) => listener(message as Packet)),
    onClosed: (listener) => void child.once("disconnect", listener),
  };
}

class RunningStandIn implements RunningApp {
  readonly hostName = "stand-in";
  readonly electron = null;
  readonly #start: (args: readonly string[]) => ChildProcess;
  readonly #process: ChildProcess;
  readonly #context: BrowserContext;
  readonly #app: Remote<AppApi>;
  readonly #exit: Promise<number | null>;
  readonly #outside: OutsideRequests;
  /** By window id, oldest first. */
  readonly #windows = new Map<number, Promise<WindowPage>>();
  readonly #pages = new Map<number, WindowPage>();
  readonly #firstLoaded = Promise.withResolvers<Page>();
  #log = "";

  static async launch(options: LaunchOptions, browser: Browser): Promise<RunningStandIn> {
    const context = await browser.newContext({ acceptDownloads: false, serviceWorkers: "block" });
    // A window's own routes come first; these stop whatever else there may be.
    await context.route("**/*", (route) => route.abort());
    await context.routeWebSocket(/.*/, (socket) => socket.close());
    return new RunningStandIn((args) => startApp({ ...options, args }, browser.version()), options.args ?? [], context);
  }

  constructor(start: (args: readonly string[]) => ChildProcess, args: readonly string[], context: BrowserContext) {
    const child = start(args);
    this.#start = start;
    this.#process = child;
    this.#context = context;
    this.#outside = new OutsideRequests(context, isPageUrl);
    const take = (chunk: Buffer) => {
      this.#log += chunk.toString();
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    this.#app = connect<PagesApi, AppApi>(portOf(child), () => this.#pagesApi());
    this.#exit = new Promise((resolve) => {
      child.once("exit", (code) => {
        // What is left of its windows goes with the app.
        void context.close().then(() => resolve(code));
      });
    });
    this.#firstLoaded.promise.catch(() => undefined);
    void this.#exit.then((code) =>
      this.#firstLoaded.reject(new Error(`The app ended (${code}) before it had a window.\n${this.#log}`)),
    );
  }

  firstWindow(): Promise<Page> {
    return within(30_000, this.#firstLoaded.promise, () => `No window has opened.\n${this.#log}`);
  }

  windows(): Page[] {
    return [...this.#pages.values()].map(({ page }) => page).filter((page) => !page.isClosed());
  }

  answerOpenDialog(paths: readonly string[] | null): Promise<void> {
    return this.#app.queueAnswer({ kind: "open", value: paths });
  }

  answerSaveDialog(path: string | null): Promise<void> {
    return this.#app.queueAnswer({ kind: "save", value: path });
  }

  answerMessageBox(buttonIndex: number): Promise<void> {
    return this.#app.queueAnswer({ kind: "message", value: buttonIndex });
  }

  shownDialogs(): Promise<ShownDialog[]> {
    return this.#app.shownDialogs(null);
  }

  shownItems(): Promise<string[]> {
    return this.#app.shownItems(null);
  }

  openedAddresses(): Promise<string[]> {
    return this.#app.openedAddresses(null);
  }

  clickMenu(id: string, window?: Page): Promise<void> {
    return this.#app.clickMenu({ id, windowId: this.#windowId(window) });
  }

  menuState(id: string): Promise<MenuState | null> {
    return this.#app.menuState({ id });
  }

  async closeWindow(window?: Page): Promise<void> {
    const page = this.#page(window);
    const closed = page.waitForEvent("close", { timeout: 0 });
    await this.pressClose(page);
    await within(CLOSING_TIMEOUT_MS, Promise.race([closed, this.#exit]), () => `The window stays open.\n${this.#log}`);
    if (this.windows().length === 0) await this.#gone();
  }

  pressClose(window?: Page): Promise<void> {
    return this.#app.pressClose({ windowId: this.#windowId(window) });
  }

  async startAgain(args: readonly string[]): Promise<void> {
    const child = this.#start(args);
    const exit = new Promise((resolve) => child.once("exit", resolve));
    await within(CLOSING_TIMEOUT_MS, exit, () => "The second process did not end.");
  }

  openFromFinder(path: string): Promise<void> {
    return this.#app.openFile({ path });
  }

  async quit(): Promise<void> {
    // The app may end before it has answered.
    await this.#app.quit(null).catch(() => undefined);
    await this.#gone();
  }

  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#gone();
  }

  waitForExit(): Promise<number | null> {
    return this.#exit;
  }

  killEngine(): Promise<number> {
    return this.#app.killUtilityProcesses(null);
  }

  async pauseEngine(paused: boolean): Promise<void> {
    await this.#app.pauseUtilityProcesses({ paused });
  }

  /** The app is told of a crash; what the page held goes when the app loads it again. */
  async crashPage(window?: Page): Promise<void> {
    await this.#app.pageGone({ windowId: this.#windowId(window), crashed: true });
  }

  noticeHanging(): Promise<void> {
    return Promise.reject(new Error("The pages of the stand-in cannot be ended while they hang."));
  }

  readPage(expression: string): Promise<unknown> {
    return this.#page(undefined).evaluate(expression);
  }

  mainLog(): string {
    return this.#log;
  }

  outsideRequests(): string[] {
    return this.#outside.list();
  }

  #pagesApi(): PagesApi {
    return {
      openWindow: async (options) => {
        const opening = WindowPage.open(this.#context, options, this.#app);
        this.#windows.set(options.windowId, opening);
        this.#pages.set(options.windowId, await opening);
      },
      loadUrl: async ({ windowId, url }) => {
        const window = await this.#window(windowId);
        await window.load(url);
        this.#firstLoaded.resolve(window.page);
      },
      reload: async ({ windowId }) => (await this.#window(windowId)).reload(),
      deliver: async ({ windowId, message }) => (await this.#window(windowId)).deliver(message),
      bringToFront: async ({ windowId }) => (await this.#window(windowId)).page.bringToFront(),
      closePage: async ({ windowId, askPage }) => (await this.#window(windowId)).close(askPage),
    };
  }

  #window(windowId: number): Promise<WindowPage> {
    const window = this.#windows.get(windowId);
    return window ?? Promise.reject(new Error(`There is no window ${windowId}.`));
  }

  #page(window: Page | undefined): Page {
    const page = window ?? this.windows()[0];
    if (!page) throw new Error("The app has no window.");
    return page;
  }

  #windowId(window: Page | undefined): number {
    const page = this.#page(window);
    const found = [...this.#pages.values()].find((each) => each.page === page);
    if (!found) throw new Error("That page is no window of the app.");
    return found.windowId;
  }

  async #gone(): Promise<void> {
    await within(CLOSING_TIMEOUT_MS, this.#exit, () => `The app did not end.\n${this.#log}`);
  }
}
