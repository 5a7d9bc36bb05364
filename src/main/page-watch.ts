/**
 * Watches over the page of a window: one that crashed is loaded again, one that crashes again and again is asked about, so
 * is one that does not answer. Must not know what the page shows.
 */
import type { BrowserWindow } from "electron";
import { askAboutCrashes, askAboutHanging } from "./dialogs.ts";
import { log } from "./log.ts";

const MOST_CRASHES = 3;
const WITHIN_MS = 60_000;

export interface PageSteps {
  /** The page is gone: what it left is put in order before it is loaded again. */
  readonly onCrash: () => void;
  /** The user gives the window up. */
  readonly close: () => void;
}

export function watchPage(window: BrowserWindow, { onCrash, close }: PageSteps): void {
  const { webContents } = window;
  const crashes: number[] = [];
  let asking: AbortController | null = null;

  const loadAgain = () => {
    // Not within the event: Electron itself is still putting the old page away.
    setImmediate(() => {
      if (!window.isDestroyed()) webContents.reload();
    });
  };

  webContents.on("render-process-gone", (_event, { reason, exitCode }) => {
    log("window-crashed", { reason, exitCode });
    if (reason === "clean-exit" || window.isDestroyed()) return;
    asking?.abort();
    const now = Date.now();
    crashes.push(now);
    onCrash();
    const recent = crashes.filter((at) => now - at < WITHIN_MS);
    if (recent.length < MOST_CRASHES) {
      loadAgain();
      return;
    }
    // What crashes at once would crash for ever.
    crashes.length = 0;
    void askAboutCrashes(window).then((again) => (again ? loadAgain() : close()));
  });

  window.on("unresponsive", () => {
    log("window-unresponsive");
    if (asking) return;
    const question = new AbortController();
    asking = question;
    void askAboutHanging(window, question.signal)
      .then((reload) => {
        // The page cannot be asked to go: it is ended, and comes back as after a crash.
        if (reload && !window.isDestroyed()) webContents.forcefullyCrashRenderer();
      })
      .finally(() => {
        if (asking === question) asking = null;
      });
  });
  // It answers again: there is nothing to ask any more.
  window.on("responsive", () => asking?.abort());
}
