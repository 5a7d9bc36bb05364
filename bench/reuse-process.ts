/**
 * Measures the finding of reused passages in a process of its own, in one thread, so that its memory is its own:
 * `node bench/reuse-process.ts COUNT [compare]` prints figures as JSON.
 */
import { createReuseIndex } from "../src/core/review/reuse/reuse-index.ts";
import type { ReviewedText } from "../src/core/review/reviewed-text.ts";
import { inventReprints } from "./reprints.ts";
import { reviewedArticle } from "./reviewed-article.ts";
import { median } from "./statistics.ts";

const ADDED = 15;
const SHINGLE = 5;

/** How many pairs of texts share a shingle, found by comparing each text's set with each other's. */
function compareSets(texts: readonly ReviewedText[]): number {
  const sets = texts.map(({ text }) => {
    const words = text.includes(" ") ? text.toLowerCase().split(/[^\p{L}\p{N}]+/u) : [...text];
    return new Set(words.map((_, at) => words.slice(at, at + SHINGLE).join(" ")));
  });
  let pairs = 0;
  for (const [index, set] of sets.entries()) {
    for (const other of sets.slice(index + 1)) {
      let shared = 0;
      for (const shingle of set) if (other.has(shingle)) shared += 1;
      if (shared > 0) pairs += 1;
    }
  }
  return pairs;
}

function timed(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

export interface ReuseFigures {
  /** Adding all and comparing them all. */
  readonly allMs: number;
  readonly pairs: number;
  readonly passages: number;
  readonly passagesMs: number;
  /** One more: added, its passages and all pairs asked for. */
  readonly addedMs: number;
  readonly slowestAddedMs: number;
  readonly peakBytes: number;
  /** What the plain comparison of sets took; null where it was not asked for. */
  readonly comparedMs: number | null;
}

const count = Number(process.argv[2] ?? 2000);
const texts = inventReprints(count + ADDED).map(reviewedArticle);
const index = createReuseIndex();
let pairs = 0;
let passages = 0;
const allMs = timed(() => {
  for (const text of texts.slice(0, count)) index.add(text);
  pairs = [...index.pairs()].length;
});
const passagesMs = timed(() => {
  for (const { sourceId } of texts) passages += index.passagesOf(sourceId).length;
});
const added = texts.slice(count).map((text) =>
  timed(() => {
    index.add(text);
    index.passagesOf(text.sourceId);
    pairs = [...index.pairs()].length;
  }),
);
const peakBytes = process.resourceUsage().maxRSS * 1024;
const comparedMs = process.argv.includes("compare") ? timed(() => compareSets(texts.slice(0, count))) : null;
const figures: ReuseFigures = {
  allMs,
  pairs,
  passages: passages / 2,
  passagesMs,
  addedMs: median(added),
  slowestAddedMs: Math.max(...added),
  peakBytes,
  comparedMs,
};
console.log(JSON.stringify(figures));
