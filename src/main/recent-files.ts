/**
 * The recent projects, newest first, kept in the app's own folder. A broken list is started anew, and one that cannot be
 * written stays as it was: it is a convenience, and must never keep anything from being done.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { app } from "electron";
import { z } from "zod";
import type { RecentFile } from "../ipc/app-contract.ts";
import { isDraft } from "./drafts.ts";
import { handleFor } from "./handles.ts";

const MOST = 12;
const fileSchema = z.array(z.object({ path: z.string(), title: z.string(), openedAt: z.string() }));
type Entries = z.infer<typeof fileSchema>;

function listPath(): string {
  return join(app.getPath("userData"), "recent-files.json");
}

function read(): Entries {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(listPath(), "utf8")));
  } catch {
    return [];
  }
}

function write(entries: Entries): void {
  const before = read();
  try {
    mkdirSync(dirname(listPath()), { recursive: true });
    const partial = `${listPath()}.partial`;
    writeFileSync(partial, JSON.stringify(entries.slice(0, MOST), null, 2));
    renameSync(partial, listPath());
  } catch (error) {
    console.error("The recent files could not be kept:", error);
    return;
  }
  const isSameList = entries.length === before.length && entries.every(({ path }, at) => path === before[at]?.path);
  if (!isSameList) changed();
}

let changed: () => void = () => undefined;

/** Calls `listener` whenever files join or leave the list or change their order. There is one listener. */
export function onRecentFilesChanged(listener: () => void): void {
  changed = listener;
}

/** Puts a file first. `title` is that of its brief, which says more than the name of a draft; null where it is not known yet. */
export function rememberFile(path: string, title: string | null): void {
  const entries = read();
  const known = entries.find((entry) => entry.path === path)?.title ?? "";
  const openedAt = new Date().toISOString();
  write([{ path, title: title ?? known, openedAt }, ...entries.filter((entry) => entry.path !== path)]);
}

export function forgetFile(path: string): void {
  write(read().filter((entry) => entry.path !== path));
}

/** Those that are still there. One on a share that is out of reach is not listed, and not forgotten. */
export function recentFiles(): RecentFile[] {
  return read()
    .filter(({ path }) => existsSync(path))
    .map(({ path, title, openedAt }) => ({
      handle: handleFor(path),
      title,
      name: basename(path, ".brief"),
      folder: isDraft(path) ? "Drafts" : dirname(path),
      openedAt,
    }));
}
