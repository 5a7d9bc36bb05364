// What statements rest on, and what is said about it.
import { describe, expect, test } from "vitest";
import type { Excerpt } from "../../src/core/excerpt/excerpt.ts";
import type { Fact } from "../../src/core/review/facts/fact.ts";
import type { Origin } from "../../src/core/review/origins/origin.ts";
import { statementsOf } from "../../src/core/review/statements/statements-of.ts";
import { type SupportInput, supportStatements } from "../../src/core/review/statements/support.ts";
import type { Source, SourceId } from "../../src/core/source/source.ts";
import { excerptOf, sourceWith } from "../support/cited-material.ts";
import { smallBrief } from "../support/small-brief.ts";

const gazette = sourceWith("gazette", { title: "Council says yes", publisher: "Harbour Gazette" });
const echo = sourceWith("echo", { title: "Ferry voted", publisher: "Marsh Echo" });
const ledger = sourceWith("ledger", { title: "Crossings", publisher: "Tide Ledger" });
const sources = [gazette, echo, ledger];

function quoting(excerpt: Excerpt, exact: string, more: Partial<Excerpt> = {}): Excerpt {
  return { ...excerpt, selectors: { ...excerpt.selectors, quote: { exact, prefix: "", suffix: "" } }, ...more };
}
const a = quoting(excerptOf(gazette, "a"), "The council voted for 12 ferries.");
const b = quoting(excerptOf(echo, "b"), "The council voted for 12 ferries a night.");
const c = quoting(excerptOf(ledger, "c"), "Crews are tired.");

/** The Gazette and the Echo carry the same agency's words. */
function ofPassages(places: readonly { sourceId: SourceId }[]): Origin[] {
  const ids = new Set(places.map(({ sourceId }) => sourceId));
  const wire = [gazette.id, echo.id].filter((id) => ids.has(id));
  const one = (name: string, of: readonly Source[]): Origin => ({
    id: name,
    name,
    outlets: of.map(({ metadata }) => metadata.publisher ?? ""),
    sourceIds: of.map(({ id }) => id),
    reason: "",
  });
  return [
    ...(wire.length > 0
      ? [
          one(
            "Coastal Wire",
            sources.filter(({ id }) => wire.includes(id)),
          ),
        ]
      : []),
    ...(ids.has(ledger.id) ? [one("Tide Ledger", [ledger])] : []),
  ];
}

/** Figures of two digits that stand in no passage: enough of facts for these tests. */
function missingFigures(sentence: string, passages: readonly { text: string }[]): Fact[] {
  return [...sentence.matchAll(/\b\d\d\b/gu)]
    .filter(([figure]) => !passages.some(({ text }) => text.includes(figure)))
    .map((match) => ({
      kind: "number",
      value: match[0],
      text: match[0],
      fromUtf16: match.index,
      toUtf16: match.index + 2,
    }));
}

function review(lines: readonly string[], excerpts: readonly Excerpt[] = [a, b, c], more: Partial<SupportInput> = {}) {
  return supportStatements({
    statements: statementsOf(smallBrief({ context: lines })),
    excerpts: new Map(excerpts.map((excerpt) => [excerpt.id, excerpt])),
    sources: new Map(sources.map((source) => [source.id, source])),
    ofPassages,
    sourceText: () => null,
    missingFacts: missingFigures,
    quoted: () => [],
    ...more,
  });
}

function messages(kind: string, ...args: Parameters<typeof review>): string[] {
  return review(...args).findings.flatMap((finding) => (finding.kind === kind ? [finding.message] : []));
}

test("each statement says what it rests on", () => {
  const { statements } = review([
    "The council voted.{a} {c}",
    "Trade grew.",
    "[[It may rain.]]",
    "Will it rain again?",
  ]);
  expect(
    statements.map(({ state, origins, sourceIds }) => [state, origins.map(({ name }) => name), sourceIds]),
  ).toEqual([
    ["supported", ["Coastal Wire", "Tide Ledger"], ["gazette", "ledger"]],
    ["open", [], []],
    ["assessment", [], []],
    ["exempt", [], []],
  ]);
});

test("a statement without a citation is found, at its place", () => {
  const [finding, ...others] = review(["Crews are tired.{c} Trade grew by a tenth."]).findings.filter(
    ({ kind }) => kind === "statement-without-citation",
  );
  expect(others).toEqual([]);
  expect(finding?.places).toEqual([
    { in: "brief", sectionId: "context", blockIndex: 0, partIndex: 0, fromUtf16: 17, toUtf16: 39 },
  ]);
});

describe("one origin", () => {
  test("several outlets of one origin are said by themselves", () => {
    expect(messages("one-origin", ["The council voted.{a,b}"])).toEqual([
      "Rests on one origin: Coastal Wire (2 outlets).",
    ]);
  });

  test("lines with one source each are one finding for their section", () => {
    expect(
      messages("one-origin", ["The council voted.{a} It sat late.{a} Crews are tired.{c}", "It rained.{a,c}"]),
    ).toEqual(["3 statements here rest on one source each: Coastal Wire (2) and Tide Ledger."]);
  });
});

