/**
 * What a word says for two texts being the same, in tenths of a telling word. Short words are common in every language
 * that has spaces (Zipf's law of abbreviation), and names and titles recur in texts that have nothing else in common.
 * Judged by the text alone, never by what else is in the project: so no finding changes when another text comes.
 */
import { endsSentence } from "./sentence-edges.ts";
import type { TextWords } from "./text-words.ts";
import type { Vocabulary } from "./vocabulary.ts";

const TELLING = 10;
const BY_LENGTH = [3, 3, 3, 4, 7];
const NAME = 4;
const NUMBER = 5;
const SIGN = 3;
/** A word shorter than this tells nothing of whether a line is set in title case: "Of", "The". */
const TITLE_WORD_LENGTH = 4;
const TITLE_SHARE = 0.7;
const DIGIT = /\d/u;

type Unweighed = Omit<TextWords, "weights"> & { readonly text: string };

/** `blockEnds`: where each block ends in the text, in UTF-16 code units. */
export function weigh(words: Unweighed, blockEnds: readonly number[], vocabulary: Vocabulary): Uint8Array {
  const { numbers, blockStarts } = words;
  const weights = new Uint8Array(numbers.length);
  const names = new Set<number>();
  for (let block = 0; block + 1 < blockStarts.length; block += 1) {
    const [from, to] = [blockStarts[block] ?? 0, blockStarts[block + 1] ?? 0];
    if (from < to) findNames(words, from, to, blockEnds[block] ?? 0, names, weights);
  }
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    const isName = weights[at] === 1 || (weights[at] === 2 && names.has(number));
    weights[at] = weightOf(number, isName, vocabulary);
  }
  return weights;
}

function weightOf(number: number, isName: boolean, vocabulary: Vocabulary): number {
  if (vocabulary.isSign(number)) return SIGN;
  const word = vocabulary.wordOf(number);
  const byLength = BY_LENGTH[word.length] ?? TELLING;
  if (isName) return Math.min(NAME, byLength);
  return DIGIT.test(word) ? Math.min(NUMBER, byLength) : byLength;
}

/**
 * Marks words with a capital inside of a sentence with 1, at the start of one with 2. Of a line set in title case nothing
 * says which are names.
 */
function findNames(
  words: Unweighed,
  from: number,
  to: number,
  blockEnd: number,
  names: Set<number>,
  marks: Uint8Array,
): void {
  const { text, numbers } = words;
  let inside = 0;
  let capitals = 0;
  for (let at = from; at < to; at += 1) {
    const start = words.from[at] ?? 0;
    const isCapital = hasCapital(text, start);
    const startsSentence = at === from || words.sentenceEnds[at - 1] === 1;
    if (isCapital) marks[at] = startsSentence ? 2 : 1;
    if (startsSentence || (words.to[at] ?? 0) - start < TITLE_WORD_LENGTH) continue;
    inside += 1;
    if (isCapital) capitals += 1;
  }
  if (capitals > inside * TITLE_SHARE && !endsSentence(text, words.to[to - 1] ?? 0, blockEnd)) marks.fill(0, from, to);
  else for (let at = from; at < to; at += 1) if (marks[at] === 1) names.add(numbers[at] ?? 0);
}

function hasCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (code >= 0x2e80) return false;
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}
