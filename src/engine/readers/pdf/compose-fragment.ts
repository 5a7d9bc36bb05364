/**
 * Composes the text of pieces that stand on one line close together: their order, the spaces between them, what is
 * raised or lowered. Every character that is taken keeps its origin; spaces that are put in have none.
 */
import { isUnspaced } from "../../../core/source/text-shapes.ts";
import type { FontStretch, Fragment, Shifted, TextRun } from "./fragment.ts";
import { accented } from "./overprinted-accents.ts";
import type { Piece } from "./piece.ts";

/** As shares of the type size. pdf.js takes a tenth for a space within an item; between items kerning may reach that. */
const SPACE_GAP = 0.18;
/** Signs of unspaced scripts are set with up to this between them where a line is stretched to full width. */
const UNSPACED_GAP = 0.6;
const RAISED_BY = 0.15;
const LOWERED_BY = 0.08;
const SMALLER_THAN = 0.86;
const INITIAL_SIZE = 1.8;
const MUCH_LARGER = 1.12;
const LARGER_SHARE = 0.06;
/** A letter printed over an accent begins so far before the accent's end. */
const OVERPRINTED = 0.2;

/** The fragment that the pieces make up. There must be at least one. */
export function composeFragment(pieces: readonly Piece[]): Fragment {
  const { size, y } = mainLine(pieces);
  const isRightToLeft = isMostlyRightToLeft(pieces);
  const composer = new Composer();
  let before: Piece | undefined;
  for (const piece of inReadingOrder(pieces, isRightToLeft)) {
    const isOver = before !== undefined && piece.x < before.x + before.width - OVERPRINTED * size;
    const composed = isOver && composer.composeAccent(piece);
    if (!composed && before !== undefined && hasSpace(before, piece, size)) composer.space();
    composer.add(piece, shiftOf(piece, size, y), composed ? 1 : 0);
    before = piece;
  }
  return {
    ...composer.done(),
    x0: least(pieces, (piece) => piece.x),
    x1: -least(pieces, (piece) => -(piece.x + piece.width)),
    y,
    size,
    order: least(pieces, (piece) => piece.item),
    isRightToLeft,
  };
}

function least(pieces: readonly Piece[], value: (piece: Piece) => number): number {
  let found = Number.POSITIVE_INFINITY;
  for (const piece of pieces) found = Math.min(found, value(piece));
  return found;
}

/**
 * The size that most characters have, and their baseline. Where much larger ones are among them, as before small
 * capitals, those tell the size of the line.
 */
function mainLine(pieces: readonly Piece[]): { readonly size: number; readonly y: number } {
  const [first, ...rest] = pieces;
  if (first === undefined) throw new RangeError("no pieces to compose");
  if (rest.every(({ size }) => size === first.size)) return first;
  const lengths = new Map<number, number>();
  let all = 0;
  for (const { size, text } of pieces) {
    const key = Math.round(size * 10);
    lengths.set(key, (lengths.get(key) ?? 0) + text.length);
    all += text.length;
  }
  const [most] = [...lengths].reduce((best, each) => (each[1] > best[1] ? each : best));
  let main = most;
  for (const [key, length] of lengths) {
    if (key > main && key > most * MUCH_LARGER && length >= all * LARGER_SHARE) main = key;
  }
  const ofMain = pieces.filter(({ size }) => Math.round(size * 10) === main);
  return ofMain.reduce((longest, piece) => (piece.text.length > longest.text.length ? piece : longest));
}

function isMostlyRightToLeft(pieces: readonly Piece[]): boolean {
  let balance = 0;
  for (const { text, isRightToLeft } of pieces) balance += isRightToLeft ? text.length : -text.length;
  return balance > 0;
}

/** By place along the line. In a right-to-left line, what runs the other way within it (numbers, Latin words) keeps its own order. */
function inReadingOrder(pieces: readonly Piece[], isRightToLeft: boolean): readonly Piece[] {
  if (!isRightToLeft) {
    for (let index = 1; index < pieces.length; index += 1) {
      if ((pieces[index]?.x ?? 0) < (pieces[index - 1]?.x ?? 0))
        return pieces.toSorted((one, other) => one.x - other.x);
    }
    return pieces;
  }
  const ordered: Piece[] = [];
  let leftToRight: Piece[] = [];
  for (const piece of pieces.toSorted((one, other) => other.x - one.x)) {
    if (!piece.isRightToLeft && /[\p{L}\p{N}]/u.test(piece.text)) {
      leftToRight.unshift(piece);
    } else {
      ordered.push(...leftToRight, piece);
      leftToRight = [];
    }
  }
  return [...ordered, ...leftToRight];
}

