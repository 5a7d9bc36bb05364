/**
 * `BrowserWindow`: a window whose page lives in the test's process. Closing keeps Electron's order of events.
 */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import { app } from "./app.ts";
import { Cancellable } from "./cancellable.ts";
import { pages, tell } from "./link.ts";
import { WebContents } from "./web-contents.ts";

let nextId = 1;
/** Oldest first. */
const windows = new Map<number, BrowserWindow>();
let focused: BrowserWindow | null = null;

export class BrowserWindow extends EventEmitter {
  readonly id = nextId++;
  readonly webContents: WebContents;
  readonly #bounds: Electron.Rectangle;
  #title: string;
  #destroyed = false;

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.get(contents.id) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, title = app.name, webPreferences } = options;
    this.#bounds = { x, y, width, height };
    this.#title = title;
    this.webContents = new WebContents(this.id);
    windows.set(this.id, this);
    app.windows.add(this);
    tell(pages.openWindow({ windowId: this.id, width, height, preloadPath: webPreferences?.preload ?? null }));
    app.emit("web-contents-created", {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url);
    this.emit("ready-to-show");
  }

  close(): void {
    if (this.#destroyed) return;
    const event = new Cancellable();
    this.emit("close", event);
    if (event.defaultPrevented) app.closeRefused();
    else this.closeFromPage();
  }

  /** What `window.close()` of the page does: there is no `close` event, but the page's `beforeunload` is asked. */
  closeFromPage(): void {
    tell(
      pages.closePage({ windowId: this.id, askPage: true }).then((closed) => {
        if (closed) this.gone();
        else app.closeRefused();
      }),
    );
  }

  destroy(): void {
    if (this.#destroyed) return;
    tell(pages.closePage({ windowId: this.id, askPage: false }));
    this.gone();
  }

  /** The page is closed: so is the window. */
  gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this.id);
    if (focused === this) focused = BrowserWindow.getAllWindows().at(-1) ?? null;
    this.webContents.gone();
    this.emit("closed");
    app.windowGone(this);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  show(): void {
    this.focus();
  }

  focus(): void {
    focused = this;
    tell(pages.bringToFront({ windowId: this.id }));
  }

  isFocused(): boolean {
    return focused === this;
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {}

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  setDocumentEdited(): void {}

  setRepresentedFilename(): void {}
}

// `on`, `webContents` and the statics are left out: Electron types them by its own whole classes.
type Shown = "show" | "focus" | "isFocused" | "isMinimized" | "restore" | "getTitle" | "setTitle";
type Placed = "getBounds" | "getNormalBounds";
type Lived = "id" | "loadURL" | "close" | "destroy" | "isDestroyed" | "setDocumentEdited" | "setRepresentedFilename";
export type Checked = BrowserWindow extends Pick<Electron.BrowserWindow, Shown | Placed | Lived> ? true : never;
true satisfies Checked;
