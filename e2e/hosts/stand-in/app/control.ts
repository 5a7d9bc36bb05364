/**
 * What the test's process may ask of the app: the other half of ../host.ts.
 */
import type { AppApi } from "../wire.ts";
import { app } from "./app.ts";
import { BrowserWindow } from "./browser-window.ts";
import { queueAnswer, shownDialogs } from "./dialog.ts";
import { takeInvoke } from "./ipc-main.ts";
import { answerWith } from "./link.ts";
import { Menu } from "./menu.ts";
import { answerRequest } from "./session.ts";
import { openedAddresses, shownItems } from "./shell.ts";
import { killUtilityProcesses, pauseUtilityProcesses } from "./utility-process.ts";

const api: AppApi = {
  request: async (request) => {
    const contents = BrowserWindow.fromId(request.windowId)?.webContents;
    if (request.navigates && !contents?.navigationAllowed(request.url)) return null;
    return answerRequest(request);
  },
  pageMessage: ({ windowId, frameUrl, message }) => {
    const window = BrowserWindow.fromId(windowId);
    if (!window) return;
    if (message.type === "invoke") void takeInvoke(window.webContents, frameUrl, message);
    else if (message.type === "open-window") window.webContents.windowOpenRequested(message.url);
    else if (message.type === "close") window.closeFromPage();
  },
  pageGone: ({ windowId, crashed }) => {
    const window = BrowserWindow.fromId(windowId);
    if (crashed) window?.webContents.emit("render-process-gone", {}, { reason: "crashed", exitCode: 1 });
    else window?.gone();
  },
  queueAnswer,
  shownDialogs: () => shownDialogs,
  shownItems: () => shownItems,
  openedAddresses: () => openedAddresses,
  clickMenu: ({ id, windowId }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (!item) throw new Error(`There is no menu item ${id}.`);
    if (!item.enabled) throw new Error(`The menu item ${id} is disabled.`);
    const window = windowId === null ? null : BrowserWindow.fromId(windowId);
    window?.focus();
    item.choose(window);
  },
  menuState: ({ id }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    return item ? { enabled: item.enabled, label: item.label } : null;
  },
  // Not within the call: its answer would be lost where the app ends.
  pressClose: ({ windowId }) => void setImmediate(() => BrowserWindow.fromId(windowId)?.close()),
  openFile: ({ path }) => void app.emit("open-file", { preventDefault: () => undefined }, path),
  quit: () => void setImmediate(() => app.quit()),
  killUtilityProcesses,
  pauseUtilityProcesses,
};

export function answerTests(): void {
  answerWith(api);
}
