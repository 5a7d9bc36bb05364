/**
 * `webContents`: what main knows of a window's page.
 */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import { Cancellable } from "./cancellable.ts";
import { pages, tell } from "./link.ts";
import { session } from "./session.ts";

type WindowOpenHandler = Parameters<Electron.WebContents["setWindowOpenHandler"]>[0];

export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = session.defaultSession;
  readonly mainFrame = { url: "", parent: null };
  #windowOpenHandler: WindowOpenHandler | null = null;
  #destroyed = false;

  constructor(id: number) {
    super();
    this.id = id;
  }

  async loadURL(url: string): Promise<void> {
    this.mainFrame.url = url;
    await pages.loadUrl({ windowId: this.id, url });
    this.emit("did-finish-load");
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  reload(): void {
    tell(pages.reload({ windowId: this.id }).then(() => this.emit("did-finish-load")));
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError("Object has been destroyed");
    tell(pages.deliver({ windowId: this.id, message: { type: "send", channel, args: structuredClone(args) } }));
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  setWebRTCIPHandlingPolicy(): void {}

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  gone(): void {
    this.#destroyed = true;
    this.emit("destroyed");
  }

  /** The page called `window.open`. It got null; an app that allows it needs real Electron. */
  windowOpenRequested(url: string): void {
    // The cast: of the details, handlers of ours look at the address at most.
    const details = { url, frameName: "", features: "", disposition: "new-window" } as Electron.HandlerDetails;
    if (this.#windowOpenHandler?.(details).action !== "deny") {
      console.error(`The stand-in opens no windows for pages, but the app allows one for ${url}.`);
    }
  }

  /** The page wants to go to `url`: answers whether the app lets it. */
  navigationAllowed(url: string): boolean {
    const event = Object.assign(new Cancellable(), { url, isMainFrame: true, isSameDocument: false });
    this.emit("will-frame-navigate", event);
    if (!event.defaultPrevented) this.emit("will-navigate", event, url);
    return !event.defaultPrevented;
  }
}
