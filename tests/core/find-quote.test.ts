// Proves that a quote is found at each place where it stands word for word, with any white space between the words, and
// nowhere else.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQuote } from "../../src/core/excerpt/find-quote.ts";

const fold = (text: string) => text.replace(/\s+/gu, " ").trim();
const blank = fc.constantFrom(" ", "  ", "\n", "\t", "\u00a0", "\u2003", "\r\n", " \n ");
const word = fc.constantFrom("the", "he", "a", "aa", "river", "rose", "会谈", "🌊", ".", "“no”");
const words = (minLength: number, maxLength: number) =>
  fc.array(fc.tuple(word, blank), { minLength, maxLength }).map((pairs) => pairs.flat().join(""));

describe("a quote", () => {
  test("stands where it was taken from, whatever white space it is given with", () => {
    fc.assert(
      fc.property(words(1, 30), fc.nat(), fc.nat(), blank, (text, one, other, space) => {
        const [from = 0, to = 0] = [one % text.length, other % text.length].sort((a, b) => a - b);
        const passage = text.slice(from, to + 1).trim();
        fc.pre(passage !== "");
        const start = text.indexOf(passage, from);
        const places = findQuote(text, space + passage.replace(/\s+/gu, space) + space);
        expect(places).toContainEqual({ fromUtf16: start, toUtf16: start + passage.length });
      }),
    );
  });

  test("is found in order, as often as it stands there, and never on other words", () => {
    fc.assert(
      fc.property(words(0, 30), words(1, 3), (text, quote) => {
        const places = findQuote(text, quote);
        for (const { fromUtf16, toUtf16 } of places) expect(fold(text.slice(fromUtf16, toUtf16))).toBe(fold(quote));
        const starts = places.map(({ fromUtf16 }) => fromUtf16);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        let times = 0;
        const folded = text.replace(/\s+/gu, " ");
        for (let at = folded.indexOf(fold(quote)); at >= 0; at = folded.indexOf(fold(quote), at + 1)) times += 1;
        expect(places).toHaveLength(times);
      }),
    );
  });

  test.each([
    ["other capitals", "THE RIVER"],
    ["straight quotation marks for curly ones", '"no"'],
    ["a word left out", "the rose"],
    ["white space alone", " \n\t"],
    ["nothing", ""],
  ])("with %s is not found", (_case, quote) => {
    expect(findQuote("the river rose. “no”", quote)).toEqual([]);
  });
});
