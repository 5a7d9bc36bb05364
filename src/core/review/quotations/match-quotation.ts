/** Whether a text has the words of a quotation, up to typography and what its writer declares. Yes or no, never nearly. */
import { type ComparableText, EDGE, isDigit, isSign, LOOSE, NOTHING } from "./comparable-text.ts";
import type { Run } from "./quotation-pieces.ts";

/** How far apart, in letters, words may stand in the source between which there is an ellipsis. */
const LONGEST_LEFT_OUT = 4000;
/** How many places of one run are tried, for what stands behind it. */
const MOST_PLACES = 200;

/** Whether the runs stand in a text, in order, with no more between them than is declared. */
export function holdsRuns(text: ComparableText, runs: readonly Run[]): boolean {
  return runs.length > 0 && holdsFrom(text, runs, 0, 0);
}

function holdsFrom(text: ComparableText, runs: readonly Run[], index: number, from: number): boolean {
  const run = runs[index];
  if (!run) return true;
  const last = lastStart(text, run, index, from);
  let tried = 0;
  for (
    let at = text.lower.indexOf(run.text.lower, from);
    at !== -1 && at <= last;
    at = text.lower.indexOf(run.text.lower, at + 1)
  ) {
    if (!agrees(text, at, run)) continue;
    if (holdsFrom(text, runs, index + 1, at + run.text.lower.length)) return true;
    tried += 1;
    if (tried >= MOST_PLACES) return false;
  }
  return false;
}

/** The last place at which a run may begin. */
function lastStart(text: ComparableText, { gap }: Run, index: number, from: number): number {
  if (index === 0) return text.lower.length;
  if (gap === "any") return from + LONGEST_LEFT_OUT;
  if (gap === "none") return from;
  return from + (isSign(text.letters.charAt(from)) ? Math.ceil(gap / 3) : gap);
}

/** Whether what stands at a place is the run, in case and edges as well. */
function agrees(text: ComparableText, at: number, { text: run, gluedStart, gluedEnd, freeCase }: Run): boolean {
  const end = at + run.letters.length;
  if (!gluedStart && !isEdge(text, at)) return false;
  if (!gluedEnd && !isEdge(text, end)) return false;
  for (let index = 1; index < run.letters.length; index += 1) {
    if (!sameBetween(run, index, text, at + index)) return false;
  }
  if (text.letters.startsWith(run.letters, at)) return true;
  const words = text.letters.slice(at, end);
  // A title in capitals may be quoted in small letters.
  if (words === words.toUpperCase() && words !== words.toLowerCase() && run.letters.length > 1) return true;
  return freeCase && words.slice(1) === run.letters.slice(1);
}

/** Whether a word of the text can begin, or end, before a letter. */
function isEdge({ letters, before }: ComparableText, at: number): boolean {
  if (at <= 0 || at >= letters.length || before[at] !== NOTHING) return true;
  const [left, right] = [letters.charAt(at - 1), letters.charAt(at)];
  return (isSign(left) || isSign(right)) && !(isDigit(left) && isDigit(right));
}

/** Whether the same stands between two letters, or what may be written in both ways. */
function sameBetween(one: ComparableText, oneAt: number, other: ComparableText, otherAt: number): boolean {
  const [a, b] = [one.before[oneAt], other.before[otherAt]];
  if (a === b || a === LOOSE || b === LOOSE) return true;
  const [left, right] = [one.letters.charAt(oneAt - 1), one.letters.charAt(oneAt)];
  if (isSign(left) || isSign(right)) return true;
  // "70 %" and "70%", "10 km" and "10km".
  return (a === EDGE || b === EDGE) && isDigit(left) !== isDigit(right);
}
