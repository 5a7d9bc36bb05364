/**
 * A brief of 93 pages with 500 notes to Word: `attache export` against pandoc from the same words in Markdown, whole
 * processes in turn. Says where pandoc is missing.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Section } from "../src/core/brief/document.ts";
import type { EngineMethod, ParamsOf, ResultOf } from "../src/ipc/engine-contract.ts";
import { inFolder } from "./in-folder.ts";
import { createRandom, WORDS } from "./long-brief.ts";
import { median, round } from "./statistics.ts";

const ROUNDS = 5;
const PARAGRAPHS = 465; // at 500 words a page, 93 pages
const WORDS_EACH = 100;
const NOTES = 500;
const SOURCES = 20;
const AIM = 0.5;
const root = join(import.meta.dirname, "..");
const attache = join(root, "out/main/attache.js");
const answerSchema = z.object({ result: z.unknown() });

type Call = <M extends EngineMethod>(method: M, params: ParamsOf<M>) => Promise<ResultOf<M>>;

/** An engine of its own process, for as long as the work takes. */
async function withEngine<T>(work: (call: Call) => Promise<T>): Promise<T> {
  const script = join(root, "tests/support/engine-child.ts");
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const call: Call = async (method, params) => {
    child.stdin.write(`${JSON.stringify({ method, params })}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error("The engine's process ended");
    // The engine answers by the contract that types this call.
    return answerSchema.parse(JSON.parse(value)).result as ResultOf<typeof method>;
  };
  try {
    return await work(call);
  } finally {
    // Every edit is on disk once it is answered, and the reader threads would keep the process.
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
}

function sentences(random: () => number, count: number): string {
  const words = Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]);
  return `${words.join(" ")}.`;
}

/** The project, and the same words in Markdown. Answers the Markdown. */
async function writeBrief(project: string, folder: string): Promise<string> {
  const random = createRandom(93);
  const paths = Array.from({ length: SOURCES }, (_, index) => {
    const path = join(folder, `source-${index}.txt`);
    const lines = Array.from({ length: 40 }, (_, line) => `Item ${line} of ${index}: ${sentences(random, 20)}`);
    writeFileSync(path, `Report ${index} on the basin\n\n${lines.join("\n\n")}\n`);
    return path;
  });
  return withEngine(async (call) => {
    await call("createProject", { path: project, title: "The basin" });
    const imported = await call("importFiles", { paths });
    const excerptIds: string[] = [];
    for (let note = 0; note < NOTES; note += 1) {
      const sourceId = imported[note % SOURCES]?.sourceId;
      if (!sourceId) throw new Error("A source of the bench was not imported");
      const quote = `Item ${Math.floor(note / SOURCES)} of ${note % SOURCES}:`;
      excerptIds.push((await call("addExcerptByQuote", { sourceId, quote, sectionId: null })).id);
    }
    const { brief } = await call("getProject", {});
    let cited = 0;
    const each = Math.ceil(PARAGRAPHS / brief.sections.length);
    const sections = brief.sections.map((section, place) => ({
      ...section,
      children: Array.from({ length: Math.min(each, PARAGRAPHS - place * each) }, (_, index) => {
        const children: unknown[] = [{ type: "text", text: sentences(random, WORDS_EACH), marks: [] }];
        while (cited < Math.round(((place * each + index + 1) * NOTES) / PARAGRAPHS)) {
          children.push({ type: "citation", id: `citation-${cited}`, excerptIds: [excerptIds[cited]] });
          cited += 1;
        }
        return { type: "paragraph", children };
      }),
      // The ids are branded where they are parsed, which the engine does.
    })) as unknown as Section[];
    await call("saveBrief", { sections });
    const { notes } = await call("getCitationNotes", {});
    return toMarkdown(sections, notes);
  });
}

function toMarkdown(sections: readonly Section[], notes: Readonly<Record<string, string>>): string {
  const text = sections.flatMap(({ title, children }) => [
    `# ${title}`,
    ...children.map((block) =>
      "children" in block
        ? block.children
            .map((inline) =>
              inline.type === "text" ? inline.text : inline.type === "citation" ? `[^${inline.id}]` : "",
            )
            .join("")
        : "",
    ),
  ]);
  return [...text, ...Object.entries(notes).map(([id, words]) => `[^${id}]: ${words}`)].join("\n\n");
}

function time(command: string, args: readonly string[]): number {
  const startedAt = performance.now();
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (error || status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? stderr}`);
  return performance.now() - startedAt;
}

export function measureExport(): Promise<Record<string, number>> {
  return inFolder(async (folder) => {
    const [project, markdown] = [join(folder, "long.brief"), join(folder, "long.md")];
    const [own, theirs] = [join(folder, "own.docx"), join(folder, "theirs.docx")];
    writeFileSync(markdown, await writeBrief(project, folder));
    const exportOnce = () =>
      time(process.execPath, ["--disable-warning=ExperimentalWarning", attache, "export", project, own]);
    const hasPandoc = !spawnSync("pandoc", ["--version"]).error;
    if (!hasPandoc) console.log("pandoc is not on this machine: the export is measured without it");
    exportOnce();
    const ownTimes: number[] = [];
    const theirTimes: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      if (hasPandoc) theirTimes.push(time("pandoc", [markdown, "-o", theirs]));
      ownTimes.push(exportOnce());
    }
    return {
      "export: 93 pages with 500 notes, ms": round(median(ownTimes)),
      "export: size of the document, kB": round(statSync(own).size / 1000),
      ...(hasPandoc && {
        "export: the same by pandoc from Markdown, ms": round(median(theirTimes)),
        [`export: ratio (at most ${AIM})`]: round(median(ownTimes) / median(theirTimes), 2),
      }),
    };
  });
}
