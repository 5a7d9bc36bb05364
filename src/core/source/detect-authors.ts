/**
 * Finds who wrote an article, in the places where articles say so: a byline, a label, a name in capitals beside the date.
 * A name in the running text is never taken for an author.
 */
import type { Block } from "./block.ts";
import { dateLine } from "./detect-dates.ts";
import { isNoPersonalName } from "./detect-publisher.ts";
import { labelledLine } from "./labelled-lines.ts";
import { isSectionName } from "./section-names.ts";
import { isInCapitals, wordsOf } from "./text-shapes.ts";

const HEAD_BLOCKS = 12;
const TAIL_BLOCKS = 4;
const BESIDE_DATE_BLOCKS = 2;
const MAX_BYLINE_UTF16 = 160;

const NAME_WORD = /^(?:\p{Lu}[\p{L}'’-]*\.?|\p{Lu}\.(?:-?\p{Lu}\.)*|d['’]\p{Lu}\p{L}+|al-\p{Lu}\p{L}+)$/u;
const PARTICLE = /^(?:de|del|della|di|da|dos|du|van|von|der|den|la|le|el|al|bin|ibn|ben|ter|y|e)$/u;
const ROLE =
  /^(?:staff|staff (?:writer|reporter|correspondent)|(?:senior |chief |diplomatic |political |foreign )*(?:reporter|writer|editor|correspondent|journalist|columnist|contributor)|special to .*|in \p{Lu}.*|for .*|and agencies|agencies|contributing.*)$/iu;

/** What offices and outlets end in, which have bylines too. */
const NO_PERSON =
  /\b(?:agency|agencies|news|times|herald|daily|tribune|press|journal|gazette|broadcasting|media|services?|desk|team|staff|bureau|editors?|correspondents?|reporters?|writers?|board|ministry|office|department)$/iu;

/** True for two to five words that are written like the name of a person. */
export function isPersonName(text: string): boolean {
  const words = wordsOf(text);
  if (words.length < 2 || words.length > 5 || NO_PERSON.test(text) || isSectionName(text)) return false;
  const [first, last] = [words[0] ?? "", words.at(-1) ?? ""];
  if (!NAME_WORD.test(first) || !NAME_WORD.test(last)) return false;
  return words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word));
}

/** "Jean-Luc O'Neill" of "JEAN-LUC O'NEILL". What is not all in capitals stays as it is. */
export function fromCapitals(name: string): string {
  if (!isInCapitals(name)) return name;
  return name.toLowerCase().replace(/(?<![\p{L}])\p{L}|(?<=(?<!\p{L})o['’])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The names in a byline or the value of a label; none where anything in it is not a name, a role or a place. */
export function splitNames(value: string): string[] {
  const cleaned = value.replace(/\s*[<(]\S+@\S+[>)]|\s+\S+@\S+$/gu, "").split(/\s[|•·–—-]\s/u)[0] ?? "";
  const names: string[] = [];
  for (const part of cleaned.split(/\s*(?:,|;|、|&|\s(?:and|und|et|AND|UND|ET)\s)\s*/u)) {
    const name = part.trim();
    if (name === "") continue;
    // What follows a name after a comma is a role, a place or an outlet; before any name it is nothing that we know.
    if (isPersonName(name.replace(/\s+(?:in|for)\s+\p{Lu}.*$/u, "")))
      names.push(fromCapitals(name.replace(/\s+(?:in|for)\s+\p{Lu}.*$/u, "")));
    else if (names.length === 0) return [];
    else if (!ROLE.test(name)) break;
  }
  return names;
}

function byline(text: string): string[] {
  if (text.length > MAX_BYLINE_UTF16) return [];
  const value = /^(?:[-*•]\s+)?by:?\s+(.+)$/iu.exec(text)?.[1];
  return value === undefined ? [] : splitNames(value);
}

const HANGUL_REPORTER = /^(?:\[[^\]]{1,20}\]\s*)?([가-힣]{2,4})\s?(?:특파원|선임기자|기자)(?:\s*[=|]?\s*\S+@\S+)?$/u;
const HANGUL_DATELINE =
  /^[([][^)\]]{1,20}[=＝][^)\]]{1,12}[)\]]\s*([가-힣]{2,4}(?:[·,\s]+[가-힣]{2,4})?)\s?(?:특파원|기자)\s?=/u;
