/**
 * What main remembers from one start to the next, each a small JSON file in the app's own folder. A convenience: a broken
 * file counts as none, and one that cannot be written stays as it was. It must never keep anything from being done.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { app } from "electron";
import type { z } from "zod";
import { logError } from "./log.ts";

/** What the file holds, or null where there is none that can be read. */
export function readRemembered<T extends z.ZodType>(fileName: string, schema: T): z.output<T> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(pathOf(fileName), "utf8")));
  } catch {
    return null;
  }
}

/** Puts `value` in the place of the file's content, whole or not at all. Answers whether that was done. */
export function writeRemembered(fileName: string, value: unknown): boolean {
  const path = pathOf(fileName);
  const partial = `${path}.partial`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(partial, JSON.stringify(value, null, 2));
    renameSync(partial, path);
    return true;
  } catch (error) {
    logError("not-remembered", error, { file: fileName });
    return false;
  }
}

function pathOf(fileName: string): string {
  return join(app.getPath("userData"), fileName);
}
