/**
 * `npm run bench [-- start keystroke work read export library find reanchor reuse review pages]`: measures on the host at
 * hand, prints a table and leaves the figures in bench-output/figures.json. Judges nothing: docs/performance.md says what is aimed at.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { startElectronHost } from "../e2e/hosts/electron.ts";
import { whyNoElectron } from "../e2e/hosts/electron-binary.ts";
import type { Host } from "../e2e/hosts/host.ts";
import { startStandInHost } from "../e2e/hosts/stand-in/host.ts";
import { measureExport } from "./export.ts";
import { measureFind } from "./find.ts";
import { measureKeystroke } from "./keystroke.ts";
import { measureLibrary } from "./library.ts";
import { measurePages } from "./pages.ts";
import { measureRead } from "./read.ts";
import { measureReanchor } from "./reanchor.ts";
import { measureReuse } from "./reuse.ts";
import { measureReview } from "./review.ts";
import { measureStart } from "./start.ts";
import { measureWork } from "./work.ts";

const output = join(import.meta.dirname, "../bench-output");
const BENCHMARKS: Readonly<Record<string, (host: Host) => Promise<Record<string, number>>>> = {
  start: measureStart,
  keystroke: measureKeystroke,
  work: measureWork,
  read: measureRead,
  export: measureExport,
  library: measureLibrary,
  find: measureFind,
  reanchor: measureReanchor,
  reuse: measureReuse,
  review: measureReview,
  pages: measurePages,
};

const wanted = process.argv.slice(2);
const host = whyNoElectron() === null ? await startElectronHost() : await startStandInHost();
const figures: Record<string, number> = {};
try {
  for (const [name, measure] of Object.entries(BENCHMARKS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`Measuring ${name} on ${host.name} …`);
    Object.assign(figures, await measure(host));
  }
} finally {
  await host.close();
}
const machine = {
  host: host.name,
  processor: cpus()[0]?.model,
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
};
mkdirSync(output, { recursive: true });
writeFileSync(join(output, "figures.json"), JSON.stringify({ machine, figures }, null, 2));
console.log(machine);
console.table(figures);
