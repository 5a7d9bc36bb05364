/** The open windows: which window a call came from, which one holds a file, where an errand goes. */
import type { WebContents } from "electron";
import { type Errand, ProjectWindow } from "./project-window.ts";
import { isSameFile } from "./same-file.ts";

const windows = new Set<ProjectWindow>();

export function openWindow(errand: Errand): ProjectWindow {
  const holder = errand.kind === "open" ? findByPath(errand.path) : undefined;
  if (holder) {
    holder.browserWindow.focus();
    return holder;
  }
  const window = new ProjectWindow(errand);
  windows.add(window);
  window.browserWindow.on("closed", () => windows.delete(window));
  return window;
}

export function findByPath(path: string): ProjectWindow | undefined {
  return [...windows].find((window) => window.path !== null && isSameFile(window.path, path));
}

export function findByContents(contents: WebContents): ProjectWindow | undefined {
  return [...windows].find((window) => window.browserWindow.webContents.id === contents.id);
}

export function focusedWindow(): ProjectWindow | undefined {
  return [...windows].find((window) => window.browserWindow.isFocused()) ?? [...windows].at(-1);
}
