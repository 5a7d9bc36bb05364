/** Pieces of the sentences that findings are said in. */

const LONGEST_BIT = 60;

/** The beginning of some words, to be set in quotation marks: at most some 60 characters, on one line, whole words. */
export function quotedBit(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const signs = [...line];
  if (signs.length <= LONGEST_BIT) return line;
  const cut = signs.slice(0, LONGEST_BIT - 1).join("");
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
