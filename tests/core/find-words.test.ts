// Proves that what is found stands where it is said to, whatever the text.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findNeedle, findTerms, needleOf } from "../../src/core/search/find-words.ts";
import { foldText } from "../../src/core/search/fold-text.ts";
import { parseQuery } from "../../src/core/search/search-query.ts";
import { searchWords } from "../../src/core/search/search-words.ts";
import { awkwardText } from "../support/awkward-text.ts";

const found = (text: string, typed: string) =>
  findTerms(text, parseQuery(typed)).map((places) =>
    places.map(({ fromUtf16, toUtf16 }) => text.slice(fromUtf16, toUtf16)),
  );
const foundInside = (text: string, typed: string) =>
  findNeedle(text, foldText(text), needleOf(typed)).map(({ fromUtf16, toUtf16 }) => text.slice(fromUtf16, toUtf16));

describe("the words of a query", () => {
  test("are found as the text spells them", () => {
    expect(found("The CAFÉ in the Straße; cafe\u0301s too.", "cafe strasse")).toEqual([["CAFÉ"], ["Straße"]]);
    expect(found("双方举行会谈。会谈结束，大会。谈判开始。", "会谈")).toEqual([["会谈", "会谈"]]);
    expect(found("O’Neill met Jean-Luc; O Neill did not.", "o'neill Jean-Luc")).toEqual([
      ["O’Neill", "O Neill"],
      ["Jean-Luc"],
    ]);
  });

  test("are whole words, but for beginnings, of which all of the word is marked", () => {
    expect(found("Sanctions sanction; unsanctioned.", "sanction")).toEqual([["sanction"]]);
    expect(found("Sanctions sanction; unsanctioned.", "sanction*")).toEqual([["Sanctions", "sanction"]]);
  });

  test("fold to what was asked for, wherever they are found", () => {
    fc.assert(
      fc.property(awkwardText, awkwardText, fc.nat(), fc.nat({ max: 6 }), (text, other, at, length) => {
        const from = text.length === 0 ? 0 : at % text.length;
        for (const typed of [other, text.slice(from, from + 1 + length)]) {
          const { wanted } = parseQuery(typed);
          for (const [index, places] of findTerms(text, { wanted }).entries()) {
            const term = wanted[index];
            for (const { fromUtf16, toUtf16 } of places) {
              const words = ` ${searchWords(text.slice(fromUtf16, toUtf16))} `;
              expect(words).toContain(term?.isBeginning ? ` ${term.words}` : ` ${term?.words} `);
            }
          }
        }
      }),
    );
  });
});

describe("finding in one source", () => {
  test("finds parts of words, without case and accents", () => {
    expect(foundInside("Sanctions, UNSANCTIONED", "sanction")).toEqual(["Sanction", "SANCTION"]);
    expect(foundInside("Le président préside", "PRESID")).toEqual(["présid", "présid"]);
    expect(foundInside("don’t", "don't")).toEqual(["don’t"]);
    expect(foundInside("会谈前后", "会谈")).toEqual(["会谈"]);
    expect(foundInside("aaaa", "aa")).toEqual(["aa", "aa"]);
  });

  test("holds to the end of a word where a space says so", () => {
    expect(foundInside("The other theme, the end", "the ")).toEqual(["The", "the"]);
  });

  test("finds signs that are no words as they are", () => {
    expect(foundInside("a → b → c", "→")).toEqual(["→", "→"]);
    expect(foundInside("a → b", " ")).toEqual([]);
  });

  test("finds any words of any text in that text, and nothing else", () => {
    fc.assert(
      fc.property(awkwardText, fc.nat(), fc.nat({ max: 4 }), (text, at, count) => {
        const words = searchWords(text).split(" ");
        const from = at % words.length;
        const wanted = words.slice(from, from + 1 + count).join(" ");
        const found = findNeedle(text, foldText(text), { folded: wanted, literal: "" });
        if (wanted !== "") expect(found.length).toBeGreaterThan(0);
        for (const { fromUtf16, toUtf16 } of found)
          expect(searchWords(text.slice(fromUtf16, toUtf16))).toContain(wanted.replace(/^¶ ?| ?¶$/gu, ""));
      }),
    );
  });
});
