/** The namespaces of WordprocessingML parts (ECMA-376 part 1, transitional, as Word itself writes them). */
import type { Attributes } from "./xml.ts";

export const WORD_NAMESPACES: Attributes = {
  "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The content type of a part of Word's own, as in `styles`. */
export function wordContentType(kind: string): string {
  return `${WORD}.${kind}+xml`;
}
