/**
 * Finds what stands in quotation marks in a text, whatever marks its language uses, and tells closing marks from
 * apostrophes. Only the outermost: marks within marks belong to the words. Must not know what was quoted.
 */

/** Offsets of the text, in UTF-16 code units. */
export interface QuotedSpan {
  /** Where the opening mark stands. */
  readonly fromUtf16: number;
  /** Behind the closing mark. */
  readonly toUtf16: number;
  /** The words between the marks, without white space at either end. */
  readonly innerFromUtf16: number;
  readonly innerToUtf16: number;
  /** Where the words may end instead: an apostrophe looks like a closing mark. */
  readonly otherEndsUtf16: readonly number[];
}

/** What may close what; a mark that is its own partner opens only where a word begins behind it. */
const CLOSING = new Map<string, string>([
  ["“", "”"],
  ["„", "“”"],
  ["‟", "”"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ["「", "」"],
  ["『", "』"],
  ["｢", "｣"],
  ['"', '"'],
  ["＂", "＂"],
  ["”", "”"],
  ["‘", "’"],
  ["'", "'"],
]);
const OPENING_MARK = /[“„‟«»‹「『｢"＂”‘']/gu;
/** Marks that can also be something else, and so open only at the beginning of a word. */
const DOUBTFUL = new Set(["»", '"', "＂", "”", "‘", "'"]);
const APOSTROPHES = new Set(["’", "'"]);
/** What a word may begin behind. */
const BEFORE_WORD = /[\s([{“„«‹「『‘"'\-–—―:：，,。]/u;
const MOST_OTHER_ENDS = 4;

/** The outermost spans in quotation marks, in order. A mark without a partner makes none. */
export function quotedSpans(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  OPENING_MARK.lastIndex = 0;
  for (let match = OPENING_MARK.exec(text); match; match = OPENING_MARK.exec(text)) {
    const span = spanFrom(text, match.index, match[0]);
    if (!span) continue;
    spans.push(span);
    OPENING_MARK.lastIndex = span.toUtf16;
  }
  return spans;
}

function spanFrom(text: string, at: number, open: string): QuotedSpan | null {
  if (DOUBTFUL.has(open) && !opensWord(text, at)) return null;
  const closings = CLOSING.get(open) ?? "";
  const ends = APOSTROPHES.has(closings)
    ? apostropheEnds(text, at, open, closings)
    : plainEnd(text, at, open, closings);
  const [end, ...others] = ends;
  if (end === undefined) return null;
  const inner = text.slice(at + 1, end);
  const innerFromUtf16 = at + 1 + (inner.length - inner.trimStart().length);
  const innerToUtf16 = Math.max(innerFromUtf16, at + 1 + inner.trimEnd().length);
  return { fromUtf16: at, toUtf16: end + 1, innerFromUtf16, innerToUtf16, otherEndsUtf16: others };
}

function opensWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const behind = text.charAt(at + 1);
  return (before === "" || BEFORE_WORD.test(before)) && behind !== "" && !/\s/u.test(behind);
}

/** Where the partner of an opening mark stands, what is opened between them closed first. */
function plainEnd(text: string, at: number, open: string, closings: string): number[] {
  let depth = 1;
  for (let index = at + 1; index < text.length; index += 1) {
    const sign = text.charAt(index);
    // A straight mark that opens a word closes nothing: the one before it was never closed.
    if (sign === open && open === closings && /\s/u.test(text.charAt(index - 1)) && opensWord(text, index)) return [];
    if (closings.includes(sign)) {
      depth -= 1;
      if (depth === 0) return [surplusEnd(text, index, open, closings)];
    } else if (sign === open) depth += 1;
  }
  return [];
}

/** Words quoted from the middle of a quotation have its closing mark in them: the last one before the next opens counts. */
function surplusEnd(text: string, end: number, open: string, closings: string): number {
  if (open === closings || closings.length > 1) return end;
  const next = text.indexOf(open, end);
  return text.lastIndexOf(closings, next === -1 ? text.length : next);
}

/** Where a single mark may close, the likeliest first: not within a word, and not past the next that opens. */
function apostropheEnds(text: string, at: number, open: string, close: string): number[] {
  // ’90s, '26: a year whose century is left out.
  if (/^\d\d(?:s|\b)/u.test(text.slice(at + 1, at + 4))) return [];
  const ends: number[] = [];
  for (let index = at + 2; index < text.length && ends.length <= MOST_OTHER_ENDS; index += 1) {
    const sign = text.charAt(index);
    if (sign === close && !/\s/u.test(text.charAt(index - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(index + 1))) {
      ends.push(index);
    } else if (sign === open && ends.length > 0 && opensWord(text, index)) break;
  }
  const sure = ends.find((end) => !isPossessive(text, end)) ?? ends[0];
  return sure === undefined ? [] : [sure, ...ends.filter((end) => end !== sure)];
}

/** "The workers’ union": the mark behind a plural, with a word of the same sentence behind it. */
function isPossessive(text: string, at: number): boolean {
  return /[szx]/iu.test(text.charAt(at - 1)) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 4));
}
