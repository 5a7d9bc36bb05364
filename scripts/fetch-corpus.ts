/**
 * `npm run corpus`: brings real files that nobody here wrote into .cache/corpus, a folder for each format: the
 * documentation that Debian packages, and the test files that a few of its sources carry. The fuzz run and the
 * benchmarks take them from there. Needs apt, dpkg and a network; installs nothing and touches nothing else.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { gunzipSync } from "node:zlib";

const corpus = join(import.meta.dirname, "../.cache/corpus");

/** PDFs of hundreds of pages, e-books, books of web pages; the last two in Chinese, Japanese and Korean. Some 60 MB. */
const DOCUMENTATION: readonly (readonly string[])[] = [
  ["debian-policy"],
  ["debian-handbook"],
  ["developers-reference"],
  ["maint-guide"],
  // Each release of Debian has another.
  ["postgresql-doc-15", "postgresql-doc-17", "postgresql-doc-16"],
  ["gnuplot-doc"],
  ["zsh-doc"],
  ["octave-doc"],
  ["texlive-fonts-recommended-doc"],
  ["texlive-lang-cjk"],
  ["debmake-doc"],
];
/** Sources whose tests read Word documents, OpenDocument texts, RTF, e-books and mails. Some 9 MB. */
const SOURCES = ["pandoc", "unrtf", "libemail-outlook-message-perl", "notmuch", "gmime"];

/** The folder for files of each ending: those of tests/fixtures. */
const FOLDERS: Readonly<Record<string, string>> = {
  ".docx": "docx",
  ".odt": "odt",
  ".fodt": "odt",
  ".rtf": "rtf",
  ".epub": "epub",
  ".pdf": "pdf",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".mhtml": "html",
  ".mht": "html",
  ".eml": "mail",
  ".msg": "mail",
  ".md": "markdown",
  ".txt": "text",
};
/** Of a book with a page for every function, so many are enough. */
const MOST_OF_A_KIND = 200;

function run(folder: string, command: string, ...args: readonly string[]): boolean {
  const { status, error, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) console.log(`  ${[command, ...args].join(" ")}: ${error?.message ?? stderr.trim()}`);
  return status === 0;
}

/** Sums of all that is kept: packages carry some files twice. */
const sums = new Set<string>();

/** The bytes of a file, unpacked where Debian packs it. Null for what tests of other programs pack badly on purpose. */
function bytesOf(path: string, isPacked: boolean): Uint8Array | null {
  const bytes = readFileSync(path);
  try {
    return isPacked ? gunzipSync(bytes) : bytes;
  } catch {
    return null;
  }
}

/** Keeps the files of known formats, each once. Answers how many. */
function keep(from: string, origin: string): number {
  const kept = new Map<string, number>();
  for (const name of readdirSync(from, { recursive: true, encoding: "utf8" }).sort()) {
    const isPacked = extname(name) === ".gz";
    const plainName = isPacked ? name.slice(0, -".gz".length) : name;
    const format = FOLDERS[extname(plainName).toLowerCase()];
    const path = join(from, name);
    const already = kept.get(format ?? "") ?? 0;
    // Links lead to other packages, which are not there, or to folders.
    if (format === undefined || already >= MOST_OF_A_KIND || !lstatSync(path).isFile()) continue;
    const flatName = plainName.replace("usr/share/doc/", "").replaceAll(/[^\w.-]+/gu, "-");
    const to = join(corpus, format, `${origin}--${flatName}`);
    const bytes = bytesOf(path, isPacked);
    const sum = createHash("sha256")
      .update(bytes ?? "")
      .digest("hex");
    if (bytes === null || sums.has(sum)) continue;
    sums.add(sum);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, bytes);
    kept.set(format, already + 1);
  }
  return [...kept.values()].reduce((sum, count) => sum + count, 0);
}

/** A folder of its own for each package, gone afterwards. */
function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "attache-corpus-"));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fetchDocumentation(names: readonly string[]): void {
  inFolder((folder) => {
    const name = names.find((each) => run(folder, "apt-get", "download", "--quiet", each));
    const archive = readdirSync(folder).find((file) => file.endsWith(".deb"));
    const unpacked = join(folder, "unpacked");
    if (!name || !archive || !run(folder, "dpkg", "-x", archive, unpacked))
      return console.log(`${names[0]}: not there`);
    console.log(`${name}: ${keep(unpacked, name)} files`);
  });
}

/** Lists of sources, which most machines have switched off, kept apart from the machine's own lists. */
function sourceOptions(folder: string): string[] | null {
  const format = "deb-src $(SITE) $(RELEASE) $(COMPONENT)";
  const { stdout } = spawnSync("apt-get", ["indextargets", "--format", format, "Identifier: Packages"], {
    encoding: "utf8",
  });
  const lines = [...new Set(stdout.split("\n").filter((line) => /debian|ubuntu/u.test(line)))];
  writeFileSync(join(folder, "sources.list"), `${lines.join("\n")}\n`);
  for (const name of ["lists/partial", "archives/partial"]) mkdirSync(join(folder, name), { recursive: true });
  const settings = {
    "Dir::Etc::SourceList": join(folder, "sources.list"),
    "Dir::Etc::SourceParts": "/dev/null",
    "Dir::State::Lists": join(folder, "lists"),
    "Dir::Cache": folder,
    "APT::Sandbox::User": "root",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  return run(folder, "apt-get", "update", "--quiet", ...options) ? options : null;
}

function fetchSource(name: string, options: readonly string[]): void {
  inFolder((folder) => {
    run(folder, "apt-get", "source", "--download-only", "--tar-only", "--quiet", ...options, name);
    const archive = readdirSync(folder).find((file) => /\.orig\.tar\.\w+$/u.test(file));
    mkdirSync(join(folder, "unpacked"));
    if (!archive || !run(folder, "tar", "-xf", archive, "-C", "unpacked")) return console.log(`${name}: not there`);
    console.log(`${name}: ${keep(join(folder, "unpacked"), name)} files`);
  });
}

const missing = ["apt-get", "dpkg", "tar"].filter((command) => spawnSync(command, ["--version"]).error);
if (missing.length > 0) {
  console.log(
    `This machine has no ${missing.join(", ")}: the corpus comes from Debian's packages and cannot be fetched.`,
  );
  console.log(
    "The fuzz run and the benchmarks do without it. Files of your own can lie in .cache/corpus/FORMAT instead.",
  );
  process.exitCode = 1;
} else {
  for (const names of DOCUMENTATION) fetchDocumentation(names);
  inFolder((folder) => {
    const options = sourceOptions(folder);
    if (options === null)
      console.log("The lists of source packages could not be fetched: their test files are left out");
    else for (const name of SOURCES) fetchSource(name, options);
  });
  for (const format of existsSync(corpus) ? readdirSync(corpus) : [])
    console.log(`.cache/corpus/${format}: ${readdirSync(join(corpus, format)).length} files`);
}
