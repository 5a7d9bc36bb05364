/**
 * One window of the stand-in: a page whose every request goes to the app's process, and whose preload script talks to it.
 */
import { readFileSync } from "node:fs";
import type { BrowserContext, Page, Route } from "@playwright/test";
import { preloadScript } from "./preload-script.ts";
import type { AppApi, HostMessage, PageMessage, Remote } from "./wire.ts";

/** Where a page believes to be. A secure context, and a name that no resolver ever answers. */
const PAGE_ORIGIN = "https://attache.invalid";
const APP_ORIGIN = "app://attache";
const BINDING = "__standInHost";

function toAppUrl(url: string): string {
  return url.startsWith(`${PAGE_ORIGIN}/`) ? APP_ORIGIN + url.slice(PAGE_ORIGIN.length) : url;
}

function toPageUrl(url: string): string {
  return url.startsWith(`${APP_ORIGIN}/`) ? PAGE_ORIGIN + url.slice(APP_ORIGIN.length) : url;
}

export function isPageUrl(url: string): boolean {
  return url.startsWith(`${PAGE_ORIGIN}/`);
}

export interface WindowOptions {
  readonly windowId: number;
  readonly width: number;
  readonly height: number;
  readonly preloadPath: string | null;
}

export class WindowPage {
  readonly windowId: number;
  readonly page: Page;
  readonly #app: Remote<AppApi>;
  /** Messages for the document that now lives in the page, and its request for them where it waits. */
  #queue: HostMessage[] = [];
  #documentId: string | null = null;
  #waiting: ((messages: HostMessage[] | null) => void) | null = null;
  /** True while the app itself makes the page go somewhere. */
  #sentByApp = false;
  #refusedToClose: (() => void) | null = null;

  /** Opens a blank page; `load` makes it the app's. */
  static async open(context: BrowserContext, options: WindowOptions, app: Remote<AppApi>): Promise<WindowPage> {
    const page = await context.newPage();
    const window = new WindowPage(page, options.windowId, app);
    await page.setViewportSize({ width: options.width, height: options.height });
    await page.exposeBinding(BINDING, ({ frame }, message: PageMessage) =>
      frame === page.mainFrame() ? window.#take(message, frame.url()) : null,
    );
    if (options.preloadPath !== null) {
      const source = readFileSync(options.preloadPath, "utf8");
      await page.addInitScript({ content: preloadScript(source, { origin: PAGE_ORIGIN, binding: BINDING }) });
    }
    await page.route("**/*", (route) => window.#answer(route));
    return window;
  }

  constructor(page: Page, windowId: number, app: Remote<AppApi>) {
    this.page = page;
    this.windowId = windowId;
    this.#app = app;
    page.on("close", () => ignoreEnd(app.pageGone({ windowId, crashed: false })));
    page.on("crash", () => ignoreEnd(app.pageGone({ windowId, crashed: true })));
    page.on("dialog", (dialog) => {
      if (dialog.type() === "beforeunload") this.#refusedToClose?.();
      dialog.dismiss().catch(() => undefined);
    });
  }

  async load(url: string): Promise<void> {
    await this.#goSentByApp(() => this.page.goto(toPageUrl(url)));
  }

  async reload(): Promise<void> {
    await this.#goSentByApp(() => this.page.reload());
  }

  /** As in Electron, a message to a page whose preload script does not run yet is lost. */
  deliver(message: HostMessage): void {
    if (this.#documentId === null) return;
    this.#queue.push(message);
    this.#flush();
  }

  /** Answers false where the page refused by `beforeunload`. */
  async close(askPage: boolean): Promise<boolean> {
    if (this.page.isClosed()) return true;
    const refused = new Promise<false>((resolve) => {
      this.#refusedToClose = () => resolve(false);
    });
    const closed = new Promise<true>((resolve) => this.page.once("close", () => resolve(true)));
    await this.page.close({ runBeforeUnload: askPage });
    return Promise.race([refused, closed]);
  }

  async #goSentByApp(go: () => Promise<unknown>): Promise<void> {
    this.#sentByApp = true;
    try {
      await go();
    } finally {
      this.#sentByApp = false;
    }
  }

  async #take(message: PageMessage, frameUrl: string): Promise<HostMessage[] | null> {
    if (message.type === "receive") return this.#receive(message.documentId);
    ignoreEnd(this.#app.pageMessage({ windowId: this.windowId, frameUrl: toAppUrl(frameUrl), message }));
    return null;
  }

  #receive(documentId: string): Promise<HostMessage[] | null> {
    if (documentId !== this.#documentId) {
      this.#documentId = documentId;
      this.#queue = [];
    }
    this.#waiting?.(null);
    const { promise, resolve } = Promise.withResolvers<HostMessage[] | null>();
    this.#waiting = resolve;
    this.#flush();
    return promise;
  }

  #flush(): void {
    if (!this.#waiting || this.#queue.length === 0) return;
    this.#waiting(this.#queue);
    this.#waiting = null;
    this.#queue = [];
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const ofThePage = request.isNavigationRequest() && request.frame() === this.page.mainFrame();
    try {
      const response = await this.#app.request({
        windowId: this.windowId,
        url: toAppUrl(request.url()),
        method: request.method(),
        headers: request.headers(),
        body: request.postDataBuffer(),
        navigates: ofThePage && !this.#sentByApp,
      });
      // "aborted" leaves the page where it is, as a navigation refused by Electron does.
      if (!response) await route.abort(ofThePage ? "aborted" : "blockedbyclient");
      else await route.fulfill({ ...response, body: Buffer.from(response.body) });
    } catch {
      // The app or the page ended meanwhile.
      await route.abort().catch(() => undefined);
    }
  }
}

/** What is told to an app that ends meanwhile is told in vain, and that is no fault. */
function ignoreEnd(told: Promise<unknown>): void {
  told.catch(() => undefined);
}
