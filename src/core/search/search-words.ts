/**
 * Folds text into the words that search compares: case, accents and width folded, East Asian signs one by one, so that
 * a word of two of them is found inside a longer run. The index and the query must be folded by the same code.
 */

const ACCENTS = /\p{Mn}+/gu;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** The words of a text, one space between two. Empty for a text without any. */
export function searchWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(EAST_ASIAN, " $& ")
    .replace(NO_WORD, " ")
    .trim();
}
