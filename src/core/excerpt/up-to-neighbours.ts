/**
 * Widens the place of a changed passage to where the text beside it still stands: "every hour and" that became "every
 * second hour and" is "every second hour", though "every" alone is more like what it was. Settles nothing: the place was
 * found before, and the passage is changed either way.
 */
import { EVIDENCE_LENGTH_UTF16 } from "./context-match.ts";
import type { TextPositionSelector, TextQuoteSelector } from "./selectors.ts";

/** What was put in at an end may be as long as this share of the quote, or as some words. */
const LONGEST_SHARE = 0.5;
const SOME_WORDS_UTF16 = 24;

export function upToNeighbours(
  text: string,
  { start, end }: TextPositionSelector,
  quote: TextQuoteSelector,
): TextPositionSelector {
  const longest = Math.max(SOME_WORDS_UTF16, Math.ceil(quote.exact.length * LONGEST_SHARE));
  const after = quote.suffix.slice(0, EVIDENCE_LENGTH_UTF16);
  const before = quote.prefix.slice(-EVIDENCE_LENGTH_UTF16);
  const added = isEvidence(after) ? text.slice(end, end + longest + after.length).indexOf(after) : -1;
  const from = Math.max(0, start - longest - before.length);
  const found = isEvidence(before) ? text.slice(from, start).lastIndexOf(before) : -1;
  const widened = {
    start: found === -1 ? start : from + found + before.length,
    end: added === -1 ? end : end + added,
  };
  // A passage of one paragraph does not become one of two.
  const isWithin = quote.exact.includes("\n") || !text.slice(widened.start, widened.end).includes("\n");
  return isWithin ? widened : { start, end };
}

function isEvidence(neighbour: string): boolean {
  return neighbour.length === EVIDENCE_LENGTH_UTF16;
}
