/**
 * Where sentences begin and end, and passages that run up to that: the word with which a sentence begins or ends on
 * both sides belongs to the passage, also behind an edit that it would not be worth crossing by itself.
 */
import type { Run } from "./exact-runs.ts";
import type { TextWords } from "./text-words.ts";

/** Full stops, question and exclamation marks, and double quotation marks, behind which one may begin. */
const SENTENCE_END = new Set(Array.from('".!?“”。！？．｡؟।', (mark) => mark.charCodeAt(0)));
/** An edit at the edge of a sentence may have so many words. */
const MOST_EDITED = 3;

/** Whether a sentence ends between two words, by what is set there. */
export function endsSentence(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (SENTENCE_END.has(text.charCodeAt(at))) return true;
  return false;
}

/** Of each word, 1 where a sentence or a block ends behind it. */
export function sentenceEndsOf(
  text: string,
  { from, to, blockStarts }: Pick<TextWords, "from" | "to" | "blockStarts">,
): Uint8Array {
  const ends = new Uint8Array(from.length);
  for (let at = 0; at + 1 < from.length; at += 1) {
    if (endsSentence(text, to[at] ?? 0, from[at + 1] ?? 0)) ends[at] = 1;
  }
  for (const start of blockStarts) if (start > 0) ends[start - 1] = 1;
  return ends;
}

/** The runs of a passage with the first or last word of its sentence, where that is the same on both sides. */
export function upToSentenceEdges(runs: readonly Run[], here: TextWords, there: TextWords): Run[] {
  const first = runs[0];
  const last = runs.at(-1);
  if (!first || !last) return [];
  const before = sameWord(first.here - 1, first.there - 1, -1, here, there);
  const after = sameWord(last.here + last.length, last.there + last.length, 1, here, there);
  return [...(before ? [before] : []), ...runs, ...(after ? [after] : [])];
}

function sameWord(from: number, fromThere: number, step: 1 | -1, here: TextWords, there: TextWords): Run | null {
  const at = edgeFrom(from, step, here);
  const other = edgeFrom(fromThere, step, there);
  if (at === null || other === null || here.numbers[at] !== there.numbers[other]) return null;
  return { here: at, there: other, length: 1 };
}

/** The last word before a sentence's edge, from a place on; null where that lies behind it, or far off. */
function edgeFrom(from: number, step: 1 | -1, { sentenceEnds, numbers }: TextWords): number | null {
  const endsBefore = (at: number) => at < 0 || at >= numbers.length || sentenceEnds[step === 1 ? at - 1 : at] === 1;
  if (endsBefore(from)) return null;
  for (let at = from; Math.abs(at - from) <= MOST_EDITED; at += step) if (endsBefore(at + step)) return at;
  return null;
}
