/**
 * Main's entry: the order in which things are set up, and the life of the app. Electron and nothing else.
 */
import { join, resolve } from "node:path";
import { app } from "electron";
import { registerAppScheme, serveApp } from "./app-protocol.ts";
import { answerCalls } from "./calls.ts";
import { denyByDefault } from "./deny.ts";
import { refreshMenu } from "./menu.ts";
import type { Errand } from "./project-window.ts";
import { onRecentFilesChanged } from "./recent-files.ts";
import { focusedWindow, openWindow } from "./windows.ts";

/** The project named on the command line, as the file manager does on a double click. */
function errandOf(commandLine: readonly string[], workingFolder: string): Errand {
  const file = commandLine.slice(1).find((argument) => argument.toLowerCase().endsWith(".brief"));
  return file === undefined ? { kind: "welcome" } : { kind: "open", path: resolve(workingFolder, file) };
}

registerAppScheme();

if (app.requestSingleInstanceLock()) {
  app.on("second-instance", (_event, commandLine, workingFolder) => {
    const errand = errandOf(commandLine, workingFolder);
    const open = errand.kind === "welcome" ? focusedWindow() : undefined;
    if (open) open.browserWindow.focus();
    else openWindow(errand);
  });
  app.on("window-all-closed", () => app.quit());
  void app.whenReady().then(() => {
    serveApp(join(import.meta.dirname, "../renderer"));
    denyByDefault();
    answerCalls();
    onRecentFilesChanged(refreshMenu);
    openWindow(errandOf(process.argv, process.cwd()));
    refreshMenu();
  });
} else {
  app.quit();
}
