/**
 * Files that are being written beside the place that they are for, under a name of their own until they are whole. A
 * crash leaves them there: whoever next works in the folder takes them away. Must never touch a file of another name.
 */
import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** SQLite's journal of one, and the names that were given before version 4, among them. */
const FORM = /^\.(?:attache-[\da-f-]{36}|project-[2-9a-z]{12})\.partial(?:-journal)?$/u;
/** Somebody else may be writing one at this moment, on a computer whose clock is wrong. */
const ABANDONED_AFTER_MS = 24 * 60 * 60_000;

/** A name that nothing has, in the folder of the target: renaming over that is then done at once or not at all. */
export function partialBeside(target: string): string {
  return join(dirname(target), `.attache-${randomUUID()}.partial`);
}

/** Takes away what was left behind in a folder at least a day ago. Throws nothing: nobody waits for it. */
export async function clearAbandoned(folder: string): Promise<void> {
  try {
    const names = (await readdir(folder)).filter((name) => FORM.test(name));
    for (const name of names) {
      const path = join(folder, name);
      if (Date.now() - (await stat(path)).mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
    }
  } catch {
    // A folder that may not be read or changed keeps what it has.
  }
}

/** Returns once the bytes of a file are on the disk. */
export function flushToDisk(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The same for the names in a folder. Windows, which has no such thing, keeps them by itself. */
export function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Not every system and share can do this.
  }
}