const HAN_NAME = "[\\p{Script=Han}·]{2,4}";
const HAN_REPORTER = new RegExp(
  `^(?:本报|本報)?(?:记者|記者)[\\s:：]+(${HAN_NAME}(?:[\\s、,，]+${HAN_NAME}){0,3})$`,
  "u",
);
const HAN_DATELINE = new RegExp(`[(（](?:记者|記者)[\\s:：]*(${HAN_NAME}(?:[\\s、,，]+${HAN_NAME}){0,3})[)）]`, "u");
const KANJI_REPORTER = new RegExp(`^(?:[(（【])?(${HAN_NAME})記者(?:[)）】])?$`, "u");

function eastAsianNames(text: string): string[] {
  const start = text.slice(0, MAX_BYLINE_UTF16);
  for (const pattern of [HANGUL_REPORTER, HANGUL_DATELINE, HAN_REPORTER, HAN_DATELINE, KANJI_REPORTER]) {
    const names = pattern.exec(start)?.[1];
    if (names !== undefined) return names.split(/[\s、,，·]+/u).filter((name) => name !== "");
  }
  return [];
}

function isDated(block: Block | undefined): boolean {
  if (!block) return false;
  const field = labelledLine(block.text)?.field;
  return field === "published" || field === "updated" || dateLine(block.text.replace(/^[-*•]\s+/u, "")) !== null;
}

/** Names that stand alone near the line that dates the article, as a list item or as a line. */
function namesBesideDate(blocks: readonly Block[]): string[] {
  const head = blocks.slice(0, HEAD_BLOCKS);
  return head.flatMap((block, index) => {
    const near = head.slice(Math.max(0, index - BESIDE_DATE_BLOCKS), index + BESIDE_DATE_BLOCKS + 1);
    const name = block.text.replace(/^[-*•–]\s+/u, "");
    const isAlone = block.kind === "list-item" || isInCapitals(name.replace(/[^\p{L}]/gu, ""));
    return isAlone && near.some(isDated) && isPersonName(name) && !isNoPersonalName(name) && wordsOf(name).length <= 4
      ? [name]
      : [];
  });
}

export interface AuthorFindings {
  readonly authors: string[];
  /** Names that may be the author's or may be anything else. */
  readonly possible: string[];
}

/** The authors that the text names as such, each once, in the order of the text. */
export function detectAuthors(blocks: readonly Block[]): AuthorFindings {
  const head = blocks.slice(0, HEAD_BLOCKS);
  const labelled = [...head, ...blocks.slice(HEAD_BLOCKS).slice(-TAIL_BLOCKS)].flatMap(({ text }) => {
    const line = labelledLine(text);
    if (line?.field === "authors") return labelledNames(line.value);
    return byline(text);
  });
  if (labelled.length > 0) return { authors: [...new Set(labelled)], possible: [] };
  const eastAsian = [...head, ...blocks.slice(HEAD_BLOCKS).slice(-TAIL_BLOCKS)].flatMap(({ text }) =>
    eastAsianNames(text),
  );
  if (eastAsian.length > 0) return { authors: [...new Set(eastAsian)], possible: [] };
  const beside = namesBesideDate(blocks);
  const capitals = beside.filter((name) => isInCapitals(name.replace(/[^\p{L}]/gu, ""))).map(fromCapitals);
  if (capitals.length === 1) return { authors: capitals, possible: [] };
  return { authors: [], possible: [...capitals, ...beside].slice(0, 2) };
}

/** A label says that names follow, so names in scripts without capitals are taken too. */
export function labelledNames(value: string): string[] {
  const names = splitNames(value);
  if (names.length > 0 || !/^[\p{Lo}\s、,，·]{2,40}$/u.test(value)) return names;
  return value.split(/[、,，·]\s*/u).map((name) => name.trim().replace(/\s?(?:기자|記者|记者)$/u, ""));
}
