/**
 * `shell`: remembers what it was asked to show, and shows nothing.
 */
import type * as Electron from "electron";

export const shownItems: string[] = [];

export const shell = {
  showItemInFolder: (path) => void shownItems.push(path),
  openPath: async (path) => {
    shownItems.push(path);
    return "";
  },
} satisfies Pick<Electron.Shell, "showItemInFolder" | "openPath">;
