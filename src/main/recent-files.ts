/**
 * The recent projects, newest first, kept in the app's own folder. A broken list is started anew: it is a convenience.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { app } from "electron";
import { z } from "zod";
import type { RecentFile } from "../ipc/app-contract.ts";
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
  mkdirSync(dirname(listPath()), { recursive: true });
  const partial = `${listPath()}.partial`;
  writeFileSync(partial, JSON.stringify(entries.slice(0, MOST), null, 2));
  renameSync(partial, listPath());
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

/** The folder of briefings that were not yet given a place of their own. */
export function draftsFolder(): string {
  return join(app.getPath("userData"), "drafts");
}

export function isDraft(path: string): boolean {
  return dirname(path) === draftsFolder();
}

/** A free path for a new briefing among the drafts. */
export function createDraftPath(): string {
  mkdirSync(draftsFolder(), { recursive: true });
  for (let number = 1; ; number += 1) {
    const path = join(draftsFolder(), `Untitled briefing${number === 1 ? "" : ` ${number}`}.brief`);
    if (!existsSync(path)) return path;
  }
}
