import fc from "fast-check";
import { expect, test } from "vitest";
import { MARK_HEIGHT_PX, spotsOf } from "../../src/renderer/editor/mark-columns.ts";

test("marks of one line stand beside each other, those of others below", () => {
  expect(spotsOf([4, 4, 28])).toEqual([
    { topPx: 4, column: 0 },
    { topPx: 4, column: 1 },
    { topPx: 28, column: 0 },
  ]);
});

test("no mark covers another, and none stands above its line", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 30 }), (tops) => {
      const spots = spotsOf(tops);
      for (const [index, { topPx, column }] of spots.entries()) {
        expect(topPx).toBeGreaterThanOrEqual(tops[index] ?? 0);
        for (const other of spots.slice(index + 1))
          expect(other.column !== column || Math.abs(other.topPx - topPx) >= MARK_HEIGHT_PX).toBe(true);
      }
    }),
  );
});
