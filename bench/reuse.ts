/**
 * Finding the passages that articles share: all pairs of 2,000 and of 4,000, one more article, and against a plain
 * comparison of every article's set of shingles with every other's. In one thread of a process of its own.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ReuseFigures } from "./reuse-process.ts";
import { median, round } from "./statistics.ts";

const ROUNDS = 3;
const script = join(import.meta.dirname, "reuse-process.ts");

async function measureOnce(...args: readonly string[]): Promise<ReuseFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args]);
  // What our own script printed.
  return JSON.parse(stdout) as ReuseFigures;
}

export async function measureReuse(): Promise<Record<string, number>> {
  const thousands: ReuseFigures[] = [];
  const doubled: ReuseFigures[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    thousands.push(await measureOnce("2000"));
    doubled.push(await measureOnce("4000"));
  }
  const compared = await measureOnce("500", "compare");
  const ofEach = (runs: readonly ReuseFigures[], figure: (run: ReuseFigures) => number) => median(runs.map(figure));
  const allMs = ofEach(thousands, (run) => run.allMs);
  const doubledMs = ofEach(doubled, (run) => run.allMs);
  const first = thousands[0];
  return {
    "reused passages: all pairs of 2,000 articles, s (under 10)": round(allMs / 1000, 2),
    "reused passages: the same of 4,000, s": round(doubledMs / 1000, 2),
    "reused passages: ratio of the two (at most 2.3)": round(doubledMs / allMs, 2),
    "reused passages: one article more, median ms (under 100)": round(ofEach(thousands, (run) => run.addedMs)),
    "reused passages: one article more, slowest ms": round(Math.max(...thousands.map((run) => run.slowestAddedMs))),
    "reused passages: peak memory with 2,000 articles, MB": round(ofEach(thousands, (run) => run.peakBytes) / 1e6, 0),
    "reused passages: peak memory with 4,000 articles, MB": round(ofEach(doubled, (run) => run.peakBytes) / 1e6, 0),
    "reused passages: pairs that share some": first?.pairs ?? 0,
    "reused passages: passages": first?.passages ?? 0,
    "reused passages: 500 articles, s": round(compared.allMs / 1000, 2),
    "reused passages: comparing all sets of shingles of the 500, s": round((compared.comparedMs ?? 0) / 1000, 2),
    "reused passages: times as fast as that": round((compared.comparedMs ?? 0) / compared.allMs, 1),
  };
}
