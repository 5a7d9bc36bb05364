/** A window as Attaché makes every one of them: sandboxed, without Node, and where the last one stood. */
import { join } from "node:path";
import { app, BrowserWindow, nativeTheme } from "electron";
import { readWindowBounds } from "./window-bounds.ts";

export function createBrowserWindow(): BrowserWindow {
  const window = new BrowserWindow({
    ...readWindowBounds(),
    minWidth: 760,
    minHeight: 480,
    show: false,
    title: "Attaché",
    // The ground of the page, so that the window does not flash white before its first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#14171c" : "#f3f4f6",
    webPreferences: {
      preload: join(import.meta.dirname, "../preload/index.cjs"),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      // Of a packaged app nobody debugs the window: a page that does not belong to us is one less.
      devTools: !app.isPackaged,
      // What Attaché does without is not there: pictures of pages are drawn without it.
      webgl: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once("ready-to-show", () => window.show());
  return window;
}
