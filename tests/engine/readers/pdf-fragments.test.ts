// Proves that the words of a line are put together as they stand, and that each character keeps where it comes from.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildFragments } from "../../../src/engine/readers/pdf/build-fragments.ts";
import { composeFragment } from "../../../src/engine/readers/pdf/compose-fragment.ts";
import { dropStart, type Fragment, joinFragments } from "../../../src/engine/readers/pdf/fragment.ts";
import { framesOf, type Piece } from "../../../src/engine/readers/pdf/piece.ts";

function piece(item: number, text: string, x: number, more: Partial<Piece> = {}): Piece {
  const size = more.size ?? 10;
  const width = more.width ?? text.length * size * 0.5;
  return { item, text, x, y: 100, width, size, font: "plain", isRightToLeft: false, isApart: false, ...more };
}

function textsOf(pieces: readonly Piece[]): string[] {
  return buildFragments(pieces).map(({ text }) => text);
}

function expectOrigins({ text, runs }: Fragment, items: readonly string[]): void {
  for (const { item, itemFromUtf16, fromUtf16, lengthUtf16 } of runs) {
    expect(items[item]?.slice(itemFromUtf16, itemFromUtf16 + lengthUtf16)).toBe(
      text.slice(fromUtf16, fromUtf16 + lengthUtf16),
    );
  }
}

const ANY_TEXT = fc.string({
  unit: fc.constantFrom("a", "é", " ", "\t", "\u0001", "字", "\u00A0", "\uD800", "🚢", "-"),
});

describe("characters and their origin", () => {
  test("every run holds the characters of its item, whatever the items hold", () => {
    fc.assert(
      fc.property(fc.array(ANY_TEXT, { minLength: 1, maxLength: 6 }), (texts) => {
        const found = composeFragment(texts.map((text, item) => piece(item, text, item * 100)));
        expectOrigins(found, texts);
        expect(found.text).not.toMatch(/[\u0000-\u001F\u007F]| {2}|\p{Surrogate}/u);
      }),
    );
  });

  test("joined and cut fragments keep them", () => {
    fc.assert(
      fc.property(fc.array(ANY_TEXT, { minLength: 2, maxLength: 4 }), fc.nat(12), (texts, cut) => {
        const parts = texts.map((text, item) => composeFragment([piece(item, text, item * 100)]));
        const joined = joinFragments(parts, () => " ");
        expectOrigins(joined, texts);
        expectOrigins(dropStart(joined, Math.min(cut, joined.text.length)), texts);
      }),
    );
  });
});

describe("words of a line", () => {
  test("a gap is a space, a hair is none", () => {
    expect(textsOf([piece(0, "ferry", 50), piece(1, "plan", 78), piece(2, "s", 98.5)])).toEqual(["ferry plans"]);
  });

  test("letters drawn in no order come out in the order of the line", () => {
    expect(textsOf([piece(0, "r", 60), piece(1, "f", 50), piece(2, "e", 55), piece(3, "ry", 65)])).toEqual(["ferry"]);
  });

  test("signs of Chinese stretched over the line have no spaces between them", () => {
    const signs = [..."部长周一"].map((sign, index) => piece(index, sign, 50 + index * 13, { width: 10 }));
    expect(textsOf(signs)).toEqual(["部长周一"]);
  });

  test("right-to-left words stand in the order of reading, the number among them the right way round", () => {
    const pieces = [
      piece(0, "עולם", 50, { isRightToLeft: true }),
      piece(1, "2026", 75),
      piece(2, "שלום", 100, { isRightToLeft: true }),
    ];
    expect(textsOf(pieces)).toEqual(["שלום 2026 עולם"]);
  });

  test("an initial over several lines belongs to its word", () => {
    const pieces = [
      piece(0, "T", 50, { size: 36, y: 124, width: 22 }),
      piece(1, "he council", 74, { y: 104 }),
      piece(2, "of towns", 74, { y: 116 }),
    ];
    expect(textsOf(pieces)).toEqual(["The council", "of towns"]);
  });

  test("a gutter parts words that stand on one line", () => {
    expect(textsOf([piece(0, "left", 50), piece(1, "right", 85)])).toEqual(["left", "right"]);
  });

  test("a bullet is joined to the words that it stands before", () => {
    expect(textsOf([piece(0, "•", 50), piece(1, "the boats", 75)])).toEqual(["• the boats"]);
  });

  test("a raised number is told", () => {
    const [found] = buildFragments([piece(0, "plan", 50), piece(1, "12", 70, { size: 6, y: 96 })]);
    expect(found).toMatchObject({ text: "plan12", shifted: [{ fromUtf16: 4, toUtf16: 6, shift: "superscript" }] });
  });
});

describe("directions", () => {
  const upright = {
    str: "upright",
    dir: "ltr",
    transform: [10, 0, 0, 10, 50, 700],
    width: 30,
    height: 10,
    fontName: "f",
  };
  const geometry = { transform: [1, 0, 0, -1, 0, 800], verticalFonts: new Set(["v"]) };

  test("text that runs up the page is read by itself", () => {
    const turned = { ...upright, str: "up the page", transform: [0, 10, -10, 0, 30, 100], width: 60 };
    const frames = framesOf([upright, turned], geometry);
    expect(frames.map(({ direction }) => direction)).toEqual([270, 0]);
    expect(frames[0]?.pieces[0]).toMatchObject({ text: "up the page", width: 60, size: 10 });
  });

  test("columns of vertical text follow each other from right to left", () => {
    const column = (str: string, x: number) => ({
      ...upright,
      str,
      fontName: "v",
      transform: [10, 0, 0, 10, x, 700],
      height: 40,
    });
    const [frame] = framesOf([column("左", 100), column("右", 300)], geometry);
    expect(
      buildFragments(frame?.pieces ?? [])
        .toSorted((one, other) => one.y - other.y)
        .map(({ text }) => text),
    ).toEqual(["右", "左"]);
  });

  test("items without text are counted, as TextLayer counts them", () => {
    const [frame] = framesOf([{ ...upright, str: "" }, { ...upright, str: " " }, upright], geometry);
    expect(frame?.pieces.map(({ item, isApart }) => [item, isApart])).toEqual([[2, true]]);
  });
});
