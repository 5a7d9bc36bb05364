/**
 * Finds words that somebody typed or pasted in a text, with white space folded: line ends, tabs, non-breaking and
 * repeated spaces count as one space. Nothing else is forgiven: a quote is found word for word or not at all.
 */

export interface QuotePlace {
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

interface FoldedText {
  readonly text: string;
  /** For each code unit of the folded text, its offset in the original. */
  readonly offsetsUtf16: readonly number[];
}

function foldWhiteSpace(text: string): FoldedText {
  let folded = "";
  const offsetsUtf16: number[] = [];
  for (const match of text.matchAll(/\s+|\S+/g)) {
    const piece = /^\s/.test(match[0]) ? " " : match[0];
    for (let index = 0; index < piece.length; index += 1) offsetsUtf16.push(match.index + index);
    folded += piece;
  }
  return { text: folded, offsetsUtf16 };
}

/** All places at which a quote stands in a text, in order. None for a quote of white space alone. */
export function findQuote(text: string, quote: string): QuotePlace[] {
  const needle = foldWhiteSpace(quote).text.trim();
  if (needle === "") return [];
  const { text: haystack, offsetsUtf16 } = foldWhiteSpace(text);
  const places: QuotePlace[] = [];
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    const last = offsetsUtf16[at + needle.length - 1] ?? 0;
    places.push({ fromUtf16: offsetsUtf16[at] ?? 0, toUtf16: last + 1 });
  }
  return places;
}
