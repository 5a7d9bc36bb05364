/** The briefings that were not yet given a place of their own: where they live, what they are called, how they go. */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { app } from "electron";
import { logError } from "./log.ts";

/** Paths at which a draft is being made now. */
const taken = new Set<string>();

function draftsFolder(): string {
  return join(app.getPath("userData"), "drafts");
}

export function isDraft(path: string): boolean {
  return dirname(path) === draftsFolder();
}

/** Lets `create` make a draft at a path that is free and that no other window is given meanwhile. */
export async function createDraft<T>(create: (path: string) => Promise<T>): Promise<T> {
  mkdirSync(draftsFolder(), { recursive: true });
  const path = freePath();
  taken.add(path);
  try {
    return await create(path);
  } finally {
    taken.delete(path);
  }
}

function freePath(): string {
  for (let number = 1; ; number += 1) {
    const path = join(draftsFolder(), `Untitled briefing${number === 1 ? "" : ` ${number}`}.brief`);
    if (!existsSync(path) && !taken.has(path)) return path;
  }
}

/** Removes a draft. One that cannot be removed now stays among the recent files, which is no loss. */
export function removeDraft(path: string): void {
  try {
    rmSync(path, { force: true });
    // An engine that was killed may have left one that held nothing yet, which lies there until the next edit.
    rmSync(`${path}-journal`, { force: true });
  } catch (error) {
    logError("draft-not-removed", error);
  }
}
