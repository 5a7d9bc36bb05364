import { describe, expect, test } from "vitest";
import { filterSources } from "../../src/renderer/features/sources/source-order.ts";
import { groupByOrigin, NOTHING_SHARED } from "../../src/renderer/features/sources/sources-by-origin.ts";
import { madeOrigin, madeSource } from "../support/made-evidence.ts";

const sources = ["tribune", "quess", "wire", "harbour", "drovest", "late", "gauge", "bridge"].map((name) =>
  madeSource(name),
);
const origins = [
  madeOrigin("tribune", ["tribune"]),
  madeOrigin("gauge", ["gauge", "bridge"]),
  madeOrigin("wire", ["quess", "wire", "drovest"]),
  madeOrigin("harbour", ["harbour"]),
];

describe("sources by origin", () => {
  const groups = groupByOrigin(sources, origins);

  test("stand together under what they come to, the most first, and who gave the name first of them", () => {
    expect(groups.map(({ heading }) => heading)).toEqual([
      "3 outlets · at least 1 origin: wire",
      "2 outlets · at least 1 origin: gauge",
      NOTHING_SHARED,
      "Not read yet",
    ]);
    expect(groups.map((group) => group.sources.map(({ metadata }) => metadata.publisher))).toEqual([
      ["wire", "quess", "drovest"],
      ["gauge", "bridge"],
      ["tribune", "harbour"],
      ["late"],
    ]);
  });

  test("are never called independent, nor anybody's own", () => {
    expect(groups.map(({ heading, reason }) => `${heading} ${reason}`).join(" ")).not.toMatch(/independent|own/iu);
  });

  test("count as sources where they are one outlet's", () => {
    const twice = { ...madeOrigin("quess", ["quess", "wire"]), outlets: ["Quess Daily"] };
    expect(groupByOrigin(sources.slice(1, 3), [twice])[0]?.heading).toBe("2 sources · at least 1 origin: quess");
  });

  test("keep the heading of the whole where a filter shows some of them", () => {
    const [group] = groupByOrigin(sources.slice(1, 2), origins);
    expect(group?.heading).toBe("3 outlets · at least 1 origin: wire");
    expect(group?.sources).toHaveLength(1);
  });
});

test("sources are filtered by their grade", () => {
  const graded = [
    madeSource("good", { reliability: { letter: "B", reason: "" } }),
    madeSource("poor", { reliability: { letter: "D", reason: "" } }),
    madeSource("unknown", { reliability: { letter: "F", reason: "" } }),
    madeSource("none"),
  ];
  const named = (filter: "graded-low" | "not-graded") =>
    filterSources(graded, filter, []).map(({ metadata }) => metadata.publisher);
  expect(named("graded-low")).toEqual(["poor"]);
  expect(named("not-graded")).toEqual(["none"]);
});
