/** A thousand articles: how fast they come in, what memory the engine takes for them, how fast the project opens. */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "./in-folder.ts";
import { createRandom, WORDS } from "./long-brief.ts";
import { median, round } from "./statistics.ts";

const ARTICLES = 1000;
const PARAGRAPHS = 6;
const WORDS_EACH = 100;
const ROUNDS = 5;
const attache = join(import.meta.dirname, "../out/main/attache.js");

/** Writes the articles into a folder; the same at every run. */
export function writeArticles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const random = createRandom(11);
  const sentence = (words: number) =>
    `${Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ")}.`;
  for (let article = 0; article < ARTICLES; article += 1) {
    const paragraphs = Array.from({ length: PARAGRAPHS }, () => sentence(WORDS_EACH));
    writeFileSync(
      join(folder, `article-${String(article).padStart(4, "0")}.txt`),
      `Session ${article} of the basin council\n\n${paragraphs.join("\n\n")}\n`,
    );
  }
}

interface Run {
  readonly tookMs: number;
  readonly peakMb: number;
}

/** Runs the command line and watches what memory its process takes (Linux: VmHWM). */
function run(args: readonly string[]): Promise<Run> {
  const startedAt = performance.now();
  let peakMb = 0;
  const child = spawn(process.execPath, [attache, ...args], { stdio: "ignore" });
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // The process has just ended, or this is not Linux.
    }
  }, 20);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ tookMs: performance.now() - startedAt, peakMb });
      else reject(new Error(`attache ${args.join(" ")} ended with ${code}`));
    });
  });
}

export function measureLibrary(): Promise<Record<string, number>> {
  return inFolder(async (folder) => {
    const [articles, project] = [join(folder, "articles"), join(folder, "library.brief")];
    writeArticles(articles);
    await run(["new", project]);
    const imported = await run(["import", project, articles]);
    const opened: Run[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) opened.push(await run(["info", project]));
    const nothing = await run(["--version"]);
    return {
      "library: 1,000 articles imported, files a second": round(ARTICLES / (imported.tookMs / 1000)),
      "library: memory at most while importing, MB": round(imported.peakMb),
      "library: opened by the command line, ms": round(median(opened.map(({ tookMs }) => tookMs))),
      "library: of which starting Node and loading, ms": round(nothing.tookMs),
    };
  });
}
