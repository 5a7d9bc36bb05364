/**
 * Words that stand in a citation of the house style, but that citeproc does not set: in their places the style gets, or
 * prints, a character, once in every cite, and the words take its place when the style has done its work. One is for whom
 * a passage credits, right behind who says it: "Harbour Gazette (citing Coastal Wire)". CSL has no variable for that;
 * another style gets the words as a suffix of the cite. The other is for the number of a page or paragraph, so that the
 * repeats of a source read alike to citeproc and are set once.
 */

/** The character that attache.csl prints for credits. In the text of sources it is sealed. */
export const CREDITS_PLACE = "\uF8A0";

/** The character that stands for the number of a page or paragraph. In the text of sources it is sealed. */
export const NUMBER_PLACE = "\uF8A1";

/** Words, ready for the HTML of citeproc, in their places and order. Null where the places are not as many. */
export function fillPlaces(html: string, place: string, words: readonly string[]): string | null {
  const parts = html.split(place);
  if (parts.length !== words.length + 1) return null;
  return parts.map((part, index) => `${part}${words[index] ?? ""}`).join("");
}

/** Without the places for credits: for a style that somebody made of the house style. */
export function withoutCreditsPlaces(html: string): string {
  return html.replaceAll(CREDITS_PLACE, "");
}
