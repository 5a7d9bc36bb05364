// Which sentences a brief has, what each cites, and which need no citation.
import { describe, expect, test } from "vitest";
import { createStatements, statementsOf } from "../../src/core/review/statements/statements-of.ts";
import { smallBrief } from "../support/small-brief.ts";

/** Each statement with the excerpts that it cites. */
function read(...lines: string[]): [string, ...string[]][] {
  return statementsOf(smallBrief({ context: lines })).map(({ text, citations }) => [
    text,
    ...citations.flatMap(({ excerptIds }) => excerptIds),
  ]);
}

describe("sentences and their citations", () => {
  test("a citation right behind the full stop belongs to the sentence before it", () => {
    expect(read("The ferry sailed in 11 years.{a} Trade grew.{b}")).toEqual([
      ["The ferry sailed in 11 years.", "a"],
      ["Trade grew.", "b"],
    ]);
  });

  test.each([
    ["no space behind the citation", "The ferry sailed.{a}Trade grew.{b}", ["a"], ["b"]],
    ["two in a row, a space between them", "The ferry sailed.{a} {b} Trade grew.", ["a", "b"], []],
    ["before the full stop", "The ferry sailed{a}. Trade grew{b}.", ["a"], ["b"]],
    ["behind the closing quotation mark", "He said: “The ferry sailed.”{a} Trade grew.{b}", ["a"], ["b"]],
    ["within the sentence", "The ferry{a} sailed{b} late. Trade grew.", ["a", "b"], []],
    ["on the next line", "The ferry sailed.|{a}Trade grew.", [], ["a"]],
  ])("%s", (_, line, first, second) => {
    expect(read(line).map(([, ...ids]) => ids)).toEqual([first, second]);
  });

  test.each([
    "The rate rose to 2.5 per cent, Mr. J. F. Hale of the U.S. embassy said on Jan. 5 in No. 7 St. Mary’s Road.{a}",
    "“We sail. We always sail,” said Hale.{a}",
    "Asked “Why? Why now?” in parliament, Hale left.{a}",
    "Die Fähre fährt ab dem 5. März nach Oldhafen.{a}",
    "„Wir fahren. Immer.“, sagte Hale.{a}",
    "« Nous partons. Toujours. », dit Hale.{a}",
    "“我们同意。”部长说。{a}",
    "1. The ferry sailed at noon.{a}",
    "The ferry … sailed at noon (see annex).{a}",
  ])("one sentence: %s", (line) => {
    expect(read(line)).toHaveLength(1);
    expect(read(line)[0]?.[1]).toBe("a");
  });

  test("Chinese and Japanese need no space between sentences", () => {
    expect(read("渡轮于三月启航。{a}贸易增长了一成。{b}船は出た。{c}")).toEqual([
      ["渡轮于三月启航。", "a"],
      ["贸易增长了一成。", "b"],
      ["船は出た。", "c"],
    ]);
  });

  test("lines of a paragraph are apart, unless a sentence runs on", () => {
    expect(read("The ferry sailed|at noon.{a}|Trade grew in March").map(([text]) => text)).toEqual([
      "The ferry sailed\nat noon.",
      "Trade grew in March",
    ]);
  });

  test("a quotation set apart is one statement", () => {
    expect(read("> We sail. We always sail.|Nothing stops us.{a}")).toEqual([
      ["We sail. We always sail.\nNothing stops us.", "a"],
    ]);
  });

  test("places are offsets of the part that the words stand in", () => {
    const brief = smallBrief({ context: ["Trade{a} grew. The ferry sailed.", "- One thing happened. Then another."] });
    const [, second, , fourth] = statementsOf(brief);
    expect(second?.place).toMatchObject({ blockIndex: 0, partIndex: 0, fromUtf16: 12, toUtf16: 29 });
    expect(fourth?.place).toMatchObject({ blockIndex: 1, partIndex: 0, fromUtf16: 20, toUtf16: 33 });
    expect(second?.paragraphNumber).toBe("1");
  });
});

