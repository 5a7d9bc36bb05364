/**
 * Where the last window stood, so that the next opens there. A lost or broken file means the default size, and one that
 * cannot be written is no reason to keep a window.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { app, type BrowserWindow, type Rectangle, screen } from "electron";
import { z } from "zod";

const boundsSchema = z.object({
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  x: z.number().int(),
  y: z.number().int(),
});
const DEFAULT_SIZE = { width: 1440, height: 900 };

function boundsPath(): string {
  return join(app.getPath("userData"), "window-bounds.json");
}

export function readWindowBounds(): Rectangle | typeof DEFAULT_SIZE {
  try {
    return onScreen(boundsSchema.parse(JSON.parse(readFileSync(boundsPath(), "utf8"))));
  } catch {
    return DEFAULT_SIZE;
  }
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
  try {
    mkdirSync(dirname(boundsPath()), { recursive: true });
    writeFileSync(boundsPath(), JSON.stringify(window.getNormalBounds()));
  } catch (error) {
    console.error("The place of the window could not be kept:", error);
  }
}
