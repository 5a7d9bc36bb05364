// Proves that no edit of a text, however many and wherever, puts an excerpt on a wrong place, and that one which can be
// told from all others is found. `ANCHOR_RUNS=20000 vitest run anchor-edits` tries as many of each.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorExcerpt } from "../../src/core/excerpt/anchor.ts";
import { findOccurrences } from "../../src/core/excerpt/find-occurrences.ts";
import { describePassage } from "../../src/core/excerpt/selectors.ts";
import { changeWords, chosenPassage, editAround, edits, otherWords } from "../support/edited-text.ts";

const numRuns = Number(process.env["ANCHOR_RUNS"] ?? 1000);

describe("edits outside of a passage, also right beside it", () => {
  test("leave it in its right place, or make it unsure of it, and never put it on another", () => {
    fc.assert(
      fc.property(chosenPassage, edits, (chosen, changes) => {
        const { text, start } = editAround(chosen, changes);
        const { exact } = chosen.selectors.quote;
        const anchor = anchorExcerpt(text, chosen.selectors, chosen.text);
        if (!("selectors" in anchor)) return;
        const { position } = anchor.selectors;
        if (anchor.state !== "changed") {
          expect(anchor.selectors).toEqual(describePassage(text, start, start + exact.length));
          return;
        }
        // Words that became part of longer ones are shown with the whole of those.
        expect(position.start).toBeLessThan(start + exact.length);
        expect(position.end).toBeGreaterThan(start);
      }),
      { numRuns },
    );
  });

  test("that leave a sentence on either side as it was do not keep it from being found, where its words are its own", () => {
    fc.assert(
      fc.property(chosenPassage, edits, (chosen, changes) => {
        const { position, quote } = chosen.selectors;
        fc.pre(findOccurrences(chosen.text, quote.exact).length === 1);
        const away = changes.map((change) => ({ ...change, beside: null }));
        const before = chosen.text.slice(Math.max(0, position.start - 16), position.start);
        const after = chosen.text.slice(position.end, position.end + 16);
        fc.pre(before.length === 16 && after.length === 16);
        const { text, start } = editAround(chosen, away);
        fc.pre(text.slice(start - 16, start) === before && text.slice(start + quote.exact.length).startsWith(after));
        expect(anchorExcerpt(text, chosen.selectors, chosen.text)).toMatchObject({
          state: expect.stringMatching(/^(exact|moved)$/),
          selectors: { position: { start } },
        });
      }),
      { numRuns },
    );
  });
});

describe("edits of a passage itself", () => {
  test("never leave it on other words without saying so", () => {
    fc.assert(
      fc.property(chosenPassage, fc.option(edits), otherWords, (chosen, changes, other) => {
        const { exact } = chosen.selectors.quote;
        const words = changeWords(exact, other);
        fc.pre(!words.includes(exact));
        const { text, start } = editAround(chosen, changes ?? [], words);
        const anchor = anchorExcerpt(text, chosen.selectors, chosen.text);
        if (!("selectors" in anchor)) return;
        const { position } = anchor.selectors;
        const isThere = position.start < start + Math.max(1, words.length) && position.end > start;
        // What stands beside may complete the words again: they are then as they were, and where they were.
        if (anchor.state !== "changed") expect(text.slice(position.start, position.end)).toBe(exact);
        expect(isThere).toBe(true);
      }),
      { numRuns },
    );
  });
});
