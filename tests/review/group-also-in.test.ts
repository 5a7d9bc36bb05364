// Proves what the reader's margin says: stretches that overlap are one, and each other source is named once.
import { expect, test } from "vitest";
import type { SourcePlace } from "../../src/core/review/place.ts";
import { groupAlsoIn } from "../../src/core/review/reuse/group-also-in.ts";
import type { SourceId } from "../../src/core/source/source.ts";

const place = (sourceId: string, fromUtf16: number, toUtf16: number): SourcePlace => ({
  in: "source",
  // An id of a test's own.
  sourceId: sourceId as SourceId,
  fromUtf16,
  toUtf16,
});

test("passages that overlap are one stretch, each other source in it once, with its longest passage", () => {
  const groups = groupAlsoIn([
    { here: place("a", 0, 100), there: place("b", 50, 150) },
    { here: place("a", 40, 100), there: place("c", 0, 60) },
    { here: place("a", 60, 130), there: place("b", 300, 370) },
    { here: place("a", 130, 180), there: place("c", 200, 250) },
  ]);
  expect(groups).toEqual([
    { fromUtf16: 0, toUtf16: 130, others: [place("b", 50, 150), place("c", 0, 60)] },
    { fromUtf16: 130, toUtf16: 180, others: [place("c", 200, 250)] },
  ]);
  expect(groupAlsoIn([])).toEqual([]);
});
