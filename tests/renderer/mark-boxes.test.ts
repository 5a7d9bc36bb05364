import { expect, test } from "vitest";
import { linesOf, shareOf } from "../../src/renderer/features/reader/pages/mark-boxes.ts";

const box = (left: number, top: number, width: number, height = 10) => ({ left, top, width, height });

test("pieces of a line are one box, lines and columns are boxes of their own", () => {
  expect(linesOf([box(10, 100, 30), box(42, 101, 20), box(10, 114, 50)])).toEqual([
    box(10, 100, 52, 11),
    box(10, 114, 50),
  ]);
  expect(linesOf([box(10, 100, 30), box(200, 100, 30)])).toHaveLength(2);
});

test("lines that run down the page stand each by itself", () => {
  const columns = [box(300, 100, 12, 200), box(282, 100, 12, 150)];
  expect(linesOf(columns)).toEqual(columns);
});

test("what has no size is not drawn", () => {
  expect(linesOf([box(10, 100, 0), box(10, 100, 4)])).toEqual([box(10, 100, 4)]);
});

test("a box is a share of its page, so that it holds at every size", () => {
  expect(shareOf(box(150, 300, 50, 20), box(100, 200, 200, 400))).toEqual({
    left: 0.25,
    top: 0.25,
    width: 0.25,
    height: 0.05,
  });
});
