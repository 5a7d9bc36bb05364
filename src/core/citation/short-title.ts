/**
 * The short form of a title, for notes that repeat a source. Only ever a beginning of the title, never other words.
 */

/** Words of a title that is short enough as it is, and that are left of a longer one. */
const MOST_WORDS = 8;
const WORDS_LEFT = 6;
/** A beginning of fewer words than this ("Opinion: …") tells nothing. */
const FEWEST_WORDS = 2;

/** Where the title itself ends and its subtitle begins. */
const SUBTITLE = /\s*[:：]\s+|\s+[–—|]\s+|(?<=[?!])\s+/u;
const PAIRS = ["“”", "‘’", "«»", "„“", "()", "[]", "「」", "《》"] as const;

/**
 * The title without its subtitle; of one that is still long, its first words with an ellipsis. A title that would be cut
 * within quotation marks or brackets stays whole.
 */
export function shortTitle(title: string): string {
  const [beginning = ""] = title.split(SUBTITLE, 1);
  const main = countWords(beginning) >= FEWEST_WORDS && isBalanced(beginning) ? beginning : title;
  if (countWords(main) <= MOST_WORDS) return main;
  const left = main.split(" ").slice(0, WORDS_LEFT).join(" ");
  return isBalanced(left) ? `${left.replace(/[\s,;:.–—-]+$/u, "")}…` : main;
}

function countWords(text: string): number {
  return text.split(" ").filter((word) => word !== "").length;
}

function isBalanced(text: string): boolean {
  return PAIRS.every(([opening, closing]) => {
    // ’ is an apostrophe as well, so that there may be more of it.
    const [opened, closed] = [count(text, opening), count(text, closing)];
    return closing === "’" ? closed >= opened : opened === closed;
  });
}

function count(text: string, character: string | undefined): number {
  return character === undefined ? 0 : text.split(character).length - 1;
}
