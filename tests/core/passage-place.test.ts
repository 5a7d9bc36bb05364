/** Proves that a passage is said to come from the agencies of its own paragraphs, and of no others. */
import { describe, expect, test } from "vitest";
import { placeOfPassage } from "../../src/core/excerpt/passage-place.ts";
import { type Block, canonicalText } from "../../src/core/source/block.ts";

const TEXTS = [
  "The ferry line opens in May, according to Reuters.",
  "Its fares were settled in March.",
  "The harbour will be dredged first, according to a Yonhap report.",
];
const BLOCKS = TEXTS.map((text): Block => ({ kind: "paragraph", level: null, text }));

function placeOf(words: string): ReturnType<typeof placeOfPassage> {
  const from = canonicalText(BLOCKS).indexOf(words);
  return placeOfPassage(BLOCKS, from, from + words.length);
}

describe("the place of a passage", () => {
  test("names the agency that its paragraph credits", () => {
    expect(placeOf("The ferry line opens")).toEqual({ locator: "para. 1", agencies: ["Reuters"] });
  });

  test("names an agency whose report its paragraph tells", () => {
    expect(placeOf("dredged first")).toEqual({ locator: "para. 3", agencies: ["Yonhap"] });
  });

  test("names none that only another paragraph credits", () => {
    expect(placeOf("fares were settled")).toEqual({ locator: "para. 2", agencies: [] });
  });

  test("names those of all its paragraphs where it crosses several", () => {
    expect(placeOf(canonicalText(BLOCKS))).toEqual({ locator: "paras. 1–3", agencies: ["Reuters", "Yonhap"] });
  });
});
