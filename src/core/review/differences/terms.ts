/** The words of a sentence as they are compared: stems, countries under one name, signs of Chinese and Korean in pairs. */
import { countryOf } from "../names/countries.ts";
import { foldName } from "../names/fold-name.ts";
import { NO_NAMES } from "../names/name-words.ts";
import { EMPTY_WORDS, stemWord } from "./term-classes.ts";

export interface Term {
  /** What it is compared by; empty for a word that says nothing by itself. */
  readonly stem: string;
  /** As written, folded. */
  readonly word: string;
  readonly isName: boolean;
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])[\p{L}\p{M}])+(?:'\p{L}+)?|\p{N}+/gu;
const SIGNS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
/** Endings that common words have at the head of a sentence, and names seldom. */
const COMMON_ENDING = /(?:ing|ed|ly|tion|ment|ers|ors|ies|s|ous|ive|ful|ity|age)$/u;

/** Words that have a capital inside of a sentence, folded. */
export function namesWithin(sentences: readonly string[]): Set<string> {
  return new Set(
    sentences
      .flatMap((sentence) => sentence.match(/(?<=[\p{Ll}\p{N},] )\p{Lu}[\p{L}\p{M}]+/gu) ?? [])
      .map((word) => foldName(word)),
  );
}

/**
 * All words of a plain sentence (plain-text.ts), in order. `known` are the names of its source (namesWithin): null where the
 * source is too short to tell names from words that begin a sentence.
 */
export function termsOf(plain: string, known: ReadonlySet<string> | null): Term[] {
  const terms: Term[] = [];
  const found = [...plain.matchAll(WORD)];
  for (let index = 0; index < found.length; index += 1) {
    const match = found[index];
    if (match === undefined) break;
    const [text] = match;
    const fromUtf16 = match.index;
    if (SIGNS.test(text)) {
      terms.push(...pairsOf(text, fromUtf16));
      continue;
    }
    const next = found[index + 1];
    const isCapital = /^\p{Lu}/u.test(text);
    const both =
      isCapital && next !== undefined && next.index === fromUtf16 + text.length + 1
        ? countryOf(foldName(`${text} ${next[0]}`))
        : null;
    if (both !== null && next !== undefined) {
      terms.push({
        stem: `@${both}`,
        word: foldName(text),
        isName: true,
        fromUtf16,
        toUtf16: next.index + next[0].length,
      });
      index += 1;
      continue;
    }
    terms.push(
      termOf(
        text,
        fromUtf16,
        isCapital,
        terms.length === 0 || /[.!?:"\u201c]\s*$/u.test(plain.slice(Math.max(0, fromUtf16 - 3), fromUtf16)),
        known,
      ),
    );
  }
  return terms;
}

function termOf(
  text: string,
  fromUtf16: number,
  isCapital: boolean,
  isFirst: boolean,
  known: ReadonlySet<string> | null,
): Term {
  const word = foldName(text);
  const place = { word, fromUtf16, toUtf16: fromUtf16 + text.length };
  const country = isCapital ? countryOf(word) : null;
  if (country !== null) return { ...place, stem: `@${country}`, isName: true };
  if (EMPTY_WORDS.has(word) || /^\p{N}/u.test(text)) return { ...place, stem: "", isName: false };
  const stem = stemWord(word);
  const isTitle = stem === "leader" || NO_NAMES.has(word);
  const isName = isCapital && !isTitle && !(isFirst && (known === null ? COMMON_ENDING.test(word) : !known.has(word)));
  return { ...place, stem: isName ? nameStem(word) : stem, isName };
}

/** "Ordanian" and "Ordanians" with "Ordania". */
function nameStem(word: string): string {
  return word.replace(/(?<=\p{L}{2}i)ans?$/u, "a");
}

function pairsOf(run: string, fromUtf16: number): Term[] {
  if (run.length === 1) return [{ stem: run, word: run, isName: false, fromUtf16, toUtf16: fromUtf16 + 1 }];
  return Array.from({ length: run.length - 1 }, (_, index) => {
    const pair = run.slice(index, index + 2);
    return { stem: pair, word: pair, isName: false, fromUtf16: fromUtf16 + index, toUtf16: fromUtf16 + index + 2 };
  });
}
