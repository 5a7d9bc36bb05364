// Proves that a text comes back from what another has not of it, that this is little where they are alike, and that what
// fits no other text is not taken for one.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyDelta, deltaOf, ownLength } from "../../src/core/brief/text-delta.ts";

const MOST = 1_000_000;
const WORDS = "the council of nine rivers met again on a low bridge and said nothing new about water 河 🌊 ".split(" ");

const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 300 }).map((words) => words.join(" "));
/** A text and one that was made of it by some cuts and insertions. */
const edited = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 }), fc.string({ maxLength: 30 })), { maxLength: 8 }))
  .map(([before, edits]) => {
    const after = edits.reduce((now, [at, cut, put]) => {
      const place = at % (now.length + 1);
      return now.slice(0, place) + put + now.slice(place + cut);
    }, before);
    return { before, after };
  });

describe("a text by means of another", () => {
  test("comes back to the letter, whatever was done to it, through JSON too", () => {
    fc.assert(
      fc.property(edited, ({ before, after }) => {
        const delta = JSON.parse(JSON.stringify(deltaOf(before, after)));
        expect(applyDelta(before, delta, MOST)).toBe(after);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
        expect(applyDelta(before, JSON.parse(JSON.stringify(deltaOf(before, after))), MOST)).toBe(after);
      }),
    );
  });

  test("has little of its own where little was changed, also where much is repeated", () => {
    const paragraph = (number: number) =>
      `{"type":"paragraph","children":[{"text":"Paragraph ${number} of the paper"}]}`;
    const before = Array.from({ length: 400 }, (_, number) => paragraph(number)).join(",");
    const after = before.replace(paragraph(7), "").replace("Paragraph 200 of", "What was said of");
    const delta = deltaOf(before, after);
    expect(applyDelta(before, delta, MOST)).toBe(after);
    expect(ownLength(delta)).toBeLessThan(60);
    expect(delta.length).toBeLessThan(12);
  });

  test("is none where it names what the other has not, or would become too long", () => {
    expect(applyDelta("short", [[3, 3]], MOST)).toBeNull();
    expect(applyDelta("short", [[0, 5]], 4)).toBeNull();
    expect(applyDelta("short", [[0, 5], "er"], 7)).toBe("shorter");
  });
});
