// Proves what is shown of a paragraph in which something was found.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuery, problemOfQuery } from "../../src/core/search/search-query.ts";
import { sentenceAround } from "../../src/core/search/sentence.ts";
import { shareOut } from "../../src/core/search/share-out.ts";
import { foundPassage } from "../../src/core/search/snippet.ts";
import { awkwardText } from "../support/awkward-text.ts";

const shown = (text: string, typed: string) => {
  const { place, snippet } = foundPassage(text, parseQuery(typed));
  return {
    place: text.slice(place.fromUtf16, place.toUtf16),
    text: snippet.text,
    marks: snippet.marks.map(({ fromUtf16, toUtf16 }) => snippet.text.slice(fromUtf16, toUtf16)),
  };
};
const LONG =
  "The delegates, who had travelled for two days over the pass and arrived long after dark, heard in the great hall that the corridor would open in spring, that its tolls would be shared by the three provinces on either side, and that nobody would be asked for papers at the bridge before the first of May, or asked again once the summer had come and gone.";

describe("a snippet", () => {
  test("is the sentence around the words", () => {
    const text = "The pass was closed. Mr. Ilvane of the U.N. mission said on 5 Jan. that the bridge held. It snowed.";
    expect(shown(text, "bridge")).toEqual({
      place: "bridge",
      text: "Mr. Ilvane of the U.N. mission said on 5 Jan. that the bridge held.",
      marks: ["bridge"],
    });
    expect(shown(text, "snowed").text).toBe("It snowed.");
  });

  test("is a sentence too where no space stands behind it", () => {
    expect(shown("双方举行了会谈。桥已经开放！谁知道？", "开放").text).toBe("桥已经开放！");
    expect(shown("他说：“桥已经开放。”没有人走。", "没有").text).toBe("没有人走。");
  });

  test("is cut at borders of words where the sentence is long, with the words near its beginning", () => {
    const { text, marks } = shown(LONG, "tolls");
    expect(marks).toEqual(["tolls"]);
    expect(text).toMatch(/^….*tolls.*…$/u);
    const inside = text.slice(1, -1);
    expect(LONG).toContain(` ${inside}`);
    expect(LONG).toMatch(new RegExp(`${inside}[ ,.]`, "u"));
    expect(text.indexOf("tolls")).toBeLessThan(80);
  });

  test("marks all that was asked for within it, and goes to where all of it stands together", () => {
    const text = "A bridge has a gate, and asks for no toll at all; the toll at the bridge was lifted.";
    const { place, marks } = shown(text, "toll bridge");
    expect(place).toBe("toll at the bridge");
    expect(marks).toEqual(["bridge", "toll", "toll", "bridge"]);
  });

  test("lies within the text and holds what it marks, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(awkwardText, { maxLength: 8 }), fc.nat(), (parts, at) => {
        const text = parts.join(" ");
        const typed = parts.length === 0 ? "" : (parts[at % parts.length] ?? "");
        if (problemOfQuery(parseQuery(typed)) !== null) return;
        const { place, snippet } = foundPassage(text, parseQuery(typed));
        expect(place.fromUtf16).toBeGreaterThanOrEqual(0);
        expect(place.toUtf16).toBeLessThanOrEqual(text.length);
        let end = 0;
        for (const { fromUtf16, toUtf16 } of snippet.marks) {
          expect(fromUtf16).toBeGreaterThanOrEqual(end);
          expect(toUtf16).toBeGreaterThan(fromUtf16);
          end = toUtf16;
        }
        expect(end).toBeLessThanOrEqual(snippet.text.length);
        expect(text).toContain(snippet.text.replace(/^…|…$/gu, ""));
      }),
    );
  });
});

test("a sentence that ends a text without a mark reaches to its end", () => {
  expect(sentenceAround("One. Two ", 6)).toEqual({ fromUtf16: 5, toUtf16: 8 });
});

describe("sharing out", () => {
  test("gives every source one before any has two, and nobody more than there is", () => {
    expect(shareOut([10, 1, 3], 50, 6)).toEqual([3, 1, 2]);
    expect(shareOut([10, 1, 3], 2, 50)).toEqual([2, 1, 2]);
    expect(shareOut([1, 1, 1], 50, 2)).toEqual([1, 1, 0]);
    expect(shareOut([], 50, 200)).toEqual([]);
  });
});