describe("grades", () => {
  const low = { ...gazette, reliability: { letter: "E" as const, reason: "" } };
  const withLow = { sources: new Map([low, echo, ledger].map((source) => [source.id, source])) };

  test("only what is graded low", () => {
    expect(messages("graded-low", ["The council voted.{a}"], [a], withLow)).toEqual([
      "Rests only on what is graded low: Harbour Gazette, E (unreliable).",
    ]);
    expect(messages("graded-low", ["The council voted.{a,b}"], [a, b], withLow)).toEqual([]);
    expect(
      messages("graded-low", ["Crews are tired.{c}"], [{ ...c, credibility: { digit: 5, reason: "" } }]),
    ).toHaveLength(1);
  });

  test("“confirmed” asks for two origins, in some statement that cites it", () => {
    const confirmed = { ...a, credibility: { digit: 1 as const, reason: "" } };
    expect(messages("confirmed-by-one-origin", ["The council voted.{a,b}"], [confirmed, b])).toHaveLength(1);
    expect(messages("confirmed-by-one-origin", ["It voted.{a}", "It voted again.{a,c}"], [confirmed, c])).toEqual([]);
  });
});

describe("passages that are not what they were", () => {
  test("what the source says now stands beside what it said", () => {
    const changed = { ...a, state: "changed" as const };
    const { findings } = review(["It voted.{a}", "Twelve ferries.{a}"], [changed], { sourceText: () => "Wordy" });
    const [finding, ...others] = findings.filter(({ kind }) => kind === "passage-changed");
    expect(others).toEqual([]);
    expect(finding?.message).toBe("Citations 1 and 2, Council says yes: the source now says this differently.");
    expect(finding?.detail).toMatchObject({ type: "wordings", source: "Wordy" });
    expect(finding?.places).toHaveLength(3);
  });

  test("lost, ambiguous, gone", () => {
    expect(messages("passage-changed", ["It voted.{a}"], [{ ...a, state: "lost" }])[0]).toContain("no longer found");
    expect(messages("passage-changed", ["It voted.{a}"], [{ ...a, state: "ambiguous" }])[0]).toContain(
      "several places",
    );
    expect(messages("passage-changed", ["It voted.{a}"], [])[0]).toContain("not in this briefing");
    expect(messages("passage-changed", ["It voted.{a}"], [a])).toEqual([]);
  });
});

test("facts that no cited passage has are one finding, at their places", () => {
  const { findings } = review(["On the 14th: 13 of 15 ferries, not 12.{a}"]);
  const [finding] = findings.filter(({ kind }) => kind === "fact-not-in-passage");
  expect(finding?.message).toBe("“13” and “15” are not in the passage that this sentence cites.");
  expect(finding?.places[0]).toMatchObject({ in: "brief", fromUtf16: 13, toUtf16: 15 });
});

test("a name may stand beside the passage or at the beginning of its source; a figure may not", () => {
  const text =
    "Mayor Hale speaks\nThe harbour.\nHale opened the hall at 14.\nHe counted 12 ferries.\nIt rained.\nVelmany left.";
  const start = text.indexOf("He counted");
  const excerpt = quoting(a, "He counted 12 ferries.", {});
  const placed = { ...excerpt, selectors: { ...excerpt.selectors, position: { start, end: start + 22 } } };
  const missingNames: SupportInput["missingFacts"] = (sentence, passages) =>
    [...sentence.matchAll(/Hale|Velmany|\b\d\d\b/gu)]
      .filter(([word]) => !passages.some((passage) => passage.text.includes(word)))
      .map((match) => ({
        kind: /\d/u.test(match[0]) ? "number" : "name",
        value: match[0],
        text: match[0],
        fromUtf16: match.index,
        toUtf16: match.index + match[0].length,
      }));
  const more = { sourceText: () => `${"x".repeat(1000)}\n${text}`, missingFacts: missingNames };
  const moved = { ...placed, selectors: { ...placed.selectors, position: { start: start + 1001, end: start + 1023 } } };
  expect(messages("fact-not-in-passage", ["Hale counted 12 ferries at 14.{a}"], [moved], more)).toEqual([
    "“14” is not in the passage that this sentence cites.",
  ]);
  expect(messages("fact-not-in-passage", ["Velmany counted 12 ferries.{a}"], [moved], more)).toHaveLength(1);
});

test("where one source carries a section, its lines are not counted a second time", () => {
  const lines = ["It voted.{a} It sat.{a} It rose.{a} It left.{a}"];
  expect(messages("one-origin", lines)).toEqual([]);
  expect(messages("one-origin", [...lines, "Crews are tired.{c}", "Crews sleep.{c}"])).toHaveLength(1);
});
