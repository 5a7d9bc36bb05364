// Proves what a query means, and that nothing that is typed can break it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asUnfinished, matchExpression, parseQuery, problemOfQuery } from "../../src/core/search/search-query.ts";
import { awkwardText } from "../support/awkward-text.ts";

const asked = (typed: string) => matchExpression(parseQuery(typed));

describe("a query", () => {
  test.each([
    ["words that must all be there", "corridor tariff", '"corridor" AND "tariff"'],
    ["a phrase", '"corridor agreement"', '"corridor agreement"'],
    ["a phrase in the quotation marks of a text", "“corridor agreement”", '"corridor agreement"'],
    ["a phrase that is not closed yet", '"corridor agree', '"corridor agree"'],
    ["a beginning", "tarif*", '"tarif" *'],
    ["a phrase whose last word begins so", '"corridor agree*"', '"corridor agree" *'],
    ["an exclusion", "corridor -tariff", '("corridor") NOT ("tariff")'],
    ["exclusions of phrases and beginnings", 'a -"b c" -d*', '("a") NOT ("b c" OR "d" *)'],
    ["a run of East Asian signs", "会谈", '"会 谈"'],
    ["signs and letters in one run", "G20会谈", '"g20 会 谈"'],
    ["a hyphen inside of a word", "Jean-Luc", '"jean luc"'],
    ["an apostrophe", "O’Neill", '"o neill"'],
    ["an acronym in Hebrew", 'ארה"ב', '"ארה ב"'],
    [
      "words that mean something to the index",
      "a AND b OR NOT NEAR(c)",
      '"a" AND "and" AND "b" AND "or" AND "not" AND "near c"',
    ],
    ["a dash that stands alone", "north - south", '"north" AND "south"'],
    ["what follows a quotation", "“coalition”-led", '"coalition" AND "led"'],
  ])("can be %s", (_, typed, expression) => {
    expect(asked(typed)).toBe(expression);
  });

  test("says what is missing where nothing can be asked", () => {
    expect(problemOfQuery(parseQuery("-tariff"))).toContain("Add a word");
    expect(problemOfQuery(parseQuery(" … "))).toContain("Type a word");
    expect(problemOfQuery(parseQuery("会".repeat(101)))).toContain("at most 100");
    expect(problemOfQuery(parseQuery("tariff"))).toBeNull();
  });

  test("may be unfinished at its last word only, and only where that is a plain one", () => {
    const unfinished = (typed: string) => {
      const query = asUnfinished(parseQuery(typed));
      return query && matchExpression(query);
    };
    expect(unfinished("corridor tar")).toBe('"corridor" AND "tar" *');
    for (const typed of ["corridor ", '"corridor"', "a -tar", "tar*", "-"]) expect(unfinished(typed)).toBeNull();
  });

  test("is made of quoted words only, whatever is typed", () => {
    fc.assert(
      fc.property(awkwardText, (typed) => {
        const query = parseQuery(typed);
        if (problemOfQuery(query) !== null) return;
        expect(asked(typed)).toMatch(/^(?:\(|\)|"[^"]+"| \*| AND | NOT | OR )+$/u);
      }),
    );
  });
});
