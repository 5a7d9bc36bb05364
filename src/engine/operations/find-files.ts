/**
 * The files that an import means: those that were chosen, and those in chosen folders, however deep. What no user
 * thinks of as a file (hidden ones, the folder of a saved web page) is left out.
 */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { AttacheError } from "../../ipc/errors.ts";

export interface FoundFile {
  readonly path: string;
  /** With the folders below the one that was chosen: "annexes/table.docx". */
  readonly name: string;
  /** Why there is nothing to read here. */
  readonly problem: AttacheError | null;
}

const MOST_FILES = 10_000;
const DEEPEST_FOLDER = 32;
const SYSTEM_FILES = new Set(["thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"]);

/** Files in the order of the paths, those of a folder by name before those of its folders. A folder that holds none says so. */
export async function filesIn(paths: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (!isFolder) found.push({ path, name: basename(path), problem: null });
    else {
      const before = found.length;
      await addFolder(path, "", 0, found);
      if (found.length === before) found.push({ path, name: basename(path), problem: emptyFolder(path) });
    }
  }
  return found;
}

function emptyFolder(path: string): AttacheError {
  return new AttacheError("file-empty", `The folder ${basename(path)} has no files to import.`);
}

/** What comes after so many files is not left out in silence. */
function tooMany(name: string): AttacheError {
  return new AttacheError(
    "file-too-complex",
    `From ${name} on nothing was imported: one import takes up to ${MOST_FILES.toLocaleString("en-GB")} files. Import the rest by its folders.`,
  );
}

async function addFolder(folder: string, prefix: string, depth: number, found: FoundFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    const name = prefix || basename(folder);
    const message = `The folder ${name} could not be opened. Check that you have permission to read it.`;
    found.push({ path: folder, name, problem: new AttacheError("file-unreadable", message) });
    return;
  }
  const pages = new Set(
    entries
      .filter((entry) => /^\.x?html?$/iu.test(extname(entry.name)))
      .map(({ name }) => name.replace(/\.[^.]*$/u, "")),
  );
  const isFolder = (entry: Dirent) => Number(entry.isDirectory());
  const sorted = entries.toSorted(
    (a, b) => isFolder(a) - isFolder(b) || a.name.localeCompare(b.name, "en", { numeric: true }),
  );
  for (const entry of sorted) {
    const { name } = entry;
    if (found.length > MOST_FILES) return;
    if (name.startsWith(".") || name.startsWith("~$") || SYSTEM_FILES.has(name.toLowerCase())) continue;
    const path = join(folder, name);
    if (found.length === MOST_FILES) {
      found.push({ path, name: prefix + name, problem: tooMany(prefix + name) });
      return;
    }
    if (entry.isFile()) found.push({ path, name: prefix + name, problem: null });
    // Links are not followed: they may lead round in a circle, or out of what was chosen.
    else if (entry.isDirectory() && depth < DEEPEST_FOLDER && !isOfSavedPage(name, pages)) {
      await addFolder(path, `${prefix}${name}/`, depth + 1, found);
    }
  }
}

/** Browsers save the pictures and styles of "page.html" in "page_files", German ones in "page-Dateien". */
function isOfSavedPage(name: string, pages: ReadonlySet<string>): boolean {
  const page = /^(.*)(?:_files|-Dateien|_fichiers|_archivos|\.files)$/u.exec(name)?.[1];
  return page !== undefined && pages.has(page);
}
