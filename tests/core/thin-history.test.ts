// Proves which earlier states stay as they grow old.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KeptState, keptStates } from "../../src/core/brief/thin-history.ts";

const NOW = "2026-06-01T12:00:00.000Z";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const before = (age: number, from = NOW) => new Date(Date.parse(from) - age).toISOString();

/** States of which each is older by a step than the one after it, oldest first. */
function states(count: number, stepMs: number, youngestMs = 0): KeptState[] {
  return Array.from({ length: count }, (_, index) => {
    const age = youngestMs + (count - 1 - index) * stepMs;
    return { id: `at ${age / HOUR} h`, takenAt: before(age), isNamed: false };
  });
}

const keptOf = (all: readonly KeptState[], now = NOW) => {
  const kept = keptStates(all, now);
  return all.filter(({ id }) => kept.has(id));
};

describe("as they grow old", () => {
  test("all of the last day stay, then one an hour, one a day, one a week", () => {
    expect(keptOf(states(100, 10 * MINUTE))).toHaveLength(100);
    // Two days, every ten minutes, two days ago: one an hour, and the first.
    expect(keptOf(states(288, 10 * MINUTE, 2 * DAY))).toHaveLength(50);
    // Thirty days, every hour, two weeks ago: one a day, and the first.
    expect(keptOf(states(720, HOUR, 14 * DAY)).length).toBeLessThanOrEqual(33);
    expect(keptOf(states(720, HOUR, 14 * DAY)).length).toBeGreaterThanOrEqual(30);
    // Seventy days, every day, two years ago: one a week, and the first and last.
    expect(keptOf(states(70, DAY, 730 * DAY)).length).toBeLessThanOrEqual(13);
  });

  test("the last of each hour stays, which is what it ended with", () => {
    const all = ["10:05", "10:25", "10:55", "11:10"].map((time) => ({
      id: time,
      takenAt: `2026-05-29T${time}:00.000Z`,
      isNamed: false,
    }));
    expect(keptOf(all).map(({ id }) => id)).toEqual(["10:05", "10:55", "11:10"]);
  });

  test("what has a name, the first and the last stay for ever", () => {
    const all = states(600, HOUR, 800 * DAY).map((state, index) => ({ ...state, isNamed: index % 100 === 37 }));
    const kept = keptOf(all);
    for (const state of all.filter(({ isNamed }) => isNamed)) expect(kept).toContain(state);
    expect(kept[0]).toBe(all[0]);
    expect(kept.at(-1)).toBe(all.at(-1));
  });

  test("what a script made by thousands within a day does not all stay", () => {
    const kept = keptOf(states(3000, 10_000));
    expect(kept.length).toBeLessThan(300);
    expect(kept.slice(-200)).toEqual(states(3000, 10_000).slice(-200));
  });

  test("a clock that was wrong makes nothing old", () => {
    const all = [...states(3, HOUR), { id: "tomorrow", takenAt: before(-DAY), isNamed: false }];
    expect(keptOf(all)).toEqual(all);
  });
});

test("nothing is missed later because it was thinned earlier", () => {
  const ages = fc.array(fc.integer({ min: 0, max: 500 * 24 * 60 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(ages, fc.integer({ min: 0, max: 400 }), (minutes, laterDays) => {
      const all = [...new Set(minutes)]
        .sort((one, other) => other - one)
        .map((age) => ({ id: `${age}`, takenAt: before(age * MINUTE), isNamed: age % 17 === 0 }));
      const later = before(-laterDays * DAY);
      expect(keptOf(keptOf(all), later)).toEqual(keptOf(all, later));
      expect(keptOf(keptOf(all))).toEqual(keptOf(all));
    }),
  );
});

test("a year of daily use, 40 states a day, leaves fewer than 360", () => {
  const day = (number: number) => number + 2 * Math.floor(number / 5);
  let kept: KeptState[] = [];
  for (let worked = 0; worked < 250; worked += 1) {
    const morning = Date.parse("2026-01-05T07:00:00.000Z") + day(worked) * DAY;
    kept = keptOf(kept, new Date(morning).toISOString());
    for (let state = 0; state < 40; state += 1)
      kept.push({
        id: `${worked} ${state}`,
        takenAt: new Date(morning + state * 12 * MINUTE).toISOString(),
        isNamed: false,
      });
  }
  expect(kept.length).toBeLessThan(360);
  expect(kept.length).toBeGreaterThan(290);
});
