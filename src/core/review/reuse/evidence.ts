/**
 * What a stretch of the same words says for its having been copied. Names, titles and set phrases recur in texts that
 * have nothing else in common; a sentence does not.
 */
import type { Sides } from "./align-words.ts";
import { costBetween } from "./chain-runs.ts";
import type { Run } from "./exact-runs.ts";

export interface Evidence {
  /** What its words say, each hardly more than once, with the cost of the edits between them deducted. In tenths of a telling word. */
  readonly total: number;
  /** What its words say that are neither short nor names nor numbers, each once. */
  readonly telling: number;
  /** How many words are the same; two signs of a script without spaces count for one. */
  readonly words: number;
  /** How many of its words are the same, of those that are not merely put in or left out; from 0 to 1. */
  readonly sameness: number;
}

/** A word that weighs less is short, a name, a number or a single sign. */
const TELLING_WEIGHT = 7;
/** A word that was said before in the passage. */
const SAID_AGAIN = 1;

export function evidenceOf(runs: readonly Run[], sides: Sides): Evidence {
  const said = new Set<number>();
  let total = 0;
  let telling = 0;
  let same = 0;
  let words = 0;
  let exchanged = 0;
  for (const [index, run] of runs.entries()) {
    const previous = runs[index - 1];
    if (previous) {
      total -= costBetween(previous, run);
      exchanged += Math.min(run.here - previous.here - previous.length, run.there - previous.there - previous.length);
    }
    same += run.length;
    for (let at = 0; at < run.length; at += 1) {
      const word = sides.here[run.here + at] ?? 0;
      words += sides.isSign(run.here + at) ? 0.5 : 1;
      if (said.has(word)) {
        total += SAID_AGAIN;
        continue;
      }
      said.add(word);
      const weight = sides.weightOf(run.here + at, run.there + at);
      total += weight;
      if (weight >= TELLING_WEIGHT) telling += weight;
    }
  }
  return { total, telling, words, sameness: same / Math.max(1, same + exchanged) };
}
