/** The files that are broken: the fixtures of every format, those that `npm run corpus` brought, and what the user names. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Random } from "./random.ts";

export interface CorpusFile {
  readonly name: string;
  readonly format: string;
  readonly path: string;
}

const FIXTURES = join(import.meta.dirname, "../tests/fixtures");
const FETCHED = join(import.meta.dirname, "../.cache/corpus");
/** Projects are no sources; what is broken already is tried as it is, by the tests. */
const NO_SOURCES = new Set(["projects", "broken"]);
/** A larger file would be read a few times only. */
const MOST_BYTES = 512 * 1024;

/** The files by their format: the folder that they lie in is named after it. */
export function findCorpus(folders: readonly string[], only: string | undefined): ReadonlyMap<string, CorpusFile[]> {
  const byFormat = new Map<string, CorpusFile[]>();
  const add = (folder: string, format: string) => {
    const files = filesIn(folder, format);
    if (files.length > 0) byFormat.set(format, [...(byFormat.get(format) ?? []), ...files]);
  };
  for (const root of [FIXTURES, FETCHED]) {
    const formats = existsSync(root) ? readdirSync(root) : [];
    for (const format of formats) {
      if (!NO_SOURCES.has(format) && (!only || format === only)) add(join(root, format), format);
    }
  }
  for (const folder of folders) add(folder, only ?? basename(folder));
  if (byFormat.size === 0) throw new Error("There are no files to break: name a format that has fixtures, or a folder");
  return byFormat;
}

/** A file of any format, each format as likely as another, and one more of the same. */
export function pickFiles(corpus: ReadonlyMap<string, CorpusFile[]>, random: Random): [CorpusFile, CorpusFile] {
  const files = random.pick([...corpus.values()]);
  return [random.pick(files), random.pick(files)];
}

/** Read anew each time: all of them together may be more than memory holds. */
export function bytesOf({ path }: CorpusFile): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

function filesIn(folder: string, format: string): CorpusFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => ({ name: basename(name), format, path: join(folder, name) }))
    .filter(({ name, path }) => {
      const stats = statSync(path);
      return !/^(?:README|LICENSE)/u.test(name) && stats.isFile() && stats.size > 0 && stats.size <= MOST_BYTES;
    });
}
