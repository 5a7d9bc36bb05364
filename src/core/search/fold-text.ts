/**
 * Folds text into the words that finding compares, and knows where in the text each of them came from: case, accents
 * and width folded, marks that nobody sees left out. What is written without spaces (Chinese, Japanese, Korean, Thai)
 * becomes words of one sign each, so that a word of two of them is found inside a longer run.
 * The index, the query and what is marked must all be folded here. Must not know what is looked for.
 */

/** The folded text: words with one space between two. */
export interface FoldedText {
  readonly text: string;
  /** Where a code unit of `text`, of a word, comes from: the offset at which its sign begins in the original. */
  startOf(offsetUtf16: number): number;
  /** Where what ends before this code unit of `text` ends in the original, marks that belong to it included. */
  endOf(offsetUtf16: number): number;
}

/**
 * Stretches of the folded text, by where they begin in it, and where in the original each came from. One that is no
 * longer than that is so code unit by code unit, and what is left over at its end joined its last sign. Kept as columns:
 * a long text has very many of them.
 */
interface Pieces {
  readonly folded: number[];
  readonly from: number[];
  readonly to: number[];
}

/**
 * Stands between two signs that a clause ends between, so that the last of one and the first of the next are no word.
 * No text folds to it.
 */
const CLAUSE_END = "¶";

/** Signs that are words of their own because their languages put no spaces between words. */
const SIGN =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
const LETTER_OR_NUMBER = /^[\p{L}\p{N}]$/u;
const MARK = /^\p{M}$/u;
/** Said with a number, and looked for with it: "5%", "€20bn". */
const SYMBOL = /^[\p{Sc}%‰§]$/u;
const CLAUSE_MARK = /^[.!?,;:…。．！？，、；：｡､]$/u;
/** One sign with all that joins it: marks, invisible characters, the parts of a Korean syllable or a half-width kana. */
const UNIT =
  /(?:[\u1100-\u115e][\u1161-\u11a7][\u11a8-\u11ff]?|[\uac00-\ud7a3][\u11a8-\u11ff]?|.)[[\p{M}\p{DI}\uff9e\uff9f]--[\u200b]]*/svy;
const INVISIBLE = /[\p{DI}--[\u200b]]/gv;
/**
 * Accents, vowel points and the like, which most people leave out. Not the vowels of Indian scripts and of Thai, nor the
 * marks that make another kana of a kana; of Devanagari only the dot.
 */
const ACCENTS =
  /[[\p{M}&&[\p{sc=Inherited}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\u093c]]--[\u3099\u309a]]/gv;

/** Letters that have no decomposition and yet are another's variant, by how people type them without their keyboard. */
const VARIANTS = new Map(
  Object.entries({
    æ: "ae",
    œ: "oe",
    ø: "o",
    đ: "d",
    ð: "d",
    ħ: "h",
    ı: "i",
    ł: "l",
    ŧ: "t",
    þ: "th",
    ß: "ss",
    ς: "σ",
    // Arabic as Persian and Urdu keyboards write it; the letters that are one where dots are left out; the stretch.
    ی: "ي",
    ى: "ي",
    ک: "ك",
    ة: "ه",
    "\u0640": "",
    // Apostrophes that Unicode counts as letters.
    "\u02b9": " ",
    "\u02bb": " ",
    "\u02bc": " ",
    // The ASCII signs are no word characters to the index.
    "%": "％",
    $: "＄",
  }),
);
const VARIANT = new RegExp(`[${[...VARIANTS.keys()].join("")}]`, "gu");
/** The zeros of digits that are not the usual ones: Arabic, Persian, Devanagari. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/gu;

const unitCache = new Map<string, string>();
const UNIT_CACHE_SIZE = 20_000;

function foldUnit(unit: string): string {
  const known = unitCache.get(unit);
  if (known !== undefined) return known;
  const folded = unit
    .replace(INVISIBLE, "")
    .normalize("NFKD")
    // A letter of its own, which a short accent would make another of.
    .replace(/[Ии]\u0306/gu, "й")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(VARIANT, (letter) => VARIANTS.get(letter) ?? letter)
    .replace(DIGITS, (digit) => String((digit.charCodeAt(0) - (digit >= "\u0966" ? 0x966 : 0x660)) % 16));
  if (unitCache.size >= UNIT_CACHE_SIZE) unitCache.clear();
  unitCache.set(unit, folded);
  return folded;
}

const isAsciiWord = (code: number) =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
/** Common signs that fold to themselves: Han, Korean syllables, kana. */
const isPlainSign = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0x3041 && code <= 0x3096) ||
  (code >= 0x30a1 && code <= 0x30fa);
