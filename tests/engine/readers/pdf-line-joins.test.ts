// Proves how words come together that the end of a line parts: nothing is put in or left out but a hyphen that divides.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectWords, isDividedUnseen, joinOfLines } from "../../../src/engine/readers/pdf/join-lines.ts";

function joined(upper: string, lower: string, known: readonly string[] = []): string {
  const { dropUtf16, between } = joinOfLines(upper, lower, new Set(known));
  return upper.slice(0, upper.length - dropUtf16) + between + lower;
}

describe("lines are joined", () => {
  test.each([
    ["the ferry", "plan", "the ferry plan"],
    ["infor-", "mation", "information"],
    ["infor\u00AD", "mation", "information"],
    ["Franco-", "German", "Franco-German"],
    ["2020-", "21", "2020-21"],
    ["short-", "and long-term", "short- and long-term"],
    ["state-of-the-", "art", "state-of-the-art"],
    ["the plan –", "which", "the plan – which"],
    ["the plan—", "which", "the plan—which"],
    ["and/", "or", "and/or"],
    ["see https://river.example/plans-", "for-ferries", "see https://river.example/plans-for-ferries"],
    ["see https://river.example/", "https://delta.example/", "see https://river.example/ https://delta.example/"],
    ["部长周一", "在首都", "部长周一在首都"],
    ["장관은", "월요일", "장관은 월요일"],
  ])("%j and %j", (upper, lower, whole) => {
    expect(joined(upper, lower)).toBe(whole);
  });

  test("the document's own words decide between a compound and a divided word", () => {
    expect(joined("policy-", "makers", ["policy", "makers"])).toBe("policy-makers");
    expect(joined("policy-", "makers", ["policy-makers"])).toBe("policy-makers");
    expect(joined("under-", "standing", ["under", "standing", "understanding"])).toBe("understanding");
  });

  test("nothing is lost but one hyphen and nothing added but one space, whatever stands there", () => {
    const text = fc.string({
      minLength: 1,
      unit: fc.constantFrom("a", "B", "-", "é", "/", "字", "\u00AD", "7", ".", "("),
    });
    fc.assert(
      fc.property(text, text, (upper, lower) => {
        const whole = joined(upper, lower).replace(" ", "");
        expect([upper + lower, upper.slice(0, -1) + lower]).toContain(whole);
        if (whole !== upper + lower) expect(upper).toMatch(/[-\u00AD]$/u);
      }),
    );
  });
});

describe("a hyphen that is not there", () => {
  test("is seen where the document has the whole word and neither half", () => {
    expect(isDividedUnseen("the infor", "mation", new Set(["information"]), false)).toBe(true);
    expect(isDividedUnseen("deal with", "out of", new Set(["without", "with"]), false)).toBe(false);
  });

  test("is seen where a stretched line lacks its width and neither half is a word", () => {
    expect(isDividedUnseen("the infor", "mation", new Set(), true)).toBe(true);
    expect(isDividedUnseen("the infor", "Mation", new Set(), true)).toBe(false);
    expect(isDividedUnseen("the infor,", "mation", new Set(), true)).toBe(false);
  });
});

test("only whole words within lines count as words of the document", () => {
  const lines = ["the old policy of the towns infor-", "mation on well-known makers of law"];
  const ends: [string, string][] = [
    ["policy-", "makers"],
    ["infor-", "mation"],
    ["well-", "known"],
  ];
  const words = collectWords(lines, ends);
  expect(["policy", "makers", "well-known", "infor", "mation", "information"].map((word) => words.has(word))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
