/**
 * The passages that two texts share, in the same words or nearly so. Depends on these two texts alone. Symmetrical: the
 * other way round, the same passages.
 */
import { extend, fillBetween, type Sides } from "./align-words.ts";
import { bestChain, costBetween } from "./chain-runs.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { type ComparedText, exactRuns, type Run } from "./exact-runs.ts";
import { upToSentenceEdges } from "./sentence-edges.ts";
import type { TextWords } from "./text-words.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A shared passage by its words: from the first to behind the last, on both sides. */
export interface SharedPassage {
  readonly here: readonly [number, number];
  readonly there: readonly [number, number];
  /** Its runs of the same words. */
  readonly runs: readonly Run[];
}

/** In tenths of a telling word, edits deducted: as much as a plain sentence of ten or twelve words says. */
const EVIDENCE = 70;
/** Fewer words are a phrase, however telling. */
const FEWEST_WORDS = 12;
/**
 * A passage that follows another of the same two texts need say only so much; and so need whole sentences, where the
 * texts share that much elsewhere.
 */
const EVIDENCE_BESIDE = 35;
const TELLING_BESIDE = 20;
const FEWEST_WORDS_BESIDE = 7;
const MOST_WORDS_BETWEEN = 40;
const EVIDENCE_OF_REPRINT = 140;
/** Where more words than a third were exchanged, it was written anew. */
const SAMENESS = 0.65;
/** What cannot come to anything is not aligned. */
const EVIDENCE_OF_RUN = 12;
/** So many runs of one block with another are looked at, and so many chains of them: more has only a table of figures. */
const MOST_RUNS = 4000;
const MOST_CHAINS = 300;
/** Two different words are nearly one where they begin with so many letters that are the same, and these are most. */
const NEAR_LETTERS = 4;
const NEAR_SHARE = 0.6;

export function sharedPassages(here: ComparedText, there: ComparedText, vocabulary: Vocabulary): SharedPassage[] {
  const sides = sidesOf(here, there, vocabulary);
  const found: Candidate[] = [];
  for (const runs of byBlocks(exactRuns(here, there), here, there)) {
    let left = longest(runs);
    for (let tried = 0; left.length > 0 && tried < MOST_CHAINS; tried += 1) {
      const chain = bestChain(left, (run) => weightOfRun(sides, run));
      if (weightOfRuns(sides, chain) < EVIDENCE_OF_RUN) break;
      const candidate = align(chain, sides, here, there);
      if (candidate !== null) found.push(candidate);
      const taken = candidate ?? spanOf(chain);
      const rest = left.filter((run) => !touches(run, taken));
      // Whatever was aligned, its first run is done with.
      left = rest.length < left.length ? rest : left.filter((run) => run.here !== chain[0]?.here);
    }
  }
  return accepted(found, here.words, there.words);
}

interface Candidate extends SharedPassage {
  readonly evidence: Evidence;
}

function sidesOf(here: ComparedText, there: ComparedText, vocabulary: Vocabulary): Sides {
  const a = here.words;
  const b = there.words;
  return {
    here: a.numbers,
    there: b.numbers,
    weightOf: (i, j) => Math.min(a.weights[i] ?? 0, b.weights[j] ?? 0),
    isSign: (i) => vocabulary.isSign(a.numbers[i] ?? 0),
    isNear: (i, j) => isNear(vocabulary.wordOf(a.numbers[i] ?? 0), vocabulary.wordOf(b.numbers[j] ?? 0)),
  };
}

function isNear(word: string, other: string): boolean {
  const most = Math.min(word.length, other.length);
  if (most < NEAR_LETTERS) return false;
  let same = 0;
  while (same < most && word.charCodeAt(same) === other.charCodeAt(same)) same += 1;
  return same >= NEAR_LETTERS && same >= NEAR_SHARE * Math.max(word.length, other.length);
}

function byBlocks(runs: readonly Run[], here: ComparedText, there: ComparedText): Run[][] {
  const groups: Run[][] = [];
  let key = "";
  for (const run of runs) {
    const next = `${here.blocks[run.here]}:${there.blocks[run.there]}`;
    if (next !== key) groups.push([]);
    key = next;
    groups.at(-1)?.push(run);
  }
  return groups;
}

/** Of very many runs the longest, in order: chaining looks at all pairs of them. */
function longest(runs: readonly Run[]): readonly Run[] {
  if (runs.length <= MOST_RUNS) return runs;
  const taken = new Set(runs.toSorted((a, b) => b.length - a.length || a.here - b.here).slice(0, MOST_RUNS));
  return runs.filter((run) => taken.has(run));
}

function weightOfRun(sides: Sides, run: Run): number {
  let weight = 0;
  for (let at = 0; at < run.length; at += 1) weight += sides.weightOf(run.here + at, run.there + at);
  return weight;
}

function weightOfRuns(sides: Sides, runs: readonly Run[]): number {
  return runs.reduce((weight, run) => weight + weightOfRun(sides, run), 0);
}

function spanOf(runs: readonly Run[]): Pick<SharedPassage, "here" | "there"> {
  const first = runs[0] ?? { here: 0, there: 0, length: 0 };
  const last = runs.at(-1) ?? first;
  return { here: [first.here, last.here + last.length], there: [first.there, last.there + last.length] };
}

