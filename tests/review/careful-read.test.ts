// What is missing, too much, or rests too much on one source.
import { describe, expect, test } from "vitest";
import briefingNote from "../../resources/templates/briefing-note.json";
import { templateSchema } from "../../src/core/brief/template.ts";
import type { Excerpt } from "../../src/core/excerpt/excerpt.ts";
import { type CarefulReadInput, readCarefully } from "../../src/core/review/careful-read/careful-read.ts";
import type { FindingKind } from "../../src/core/review/finding.ts";
import { statementsOf } from "../../src/core/review/statements/statements-of.ts";
import { supportStatements } from "../../src/core/review/statements/support.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";
import { smallBrief } from "../support/small-brief.ts";

const template = templateSchema.parse(briefingNote);
const gazette = sourceWith("gazette", { publisher: "Harbour Gazette" });
const ledger = sourceWith("ledger", { publisher: "Tide Ledger" });
const excerpts: Excerpt[] = [
  { ...excerptOf(gazette, "a"), sectionId: template.sections[1]?.id ?? null },
  { ...excerptOf(ledger, "c"), sectionId: template.sections[1]?.id ?? null },
];

function messages(
  kind: FindingKind,
  brief: ReturnType<typeof smallBrief>,
  more: Partial<CarefulReadInput> = {},
): string[] {
  const all = more.excerpts ?? excerpts;
  const { statements } = supportStatements({
    statements: statementsOf(brief),
    excerpts: new Map(all.map((excerpt) => [excerpt.id, excerpt])),
    sources: new Map([gazette, ledger].map((source) => [source.id, source])),
    ofPassages: (places) =>
      [...new Set(places.map(({ sourceId }) => sourceId))].map((id) => ({
        id,
        name: id,
        outlets: [id],
        sourceIds: [id],
        reason: "",
      })),
    sourceText: () => null,
    missingFacts: () => [],
    quoted: () => [],
  });
  const settings = { likelihood: "off" as const };
  return readCarefully({ brief, template, statements, excerpts: all, sources: [gazette, ledger], settings, ...more })
    .filter((finding) => finding.kind === kind)
    .map(({ message }) => message);
}

test("required sections that are empty, or hold a heading alone", () => {
  const brief = smallBrief({
    summary: ["It sailed."],
    context: ["# Heading"],
    outcomes: [""],
    reactions: [],
    outlook: ["Yes."],
  });
  expect(messages("section-empty", brief)).toEqual(["“context” has no text yet.", "“outcomes” has no text yet."]);
});

test("more words than the template has room for", () => {
  const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");
  expect(messages("too-long", smallBrief({ context: [words(1000)] }))).toEqual([]);
  expect(messages("too-long", smallBrief({ context: [words(900), words(334)] }))).toEqual([
    "The brief has 1,234 words, 234 more than the 1,000 of “Briefing note”.",
  ]);
});

test("a section most of which rests on one source alone", () => {
  const lines = ["It sailed.{a} It sailed back.{a} It rained.{a} It stopped.{a} Crews slept.{c}"];
  expect(messages("one-source-section", smallBrief({ context: lines }))).toEqual([
    "4 of the 5 supported statements of “context” rest on Harbour Gazette alone.",
  ]);
  expect(messages("one-source-section", smallBrief({ context: [...lines, "Crews woke.{c}"] }))).toEqual([]);
  expect(messages("one-source-section", smallBrief({ context: ["It sailed.{a} It rained.{a}"] }))).toEqual([]);
});

test("excerpts that are filed and cited nowhere, one finding for a section", () => {
  expect(messages("excerpt-not-used", smallBrief({ context: ["It sailed.{a}"] }))).toEqual([
    "One excerpt filed under “context” is cited nowhere: “Words”.",
  ]);
  expect(messages("excerpt-not-used", smallBrief({ context: ["It sailed."] }))).toHaveLength(1);
  const removed = excerpts.map((excerpt) => ({ ...excerpt, removedAt: "2026-01-01T00:00:00Z" }));
  const loose = excerpts.map((excerpt) => ({ ...excerpt, sectionId: null }));
  expect(messages("excerpt-not-used", smallBrief({ context: ["It sailed."] }), { excerpts: removed })).toEqual([]);
  expect(messages("excerpt-not-used", smallBrief({ context: ["It sailed."] }), { excerpts: loose })).toEqual([]);
});

describe("words of likelihood", () => {
  const found = (line: string, likelihood: "icd-203" | "phia" | "off", more: object = {}) =>
    messages("likelihood-word", smallBrief({ context: [line] }, more), { settings: { likelihood } });

  test("outside the table, with the nearest of it", () => {
    expect(found("It is very likely that it sails.", "phia")).toEqual([
      "“very likely” is not a term of the PHIA yardstick. Nearest: “highly likely” (80–90 per cent).",
    ]);
    expect(found("It is highly likely that it sails.", "icd-203")).toEqual([
      "“highly likely” is not a term of ICD 203. Nearest: “very likely” or “highly probable” (80–95 per cent).",
    ]);
    expect(found("Perhaps it sails; undoubtedly it rains.", "icd-203")).toHaveLength(2);
  });

  test.each([
    ["It is likely to sail, and almost certainly at noon, with a realistic possibility of rain.", "phia"],
    ["It is very unlikely to sail, there is a roughly even chance of rain and a remote chance of snow.", "icd-203"],
    ["In May it may sail as soon as possible to a remote island.", "phia"],
    ["He called it “perhaps the best of all boats”.", "phia"],
    ["> Perhaps it sails.{a}", "phia"],
    ["Perhaps it sails.", "off"],
  ] as const)("nothing is said of: %s", (line, table) => {
    expect(found(line, table)).toEqual([]);
  });

  test("briefs in other languages are left alone", () => {
    expect(found("Perhaps it sails.", "phia", { language: "nl-NL" })).toEqual([]);
  });
});
