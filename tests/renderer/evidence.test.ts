import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HEAD_PX, layOutEvidence, ROW_PX } from "../../src/renderer/features/evidence/evidence-layout.ts";
import { arrangeEvidence, type Evidence, supportInWords } from "../../src/renderer/features/evidence/evidence-model.ts";
import { litBy, nextSpot, type Spot } from "../../src/renderer/features/evidence/evidence-spots.ts";
import { madeExcerpt, madeOrigin, madeSource, madeStatement, sectionId } from "../support/made-evidence.ts";

const wire = madeOrigin("Ilvapress", ["quess", "drovest"]);
const tribune = madeOrigin("tribune", ["tribune"]);
const harbour = madeOrigin("harbour", ["harbour"]);
const origins = [tribune, wire, harbour];
const sections = [
  { id: sectionId("summary"), title: "Summary" },
  { id: sectionId("context"), title: "Context" },
  { id: sectionId("outlook"), title: "Outlook" },
];

function smallEvidence(): Evidence {
  return arrangeEvidence({
    report: {
      origins,
      statements: [
        madeStatement("context", "Both banks signed.", ["quess", "drovest"], origins, { paragraphNumber: "1" }),
        madeStatement("context", "Who pays?", [], origins, { exemption: "question", state: "exempt" }),
        madeStatement("context", "What came of it", [], origins, { exemption: "heading", state: "exempt" }),
        madeStatement("outlook", "The ferry will run.", ["tribune"], origins),
        madeStatement("outlook", "Nobody doubts it.", [], origins),
      ],
    },
    sections,
    sources: ["tribune", "quess", "harbour", "drovest"].map((name) =>
      madeSource(name, name === "quess" ? { reliability: { letter: "B", reason: "" } } : {}),
    ),
    excerpts: [
      madeExcerpt("quess", { credibility: { digit: 2, reason: "" } }),
      madeExcerpt("drovest"),
      madeExcerpt("tribune"),
    ],
  });
}

describe("the evidence of a brief", () => {
  test("has the sections that state something, their statements, and what each comes to", () => {
    const { sections: shown, statements } = smallEvidence();
    expect(shown.map(({ title, from, to }) => [title, from, to])).toEqual([
      ["Context", 0, 2],
      ["Outlook", 2, 4],
    ]);
    expect(statements.map(supportInWords)).toEqual([
      "2 outlets, at least 1 origin: Ilvapress",
      "Question",
      "1 outlet, at least 1 origin: tribune",
      "No source",
    ]);
    expect(statements.map(({ grades }) => grades)).toEqual([["B2"], [], [], []]);
    expect(statements.map(({ numbers }) => numbers)).toEqual([[1, 2], [], [1], []]);
  });

  test("says of each source which statements rest on it, also where none does", () => {
    const { sources } = smallEvidence();
    expect(sources.map(({ outlet, statements }) => [outlet, statements])).toEqual([
      ["tribune", [2]],
      ["quess", [0]],
      ["harbour", []],
      ["drovest", [0]],
    ]);
  });

  test("shows a source that the review has not read yet by itself", () => {
    const evidence = arrangeEvidence({
      report: { origins: [wire], statements: [] },
      sections,
      sources: ["quess", "late", "drovest"].map((name) => madeSource(name)),
      excerpts: [],
    });
    expect(evidence.origins.map(({ name, sources }) => [name, sources])).toEqual([
      ["Ilvapress", [0, 2]],
      ["News of late", [1]],
    ]);
  });
});

/** Evidence of any shape: so many statements, each on some of so many sources, in origins of a few. */
const anyEvidence = fc
  .record({
    origins: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }),
    statements: fc.array(fc.array(fc.nat({ max: 40 }), { maxLength: 4 }), { maxLength: 30 }),
  })
  .map(({ origins: sizes, statements }): Evidence => {
    let next = 0;
    const groups = sizes.map((size) => Array.from({ length: size }, () => `s${next++}`));
    const names = groups.flat();
    const made = groups.map((group, index) => madeOrigin(`origin ${index}`, group));
    return arrangeEvidence({
      report: {
        origins: made,
        statements: statements.map((cited, index) =>
          madeStatement(
            index < statements.length / 2 ? "context" : "outlook",
            `Statement ${index}.`,
            [...new Set(cited.map((place) => names[place % names.length] ?? "s0"))],
            made,
          ),
        ),
      },
      sections,
      sources: names.map((name) => madeSource(name)),
      excerpts: names.map((name) => madeExcerpt(name)),
    });
  });

