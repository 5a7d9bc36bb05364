/** Where the last window stood, so that the next opens there; the default size where that is not known. */
import { type BrowserWindow, type Rectangle, screen } from "electron";
import { z } from "zod";
import { readRemembered, writeRemembered } from "./remembered.ts";

const FILE = "window-bounds.json";

const boundsSchema = z.object({
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  x: z.number().int(),
  y: z.number().int(),
});
const DEFAULT_SIZE = { width: 1440, height: 900 };

export function readWindowBounds(): Rectangle | typeof DEFAULT_SIZE {
  const bounds = readRemembered(FILE, boundsSchema);
  return bounds === null ? DEFAULT_SIZE : onScreen(bounds);
}

/** The screen that it stood on may be gone, or be a smaller one now. */
function onScreen(bounds: Rectangle): Rectangle {
  const { workArea } = screen.getDisplayMatching(bounds);
  const width = Math.min(bounds.width, workArea.width);
  const height = Math.min(bounds.height, workArea.height);
  return {
    width,
    height,
    x: clamp(bounds.x, workArea.x, workArea.x + workArea.width - width),
    y: clamp(bounds.y, workArea.y, workArea.y + workArea.height - height),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Keeps where the window stands when it is neither minimised nor maximised: a minimised one is far off every screen. */
export function rememberWindowBounds(window: BrowserWindow): void {
  writeRemembered(FILE, window.getNormalBounds());
}
