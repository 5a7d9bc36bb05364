// Proves how text is cut by script for Word, which sets and checks each in its own way.
import fc from "fast-check";
import { expect, test } from "vitest";
import { isRightToLeft, splitByScript } from "../../src/engine/writers/docx/scripts.ts";
import { hostileText } from "../support/arbitrary-brief.ts";

test.each([
  ["The pact of 2026 (“new”).", ["western: The pact of 2026 (“new”)."]],
  ["In Seoul (서울) met", ["western: In Seoul (", "east-asian: 서울", "western: ) met"]],
  ["会谈在8月举行。", ["east-asian: 会谈在8月举行。"]],
  ["“会谈”在8月", ["western: “", "east-asian: 会谈”在8月"]],
  ["야간 운항을 12회", ["east-asian: 야간 운항을 12회"]],
  ["says שלום, עולם today", ["western: says ", "right-to-left: שלום, עולם", "western:  today"]],
  ["é cafe\u0301", ["western: é cafe\u0301"]],
])("%s", (text, expected) => {
  expect(splitByScript(text).map((run) => `${run.script}: ${run.text}`)).toEqual(expected);
});

test("in a paragraph from right to left, what belongs to no script goes with it", () => {
  const runs = splitByScript("اتفق الجانبان (NATO) على 12.", "right-to-left");
  expect(runs.map(({ script, text }) => `${script}: ${text}`)).toEqual([
    "right-to-left: اتفق الجانبان (",
    "western: NATO",
    "right-to-left: ) على 12.",
  ]);
});

test.each([
  ["12 (اتفق", true],
  ["“שלום” said", true],
  ["He said שלום", false],
  ["会谈", false],
  ["12 …", false],
  ["", false],
])("whether “%s” is written from right to left: %s", (text, expected) => {
  expect(isRightToLeft(text)).toBe(expected);
});

test("no character is lost or moved, whatever the text", () => {
  const base = fc.constantFrom("western" as const, "right-to-left" as const);
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.string({ unit: "binary" })), base, (text, direction) => {
      const runs = splitByScript(text, direction);
      expect(runs.map((run) => run.text).join("")).toBe(text);
      for (const [index, run] of runs.entries()) expect(run.script).not.toBe(runs[index + 1]?.script);
    }),
  );
});
