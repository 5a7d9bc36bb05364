/**
 * Seals text against citeproc, which takes quotation marks, tags and some punctuation in the words of a source for its
 * own and changes them. A sealed character is written as four private-use ones, which no style touches, and comes back
 * when the style has done its work: titles keep their words to the letter.
 */

/** One for each hexadecimal digit of a UTF-16 code unit. */
const FIRST_DIGIT = 0xf7d0;
const SEALED = /[\uF7D0-\uF7DF]+/g;
const SEALED_LENGTH = 4;
const LAST_IS_FULL_STOP = /\uF7D0\uF7D0\uF7D2\uF7DE\.$/;

/** Quotation marks, markup, characters that citeproc sets as superscript, and private-use ones. */
const TOUCHED = /["'\p{Pi}\p{Pf}„‚<>&\\ª²³¹º\u02B0-\u02E4\u06E5\u06E6\u1D2C-\u1D61\u2070-\u207F℠™㆒-㆟\uE000-\uF8FF]/gu;

/** Citeproc keeps lists by what a source reads like, in plain objects: there these words name something already. */
const KEYS_OF_OBJECTS = new Set(Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase()));

/** Every character sealed: nothing of the text is changed, nor taken into account by the style's punctuation. */
export function sealWhole(text: string): string {
  return Array.from({ length: text.length }, (_, index) => sealed(text.charCodeAt(index))).join("");
}

/** What citeproc would change sealed; letters and other punctuation stay open to the style. */
export function sealTouched(text: string): string {
  return KEYS_OF_OBJECTS.has(text.trim().toLowerCase()) ? sealWhole(text) : text.replace(TOUCHED, sealWhole);
}

/** What is left of a character that a style cut off, as for an abbreviation, is dropped. */
export function unseal(text: string): string {
  return text.replace(SEALED, unsealed);
}

/** Takes away the style's full stop behind a sealed one: a note of "Marsh Inc." ends in one. */
export function withOneFullStop(text: string): string {
  return LAST_IS_FULL_STOP.test(text) ? text.slice(0, -1) : text;
}

function sealed(unit: number): string {
  return Array.from(unit.toString(16).padStart(4, "0"), (digit) =>
    String.fromCharCode(FIRST_DIGIT + Number.parseInt(digit, 16)),
  ).join("");
}

/** By figures alone: the notes of a long brief have half a million such digits. */
function unsealed(digits: string): string {
  let text = "";
  for (let at = 0; at + SEALED_LENGTH <= digits.length; at += SEALED_LENGTH) {
    let unit = 0;
    for (let place = at; place < at + SEALED_LENGTH; place += 1) {
      unit = unit * 16 + digits.charCodeAt(place) - FIRST_DIGIT;
    }
    text += String.fromCharCode(unit);
  }
  return text;
}
