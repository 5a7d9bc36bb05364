/**
 * What a year of the history of a brief of 40 pages takes on disk, and what keeping a state costs the save that it comes
 * with: through the real engine, with a clock of its own. 250 days of 40 states each are some 20 minutes of work for the
 * engine. Needs no window: `node bench/history.ts [DAYS] [STATES]`.
 */
import "../tests/support/steady-threads.ts";

import { readFileSync, statSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import type { Section } from "../src/core/brief/document.ts";
import type { Engine } from "../src/engine/engine.ts";
import type { EngineMethod, ParamsOf, ResultOf } from "../src/ipc/engine-contract.ts";
import { inFolder } from "./in-folder.ts";
import { createRandom } from "./long-brief.ts";
import { median, percentile, round } from "./statistics.ts";

const PARAGRAPHS = 200;
const WORDS_EACH = 100;
const CITATIONS = 240;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How much is written between two states that are kept: a few words each in some paragraphs. */
const EDITED_PARAGRAPHS = 6;
const EDITED_WORDS = 10;

const random = createRandom(11);
const below = (limit: number) => Math.floor(random() * limit);

/** Words as a language has them: some very often, most seldom (Zipf), so that they pack as prose does. */
function createVocabulary(): () => string {
  const onsets = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "f",
    "g",
    "gr",
    "h",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "th",
    "v",
    "w",
    "",
  ];
  const cores = ["a", "e", "i", "o", "u", "ea", "io", "ou", "ai"];
  const ends = ["", "n", "r", "s", "t", "l", "nd", "ng", "st", "ck", "m", "d"];
  const one = <T>(of: readonly T[]) => of[below(of.length)];
  const words = Array.from({ length: 20_000 }, (_, rank) => {
    const syllables = rank < 200 ? 1 : 1 + below(rank < 3000 ? 2 : 3);
    return Array.from({ length: syllables }, () => `${one(onsets)}${one(cores)}${one(ends)}`).join("");
  });
  const highest = Math.log(words.length);
  const any = () => Math.max(0, Math.floor(Math.exp(random() * highest)) - 1);
  // What often stands together. A word of this takes 6.2 bytes, packed 2.27; one of English prose (our own docs/) 6.3 and 2.26.
  const followers = words.map(() => [any(), any(), any()]);
  let last = 0;
  return () => {
    last = (random() < 0.2 ? followers[last]?.[below(3)] : undefined) ?? any();
    return words[last] ?? "";
  };
}

/** The engine from its source, without a bundler. */
async function loadEngine() {
  // Vite's way to import a text file, which Node does not know.
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith("?raw")) return nextLoad(url, context);
      const text = readFileSync(fileURLToPath(url), "utf8");
      return { format: "module", shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
    },
  });
  return import("../src/engine/engine.ts");
}

async function call<M extends EngineMethod>(engine: Engine, method: M, params: ParamsOf<M>): Promise<ResultOf<M>> {
  // The engine answers by the contract that types this call.
  return (await engine.dispatch(method, params)) as ResultOf<M>;
}

/** A brief of 40 pages, and a way to write on in it. */
function createDraft(sections: readonly Section[]) {
  const word = createVocabulary();
  const id = () => Array.from({ length: 12 }, () => "23456789abcdefghjkmnpqrstuvwxyz"[below(31)]).join("");
  const text = () => Array.from({ length: WORDS_EACH }, word).join(" ");
  const each = Math.ceil(PARAGRAPHS / sections.length);
  const drafted = sections.map((section) => ({
    ...section,
    paragraphs: Array.from({ length: each }, () => ({
      words: text(),
      citations: [] as { id: string; excerptId: string }[],
    })),
  }));
  for (let citation = 0; citation < CITATIONS; citation += 1)
    drafted[citation % drafted.length]?.paragraphs[below(each)]?.citations.push({
      id: `citation-${id()}`,
      excerptId: `excerpt-${id()}`,
    });
  const toSection = ({ paragraphs, ...section }: (typeof drafted)[number]) =>
    // Ids are branded where they are parsed, which the engine does.
    ({
      ...section,
      children: paragraphs.map(({ words, citations }) => ({
        type: "paragraph",
        children: [
          { type: "text", text: words, marks: [] },
          ...citations.map((citation) => ({ type: "citation", id: citation.id, excerptIds: [citation.excerptId] })),
        ],
      })),
    }) as unknown as Section;
  return {
    all: () => drafted.map(toSection),
    text: () => drafted.flatMap(({ paragraphs }) => paragraphs.map(({ words }) => words)).join(" "),
    /** Writes in one section and answers it. */
    write() {
      const section = drafted[below(drafted.length)];
      if (!section) throw new Error("The template has no section");
      for (let edit = 0; edit < EDITED_PARAGRAPHS; edit += 1) {
        const paragraph = section.paragraphs[below(section.paragraphs.length)];
        if (!paragraph) continue;
        const words = paragraph.words.split(" ");
        words.splice(below(words.length - EDITED_WORDS), EDITED_WORDS, ...Array.from({ length: EDITED_WORDS }, word));
        paragraph.words = words.join(" ");
      }
      return toSection(section);
    },
  };
}

