import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fittingZoom,
  GAP_PX,
  layOutPages,
  nextZoom,
  pageIndexAt,
  placeAt,
  SIDE_PX,
  topOf,
} from "../../src/renderer/features/reader/pages/page-layout.ts";

const A4 = { widthPoints: 595, heightPoints: 842 };
const wide = { widthPoints: 14_400, heightPoints: 842 };
const pageSize = fc.record({
  widthPoints: fc.integer({ min: 1, max: 15_000 }),
  heightPoints: fc.integer({ min: 1, max: 15_000 }),
});

describe("the strip of pages", () => {
  test("shows a page at real size as large as its paper", () => {
    const [box] = layOutPages([{ widthPoints: 72, heightPoints: 144 }], 1).boxes;
    expect(box).toEqual({ top: GAP_PX, width: 96, height: 192 });
  });

  test("fits pages to the pane by their usual width, not by the widest", () => {
    const zoom = fittingZoom([A4, A4, wide, A4], 800);
    expect(layOutPages([A4], zoom).boxes[0]?.width).toBe(800 - 2 * SIDE_PX);
  });

  test("stays within what the browser can draw, however many pages there are", () => {
    const pages = Array.from({ length: 20_000 }, () => A4);
    expect(layOutPages(pages, 5).height).toBeLessThan(33_000_000);
  });

  test("finds the place again at every size", () => {
    fc.assert(
      fc.property(
        fc.array(pageSize, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 0.98, noNaN: true }),
        fc.nat(),
        (pages, before, after, share, pick) => {
          const place = (pick % pages.length) + 1 + share;
          const there = placeAt(layOutPages(pages, before), topOf(layOutPages(pages, before), place));
          const again = placeAt(layOutPages(pages, after), topOf(layOutPages(pages, after), there));
          // To a pixel of the smaller of the two.
          const smallest = Math.min(
            ...[before, after].map((zoom) => layOutPages(pages, zoom).boxes[Math.floor(place) - 1]?.height ?? 1),
          );
          expect(Math.abs(again - place)).toBeLessThanOrEqual(2 / smallest + 0.001);
        },
      ),
    );
  });

  test("knows the page at a height, and the one below in the gap between two", () => {
    const layout = layOutPages([A4, A4, A4], 1);
    const [first, second] = layout.boxes;
    expect(pageIndexAt(layout, -50)).toBe(0);
    expect(pageIndexAt(layout, (first?.top ?? 0) + 5)).toBe(0);
    expect(pageIndexAt(layout, (second?.top ?? 0) - 2)).toBe(1);
    // Gone to, a page is shown with the gap above it: one is on this page then, not on the one before.
    expect(placeAt(layout, topOf(layout, 2))).toBe(2);
    expect(placeAt(layout, topOf(layout, 2) - 0.4)).toBe(2);
    expect(pageIndexAt(layout, 1_000_000)).toBe(2);
  });
});

test("steps of the zoom always lead on, and end", () => {
  for (const direction of ["in", "out"] as const) {
    let zoom = 1;
    for (let step = 0; step < 40; step += 1) {
      const next = nextZoom(zoom, direction);
      if (next === zoom) break;
      expect(direction === "in" ? next > zoom : next < zoom).toBe(true);
      zoom = next;
    }
    expect(zoom).toBe(direction === "in" ? 5 : 0.25);
  }
});
