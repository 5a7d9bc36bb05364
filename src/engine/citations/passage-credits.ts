/**
 * Whom a passage credits, right behind who says it: "Harbour Gazette (citing Coastal Wire)". CSL has no variable for
 * that, so the house style prints a character of its own there, once in every cite, and the words take its place when
 * the style has done its work. Only the house style's: another style gets the words as a suffix of the cite.
 */

import { sealWhole } from "./seal-text.ts";

/** The character that attache.csl prints. In the text of sources it is sealed. */
export const CREDITS_PLACE = "\uF8A0";

/**
 * The words ("citing Coastal Wire", or nothing) in their places, one for each cite, in their order. Null where the
 * places are not as many.
 */
export function withCredits(html: string, credits: readonly string[]): string | null {
  const parts = html.split(CREDITS_PLACE);
  if (parts.length !== credits.length + 1) return null;
  return parts
    .map((part, index) => {
      const words = credits[index] ?? "";
      return words === "" ? part : `${part}${sealWhole(` (${words})`)}`;
    })
    .join("");
}

/** Without the places: for a style that somebody made of the house style. */
export function withoutCreditsPlaces(html: string): string {
  return html.replaceAll(CREDITS_PLACE, "");
}
