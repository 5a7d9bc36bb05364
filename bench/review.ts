/**
 * The whole review, as its thread runs it: 2,000 articles and 4,000, one more of them, and a keystroke in a brief of 50
 * pages. In one thread of a process of its own.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ReviewFigures } from "./review-process.ts";
import { median, round } from "./statistics.ts";

const ROUNDS = 3;
const script = join(import.meta.dirname, "review-process.ts");

async function measureOnce(articles: number): Promise<ReviewFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(articles)]);
  // What our own script printed.
  return JSON.parse(stdout) as ReviewFigures;
}

export async function measureReview(): Promise<Record<string, number>> {
  const runs: ReviewFigures[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) runs.push(await measureOnce(2000));
  const doubled = await measureOnce(4000);
  const ofEach = (figure: (run: ReviewFigures) => number) => median(runs.map(figure));
  const allMs = ofEach((run) => run.allMs);
  return {
    "review: reading and comparing 2,000 articles, s (under 10)": round(allMs / 1000, 2),
    "review: the same of 4,000, s": round(doubled.allMs / 1000, 2),
    "review: ratio of the two (at most 2.3)": round(doubled.allMs / allMs, 2),
    "review: one article more, to the report, median ms (under 100)": round(ofEach((run) => run.addedMs)),
    "review: one article more, slowest ms": round(Math.max(...runs.map((run) => run.slowestAddedMs))),
    "review: after a keystroke in 50 pages, median ms (under 20)": round(ofEach((run) => run.keystrokeMs)),
    "review: after a keystroke in 50 pages, slowest ms": round(Math.max(...runs.map((run) => run.slowestKeystrokeMs))),
    "review: peak memory with 2,000 articles, MB": round(ofEach((run) => run.peakBytes) / 1e6, 0),
  };
}
