/**
 * Small questions about the shape of a line of text: how wide it is, whether it is in capitals, whether it ends a
 * sentence. Knows letters, not meaning.
 */

/** Han, kana, Hangul and full-width forms, which take two columns of a typewriter. */
export function isWide(code: number): boolean {
  return (
    code >= 0x1100 &&
    (code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || isWideForm(code))
  );
}

function isWideForm(code: number): boolean {
  return (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60);
}

/** Width in columns of a typewriter: one for most characters, two for wide ones. */
export function widthColumns(text: string): number {
  let width = text.length;
  for (let index = 0; index < text.length; index += 1) if (isWide(text.charCodeAt(index))) width += 1;
  return width;
}

export function hasWide(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (isWide(text.charCodeAt(index))) return true;
  return false;
}

/** Scripts that run words together: Han and kana. Korean is wide, yet has spaces. */
export function isUnspaced(code: number): boolean {
  return isWide(code) && !(code >= 0xac00 && code <= 0xd7a3) && code > 0x115f;
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

const SENTENCE_END = /[.!?。！？…][\s"'”’»」』)\]）】]*$/u;
const STATEMENT_END = /[.。…;；:：,，、][\s"'”’»」』)\]）】]*$/u;

/** True where the text ends as a sentence does, quotation marks and brackets aside. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-20));
}

/** True where the text ends in a full stop or in a mark after which more must come; a title does not. */
export function endsLikeBody(text: string): boolean {
  return STATEMENT_END.test(text.slice(-20));
}

/** True for text whose letters are all capitals, at least four of them. False in scripts that have no case. */
export function isInCapitals(text: string): boolean {
  let capitals = 0;
  for (const letter of text) {
    if (letter === letter.toUpperCase()) {
      if (letter !== letter.toLowerCase()) capitals += 1;
    } else {
      return false;
    }
  }
  return capitals >= 4;
}
