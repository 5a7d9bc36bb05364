/** Pieces of the sentences that findings are said in. */

const LONGEST_BIT = 60;

const LONGEST_NAME = 40;

/** The beginning of some words, to be set in quotation marks: at most some 60 characters, on one line, whole words. */
export function quotedBit(text: string): string {
  return shortened(text, LONGEST_BIT);
}

/** A name as it is said in a sentence: titles that stand for one are cut. */
export function shortName(name: string): string {
  return shortened(name, LONGEST_NAME);
}

function shortened(text: string, longest: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const signs = [...line];
  if (signs.length <= longest) return line;
  const cut = signs.slice(0, longest - 1).join("");
  const atWord = cut.replace(/[\s,;:]+\S{0,20}$/u, "");
  return `${atWord === "" ? cut : atWord}…`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** "1 source", "3 sources", "1,200 words". */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** With a comma at every thousand. */
export function grouped(number: number): string {
  return `${number}`.replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
