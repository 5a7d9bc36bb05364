// Proves that an indexed text answers what searching through it would.
import fc from "fast-check";
import { expect, test } from "vitest";
import { findOccurrences } from "../../src/core/excerpt/find-occurrences.ts";
import { createTextIndex } from "../../src/core/excerpt/text-index.ts";

test("finds every place of a piece, in order, before it is indexed and after", () => {
  const piece = fc.constantFrom("ab", "abc ", "the minister ", "会谈", "x🌊", "aaaaaaaa");
  const longText = fc.array(piece, { minLength: 9000, maxLength: 9000 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(
      longText,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 60 })), { minLength: 60 }),
      (text, cuts) => {
        const index = createTextIndex(text);
        for (const [at, length] of cuts) {
          const from = at % text.length;
          const wanted = text.slice(from, from + length) + (at % 7 === 0 ? "q" : "");
          expect(index.occurrences(wanted)).toEqual(findOccurrences(text, wanted));
        }
      },
    ),
    { numRuns: 10 },
  );
});

test("finds nothing in nothing, and nothing of nothing", () => {
  expect(createTextIndex("").occurrences("a")).toEqual([]);
  expect(createTextIndex("abc").occurrences("")).toEqual([]);
});
