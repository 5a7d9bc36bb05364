import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crossings, orderByBarycentre } from "../../src/renderer/features/evidence/order-by-barycentre.ts";

const ties = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 5 }), { maxLength: 9 });

/** How many lines cross in all, counted line by line. */
function allCrossings(tiesOf: readonly (readonly number[])[], order: readonly number[]): number {
  const lines = order.flatMap((item, right) => (tiesOf[item] ?? []).map((left) => ({ left, right })));
  return lines.reduce(
    (sum, one, index) => sum + lines.slice(index + 1).filter((other) => crossing(one, other)).length,
    0,
  );
}

interface Line {
  readonly left: number;
  readonly right: number;
}

function crossing(one: Line, other: Line): boolean {
  return (one.left - other.left) * (one.right - other.right) < 0;
}

describe("the order of sources", () => {
  test("crosses no lines where none need cross", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 }), fc.integer(), (lengths, seed) => {
        // Stretches of statements one after the other, each with a source of its own, shuffled.
        let next = 0;
        const stretches = lengths.map((length) => Array.from({ length }, () => next++));
        const shuffled = stretches
          .map((stretch, index) => ({ stretch, rank: Math.imul(index + 1, seed | 1) % 97 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ stretch }) => stretch);
        expect(allCrossings(shuffled, orderByBarycentre(shuffled))).toBe(0);
      }),
    );
  });

  test("cannot be bettered by changing two neighbours about", () => {
    fc.assert(
      fc.property(ties, (tiesOf) => {
        const order = orderByBarycentre(tiesOf);
        const tied = order.filter((item) => (tiesOf[item] ?? []).length > 0);
        const total = allCrossings(tiesOf, tied);
        for (let place = 0; place + 1 < tied.length; place += 1) {
          const swapped = tied.with(place, tied[place + 1] ?? 0).with(place + 1, tied[place] ?? 0);
          expect(allCrossings(tiesOf, swapped)).toBeGreaterThanOrEqual(total);
        }
      }),
    );
  });

  test("holds each item once, those that nothing rests on last", () => {
    fc.assert(
      fc.property(ties, (tiesOf) => {
        const order = orderByBarycentre(tiesOf);
        expect(order.toSorted((a, b) => a - b)).toEqual(tiesOf.map((_, index) => index));
        const untied = order.map((item) => (tiesOf[item] ?? []).length === 0);
        expect(untied.indexOf(true) === -1 || untied.slice(untied.indexOf(true)).every(Boolean)).toBe(true);
      }),
    );
  });

  test("is that of the brief where each source has one statement", () => {
    expect(orderByBarycentre([[3], [], [0], [2]])).toEqual([2, 3, 0, 1]);
  });
});

test("crossings of two neighbours are those of their lines", () => {
  fc.assert(
    fc.property(ties, (lists) => {
      const [upper = [], lower = []] = lists.map((list) => list.toSorted((a, b) => a - b));
      expect(crossings(upper, lower)).toBe(allCrossings([upper, lower], [0, 1]));
    }),
  );
});
