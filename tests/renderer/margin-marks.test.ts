// Proves what stands in the margin of a source's text: its pages as they call themselves, or the numbers of paragraphs.
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/core/source/block.ts";
import { marginMarks } from "../../src/renderer/features/reader/margin-marks.ts";

function onPage(page: number, kind: Block["kind"] = "paragraph"): Block {
  return { kind, level: null, text: `Words of page ${page}`, pages: [{ fromUtf16: 0, page }] };
}

function shown(blocks: readonly Block[], labels: ReadonlyMap<number, string> | null): (string | undefined)[] {
  return marginMarks(blocks, labels).map((mark) => mark.shown);
}

describe("pages", () => {
  const blocks = [onPage(1), onPage(1), onPage(2), onPage(3), onPage(1, "running-head")];

  test("go by their labels where the source has them, otherwise by their numbers", () => {
    const labels = new Map([
      [1, "xi"],
      [2, "xii"],
    ]);
    expect(shown(blocks, labels)).toEqual(["p. xi", undefined, "p. xii", "p. 3", undefined]);
    expect(shown(blocks, new Map())).toEqual(["p. 1", undefined, "p. 2", "p. 3", undefined]);
  });

  test("are not named before their labels are known", () => {
    expect(shown(blocks, null)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

test("without pages, paragraphs are counted", () => {
  const paragraph: Block = { kind: "paragraph", level: null, text: "Words" };
  const heading: Block = { kind: "heading", level: 1, text: "Ferries" };
  expect(shown([heading, paragraph, paragraph], new Map())).toEqual([undefined, "1", "2"]);
});
