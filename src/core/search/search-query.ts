/**
 * What somebody typed to find something, understood: words that must all be in one paragraph, "phrases", beginnings*
 * and -exclusions. Whatever is typed means something or nothing; nothing of it is an error. Must not know the index,
 * but for the language in which it is asked (FTS5: https://www.sqlite.org/fts5.html#full_text_query_syntax).
 */
import { searchWords } from "./search-words.ts";

/** Words that stand next to each other: one, or those of a phrase or of a run of East Asian signs. */
export interface SearchTerm {
  /** Folded, one space between two. */
  readonly words: string;
  /** Whether the last word need only begin so. */
  readonly isBeginning: boolean;
}

export interface SearchQuery {
  readonly wanted: readonly SearchTerm[];
  readonly unwanted: readonly SearchTerm[];
  /** Whether what was typed ends within a plain word, which may not be finished. */
  readonly endsInWord: boolean;
}

/** More would be a pasted page: finding it would be slow, and nothing but that page would be found. */
const MOST_WORDS = 100;

const QUOTES = '"“”„‟«»＂「」『』';
/** A quotation mark inside of a Hebrew word makes an acronym of it. */
const ACRONYM = /(?<=\p{sc=Hebrew})"(?=\p{sc=Hebrew})/gu;
const TERM = new RegExp(
  // An exclusion; then a phrase, which may not be closed yet, or all up to the next space or quotation mark.
  `(?<minus>(?<!\\S)[-－−]+)?(?:[${QUOTES}](?<phrase>[^${QUOTES}]*)(?:[${QUOTES}](?<star>[*＊])?)?|(?<plain>[^\\s${QUOTES}]+))`,
  "gu",
);

export function parseQuery(typed: string): SearchQuery {
  const wanted: SearchTerm[] = [];
  const unwanted: SearchTerm[] = [];
  let endsInWord = false;
  for (const match of typed.replace(ACRONYM, "״").matchAll(TERM)) {
    const { minus, phrase, star, plain } = match.groups ?? {};
    const text = (phrase ?? plain ?? "").trimEnd();
    const words = searchWords(text);
    if (words === "") continue;
    const isBeginning = star !== undefined || /[*＊]$/u.test(text);
    (minus === undefined ? wanted : unwanted).push({ words, isBeginning });
    const isLast = match.index + match[0].length === typed.length;
    endsInWord = isLast && plain !== undefined && minus === undefined && /[\p{L}\p{N}\p{M}]$/u.test(plain);
  }
  return { wanted, unwanted, endsInWord };
}

/** Why a query finds nothing though it is no fault of the sources, in words for the user; null where it can be asked. */
export function problemOfQuery({ wanted, unwanted }: SearchQuery): string | null {
  if (wanted.length === 0) {
    return unwanted.length > 0
      ? "Add a word to look for: what is left out with - only narrows what is found."
      : "Type a word to look for.";
  }
  const count = [...wanted, ...unwanted].reduce((sum, { words }) => sum + words.split(" ").length, 0);
  return count > MOST_WORDS ? `Look for at most ${MOST_WORDS} words or East Asian signs at once.` : null;
}

/** One letter begins too many words to be of use. */
const SHORTEST_BEGINNING = 2;

/** The same query with its last word taken for a beginning, or null where it does not end in an unfinished word. */
export function asUnfinished(query: SearchQuery): SearchQuery | null {
  const last = query.wanted.at(-1);
  if (!last || !query.endsInWord || last.isBeginning || last.words.length < SHORTEST_BEGINNING) return null;
  return { ...query, wanted: [...query.wanted.slice(0, -1), { ...last, isBeginning: true }] };
}

/** The query in the language of FTS5, made of quoted words only: no sign that was typed can be taken for syntax. */
export function matchExpression({ wanted, unwanted }: SearchQuery): string {
  const words = ({ words, isBeginning }: SearchTerm) => `"${words}"${isBeginning ? " *" : ""}`;
  const all = wanted.map(words).join(" AND ");
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.map(words).join(" OR ")})`;
}
