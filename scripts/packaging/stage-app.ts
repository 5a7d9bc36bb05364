/**
 * Puts together what goes into the archive of the package, file by file: the built app without the command line, and the
 * modules that it loads. Nothing gets in because it happened to lie in a folder.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { packageFolderOf } from "./package-folder.ts";

const root = join(import.meta.dirname, "../..");
/** The folder that electron-builder.yml names. */
const staged = join(root, ".cache/package/app");

/** Our own fields that Electron and electron-builder read. */
const FIELDS = ["name", "version", "description", "license", "author", "homepage", "desktopName", "type", "main"];

/** Lays the files of `modules` (absolute paths) and the built window where electron-builder takes them from. */
export function stageApp(modules: readonly string[]): void {
  rmSync(staged, { recursive: true, force: true });
  const window = ["out/preload", "out/renderer"].flatMap((folder) => filesIn(join(root, folder)));
  for (const path of [...modules, ...modules.flatMap(packageFilesAbove), ...window]) {
    const to = join(staged, placeOf(path));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(path, to);
  }
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, unknown>; // our own file
  const kept = Object.fromEntries(FIELDS.map((name) => [name, own[name]]));
  writeFileSync(join(staged, "package.json"), `${JSON.stringify(kept, null, 2)}\n`);
}

/** Packages keep their place below node_modules, wherever that folder really lies. */
function placeOf(path: string): string {
  const at = path.indexOf(`${sep}node_modules${sep}`);
  return at < 0 ? relative(root, path) : path.slice(at + 1);
}

/** Node reads the package.json of a module's package, and of each folder on the way there, to know what kind it is. */
function packageFilesAbove(path: string): string[] {
  const packageFolder = packageFolderOf(path);
  if (packageFolder === null) return [];
  const found: string[] = [];
  for (let folder = dirname(path); folder.length >= packageFolder.length; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file)) found.push(file);
  }
  return found;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
