/**
 * How well the surroundings of a place agree with a quote's stored prefix and suffix. Pure string work.
 */
import type { TextQuoteSelector } from "./selectors.ts";

/** Agreement on this many characters of one side is taken as evidence that the place is the same. */
export const EVIDENCE_LENGTH_UTF16 = 12;

export interface ContextMatch {
  /** How many characters agree, directly before and directly after. */
  readonly agreedUtf16: number;
  /** All of the stored context agrees on both sides. */
  readonly whole: boolean;
  /** At least one side agrees far enough, or to its end, to call the place the same. */
  readonly evident: boolean;
  /** Both sides agree so far. */
  readonly evidentTwice: boolean;
}

function commonEnd(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left.at(-1 - length) === right.at(-1 - length)) length += 1;
  return length;
}

function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length += 1;
  return length;
}

/** Compares what stands around `[fromUtf16, toUtf16)` with what stood around the quote when it was made. */
export function matchContext(text: string, fromUtf16: number, toUtf16: number, quote: TextQuoteSelector): ContextMatch {
  const before = text.slice(Math.max(0, fromUtf16 - quote.prefix.length), fromUtf16);
  const after = text.slice(toUtf16, toUtf16 + quote.suffix.length);
  const agreedBefore = commonEnd(before, quote.prefix);
  const agreedAfter = commonStart(after, quote.suffix);
  const wholeBefore = agreedBefore === quote.prefix.length;
  const wholeAfter = agreedAfter === quote.suffix.length;
  return {
    agreedUtf16: agreedBefore + agreedAfter,
    whole: wholeBefore && wholeAfter,
    evident:
      (wholeBefore && wholeAfter) || agreedBefore >= EVIDENCE_LENGTH_UTF16 || agreedAfter >= EVIDENCE_LENGTH_UTF16,
    evidentTwice: agreedBefore >= EVIDENCE_LENGTH_UTF16 && agreedAfter >= EVIDENCE_LENGTH_UTF16,
  };
}
