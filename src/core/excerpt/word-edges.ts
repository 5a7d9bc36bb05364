/**
 * Whether a passage ends in the middle of a word or a number. “18 million” is not in “118 million”, nor “500” in
 * “1,500”. Scripts that put no spaces between words, and Korean, which ties particles to them, have no such edges.
 */
import type { Stretch } from "./surroundings.ts";

const WORD = /^[\p{L}\p{N}\p{M}_]$/u;
const WITHOUT_SPACES =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const MARK = /^\p{M}$/u;
const DIGIT = /^\p{Nd}$/u;
const WITHIN_NUMBERS = /^[.,]$/;

function isWord(character: string): boolean {
  return WORD.test(character) && !WITHOUT_SPACES.test(character);
}

/** The character that ends at an offset, whole even where it is two code units. */
function before(text: string, offsetUtf16: number): string {
  const pair = text.slice(Math.max(0, offsetUtf16 - 2), offsetUtf16);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1);
}

function after(text: string, offsetUtf16: number): string {
  const code = text.codePointAt(offsetUtf16);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/** True where an offset lies within a word, a number, or a letter and its accent. */
export function cutsWord(text: string, offsetUtf16: number): boolean {
  const [left, right] = [before(text, offsetUtf16), after(text, offsetUtf16)];
  if (left === "" || right === "") return false;
  if (MARK.test(right)) return true;
  if (isWord(left) && isWord(right)) return true;
  return (
    (DIGIT.test(left) && WITHIN_NUMBERS.test(right) && DIGIT.test(after(text, offsetUtf16 + 1))) ||
    (DIGIT.test(right) && WITHIN_NUMBERS.test(left) && DIGIT.test(before(text, offsetUtf16 - 1)))
  );
}

/** The stretch with the words whole that it cuts, but for the ends at which it may. */
export function withWholeWords(
  text: string,
  { start, end }: Stretch,
  mayCut: { readonly start: boolean; readonly end: boolean },
): Stretch {
  let [from, to] = [start, end];
  while (!mayCut.start && from > 0 && cutsWord(text, from)) from -= before(text, from).length;
  while (!mayCut.end && to < text.length && cutsWord(text, to)) to += after(text, to).length;
  return { start: from, end: to };
}
