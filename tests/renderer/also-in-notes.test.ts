import { describe, expect, test } from "vitest";
import type { Block } from "../../src/core/source/block.ts";
import type { AlsoIn } from "../../src/ipc/review.ts";
import { alsoInNotes, placesOf } from "../../src/renderer/features/reader/also-in/also-in-notes.ts";
import { sourceId } from "../support/made-evidence.ts";

/** Blocks that start at 0, 100 and 200. */
const starts = [0, 100, 200];

function other(name: string, locator: string, fromUtf16: number, toUtf16: number): AlsoIn["others"][number] {
  return { sourceId: sourceId(name), locator, fromUtf16, toUtf16, text: `${name} ${fromUtf16}` };
}

describe("the notes of the margin", () => {
  test("stand at the paragraph of their passage, in the order of the text", () => {
    const notes = alsoInNotes(
      [
        { fromUtf16: 210, toUtf16: 260, others: [other("quess", "para. 3", 30, 80)] },
        { fromUtf16: 5, toUtf16: 60, others: [other("drovest", "para. 1", 0, 50), other("quess", "para. 1", 4, 50)] },
      ],
      starts,
    );
    expect(notes.map(({ blockIndex, entries }) => [blockIndex, entries.map(({ locator }) => locator)])).toEqual([
      [0, ["para. 1", "para. 1"]],
      [2, ["para. 3"]],
    ]);
  });

  test("name a place once, however many passages of the paragraph stand there, and go around all of them", () => {
    const [note] = alsoInNotes(
      [
        { fromUtf16: 100, toUtf16: 130, others: [other("quess", "para. 3", 40, 70)] },
        {
          fromUtf16: 150,
          toUtf16: 190,
          others: [other("quess", "para. 3", 10, 35), other("quess", "para. 5", 300, 340)],
        },
      ],
      starts,
    );
    expect(note?.entries).toMatchObject([
      { locator: "para. 3", here: { fromUtf16: 100, toUtf16: 190 }, there: { fromUtf16: 10, toUtf16: 70 } },
      { locator: "para. 5", here: { fromUtf16: 150, toUtf16: 190 }, there: { fromUtf16: 300, toUtf16: 340 } },
    ]);
  });
});

test("a paragraph is named as its source counts it, by its page where there are pages", () => {
  const block = (kind: Block["kind"], page?: number): Block => ({
    kind,
    text: "Words.",
    level: null,
    ...(page !== undefined && { pages: [{ fromUtf16: 0, page }] }),
  });
  expect(placesOf([block("heading"), block("paragraph"), block("caption"), block("paragraph")], null)).toEqual([
    "heading 1",
    "para. 1",
    "caption 1",
    "para. 2",
  ]);
  expect(placesOf([block("paragraph", 1), block("paragraph", 3)], null)).toEqual(["p. 1", "p. 3"]);
  expect(placesOf([block("paragraph", 1), block("paragraph", 3)], new Map([[1, "iv"]]))).toEqual(["p. iv", "p. 3"]);
});
