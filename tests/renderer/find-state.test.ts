// Proves which match one goes to, and which lie within a part of the text that is drawn.
import { describe, expect, test } from "vitest";
import { matchesWithin, matchFrom } from "../../src/renderer/state/find-state.ts";

const matches = [
  { fromUtf16: 10, toUtf16: 14 },
  { fromUtf16: 20, toUtf16: 24 },
  { fromUtf16: 30, toUtf16: 34 },
];

describe("going from match to match", () => {
  test("goes on from where one is, and round at the ends", () => {
    expect(matchFrom(matches, 0, 1)).toBe(0);
    expect(matchFrom(matches, 14, 1)).toBe(1);
    expect(matchFrom(matches, 34, 1)).toBe(0);
    expect(matchFrom(matches, 20, -1)).toBe(0);
    expect(matchFrom(matches, 10, -1)).toBe(2);
  });

  test("goes nowhere where there is none", () => {
    expect(matchFrom([], 5, 1)).toBe(-1);
    expect(matchFrom([], 5, -1)).toBe(-1);
  });
});

test("matches within a stretch are those that touch it", () => {
  const within = (from: number, to: number) => matchesWithin(matches, from, to).map(({ index }) => index);
  expect(within(0, 100)).toEqual([0, 1, 2]);
  expect(within(14, 30)).toEqual([1]);
  expect(within(12, 31)).toEqual([0, 1, 2]);
  expect(within(34, 100)).toEqual([]);
});
