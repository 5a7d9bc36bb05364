/**
 * The words of a text, as `foldText` makes them, and where each stands. Must not know what they are compared with.
 */
import { foldText } from "../../search/fold-text.ts";
import type { ReviewedText } from "../reviewed-text.ts";
import { sentenceEndsOf } from "./sentence-edges.ts";
import { isStandingLine } from "./standing-lines.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { weigh } from "./word-weights.ts";

/** Words by their place in the text, from 0; columns, because there are very many of them. */
export interface TextWords {
  /** The number that the vocabulary has for each. */
  readonly numbers: Int32Array;
  /** Offsets of canonical text, in UTF-16 code units. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** What each says, in tenths of a telling word. */
  readonly weights: Uint8Array;
  /** 1 where a sentence or a block ends behind the word. */
  readonly sentenceEnds: Uint8Array;
  /** The place of the first word of each block, and behind the last of them how many words there are. */
  readonly blockStarts: Int32Array;
}

/** A text of only these and ASCII is cut without folding it: signs between words, as they are set in print. */
const isPlainSeparator = (code: number) =>
  code === 0xa0 || (code >= 0x2010 && code <= 0x201e) || code === 0x2026 || code === 0xab || code === 0xbb;

const isAsciiWord = (code: number) =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

/** Said with a number, and words to `foldText`: "5%", "$20". */
const SYMBOLS = new Map([
  [0x25, "％"],
  [0x24, "＄"],
]);

/** The words of what is a text's own: standing lines have none. */
export function wordsOf({ text, blocks }: Pick<ReviewedText, "text" | "blocks">, vocabulary: Vocabulary): TextWords {
  const columns: WordColumns = { numbers: [], from: [], to: [] };
  const blockStarts = new Int32Array(blocks.length + 1);
  for (const [index, block] of blocks.entries()) {
    const { fromUtf16, toUtf16 } = block;
    const before = columns.numbers.length;
    blockStarts[index] = before;
    if (isStandingLine(text, block)) continue;
    if (!cutPlain(text, fromUtf16, toUtf16, vocabulary, columns)) {
      columns.numbers.length = before;
      columns.from.length = before;
      columns.to.length = before;
      cutFolded(text, fromUtf16, toUtf16, vocabulary, columns);
    }
  }
  blockStarts[blocks.length] = columns.numbers.length;
  const numbers = Int32Array.from(columns.numbers);
  const from = Int32Array.from(columns.from);
  const to = Int32Array.from(columns.to);
  const sentenceEnds = sentenceEndsOf(text, { from, to, blockStarts });
  const cut = { numbers, from, to, sentenceEnds, blockStarts };
  const blockEnds = blocks.map(({ toUtf16 }) => toUtf16);
  return { ...cut, weights: weigh({ ...cut, text }, blockEnds, vocabulary) };
}

interface WordColumns {
  readonly numbers: number[];
  readonly from: number[];
  readonly to: number[];
}

function push(columns: WordColumns, number: number, from: number, to: number): void {
  columns.numbers.push(number);
  columns.from.push(from);
  columns.to.push(to);
}

/** Cuts what needs no folding but that of case. Answers false where it met anything else. */
function cutPlain(text: string, from: number, to: number, vocabulary: Vocabulary, columns: WordColumns): boolean {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    const start = at;
    at += 1;
    if (isAsciiWord(code)) {
      while (at < to && isAsciiWord(text.charCodeAt(at))) at += 1;
      push(columns, vocabulary.numberOf(text.slice(start, at).toLowerCase()), start, at);
    } else if (code >= 0x80) {
      if (!isPlainSeparator(code)) return false;
    } else {
      const symbol = SYMBOLS.get(code);
      if (symbol !== undefined) push(columns, vocabulary.numberOf(symbol), start, at);
    }
  }
  return true;
}

function cutFolded(text: string, from: number, to: number, vocabulary: Vocabulary, columns: WordColumns): void {
  const folded = foldText(text.slice(from, to));
  let at = 0;
  for (const word of folded.text.split(" ")) {
    const end = at + word.length;
    // The mark that `foldText` sets between two clauses of signs is no word.
    if (word !== "" && word !== "¶") {
      push(columns, vocabulary.numberOf(word), from + folded.startOf(at), from + folded.endOf(end));
    }
    at = end + 1;
  }
}