describe("what needs no citation", () => {
  const exemptions = (...lines: string[]) =>
    statementsOf(smallBrief({ context: lines })).map(({ exemption }) => exemption);

  test("headings, labels and questions", () => {
    expect(
      exemptions("# The ferry sailed at noon.", "Next steps", "Will the ferry sail again?", "The ferry sails."),
    ).toEqual(["heading", "heading", "question", null]);
  });

  test("a line that introduces a list or a quotation, and its items cite what it cites", () => {
    const brief = smallBrief({
      context: [
        "They agreed to:{a}",
        "- sail every night of the week",
        "- pay for it themselves{b}",
        "He said:",
        "> We sail.{c}",
      ],
    });
    expect(statementsOf(brief).map(({ exemption, citations }) => [exemption, citations[0]?.excerptIds[0]])).toEqual([
      ["introduces", "a"],
      [null, "a"],
      [null, "b"],
      ["introduces", undefined],
      [null, "c"],
    ]);
  });

  test("cells have the citations of their row; a row without any asks once", () => {
    const cell = (text: string, ...cites: object[]) => ({
      children: [...(text === "" ? [] : [{ type: "text", text, marks: [] }]), ...cites],
    });
    const table = {
      type: "table",
      headerRow: true,
      rows: [
        { cells: [cell("Year"), cell("Passengers"), cell("Crews")] },
        { cells: [cell("2024"), cell("12,000"), cell("40", { type: "citation", id: "c1", excerptIds: ["a"] })] },
        { cells: [cell("2025"), cell("13,000"), cell("41")] },
      ],
    };
    const brief = smallBrief({ context: [] });
    const { sections } = smallBrief({}, { sections: [{ ...brief.sections[0], children: [table] }] });
    const read = statementsOf({ sections, numbering: "none" });
    expect(read.filter(({ citations }) => citations.length > 0).map(({ text }) => text)).toEqual([
      "2024",
      "12,000",
      "40",
    ]);
    expect(read.filter(({ citations, exemption }) => citations.length === 0 && exemption === null)).toHaveLength(1);
  });

  test("a sentence of the summary that repeats a supported one, with its figures and names", () => {
    const body = "Oldhaven and Marsh Island signed a treaty guaranteeing 12 ferries a night in March.{a}";
    const summary = (line: string) => statementsOf(smallBrief({ summary: [line], context: [body] }))[0]?.exemption;
    expect(summary("Oldhaven and Marsh Island have signed a treaty that guarantees 12 ferries a night.")).toBe(
      "repeats-supported",
    );
    expect(summary("Oldhaven and Marsh Island have signed a treaty that guarantees 13 ferries a night.")).toBeNull();
    expect(
      summary("Oldhaven and Marsh Island have not signed a treaty that guarantees 12 ferries a night."),
    ).toBeNull();
    expect(summary("Oldhaven and Tolmund have signed a treaty that guarantees 12 ferries a night.")).toBeNull();
    expect(summary("Oldhaven and Marsh Island are friends.")).toBeNull();
    expect(statementsOf(smallBrief({ context: [body.replace("{a}", ""), body] }))[0]?.exemption).toBeNull();
  });

  test("assessment is what is marked over most of its words", () => {
    const read = statementsOf(
      smallBrief({
        context: ["[[The ferry will hardly sail.]] [[The]] crews of the ferry are tired.", "[[It may rain]]."],
      }),
    );
    expect(read.map(({ isAssessment }) => isAssessment)).toEqual([true, false, true]);
  });
});

describe("keys", () => {
  const lines = ["The ferry sailed.{a} Trade grew.{b}", "The crews are tired.", "The crews are tired."];
  const keys = (...of: string[]) => statementsOf(smallBrief({ context: of })).map(({ key }) => key);

  test("stay the same when something else is edited, moved or cited", () => {
    const before = keys(...lines);
    const after = keys("It rained in the harbour.{x}", lines[1] ?? "", lines[2] ?? "", lines[0] ?? "");
    expect(after.slice(1).toSorted()).toEqual(before.toSorted());
    expect(new Set(before).size).toBe(4);
  });

  test("change with the words and with what they cite", () => {
    expect(keys("The ferry sailed.{a}")).not.toEqual(keys("The ferry sailed.{b}"));
    expect(keys("The ferry sailed.{a}")).not.toEqual(keys("The ferry sails.{a}"));
  });
});

test("reading a brief again gives the same statements for what did not change", () => {
  const statements = createStatements();
  const brief = smallBrief({ context: ["The ferry sailed.{a}", "Trade grew."], outlook: ["It may rain soon.{b}"] });
  const before = statements.of(brief);
  const edited = smallBrief({ context: ["The ferry sailed.{a}", "Trade fell."], outlook: ["It may rain soon.{b}"] });
  const after = statements.of(edited);
  expect(after[0]).toBe(before[0]);
  expect(after[2]).toBe(before[2]);
  expect(after).toEqual(statementsOf(edited));
});