async function measure(folder: string, days: number, states: number): Promise<Record<string, number>> {
  const path = join(folder, "Year.brief");
  let now = Date.parse("2026-01-05T07:00:00.000Z");
  const { createEngine } = await loadEngine();
  const engine = createEngine({
    readerWorkerUrl: new URL("../src/engine/readers/reader-worker.ts", import.meta.url),
    reviewWorkerUrl: new URL("../src/engine/review/review-worker.ts", import.meta.url),
    appVersion: "bench",
    now: () => new Date(now).toISOString(),
    emit: () => undefined,
  });
  try {
    await call(engine, "createProject", { path, title: "A year of a brief" });
    const draft = createDraft((await call(engine, "getProject", {})).brief.sections);
    await call(engine, "saveBrief", { sections: draft.all() });
    await call(engine, "closeProject", {});
    const without = statSync(path).size;
    const text = draft.text();
    const packed = deflateRawSync(text).length / Buffer.byteLength(text);
    const saved: number[] = [];
    const kept: number[] = [];
    const opened: number[] = [];
    let largest = 0;
    for (let day = 0; day < days; day += 1) {
      const openedAt = performance.now();
      await call(engine, "openProject", { path });
      opened.push(performance.now() - openedAt);
      for (let state = 0; state < states; state += 1) {
        now += 11 * MINUTE;
        const section = draft.write();
        const keptAt = performance.now();
        await call(engine, "saveBrief", { sections: [section] });
        kept.push(performance.now() - keptAt);
        if (state % 10 !== 0) continue;
        const next = draft.write();
        const savedAt = performance.now();
        await call(engine, "saveBrief", { sections: [next] });
        saved.push(performance.now() - savedAt);
      }
      largest = Math.max(largest, statSync(path).size);
      await call(engine, "closeProject", {});
      // Five days a week.
      now += (day % 5 === 4 ? 3 * DAY : DAY) - states * 11 * MINUTE;
    }
    await call(engine, "openProject", { path });
    const listedAt = performance.now();
    const { snapshots } = await call(engine, "listSnapshots", {});
    const listed = performance.now() - listedAt;
    return {
      "words of the brief": text.split(" ").length,
      "share that its text packs to": round(packed, 3),
      "states kept": snapshots.length,
      "brief without history, MB": round(without / 1e6, 2),
      "added by the history, MB": round((statSync(path).size - without) / 1e6, 2),
      "added at most at any time, MB": round((largest - without) / 1e6, 2),
      "save of a section, median ms": round(median(saved), 2),
      "save of a section, p95 ms": round(percentile(saved, 0.95), 2),
      "the same with a state that is kept, median ms": round(median(kept), 2),
      "the same with a state that is kept, p95 ms": round(percentile(kept, 0.95), 2),
      "opened, median ms": round(median(opened), 2),
      "opened, slowest ms": round(Math.max(...opened), 2),
      "history listed, ms": round(listed, 2),
    };
  } finally {
    engine.close();
  }
}

export function measureHistory(days = 250, states = 40): Promise<Record<string, number>> {
  return inFolder((folder) => measure(folder, days, states));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [days = 250, states = 40] = process.argv.slice(2).map(Number);
  console.table(await measureHistory(days, states));
}
