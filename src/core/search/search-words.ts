/** What the index holds of a text. The query is folded by the same code. */
import { foldText } from "./fold-text.ts";

/** The words of a text, one space between two. Empty for a text without any. */
export function searchWords(text: string): string {
  return foldText(text).text;
}
