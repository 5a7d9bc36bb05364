/**
 * The names of sections of newspapers and sites ("WORLD NEWS", "Asia"), which stand where a title, an author or a
 * publisher might. Knows words, and errs towards taking a name for a section.
 */

const SECTION_WORDS: ReadonlySet<string> = new Set(
  `world politics political business economy economic finance financial market markets national nation international foreign
  global local domestic regional opinion opinions editorial editorials analysis comment commentary feature features sport sports
  culture science technology tech health environment climate change energy defence defense military security diplomacy society
  education travel lifestyle top latest breaking daily home general news affairs stories story asia asian pacific europe european
  africa african america americas american middle east west north south central eastern western northern southern latin gulf
  oceania caribbean china chinese korea korean japan japanese india indian russia russian ukraine france french germany german
  italy spain uk us usa eu un nato turkey türkiye turkish arab iran iraq israel palestine syria lebanon egypt taiwan
  vietnam thailand indonesia malaysia philippines singapore australia zealand canada mexico brazil saudi arabia emirates qatar
  region state states united kingdom republic nations human rights press release releases life arts style law justice crime
  people video photo photos live exclusive special report reports briefing update updates headlines policy trade war peace
  most read related popular editor's editors' picks staff writer reporter share print subscribe advertisement read more`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);
const CONNECTORS: ReadonlySet<string> = new Set(["and", "the", "of", "in", "&", "-", "–", "·", "/", ">", "|"]);
const MAX_WORDS = 4;

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((word) => word !== "" && !CONNECTORS.has(word));
}

/** True where a text is a few words that all belong to names of sections. */
export function isSectionName(text: string): boolean {
  if (text.length > 60) return false;
  const words = wordsIn(text);
  return words.length > 0 && words.length <= MAX_WORDS && words.every((word) => SECTION_WORDS.has(word));
}

/** True where any word of a short text belongs to the name of a section, a region or a country. */
export function hasSectionWord(text: string): boolean {
  return wordsIn(text).some((word) => SECTION_WORDS.has(word));
}
