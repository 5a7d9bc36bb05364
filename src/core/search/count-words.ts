/** How many words a text has. Chinese and Japanese, which set no spaces, are counted as Word does: by character. */

/** One such character, or a word of other scripts up to the next one. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]][[\p{L}\p{N}\p{M}'’.,\-]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]*/gv;

export function countWordsOf(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