function touches(run: Run, { here, there }: Pick<SharedPassage, "here" | "there">): boolean {
  const within = (from: number, [start, end]: readonly [number, number]) => from < end && from + run.length > start;
  return within(run.here, here) || within(run.there, there);
}

/** A chain with the words between its runs and at its ends, cut back to where it is worth it. */
function align(chain: readonly Run[], sides: Sides, here: ComparedText, there: ComparedText): Candidate | null {
  const first = chain[0];
  const last = chain.at(-1);
  if (!first || !last) return null;
  const blockHere = here.blocks[first.here] ?? 0;
  const blockThere = there.blocks[first.there] ?? 0;
  const back = [
    first.here - (here.words.blockStarts[blockHere] ?? 0),
    first.there - (there.words.blockStarts[blockThere] ?? 0),
  ] as const;
  const ahead = [
    (here.words.blockStarts[blockHere + 1] ?? 0) - last.here - last.length,
    (there.words.blockStarts[blockThere + 1] ?? 0) - last.there - last.length,
  ] as const;
  const parts: Run[] = extend(sides, first.here, first.there, -1, back);
  for (const [index, run] of chain.entries()) {
    const previous = chain[index - 1];
    if (previous) {
      const after = [previous.here + previous.length - 1, previous.there + previous.length - 1] as const;
      parts.push(...fillBetween(sides, after, [run.here, run.there]));
    }
    parts.push(run);
  }
  parts.push(...extend(sides, last.here + last.length - 1, last.there + last.length - 1, 1, ahead));
  const best = bestStretch(joined(parts), sides);
  if (best.length === 0) return null;
  const runs = upToSentenceEdges(best, here.words, there.words);
  return { ...spanOf(runs), runs, evidence: evidenceOf(best, sides) };
}

function joined(parts: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && last.here + last.length === part.here && last.there + last.length === part.there) {
      runs[runs.length - 1] = { ...last, length: last.length + part.length };
    } else runs.push(part);
  }
  return runs;
}

/** The stretch of runs that says most, edits deducted; a single word at its end, behind an edit, is left off. */
function bestStretch(runs: readonly Run[], sides: Sides): Run[] {
  let best = 0;
  let bestFrom = 0;
  let bestTo = 0;
  let total = 0;
  let from = 0;
  for (const [index, run] of runs.entries()) {
    const previous = runs[index - 1];
    total -= previous ? costBetween(previous, run) : 0;
    if (total <= 0) {
      total = 0;
      from = index;
    }
    total += weightOfRun(sides, run);
    if (total > best) {
      best = total;
      bestFrom = from;
      bestTo = index + 1;
    }
  }
  const stretch = runs.slice(bestFrom, bestTo);
  while (stretch.length > 1 && isLone(stretch[0])) stretch.shift();
  while (stretch.length > 1 && isLone(stretch.at(-1))) stretch.pop();
  return stretch;
}

const isLone = (run: Run | undefined) => run !== undefined && run.length < 2;

/** Those that say enough by themselves, and smaller ones that these make likely, in order. */
function accepted(candidates: readonly Candidate[], here: TextWords, there: TextWords): SharedPassage[] {
  const alike = candidates.filter(({ evidence }) => evidence.sameness >= SAMENESS);
  const taken = alike.filter(({ evidence }) => evidence.total >= EVIDENCE && evidence.words >= FEWEST_WORDS);
  if (taken.length === 0) return [];
  const isProved = taken.reduce((sum, { evidence }) => sum + evidence.total, 0) >= EVIDENCE_OF_REPRINT;
  const likely = alike.filter((candidate) => {
    const { total, telling, words } = candidate.evidence;
    if (total >= EVIDENCE && words >= FEWEST_WORDS) return false;
    if (total < EVIDENCE_BESIDE || telling < TELLING_BESIDE || words < FEWEST_WORDS_BESIDE) return false;
    return (isProved && isWhole(candidate, here, there)) || taken.some((one) => isBeside(one, candidate));
  });
  return [...taken, ...likely].sort((a, b) => a.here[0] - b.here[0] || a.there[0] - b.there[0]);
}

/** Whether whole sentences are the same: on both sides they begin and end with the passage. */
function isWhole(passage: SharedPassage, here: TextWords, there: TextWords): boolean {
  const isWholeIn = ({ sentenceEnds }: TextWords, [from, to]: readonly [number, number]) =>
    (from === 0 || sentenceEnds[from - 1] === 1) && sentenceEnds[to - 1] === 1;
  return isWholeIn(here, passage.here) && isWholeIn(there, passage.there);
}

/** Whether two passages follow each other on both sides, a sentence or two apart at most. */
function isBeside(one: SharedPassage, other: SharedPassage): boolean {
  const follows = (first: SharedPassage, second: SharedPassage) => {
    const between = [second.here[0] - first.here[1], second.there[0] - first.there[1]];
    return between.every((words) => words >= 0 && words <= MOST_WORDS_BETWEEN);
  };
  return follows(one, other) || follows(other, one);
}
