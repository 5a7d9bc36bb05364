/** Finds the words of a query in a text: exactly where they stand, as offsets of the text as it is. */
import { type FoldedText, foldText } from "./fold-text.ts";
import type { SearchQuery, SearchTerm } from "./search-query.ts";

/** UTF-16 code units of the text. */
export interface FoundWords {
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

/** Where each term stands that the query wants, in the order of the query and of the text. */
export function findTerms(text: string, { wanted }: Pick<SearchQuery, "wanted">): FoundWords[][] {
  const folded = foldText(text);
  return wanted.map((term) => findTerm(folded, term));
}

function findTerm(folded: FoldedText, { words, isBeginning }: SearchTerm): FoundWords[] {
  // With a space before and behind, a whole word is a string like any other.
  const hay = ` ${folded.text} `;
  const needle = isBeginning ? ` ${words}` : ` ${words} `;
  const found: FoundWords[] = [];
  for (let at = hay.indexOf(needle); at !== -1; ) {
    const from = at + 1;
    const to = isBeginning ? hay.indexOf(" ", from + words.length) : from + words.length;
    found.push({ fromUtf16: folded.startOf(from - 1), toUtf16: folded.endOf(to - 1) });
    at = hay.indexOf(needle, to);
  }
  return found;
}

/** What is typed to find a place in one source: anything, parts of words too. */
export interface Needle {
  /** Folded; with a space at an end where the word ends there. Empty where only `literal` is left. */
  readonly folded: string;
  /** Signs that are no words, which are found as they are. */
  readonly literal: string;
}

export function needleOf(typed: string): Needle {
  const { text } = foldText(typed);
  if (text === "") return { folded: "", literal: typed.trim() };
  const before = /^\s/u.test(typed) ? " " : "";
  const behind = /\s$/u.test(typed) ? " " : "";
  return { folded: `${before}${text}${behind}`, literal: "" };
}

/** Every place of a needle in a text, none overlapping another. `folded` is that text, folded. */
export function findNeedle(text: string, folded: FoldedText, needle: Needle): FoundWords[] {
  if (needle.folded !== "") return findFolded(folded, needle.folded);
  const found: FoundWords[] = [];
  if (needle.literal === "") return found;
  for (let at = text.indexOf(needle.literal); at !== -1; at = text.indexOf(needle.literal, at + 1)) {
    found.push({ fromUtf16: at, toUtf16: at + needle.literal.length });
  }
  return found;
}

function findFolded(folded: FoldedText, needle: string): FoundWords[] {
  const hay = ` ${folded.text} `;
  const lead = needle.length - needle.trimStart().length;
  const { length } = needle.trim();
  const found: FoundWords[] = [];
  for (let at = hay.indexOf(needle); at !== -1; ) {
    const from = at + lead - 1;
    found.push({ fromUtf16: folded.startOf(from), toUtf16: folded.endOf(from + length) });
    at = hay.indexOf(needle, at + lead + length);
  }
  return found;
}
