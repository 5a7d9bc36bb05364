// Proves that the quick cutting of words agrees with the folding that finding uses.
import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsOf } from "../../src/core/review/reuse/text-words.ts";
import { Vocabulary } from "../../src/core/review/reuse/vocabulary.ts";
import { foldText } from "../../src/core/search/fold-text.ts";

const PIECES = fc.constantFrom(
  ..."The ROK's “one-China” – 20% of $5, U.S. naïve 会谈，首脑 서울시 été — … «oui» Ⅳ ｱ a\u0301 x\u00a0y \u200bz ไทย".split(
    " ",
  ),
);

test("words are those of foldText, and stand where it says", () => {
  const texts = fc.oneof(
    fc.array(PIECES, { maxLength: 30 }).map((pieces) => pieces.join(" ")),
    fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.replaceAll("\n", " ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const vocabulary = new Vocabulary();
      const blocks = [{ kind: "paragraph" as const, fromUtf16: 0, toUtf16: text.length }];
      const { numbers, from, to } = wordsOf({ text, blocks }, vocabulary);
      const words = foldText(text)
        .text.split(" ")
        .filter((word) => word !== "" && word !== "¶");
      fc.pre(!text.includes("©"));
      expect([...numbers].map((number) => vocabulary.wordOf(number))).toEqual(words);
      // A sign can be two words: both stand where it does.
      for (const [place, word] of words.entries()) {
        expect(foldText(text.slice(from[place], to[place])).text.split(" ")).toContain(word);
      }
    }),
    { numRuns: 500 },
  );
});