function hasSpace(left: Piece, right: Piece, size: number): boolean {
  const gap = Math.max(right.x - (left.x + left.width), left.x - (right.x + right.width)) / size;
  const areUnspaced = isUnspaced(left.text.charCodeAt(left.text.length - 1)) && isUnspaced(right.text.charCodeAt(0));
  if (areUnspaced) return gap > UNSPACED_GAP;
  const isAfter = right.item > left.item;
  // An initial over several lines stands off from its word by more than a space is wide.
  if (left.size > right.size * INITIAL_SIZE && left.text.length <= 2) return isAfter && right.isApart;
  return (isAfter ? right.isApart : left.isApart && left.item === right.item + 1) || gap > SPACE_GAP;
}

function shiftOf(piece: Piece, size: number, y: number): Shifted["shift"] | null {
  if (piece.size > size * SMALLER_THAN) return null;
  if (y - piece.y >= size * RAISED_BY) return "superscript";
  return piece.y - y >= size * LOWERED_BY ? "subscript" : null;
}

class Composer {
  private text = "";
  private readonly runs: TextRun[] = [];
  private readonly fonts: FontStretch[] = [];
  private readonly shifted: Shifted[] = [];

  space(): void {
    if (this.text !== "" && !this.text.endsWith(" ")) this.text += " ";
  }

  /**
   * Where the text ends in an accent and the piece begins with its letter, puts the one character that they make up in
   * place of the accent. It comes from two, so no run holds it.
   */
  composeAccent({ text }: Piece): boolean {
    const run = this.runs.at(-1);
    const character = accented(this.text.slice(-1), text.slice(0, 1));
    if (character === null || run === undefined || run.fromUtf16 + run.lengthUtf16 !== this.text.length) return false;
    this.text = this.text.slice(0, -1) + character;
    this.runs.pop();
    if (run.lengthUtf16 > 1) this.runs.push({ ...run, lengthUtf16: run.lengthUtf16 - 1 });
    return true;
  }

  /** Adds the characters of a piece, but for the first `taken`. */
  add(piece: Piece, shift: Shifted["shift"] | null, taken: number): void {
    const from = this.text.length;
    this.take(piece, taken);
    const to = this.text.length;
    if (to === from) return;
    const font = this.fonts.at(-1);
    if (font?.font === piece.font) this.fonts[this.fonts.length - 1] = { ...font, toUtf16: to };
    else this.fonts.push({ fromUtf16: from, toUtf16: to, font: piece.font });
    if (shift !== null) this.shifted.push({ fromUtf16: from + (this.text[from] === " " ? 1 : 0), toUtf16: to, shift });
  }

  /** The piece's characters: white space folded, what no text may hold left out. */
  private take({ item, text }: Piece, taken: number): void {
    if (!NEEDS_CARE.test(text)) {
      this.run(text, item, taken, text.length);
      return;
    }
    let from = taken;
    for (const { 0: odd, index } of text.matchAll(ODD)) {
      this.run(text, item, from, index);
      from = index + odd.length;
      if (odd.trim() === "") {
        if (!areUnspacedAround(text, index, from)) this.space();
      } else if (!CONTROL.test(odd)) this.text += "\u{FFFD}";
    }
    this.run(text, item, from, text.length);
  }

  private run(text: string, item: number, from: number, to: number): void {
    if (to <= from) return;
    this.runs.push({ item, itemFromUtf16: from, fromUtf16: this.text.length, lengthUtf16: to - from });
    this.text += text.slice(from, to);
  }

  done(): Pick<Fragment, "text" | "runs" | "fonts" | "shifted"> {
    const text = this.text.trimEnd();
    return { text, runs: this.runs, fonts: this.fonts, shifted: this.shifted };
  }
}

/** Two or more white spaces, one at an edge or between unspaced signs, control characters, halves of surrogate pairs. */
const NEEDS_CARE =
  /^\s|\s$|\s\s|[^\S \u00A0]|[\u2E80-\uABFF\uF900-\uFAFF\uFF00-\uFFEF]\s[\u2E80-\uABFF\uF900-\uFAFF\uFF00-\uFFEF]|[\u0000-\u001F\u007F-\u009F]|[\uD800-\uDFFF]/;
const ODD = /\s+|[\u0000-\u001F\u007F-\u009F]|\p{Surrogate}/gu;
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/;

function areUnspacedAround(text: string, from: number, to: number): boolean {
  return from > 0 && to < text.length && isUnspaced(text.charCodeAt(from - 1)) && isUnspaced(text.charCodeAt(to));
}
