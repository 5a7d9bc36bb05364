/**
 * Chains runs of the same words that follow each other in both texts: what stands between two of them was exchanged,
 * put in or left out by whoever edited the text.
 */
import type { Run } from "./exact-runs.ts";

/**
 * In tenths of a telling word: an edit costs so much, each word that it takes out or puts in, each that it exchanges for
 * another, and each beyond a few.
 */
const EDIT = 4;
const WORD_PUT_IN = 1;
const WORD_EXCHANGED = 2;
const WORD_BEYOND = 1;
const FEW_WORDS = 8;
/** More words than a clause between two runs are no edit of a sentence. */
const MOST_BETWEEN = 30;
/** A run follows one of so many before it: those further back are too far off, in all but tables and refrains. */
const MOST_BEFORE = 64;

/** What it costs that words stand between two runs on one side or on both. */
export function costBetween(first: Run, second: Run): number {
  const here = second.here - first.here - first.length;
  const there = second.there - first.there - first.length;
  const most = Math.max(here, there);
  if (most === 0) return 0;
  const beyond = Math.max(0, most - FEW_WORDS);
  return EDIT + WORD_PUT_IN * most + WORD_EXCHANGED * Math.min(here, there) + WORD_BEYOND * beyond;
}

function canFollow(first: Run, second: Run): boolean {
  const here = second.here - first.here - first.length;
  const there = second.there - first.there - first.length;
  return here >= 0 && there >= 0 && here <= MOST_BETWEEN && there <= MOST_BETWEEN;
}

/** What is left of a run when it comes after another; null where nothing is. */
function cutAfter(first: Run, second: Run): Run | null {
  const over = Math.max(0, first.here + first.length - second.here, first.there + first.length - second.there);
  if (over >= second.length) return null;
  return over === 0 ? second : { here: second.here + over, there: second.there + over, length: second.length - over };
}

/** The best chain of these runs, which are in the order of the text; none where there are no runs. */
export function bestChain(runs: readonly Run[], weightOf: (run: Run) => number): Run[] {
  const totals: number[] = [];
  const before: number[] = [];
  const cut: Run[] = [];
  let best = -1;
  for (const [index, run] of runs.entries()) {
    const weight = weightOf(run);
    let total = weight;
    let from = -1;
    let part = run;
    for (let earlier = Math.max(0, index - MOST_BEFORE); earlier < index; earlier += 1) {
      const first = cut[earlier];
      if (!first || first.here >= run.here + run.length) continue;
      const rest = cutAfter(first, run);
      if (rest === null || !canFollow(first, rest)) continue;
      const joined = (totals[earlier] ?? 0) + (rest === run ? weight : weightOf(rest)) - costBetween(first, rest);
      if (joined > total) {
        total = joined;
        from = earlier;
        part = rest;
      }
    }
    totals.push(total);
    before.push(from);
    cut.push(part);
    if (best < 0 || total > (totals[best] ?? 0)) best = index;
  }
  const chain: Run[] = [];
  for (let index = best; index >= 0; index = before[index] ?? -1) {
    const run = cut[index];
    if (run) chain.push(run);
  }
  return chain.reverse();
}
