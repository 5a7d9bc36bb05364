/**
 * A text as quotations are compared: its letters and figures, one after the other, with what stands between two of them.
 * What typography may change is not in it: quotation marks, dashes, spaces, hyphens at a line's end, ligatures, width.
 * What changes a figure is: signs, decimal points, currencies. Case is kept, for the comparison to judge.
 */

/** What stands before a letter: nothing, what may be written or not (a hyphen), or an edge of words. */
export const NOTHING = 0;
export const LOOSE = 1;
export const EDGE = 2;

export interface ComparableText {
  readonly original: string;
  readonly letters: string;
  /** The same in lower case, unit by unit. */
  readonly lower: string;
  /** For each code unit of `letters`, where in the original it comes from and where that ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each code unit of `letters`, what stands before it. */
  readonly before: readonly number[];
}

const LETTER_OR_NUMBER = /^[\p{L}\p{N}\p{M}]$/u;
const SYMBOL = /^[\p{Sc}%‰§&+×÷=<>°#@]$/u;
const INVISIBLE = /^[\p{DI}\u00ad]$/u;
const SPACE = /^\s$/u;
/** Spaces that stand within a figure: "1 500" with a thin or fixed one. */
const FIGURE_SPACE = /^[\u00a0\u2007\u2009\u202f]$/u;
const DASH = /^[-‐‑‒–—―−﹣－]$/u;
const HYPHEN = /^[-‐‑﹣－]$/u;
const APOSTROPHE = /^['’‘ʼ`´]$/u;
const SIGN =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
const DIGIT = /^\p{N}$/u;
/** Points of full width, which stand within figures as the others do. The comma of full width is none. */
const WIDE_POINTS = new Map([
  ["．", "."],
  ["：", ":"],
  ["／", "/"],
]);
const THREE_DIGITS = /^\p{N}{3}(?!\p{N})/u;
const MAY_STAND_BEFORE_SIGN = /^[\s([“"'‘«„]?$/u;
const UNIT = /.\p{M}*/suy;

/** Whether a letter is of a script that puts no spaces between words, or one that ties endings to them. */
export function isSign(letter: string): boolean {
  return letter.charCodeAt(0) > 0xdff && SIGN.test(letter);
}

export function isDigit(letter: string): boolean {
  const code = letter.charCodeAt(0);
  return (code >= 0x30 && code <= 0x39) || (code > 0x7f && DIGIT.test(letter));
}

/** Reads a text as quotations are compared. Never throws, whatever the text holds. */
export function comparableText(original: string): ComparableText {
  const reader = new Reader(original);
  let at = 0;
  while (at < original.length) {
    const from = at;
    while (isAsciiWord(original.charCodeAt(at))) at += 1;
    // A mark behind belongs to the last letter: both are read as one.
    if (at > from && isMarkAt(original, at)) at -= 1;
    if (at > from) reader.addPlain(from, at);
    else {
      UNIT.lastIndex = at;
      const unit = UNIT.exec(original)?.[0] ?? original.charAt(at);
      at += unit.length;
      reader.read(unit, from, at);
    }
  }
  return reader;
}

class Reader implements ComparableText {
  readonly original: string;
  letters = "";
  lower = "";
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly before: number[] = [];
  #pending: number = EDGE;

  constructor(original: string) {
    this.original = original;
  }

  /** ASCII letters and digits, which are themselves. */
  addPlain(from: number, to: number) {
    for (let at = from; at < to; at += 1) {
      this.starts.push(at);
      this.ends.push(at + 1);
      this.before.push(at === from ? this.#pending : NOTHING);
    }
    const run = this.original.slice(from, to);
    this.letters += run;
    this.lower += run.toLowerCase();
    this.#pending = NOTHING;
  }

  /** Any other sign, with the marks that belong to it. */
  read(unit: string, from: number, to: number) {
    const first = WIDE_POINTS.get(unit) ?? unit.charAt(0);
    if (SPACE.test(first)) this.#readSpace(first, to);
    else if (DASH.test(first)) this.#readDash(first, from, to);
    else if (/^[.,:/]$/u.test(first)) this.#readPoint(first, from, to);
    else if (!INVISIBLE.test(first) && !APOSTROPHE.test(first)) {
      const signs = [...unit.normalize("NFKC")].filter((sign) => LETTER_OR_NUMBER.test(sign) || SYMBOL.test(sign));
      if (signs.length === 0) this.#pending = EDGE;
      else this.#add(signs.join(""), from, to);
    }
  }

  #readSpace(space: string, to: number) {
    const isInFigure = FIGURE_SPACE.test(space) && this.#isRightBehindDigit() && THREE_DIGITS.test(this.#behind(to, 4));
    // Behind a hyphen it is the end of a line in the middle of a word.
    if (!isInFigure) this.#pending = this.#pending === LOOSE ? LOOSE : EDGE;
  }

  /** Between figures it is a range, before one that nothing stands before a sign; else a hyphen or a dash. */
  #readDash(dash: string, from: number, to: number) {
    if (this.#isBehindDigit() && /^\s*\p{N}/u.test(this.#behind(to, 4))) {
      this.#pending = LOOSE;
      this.#add("-", from, to);
      this.#pending = LOOSE;
    } else if (
      /^\p{Sc}?\p{N}/u.test(this.#behind(to, 2)) &&
      MAY_STAND_BEFORE_SIGN.test(this.original.charAt(from - 1))
    ) {
      this.#add("-", from, to);
    } else this.#pending = HYPHEN.test(dash) && this.#pending === NOTHING ? LOOSE : EDGE;
  }

  /** Within a figure it counts, but for the comma of thousands; within a short form it may be left out. */
  #readPoint(point: string, from: number, to: number) {
    const behind = this.#behind(to, 4);
    if (this.#isRightBehindDigit() && /^\p{N}/u.test(behind)) {
      if (point !== "," || !THREE_DIGITS.test(behind)) this.#add(point, from, to);
    } else this.#pending = point === "." && this.#pending === NOTHING && /^\p{L}/u.test(behind) ? LOOSE : EDGE;
  }

  #add(letters: string, from: number, to: number) {
    for (let index = 0; index < letters.length; index += 1) {
      this.starts.push(from);
      this.ends.push(to);
      this.before.push(index === 0 ? this.#pending : NOTHING);
    }
    this.letters += letters;
    this.lower += lowerOf(letters);
    this.#pending = NOTHING;
  }

  #behind(at: number, length: number): string {
    return this.original.slice(at, at + length);
  }

  #isBehindDigit(): boolean {
    return this.letters !== "" && isDigit(this.letters.charAt(this.letters.length - 1));
  }

  #isRightBehindDigit(): boolean {
    return this.#pending === NOTHING && this.#isBehindDigit();
  }
}

function isMarkAt(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x7f && /^\p{M}/u.test(text.slice(at, at + 2));
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

/** In lower case, as long as it was. */
function lowerOf(letters: string): string {
  const lower = letters.toLowerCase();
  if (lower.length === letters.length) return lower;
  return [...letters]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join("");
}
