/** A name in the one form by which spellings are compared: no case, accents, hyphens or possessives. */

const ACCENTS = /\p{M}/gu;
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ø: "o", đ: "d", ł: "l", ı: "i", ß: "ss", æ: "ae", œ: "oe", ð: "d", þ: "th" }),
);

/** Words with one space between two. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[øđłıßæœðþ]/gu, (letter) => LETTERS.get(letter) ?? letter)
    .replace(/['‘’ʼ]s\b/gu, "")
    .replace(/['‘’ʼ`]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