describe("the picture", () => {
  test("has every row once, none over another, all within its height", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const layout = layOutEvidence(evidence);
        const right = layout.origins.flatMap(({ sources }) => sources);
        expect(right.map(({ sourceIndex }) => sourceIndex).toSorted((a, b) => a - b)).toEqual(
          evidence.sources.map((_, index) => index),
        );
        expect(layout.statements).toHaveLength(evidence.statements.length);
        for (const column of [layout.statements, right.map(({ top }) => top)]) {
          for (const [index, top] of column.entries()) {
            expect(top).toBeGreaterThanOrEqual(index === 0 ? 0 : (column[index - 1] ?? 0) + ROW_PX);
            expect(top + ROW_PX).toBeLessThanOrEqual(layout.height);
          }
        }
        for (const [index, top] of layout.sections.entries())
          expect(layout.statements[evidence.sections[index]?.from ?? 0]).toBe(top + HEAD_PX);
      }),
    );
  });

  test("has one line from a statement to each origin that it rests on, however many of its sources it cites", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const drawn = layOutEvidence(evidence).lines.map(({ statementIndex, originIndex }) => [
          statementIndex,
          originIndex,
        ]);
        const wanted = evidence.statements.flatMap(({ sources }, index) =>
          [...new Set(sources.map((source) => evidence.sources[source]?.originIndex ?? -1))].map((origin) => [
            index,
            origin,
          ]),
        );
        expect(drawn).toEqual(wanted);
      }),
    );
  });

  test("puts what nothing rests on at the foot, under a head of its own", () => {
    const evidence = smallEvidence();
    const layout = layOutEvidence(evidence);
    expect(layout.origins.map(({ originIndex }) => evidence.origins[originIndex]?.name)).toEqual([
      "Ilvapress",
      "tribune",
      "harbour",
    ]);
    expect(layout.origins.map(({ hasHead }) => hasHead)).toEqual([true, false, false]);
    expect(layout.origins[2]?.top).toBe((layout.unusedTop ?? 0) + HEAD_PX);
  });

  test("is no taller than its statements where there are fewer sources, and spreads them", () => {
    const names = ["a", "b", "c"];
    const made = names.map((name) => madeOrigin(name, [name]));
    const layout = layOutEvidence(
      arrangeEvidence({
        report: {
          origins: made,
          statements: Array.from({ length: 30 }, (_, index) =>
            madeStatement("context", `Statement ${index}.`, [names[Math.floor(index / 10)] ?? "a"], made),
          ),
        },
        sections,
        sources: names.map((name) => madeSource(name)),
        excerpts: [],
      }),
    );
    const [first, , last] = layout.origins;
    expect(first?.top).toBe(layout.statements[0]);
    expect(last?.top).toBe(layout.statements[29]);
  });
});

describe("keys in the picture", () => {
  const evidence = smallEvidence();
  const layout = layOutEvidence(evidence);
  const statement = (index: number): Spot => ({ side: "statement", index });
  const source = (index: number): Spot => ({ side: "source", index });

  test("lead up and down a column, and stop at its ends", () => {
    expect(nextSpot(evidence, layout, statement(0), "ArrowDown")).toEqual(statement(1));
    expect(nextSpot(evidence, layout, statement(0), "ArrowUp")).toEqual(statement(0));
    expect(nextSpot(evidence, layout, statement(1), "End")).toEqual(statement(3));
    expect(nextSpot(evidence, layout, source(2), "Home")).toEqual(
      source(layout.origins[0]?.sources[0]?.sourceIndex ?? 9),
    );
  });

  test("lead along the lines, and straight over where there is none", () => {
    expect(nextSpot(evidence, layout, statement(2), "ArrowRight")).toEqual(source(0));
    expect(nextSpot(evidence, layout, source(3), "ArrowLeft")).toEqual(statement(0));
    expect(nextSpot(evidence, layout, statement(3), "ArrowRight")?.side).toBe("source");
    expect(nextSpot(evidence, layout, source(2), "ArrowLeft")?.side).toBe("statement");
  });

  test("are not taken where they mean nothing", () => {
    expect(nextSpot(evidence, layout, statement(0), "ArrowLeft")).toBeNull();
    expect(nextSpot(evidence, layout, statement(0), "Enter")).toBeNull();
  });

  test("light a statement with what it rests on, and a source with what rests on it", () => {
    expect([...litBy(evidence, statement(0)).source].sort()).toEqual([1, 3]);
    expect([...litBy(evidence, source(0)).statement]).toEqual([2]);
    expect([...litBy(evidence, source(2)).statement]).toEqual([]);
  });
});

test("a line ends at a source that its statement cites", () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const layout = layOutEvidence(evidence);
      const tops = new Map(
        layout.origins.flatMap(({ sources }) => sources.map((each) => [each.sourceIndex, each.top])),
      );
      for (const { statementIndex, path } of layout.lines) {
        const end = Number(path.split(" ").at(-1));
        const cited = evidence.statements[statementIndex]?.sources ?? [];
        expect(cited.map((source) => (tops.get(source) ?? 0) + ROW_PX / 2)).toContain(end);
      }
    }),
  );
});
