/**
 * Main's entry: the order in which things are set up, and the life of the app. Electron and nothing else.
 */
// First: see there.
import "../node/deny-network.ts";

import { join } from "node:path";
import { app } from "electron";
import { registerAppScheme, serveApp } from "./app-protocol.ts";
import { answerCalls } from "./calls.ts";
import { denyByDefault } from "./deny.ts";
import { givenFiles } from "./given-files.ts";
import { log, logError, startLog } from "./log.ts";
import { refreshMenu } from "./menu.ts";
import { onRecentFilesChanged } from "./recent-files.ts";
import { lookNothingUp, stayOffline } from "./stay-offline.ts";
import { focusedWindow, openWindow } from "./windows.ts";

/** As in electron-builder.yml: Windows puts the windows of an app beside its shortcut by this name. */
const APP_ID = "org.attache.attache";

/** Files that macOS named before windows could be made; null once they can. */
let early: string[] | null = [];

/** A window for each file; where there is none, the window that is open, or Welcome. */
function openFiles(paths: readonly string[]): void {
  for (const path of paths) openWindow({ kind: "open", path });
  if (paths.length > 0) return;
  const open = focusedWindow();
  if (open) open.browserWindow.focus();
  else openWindow({ kind: "welcome" });
}

/** What becomes of the app and its processes goes to the log; none of this changes what happens. */
function logLife(): void {
  startLog(join(app.getPath("userData"), "logs"));
  const { electron = "" } = process.versions;
  log("started", { version: app.getVersion(), electron, platform: process.platform, arch: process.arch });
  app.on("child-process-gone", (_event, { type, reason, exitCode }) => log("process-gone", { type, reason, exitCode }));
  app.on("quit", (_event, exitCode) => log("ended", { exitCode }));
  process.on("uncaughtExceptionMonitor", (error) => logError("uncaught", error));
  process.on("unhandledRejection", (error) => {
    logError("unhandled", error);
    if (!app.isPackaged) console.error("Unhandled rejection in main:", error);
  });
}

stayOffline();
// Every window that ever comes is sandboxed, whatever it asks for. Root, for whom Chromium has no sandbox, said so already.
if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
registerAppScheme();
if (process.platform === "win32") app.setAppUserModelId(APP_ID);

if (app.requestSingleInstanceLock()) {
  logLife();
  app.on("second-instance", (_event, commandLine, workingFolder) => openFiles(givenFiles(commandLine, workingFolder)));
  app.on("open-file", (event, path) => {
    event.preventDefault();
    if (early) early.push(path);
    else openFiles([path]);
  });
  app.on("window-all-closed", () => app.quit());
  void app.whenReady().then(() => {
    serveApp(join(import.meta.dirname, "../renderer"));
    lookNothingUp();
    denyByDefault();
    answerCalls();
    onRecentFilesChanged(refreshMenu);
    openFiles([...givenFiles(process.argv, process.cwd()), ...(early ?? [])]);
    early = null;
    refreshMenu();
  });
} else {
  app.quit();
}
