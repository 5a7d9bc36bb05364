/** The files that are broken: the fixtures of every format, and what the user names. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

export interface CorpusFile {
  readonly name: string;
  /** The folder that it lies in, which is named after its format. */
  readonly format: string;
  readonly bytes: Uint8Array;
}

const FIXTURES = join(import.meta.dirname, "../tests/fixtures");
/** Projects are no sources; what is broken already is tried as it is, by the tests. */
const NO_SOURCES = new Set(["projects", "broken"]);
/** A larger file would be read a few times only. */
const MOST_BYTES = 2 * 1024 * 1024;

export function readCorpus(folders: readonly string[], only: string | undefined): CorpusFile[] {
  const formats = readdirSync(FIXTURES).filter((name) => !NO_SOURCES.has(name) && (!only || name === only));
  const files = [
    ...formats.flatMap((format) => filesIn(join(FIXTURES, format), format)),
    ...folders.flatMap((folder) => filesIn(folder, basename(folder))),
  ];
  if (files.length === 0) throw new Error("There are no files to break: name a format that has fixtures, or a folder");
  return files;
}

function filesIn(folder: string, format: string): CorpusFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => basename(path) !== "README.md" && statSync(path).isFile() && statSync(path).size <= MOST_BYTES)
    .map((path) => ({ name: basename(path), format, bytes: new Uint8Array(readFileSync(path)) }))
    .filter(({ bytes }) => bytes.length > 0);
}