/** Whether what follows such a sign surely does not join it. */
const joinsNothing = (code: number) =>
  code < 0x300 || isPlainSign(code) || (code >= 0x3000 && code <= 0x3029) || (code >= 0xff01 && code <= 0xff60);

/** Folds a text. Never throws, whatever the text holds. */
export function foldText(original: string): FoldedText {
  const pieces: Pieces = { folded: [], from: [], to: [] };
  let text = "";
  /** What the folded text ends with, and whether more may join it. */
  let last: "nothing" | "word" | "sign" = "nothing";
  let open = false;
  let clauseEnded = false;

  const add = (folded: string, from: number, to: number, kind: "word" | "sign") => {
    if (kind === "sign" || !open || last !== kind) {
      if (clauseEnded && kind === "sign" && last === "sign") text += ` ${CLAUSE_END}`;
      if (text !== "") text += " ";
    }
    pieces.folded.push(text.length);
    pieces.from.push(from);
    pieces.to.push(to);
    text += folded;
    last = kind;
    open = true;
    clauseEnded = false;
  };
  const part = (sign: string) => {
    open = false;
    clauseEnded ||= CLAUSE_MARK.test(sign);
  };
  const addUnit = (unit: string, from: number) => {
    const to = from + unit.length;
    const folded = foldUnit(unit);
    if (folded === "" && open) pieces.to[pieces.to.length - 1] = to;
    for (const sign of folded) {
      if (MARK.test(sign)) joinMark(sign, to);
      else if (SIGN.test(sign) && LETTER_OR_NUMBER.test(sign)) add(sign, from, to, "sign");
      else if (LETTER_OR_NUMBER.test(sign)) add(sign, from, to, "word");
      else if (SYMBOL.test(sign)) addSymbol(sign, from, to);
      else part(sign);
    }
  };
  const joinMark = (mark: string, to: number) => {
    if (!open) return;
    text += mark;
    pieces.to[pieces.to.length - 1] = to;
  };
  const addSymbol = (symbol: string, from: number, to: number) => {
    open = false;
    add(symbol, from, to, "word");
    open = false;
  };

  let at = 0;
  while (at < original.length) {
    const from = at;
    const code = original.charCodeAt(at);
    if (isAsciiWord(code)) {
      do at += 1;
      while (isAsciiWord(original.charCodeAt(at)));
      add(original.slice(from, at).toLowerCase(), from, at, "word");
    } else if (code < 0x80) {
      at += 1;
      if (code === 0x25 || code === 0x24) addSymbol(foldUnit(original.slice(from, at)), from, at);
      else part(original.charAt(from));
    } else if (isPlainSign(code) && (at + 1 === original.length || joinsNothing(original.charCodeAt(at + 1)))) {
      at += 1;
      add(original.charAt(from), from, at, "sign");
    } else {
      UNIT.lastIndex = at;
      const unit = UNIT.exec(original)?.[0] ?? original.charAt(at);
      at += unit.length;
      addUnit(unit, from);
    }
  }
  return new Folded(text, pieces);
}

class Folded implements FoldedText {
  readonly text: string;
  readonly #pieces: Pieces;

  constructor(text: string, pieces: Pieces) {
    this.text = text;
    this.#pieces = pieces;
  }

  startOf(offsetUtf16: number): number {
    const { folded, from, to, isEven } = this.#pieceAt(offsetUtf16);
    return isEven ? Math.min(to, from + (offsetUtf16 - folded)) : from;
  }

  endOf(offsetUtf16: number): number {
    const { folded, from, to, isEven, end } = this.#pieceAt(offsetUtf16 - 1);
    return isEven && offsetUtf16 < end ? Math.min(to, from + (offsetUtf16 - folded)) : to;
  }

  #pieceAt(offsetUtf16: number) {
    const starts = this.#pieces.folded;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offsetUtf16) low = middle;
      else high = middle - 1;
    }
    const folded = starts[low] ?? 0;
    const next = starts[low + 1] ?? this.text.length;
    // The space between two words belongs to neither.
    const end = this.text.charAt(next - 1) === " " ? next - 1 : next;
    const from = this.#pieces.from[low] ?? 0;
    const to = this.#pieces.to[low] ?? 0;
    return { folded, end, from, to, isEven: to - from >= end - folded };
  }
}
