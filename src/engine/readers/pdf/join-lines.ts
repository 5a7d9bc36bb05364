/**
 * Decides how the end of a line and the beginning of the next are put together: with a space, without one, or with the
 * hyphen dropped. Knows words of the document, not of a language.
 */
import { isUnspaced } from "../../../core/source/text-shapes.ts";

/** The words that the document has within its lines, in lower case, compounds whole and in parts. */
export interface KnownWords {
  has(word: string): boolean;
}

export interface LineJoin {
  /** How many code units to drop from the end of the upper line: 1 for a hyphen that only divided the word. */
  readonly dropUtf16: 0 | 1;
  readonly between: "" | " ";
}

const SPACE: LineJoin = { dropUtf16: 0, between: " " };
const NOTHING: LineJoin = { dropUtf16: 0, between: "" };
const DROP: LineJoin = { dropUtf16: 1, between: "" };

const LAST_WORD = /[\p{L}\p{M}\p{N}'’]+(?=[-\u2010\u00AD]?$)/u;
const FIRST_WORD = /^[\p{L}\p{M}]+(?:['’]\p{L}+)?/u;
const WORD = /\p{L}[\p{L}\p{M}'’]*(?:[-\u2010]\p{L}[\p{L}\p{M}'’]*)*/gu;
const ADDRESS = /(?:https?:\/\/|www\.|\/\/|\w@\w)\S*$/u;
/** Where a line ends in one of these and no space, the next goes on without one. */
const ENDS_OPEN = /[^\s][/–—_]$/u;

/** Of what stands before a line break only the end matters, and a paragraph can go on for pages. */
export const LONGEST_END_UTF16 = 400;

/** How to put two lines of one paragraph together. Of the upper one, its end is enough. */
export function joinOfLines(line: string, lower: string, known: KnownWords): LineJoin {
  const end = line.charCodeAt(line.length - 1);
  if (isUnspaced(end) && isUnspaced(lower.charCodeAt(0))) return NOTHING;
  if (end === 0xad) return DROP;
  if (/^[a-z]{3,5}:\/\//u.test(lower)) return SPACE;
  const upper = behindLastSpace(line);
  const address = ADDRESS.exec(upper)?.[0];
  if (address !== undefined && /[-/_=&?%#~+]$/u.test(address) && /^[\w%]/u.test(lower)) return NOTHING;
  if (ENDS_OPEN.test(upper)) return NOTHING;
  if (/[^\s][-\u2010]$/u.test(upper)) return joinAtHyphen(upper, lower, known);
  return SPACE;
}

/** What stands behind the last space of a line: all that the rules for its end look at, and soon looked through. */
function behindLastSpace(line: string): string {
  return line.slice(line.lastIndexOf(" ") + 1);
}

/**
 * A hyphen is dropped only where a word in small letters goes on, and not where the document writes the compound with
 * its hyphen or has both parts as words of their own, as in "policy-makers".
 */
function joinAtHyphen(upper: string, lower: string, known: KnownWords): LineJoin {
  const left = LAST_WORD.exec(upper)?.[0].toLowerCase();
  const right = FIRST_WORD.exec(lower)?.[0];
  if (left === undefined || right === undefined || !/^\p{Ll}/u.test(right))
    return startsSuspended(lower) ? SPACE : NOTHING;
  if (isConjunction(right)) return SPACE;
  if (/\p{N}/u.test(left) || left.length < 2) return NOTHING;
  const second = right.toLowerCase();
  if (known.has(left + second)) return DROP;
  if (known.has(`${left}-${second}`)) return NOTHING;
  // "state-of-the-" goes on a compound that has a hyphen already.
  if (/[\p{L}]-[\p{L}]+[-\u2010]$/u.test(upper) || /^\p{L}+-/u.test(lower)) return NOTHING;
  return known.has(left) && known.has(second) && second.length > 2 && left.length > 2 ? NOTHING : DROP;
}

/** "short- and long-term": the hyphen stands for what comes later. */
function isConjunction(word: string): boolean {
  return ["and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en", "of", "to"].includes(word);
}

function startsSuspended(lower: string): boolean {
  return !/^[\p{L}\p{N}]/u.test(lower);
}

/**
 * True where the upper line ends in the middle of a word without a hyphen to show for it: pdf.js leaves out soft
 * hyphens, which some programs write where they divide. `isShort` tells that the line ends before its edge by just a hyphen.
 */
export function isDividedUnseen(upper: string, lower: string, known: KnownWords, isShort: boolean): boolean {
  const left = /[\p{L}\p{M}]+$/u.exec(behindLastSpace(upper))?.[0].toLowerCase();
  const right = /^\p{Ll}[\p{L}\p{M}]*/u.exec(lower)?.[0];
  if (left === undefined || right === undefined) return false;
  const isWhole = known.has(left + right);
  const halves = Number(known.has(left)) + Number(known.has(right));
  return isShort ? halves === 0 || (halves === 1 && isWhole) : halves === 0 && isWhole;
}

/**
 * The words of the document that joins of lines ask for. `ends` are pairs of lines that follow each other; words at the
 * ends of lines do not count, as they may be halves.
 */
export function collectWords(lines: Iterable<string>, ends: Iterable<readonly [string, string]>): KnownWords {
  const asked = new Set<string>();
  for (const [upper, lower] of ends) {
    const left = LAST_WORD.exec(behindLastSpace(upper))?.[0].toLowerCase();
    const right = FIRST_WORD.exec(lower)?.[0].toLowerCase();
    if (left === undefined || right === undefined) continue;
    for (const word of [left, right, left + right, `${left}-${right}`]) asked.add(word);
  }
  const found = new Set<string>();
  if (asked.size === 0) return found;
  for (const line of lines) {
    // The first and the last word of a line may be halves of one.
    const inner = line.slice(line.indexOf(" ") + 1, Math.max(0, line.lastIndexOf(" "))).toLowerCase();
    for (const word of inner.match(WORD) ?? []) {
      if (asked.has(word)) found.add(word);
      if (word.includes("-")) for (const part of word.split("-")) if (asked.has(part)) found.add(part);
    }
  }
  return found;
}
