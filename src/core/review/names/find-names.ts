/**
 * Names of a text: runs of words with capitals, without the titles before them. Not the mere first word of a sentence,
 * which everything has a capital in; not headlines, in which all words may. In scripts without capitals only the names
 * of countries are sure.
 */
import { plainText } from "../facts/plain-text.ts";
import { countryOf } from "./countries.ts";
import { foldName } from "./fold-name.ts";
import { COMMON_NAME_WORDS, NO_NAMES, OFFICES, TITLES } from "./name-words.ts";

export interface FoundName {
  /** Folded. */
  readonly value: string;
  /** As written. */
  readonly text: string;
  readonly fromUtf16: number;
  readonly toUtf16: number;
  /** The folded words that it can be recognised by; never empty. */
  readonly words: readonly string[];
}

interface Word {
  readonly text: string;
  readonly folded: string;
  readonly fromUtf16: number;
  readonly toUtf16: number;
  readonly isFirst: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}]|['&.-](?=[\p{L}\p{N}]))*/gu;
const CAPITAL = /^\p{Lu}/u;
const SENTENCE_BEFORE =
  /(?:^|[.!?\u2026:;\u2014]["')\]\u201d\u00bb]*\s+|\n\s*|["\u201c\u201e\u00ab([]\s*|^\s*[-\u2022*\u00b7]\s*)["'([\u201c\u00ab]*$/u;
/** Small words that stand inside of names. */
const JOINING = new Set(
  "of the de da do dos das del della di du la le les el al der den van von ter ten bin ibn ben abu y e and for & à".split(
    " ",
  ),
);
/** "and" and "for" join names of bodies, and just as often two names. */
const JOINS_BODIES = new Set(["and", "for", "&"]);
const EAST_ASIAN_COUNTRY =
  /中国|中國|韩国|韓國|日本|朝鲜|美国|俄罗斯|台湾|联合国|대한민국|한국|중국|일본|북한|미국|러시아|대만|유엔/gu;

/** In the order of the text, none overlapping. */
export function findNames(text: string): FoundName[] {
  const plain = plainText(text);
  const names = runsOf(plain).flatMap((run) => nameOfRun(run, plain, text));
  for (const match of plain.matchAll(EAST_ASIAN_COUNTRY))
    names.push(named(text, match.index, match.index + match[0].length, [match[0]]));
  return names.sort((a, b) => a.fromUtf16 - b.fromUtf16);
}

function named(text: string, fromUtf16: number, toUtf16: number, words: readonly string[]): FoundName {
  const written = text.slice(fromUtf16, toUtf16);
  return { value: foldName(written), text: written, fromUtf16, toUtf16, words };
}

/** Words with capitals that stand together, with the small words between them. */
function runsOf(plain: string): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  let pending: Word[] = [];
  let end = 0;
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
    pending = [];
  };
  for (const match of plain.matchAll(WORD)) {
    const word = match[0].replace(/'s?$/u, "");
    const between = plain.slice(end, match.index);
    const isApart = end > 0 && !/^(?: |\. (?=\p{Lu}))$/u.test(between);
    const isInitial =
      run.length > 0 && between === ". " && /^\p{Lu}$/u.test((pending.at(-1) ?? run.at(-1))?.text ?? "");
    if (isApart || (between === ". " && !isInitial)) close();
    const isFirst = end === 0 || isApart || between !== " " ? startsSentence(plain, match.index) : false;
    const found = {
      text: word,
      folded: foldName(word),
      fromUtf16: match.index,
      toUtf16: match.index + word.length,
      isFirst,
    };
    if (CAPITAL.test(word)) {
      run.push(...pending, found);
      pending = [];
      // A possessive ends a name: "Moravia's President Horn" are two.
      if (/'s$/u.test(match[0])) close();
    } else if (run.length > 0 && JOINING.has(word)) pending.push(found);
    else close();
    end = match.index + match[0].length;
  }
  close();
  return runs;
}

function startsSentence(plain: string, atUtf16: number): boolean {
  return SENTENCE_BEFORE.test(plain.slice(Math.max(0, atUtf16 - 8), atUtf16)) || atUtf16 === 0;
}

/** Words that begin sentences, and are names of people too. */
const SURNAMES = new Set("he an will may long so yes do first second".split(" "));

function isOpening({ text, folded, isFirst }: Word, count: number): boolean {
  if (!isFirst && count > 1 && SURNAMES.has(folded) && CAPITAL.test(text)) return false;
  return NO_NAMES.has(folded) || isTitle(folded) || JOINING.has(text);
}

function isClosing(word: Word | undefined, count: number): boolean {
  if (word === undefined) return false;
  return NO_NAMES.has(word.folded) || JOINING.has(word.text) || (count > 1 && OFFICES.has(word.folded));
}

function isCountry(words: readonly Word[], plain: string): boolean {
  const [first, last] = [words[0], words.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    countryOf(foldName(plain.slice(first.fromUtf16, last.toUtf16))) !== null
  );
}

/** Compound ones too: "Secretary-General". */
const isTitle = (folded: string) => folded.split(" ").every((word) => TITLES.has(word));

const isAcronym = (word: string) => /^(?:\p{Lu}\.?){2,}s?$/u.test(word) || /^\p{Lu}+-?\d+$/u.test(word);

/** The names in a run; "and" is read as joining two where either side is one by itself. */
function nameOfRun(run: readonly Word[], plain: string, text: string): FoundName[] {
  const split = run.findIndex(({ text: word }) => JOINS_BODIES.has(word));
  if (split > 0) {
    const isBody =
      run.slice(0, split).some(({ folded }) => COMMON_NAME_WORDS.has(folded)) &&
      run[split]?.text !== "&" &&
      !isCountry(run.slice(0, split), plain) &&
      !isCountry(run.slice(split + 1), plain);
    if (!isBody)
      return [...nameOfRun(run.slice(0, split), plain, text), ...nameOfRun(run.slice(split + 1), plain, text)];
  }
  // "South Korean President Lee": an office ends what stands before it.
  const office = run.findLastIndex(({ folded }, index) => index > 0 && index < run.length - 1 && OFFICES.has(folded));
  if (office > 0)
    return [...nameOfRun(run.slice(0, office), plain, text), ...nameOfRun(run.slice(office + 1), plain, text)];
  if (
    run.length > 1 &&
    run.every(({ text: word }) => word === word.toUpperCase()) &&
    run.some(({ text: word }) => word.length > 5)
  )
    return [];
  let words = [...run];
  // The first word of a sentence is part of a name only where the next one has a capital too and it is no usual opening.
  while (words[0] !== undefined && isOpening(words[0], words.length)) words = words.slice(1);
  while (words.length > 0 && isClosing(words.at(-1), words.length)) words = words.slice(0, -1);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const isLone = words.length === 1;
  if (isLone && first.isFirst && countryOf(first.folded) === null && !isAcronym(first.text)) return [];
  if (isLone && /^\p{Lu}$/u.test(first.text)) return [];
  const telling = words
    .flatMap(({ folded }) => folded.split(" "))
    .filter((word) => word.length > 1 && !TITLES.has(word) && !COMMON_NAME_WORDS.has(word) && !NO_NAMES.has(word));
  const country = countryOf(foldName(plain.slice(first.fromUtf16, last.toUtf16)));
  if (telling.length === 0 && country === null) return [];
  return [named(text, first.fromUtf16, last.toUtf16, telling.length > 0 ? telling : [country ?? ""])];
}
