/**
 * `npm run fuzz -- --minutes N [--seed S] [--only FORMAT] [--corpus FOLDER]`: reads broken versions of the fixtures and
 * of what `npm run corpus` brought, in the same thread and under the same limits as the app, and looks for crashes,
 * hangs, unforeseen errors, sources that cannot be, and memory that is not given back. What is found is made small, kept
 * in tests/fixtures/broken, and ends with exit 1.
 */
import "../tests/support/steady-threads.ts";

import { mkdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { createReaderPool } from "../src/engine/readers/reader-pool.ts";
import { bytesOf, type CorpusFile, findCorpus, pickFiles } from "./corpus.ts";
import { minimise } from "./minimise.ts";
import { mutate } from "./mutate.ts";
import { createRandom } from "./random.ts";
import { kindOfFinding, tryInput } from "./try-input.ts";

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
/** How long a finding is made smaller, and how fast it must be read for that to lead anywhere. */
const MINIMISE_MS = 20_000;
const MINIMISABLE_MS = 2_000;

const corpus = findCorpus(values.corpus, values.only);
const pool = createReaderPool(new URL("../src/engine/readers/reader-worker.ts", import.meta.url));
const counts = new Map<string, number>();
const findings: string[] = [];
const kinds = new Map<string, number>();
process.on("unhandledRejection", (error) => findings.push(`An unhandled rejection: ${String(error)}`));

const startedAt = Date.now();
const endsAt = startedAt + Number(values.minutes) * 60_000;
const firstSeed = Number(values.seed);
let seed = firstSeed;
let slowest = { tookMs: 0, seed };
let earlyBytes: number | null = null;
const fileCount = [...corpus.values()].reduce((sum, files) => sum + files.length, 0);
console.log(`${fileCount} files of ${corpus.size} formats, from seed ${seed} on, for ${values.minutes} min`);
for (; Date.now() < endsAt; seed += 1) {
  const random = createRandom(seed);
  const [file, other] = pickFiles(corpus, random);
  const bytes = await mutate(bytesOf(file), random, bytesOf(other));
  const { outcome, tookMs, finding } = await tryInput(pool, file.name, bytes);
  const key = `${file.format}: ${outcome}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if (tookMs > slowest.tookMs) slowest = { tookMs, seed };
  if (finding !== null) await keep(file, bytes, finding, tookMs);
  if (earlyBytes === null && Date.now() - startedAt > (endsAt - startedAt) / 4) earlyBytes = process.memoryUsage.rss();
}
pool.close();

const grownBytes = process.memoryUsage.rss() - (earlyBytes ?? process.memoryUsage.rss());
if (grownBytes > GROWTH_LIMIT_BYTES) findings.push(`Memory grew by ${Math.round(grownBytes / MEBIBYTE)} MB`);
console.table(Object.fromEntries([...counts].sort()));
console.log(
  `${seed - firstSeed} inputs, slowest ${Math.round(slowest.tookMs)} ms (seed ${slowest.seed}), memory ${Math.round(grownBytes / MEBIBYTE)} MB more at the end than after a quarter`,
);
for (const [kind, count] of kinds) if (count > 1) console.log(`${count} times: ${kind}`);
for (const finding of findings) console.log(finding);
console.log(findings.length === 0 ? "Nothing found" : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;

/** Keeps the first input of each kind of finding, made small. */
async function keep({ name, format }: CorpusFile, bytes: Uint8Array, finding: string, tookMs: number): Promise<void> {
  const kind = `${format}: ${kindOfFinding(finding)}`;
  const already = kinds.get(kind) ?? 0;
  kinds.set(kind, already + 1);
  if (already > 0) return;
  console.log(`Seed ${seed}, ${name}: ${finding}`);
  const isStillBroken = async (each: Uint8Array) => {
    const again = await tryInput(pool, name, each);
    return again.finding !== null && kindOfFinding(again.finding) === kindOfFinding(finding);
  };
  const small = tookMs < MINIMISABLE_MS ? await minimise(bytes, isStillBroken, MINIMISE_MS) : bytes;
  const fileName = `seed-${seed}${extname(name)}`;
  mkdirSync(broken, { recursive: true });
  writeFileSync(join(broken, fileName), small);
  findings.push(`${fileName} (${small.length} bytes, from ${name}): ${finding}`);
}
