/**
 * Letters with accents as old programs print them: the accent first, and the letter over it. Knows which signs are
 * accents that stand alone, and what they make of a letter.
 */

/** The combining mark of each accent that stands alone. */
const COMBINING: Readonly<Record<string, string>> = {
  "\u00A8": "\u0308",
  "\u00B4": "\u0301",
  "\u0060": "\u0300",
  "\u02CB": "\u0300",
  "\u02C6": "\u0302",
  "\u005E": "\u0302",
  "\u02DC": "\u0303",
  "\u007E": "\u0303",
  "\u00AF": "\u0304",
  "\u02C9": "\u0304",
  "\u02D8": "\u0306",
  "\u02D9": "\u0307",
  "\u02DA": "\u030A",
  "\u02DD": "\u030B",
  "\u02C7": "\u030C",
};

/** The letter that an accent and a letter printed over it make up: one character, or null where they make none. */
export function accented(accent: string, letter: string): string | null {
  const mark = COMBINING[accent];
  if (mark === undefined) return null;
  const base = letter === "ı" ? "i" : letter === "ȷ" ? "j" : letter;
  const composed = (base + mark).normalize("NFC");
  return composed.length === 1 ? composed : null;
}
