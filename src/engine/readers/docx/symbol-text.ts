/** Characters of symbol fonts (Symbol, Wingdings, Webdings) as characters that any font shows. */
import { codePoint } from "dingbat-to-unicode";

/** Where symbol fonts keep their characters: their own code in the lower byte. */
const PRIVATE = /[\uF020-\uF0FF]/g;

/** The character of `w:sym`; null where the font is not known, so that it cannot be told. */
export function symbolText(font: string, hexadecimal: string): string | null {
  const code = Number.parseInt(hexadecimal, 16);
  if (Number.isNaN(code) || code > 0x10ffff) return null;
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const known = codePoint(font, isPrivate ? code & 0xff : code);
  if (known !== undefined) return known.string;
  return isPrivate || code < 0x20 ? null : String.fromCodePoint(code);
}

/** Text of a run in that font, with the characters of a symbol font translated where they are known. */
export function withSymbols(text: string, font: string): string {
  return text.replace(PRIVATE, (character) => symbolText(font, character.charCodeAt(0).toString(16)) ?? character);
}
