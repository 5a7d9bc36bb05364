/**
 * Words as numbers, so that texts are compared by numbers. Words once seen keep theirs: what a project says is a small
 * vocabulary. Must not know what a word means.
 */

/** One sign of a script that sets no spaces between words (see `foldText`), which says less than a word does. */
const SIGN =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #isSign: boolean[] = [];

  /** The number of a folded word; the same for the same word. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#isSign.push(word.charCodeAt(0) >= 0xe00 && SIGN.test(word));
    return number;
  }

  wordOf(number: number): string {
    return this.#words[number] ?? "";
  }

  isSign(number: number): boolean {
    return this.#isSign[number] ?? false;
  }
}
