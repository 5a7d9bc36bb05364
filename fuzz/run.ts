/**
 * `npm run fuzz -- --minutes N [--seed S] [--only FORMAT] [--corpus FOLDER]`: reads broken versions of the fixtures, in
 * the same thread and under the same limits as the app, and looks for crashes, hangs, unforeseen errors, sources that
 * cannot be, and memory that is not given back. What is found is kept in tests/fixtures/broken, and ends with exit 1.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createReaderPool } from "../src/engine/readers/reader-pool.ts";
import { readCorpus } from "./corpus.ts";
import { mutate } from "./mutate.ts";
import { createRandom } from "./random.ts";
import { tryInput } from "./try-input.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    corpus: { type: "string", multiple: true, default: [] },
  },
});
const broken = join(import.meta.dirname, "../tests/fixtures/broken");
const MEBIBYTE = 1024 * 1024;
/** What stays in use after a while may differ from what stays after a longer while by this much. */
const GROWTH_LIMIT_BYTES = 400 * MEBIBYTE;

const corpus = readCorpus(values.corpus, values.only);
const pool = createReaderPool(new URL("../src/engine/readers/reader-worker.ts", import.meta.url));
const counts = new Map<string, number>();
const findings: string[] = [];
process.on("unhandledRejection", (error) => findings.push(`An unhandled rejection: ${String(error)}`));

const startedAt = Date.now();
const endsAt = startedAt + Number(values.minutes) * 60_000;
const firstSeed = Number(values.seed);
let seed = firstSeed;
let slowestMs = 0;
let earlyBytes: number | null = null;
console.log(`${corpus.length} files, from seed ${seed} on, for ${values.minutes} min`);
for (; Date.now() < endsAt; seed += 1) {
  const random = createRandom(seed);
  const file = random.pick(corpus);
  const bytes = await mutate(file.bytes, random, random.pick(corpus).bytes);
  const { outcome, tookMs, finding } = await tryInput(pool, file.name, bytes);
  const key = `${file.format}: ${outcome}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  slowestMs = Math.max(slowestMs, tookMs);
  if (finding !== null) keep(file.name, bytes, finding);
  if (earlyBytes === null && Date.now() - startedAt > (endsAt - startedAt) / 4) earlyBytes = process.memoryUsage.rss();
}
pool.close();

const grownBytes = process.memoryUsage.rss() - (earlyBytes ?? process.memoryUsage.rss());
if (grownBytes > GROWTH_LIMIT_BYTES) findings.push(`Memory grew by ${Math.round(grownBytes / MEBIBYTE)} MB`);
console.table(Object.fromEntries([...counts].sort()));
console.log(
  `${seed - firstSeed} inputs, slowest ${Math.round(slowestMs)} ms, memory ${Math.round(grownBytes / MEBIBYTE)} MB more at the end than after a quarter`,
);
for (const finding of findings) console.log(finding);
console.log(findings.length === 0 ? "Nothing found" : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;

function keep(name: string, bytes: Uint8Array, finding: string): void {
  mkdirSync(broken, { recursive: true });
  const fileName = `seed-${seed}-${name}`;
  writeFileSync(join(broken, fileName), bytes);
  findings.push(`${fileName}: ${finding}`);
  console.log(findings.at(-1));
}
