/**
 * Finds the files of node_modules that the built app loads when it runs: all that its modules import, file by file, and
 * the few that they name by a path. Whole packages would be four times as much, most of it for browsers or for nobody.
 */
import { readdirSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import { packageFolderOf } from "./package-folder.ts";

const main = join(import.meta.dirname, "../../out/main");
/** What the processes of the app begin with. The command line is not among them: see docs/releasing.md. */
export const ENTRIES = ["index.js", "engine.js", "reader-worker.js", "review-worker.js"];

/** Loaded by `createRequire`, which no bundler follows. */
const LOADED_BY_NAME = [
  "citeproc",
  "@citation-js/plugin-csl/lib-mjs/styles.json",
  "@citation-js/plugin-csl/lib-mjs/locales.json",
];
/** Read as files: see engine/readers/pdf/load-pdf-library.ts. */
const READ_FROM_DISK: readonly (readonly [packageName: string, folder: string, files: RegExp])[] = [
  ["pdfjs-dist", "cmaps", /\.bcmap$|^LICENSE/],
  ["pdfjs-dist", "standard_fonts", /\.(pfb|ttf)$|^LICENSE/],
];

/** Absolute paths of modules and data, those in out/main with them. Fails where a module imports what is not there. */
export async function packedModules(): Promise<string[]> {
  const { resolve } = createRequire(join(main, "engine.js"));
  const named = LOADED_BY_NAME.map((name) => resolve(name));
  const modules = await reachableFrom([
    ...ENTRIES.map((name) => join(main, name)),
    ...named.filter((path) => !path.endsWith(".json")),
  ]);
  const data = READ_FROM_DISK.flatMap(([packageName, folder, files]) => {
    const from = join(dirname(resolve(`${packageName}/package.json`)), folder);
    return readdirSync(from).flatMap((name) => (files.test(name) ? [join(from, name)] : []));
  });
  return [...new Set([...modules, ...named, ...data])].sort();
}

/** The folders of the packages that the files lie in, each once. */
export function packagesOf(files: readonly string[]): string[] {
  return [...new Set(files.flatMap((path) => packageFolderOf(path) ?? []))].sort();
}

/** A bundler resolves as Node does (exports, conditions); what it would write is thrown away. */
async function reachableFrom(entries: readonly string[]): Promise<string[]> {
  const bundle = await rolldown({
    input: [...entries],
    platform: "node",
    treeshake: false,
    external: (id) => isBuiltin(id) || id === "electron",
    logLevel: "silent",
    onLog(_level, log) {
      if (log.code === "UNRESOLVED_IMPORT") throw new Error(log.message);
    },
  });
  try {
    await bundle.generate();
    return (await bundle.watchFiles).filter((path) => !path.startsWith("\0"));
  } finally {
    await bundle.close();
  }
}
