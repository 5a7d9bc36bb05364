/**
 * `npm run torture -- --kills N [--seed S] [--aim KIND] [--json]`: lets a seeded user work in the real engine process,
 * kills it at random and at chosen moments, and compares what is left with what was acknowledged. Needs the built app.
 * The seed chooses what is done and when; how far the machine has come by then is its own. What is found ends with exit 1.
 */
import { parseArgs } from "node:util";
import { createRandom } from "../fuzz/random.ts";
import { AIMS, medianOf, torture } from "./torture.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "25" },
    seed: { type: "string", default: "1" },
    aim: { type: "string", multiple: true },
    json: { type: "boolean", default: false },
  },
});
const aims = AIMS.filter((aim) => values.aim === undefined || values.aim.includes(aim));
if (aims.length === 0) throw new Error(`Aims are: ${[...new Set(AIMS)].join(", ")}`);

const say = (line: string) => {
  if (!values.json) console.log(line);
};
const startedAt = performance.now();
const outcome = await torture(Number(values.kills), createRandom(Number(values.seed)), aims, say);
const acknowledged = [...outcome.acknowledged.values()].reduce((sum, times) => sum + times, 0);
const figures = {
  kills: outcome.kills,
  betweenCalls: outcome.betweenCalls,
  hotJournals: outcome.hotJournals,
  acknowledged,
  openings: outcome.openingsMs.length,
  medianOpeningMs: Math.round(medianOf(outcome.openingsMs) ?? 0),
  slowestOpeningMs: Math.round(Math.max(0, ...outcome.openingsMs)),
  seconds: Math.round((performance.now() - startedAt) / 1000),
};
if (values.json) {
  const struck = Object.fromEntries(outcome.struck);
  console.log(JSON.stringify({ ...figures, struck, findings: outcome.findings }));
} else {
  console.table(Object.fromEntries(outcome.struck));
  console.table(Object.fromEntries(outcome.acknowledged));
  console.log(figures);
  for (const finding of outcome.findings) console.log(finding);
  console.log(outcome.findings.length === 0 ? "Nothing lost" : `${outcome.findings.length} findings`);
}
process.exitCode = outcome.findings.length === 0 ? 0 : 1;
