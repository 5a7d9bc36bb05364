/** Where the last window stood, so that the next opens there. A lost or broken file means the default size. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { app, type BrowserWindow } from "electron";
import { z } from "zod";

const boundsSchema = z.object({
  width: z.number().min(400),
  height: z.number().min(300),
  x: z.number(),
  y: z.number(),
});
const DEFAULT_SIZE = { width: 1440, height: 900 };

function boundsPath(): string {
  return join(app.getPath("userData"), "window-bounds.json");
}

export function readWindowBounds(): { width: number; height: number; x?: number; y?: number } {
  try {
    return boundsSchema.parse(JSON.parse(readFileSync(boundsPath(), "utf8")));
  } catch {
    return DEFAULT_SIZE;
  }
}

export function rememberWindowBounds(window: BrowserWindow): void {
  mkdirSync(dirname(boundsPath()), { recursive: true });
  writeFileSync(boundsPath(), JSON.stringify(window.getBounds()));
}
