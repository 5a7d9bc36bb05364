/** Whether a name stands in a text, in any of the ways that texts have of writing it. Rather says yes. */
import { namesOfCountry } from "./countries.ts";
import type { FoundName } from "./find-names.ts";
import { foldName } from "./fold-name.ts";

/** A text as names are looked for in it. */
export interface NameText {
  /** Folded, with a space at either end. */
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  /** Its abbreviations in capitals, folded. */
  readonly acronyms: ReadonlySet<string>;
}

const SHORTEST_STEM = 4;
const SHARED_STEM = 0.6;

export function nameText(text: string): NameText {
  const folded = foldName(text);
  const acronyms = (text.match(/(?<![\p{L}\d])(?:\p{Lu}\.?){2,6}(?![\p{Ll}\d])/gu) ?? []).map((word) =>
    foldName(word).replaceAll(" ", ""),
  );
  return { folded: ` ${folded} `, words: new Set(folded.split(" ")), acronyms: new Set(acronyms) };
}

export function isNameIn(name: FoundName, texts: readonly NameText[]): boolean {
  const countries = [name.value, ...name.words].flatMap(namesOfCountry);
  return texts.some(
    ({ folded, words, acronyms }) =>
      name.words.some((word) => words.has(word) || hasRelated(word, words)) ||
      countries.some((country) => folded.includes(` ${country} `)) ||
      folded.includes(` ${name.value} `) ||
      // One word here and two there: "Makhach kala".
      folded.replaceAll(" ", "").includes(name.value.replaceAll(" ", "")) ||
      acronyms.has(initialsOf(name.text)) ||
      (/^\p{Lu}{2,6}$/u.test(name.text) && folded.includes(spelling(name.text))) ||
      isSpeltOut(name.text, folded),
  );
}

/** Words of one stem: "Moravia", "Moravian". */
function hasRelated(word: string, words: ReadonlySet<string>): boolean {
  if (word.length < SHORTEST_STEM) return false;
  const stem = word.slice(0, SHORTEST_STEM);
  for (const other of words) {
    if (!other.startsWith(stem)) continue;
    let shared = stem.length;
    while (shared < word.length && word[shared] === other[shared]) shared += 1;
    if (shared >= Math.max(word.length, other.length) * SHARED_STEM) return true;
  }
  return false;
}

function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}'’])\p{Lu}/gu) ?? []).join("").toLowerCase();
}

const spelling = (acronym: string) => ` ${[...acronym.toLowerCase()].join(" ")} `;

/** "EU" where the text has "European Union": words that begin with its letters, small words between them aside. */
function isSpeltOut(name: string, folded: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(name)) return false;
  const [first = "", ...rest] = [...name.toLowerCase()];
  return new RegExp(
    ` ${[first, ...rest].map((letter) => `${letter}\\p{L}*`).join(" (?:of |the |and |for |on |in )*")} `,
    "u",
  ).test(folded);
}
