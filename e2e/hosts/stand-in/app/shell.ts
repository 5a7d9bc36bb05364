/**
 * `shell`: remembers what it was asked to show and to open, and does neither.
 */
import type * as Electron from "electron";

export const shownItems: string[] = [];

export const openedAddresses: string[] = [];

export const shell = {
  showItemInFolder: (path) => void shownItems.push(path),
  openPath: async (path) => {
    shownItems.push(path);
    return "";
  },
  openExternal: async (url) => void openedAddresses.push(url),
} satisfies Pick<Electron.Shell, "showItemInFolder" | "openPath" | "openExternal">;
