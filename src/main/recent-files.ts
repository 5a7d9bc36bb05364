/** The recent projects, newest first. */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { isDraft } from "./drafts.ts";
import { readRemembered, writeRemembered } from "./remembered.ts";

const FILE = "recent-files.json";
const MOST = 12;
const fileSchema = z.array(z.object({ path: z.string(), title: z.string(), openedAt: z.string() }));
type Entries = z.infer<typeof fileSchema>;

function read(): Entries {
  return readRemembered(FILE, fileSchema) ?? [];
}

function write(entries: Entries): void {
  const before = read();
  if (!writeRemembered(FILE, entries.slice(0, MOST))) return;
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

/** A recent file as main knows it. */
export interface RecentPath {
  readonly path: string;
  /** The title of its brief; empty where it has none. */
  readonly title: string;
  readonly name: string;
  /** Where it lies, in as many words as tell it from others: a window never learns a path. */
  readonly folder: string;
  readonly openedAt: string;
}

/** Those that are still there. One on a share that is out of reach is not listed, and not forgotten. */
export function recentFiles(): RecentPath[] {
  return read()
    .filter(({ path }) => existsSync(path))
    .map(({ path, title, openedAt }) => ({
      path,
      title,
      name: basename(path, ".brief"),
      folder: folderOf(path),
      openedAt,
    }));
}

/** The names of the folder and of the one that it lies in. */
function folderOf(path: string): string {
  if (isDraft(path)) return "Drafts";
  const folder = dirname(path);
  const names = [basename(dirname(folder)), basename(folder)].filter((name) => name !== "");
  return names.length === 0 ? folder : join(...names);
}
