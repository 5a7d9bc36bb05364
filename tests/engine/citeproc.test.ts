// Proves that the quick ways in which citations are set give what citeproc's own slow one gives.
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { briefLanguageSchema } from "../../src/core/brief/document.ts";
import { apaStyle, houseStyle } from "../../src/engine/citations/citation-styles.ts";
import { fillPlaces, NUMBER_PLACE } from "../../src/engine/citations/cite-places.ts";
import { type CiteprocRecord, type Cluster, createProcessor } from "../../src/engine/citations/citeproc.ts";
import { distinctClusters } from "../../src/engine/citations/distinct-clusters.ts";
import { AUTHOR_DATE_STYLE, IBID_STYLE, NUMBERED_STYLE } from "../support/csl-styles.ts";

interface Engine {
  rebuildProcessorState(citations: unknown, mode: "html"): [id: string, note: number, html: string][];
  makeBibliography(): [unknown, string[]] | false;
}
const load = createRequire(import.meta.url);
const citeproc: { Engine: new (system: object, style: string, language: string) => Engine } = load("citeproc");
const locales: Record<string, string> = load("@citation-js/plugin-csl/lib-mjs/locales.json");

const SOURCES = 6;
const records = fc
  .array(
    fc.record({
      title: fc.constantFrom("Ferry", "Harbour", "A long title of a report"),
      family: fc.option(fc.constantFrom("Quill", "Marsh")),
      given: fc.constantFrom("Ada", "Ben"),
      year: fc.integer({ min: 2024, max: 2026 }),
    }),
    { minLength: SOURCES, maxLength: SOURCES },
  )
  .map((all) =>
    all.map(
      ({ title, family, given, year }, index): CiteprocRecord => ({
        id: `s${index}`,
        type: "article-newspaper",
        title,
        issued: { "date-parts": [[year, 1, 5]] },
        ...(family && { author: [{ family, given }] }),
      }),
    ),
  );
const items = fc.array(
  fc.record(
    {
      id: fc.integer({ min: 0, max: SOURCES - 1 }).map((index) => `s${index}`),
      locator: fc.constantFrom("1", "2–3"),
      label: fc.constantFrom("page" as const, "paragraph" as const),
    },
    { requiredKeys: ["id"] },
  ),
  { minLength: 1, maxLength: 3 },
);

function clustersOf(groups: readonly Cluster["items"][], isNote: boolean): Cluster[] {
  return groups.map((group, index) => ({ id: `c${index}`, noteNumber: isNote ? index + 1 : 0, items: group }));
}

test("the house style reads the same where repeats are set once and numbers are put in afterwards", () => {
  const cites = fc.record(
    {
      id: fc.integer({ min: 0, max: SOURCES - 1 }).map((index) => `s${index}`),
      locator: fc.oneof(fc.constantFrom("1", "2", "007", "1984"), fc.nat().map(String)),
      label: fc.constantFrom("page" as const, "paragraph" as const),
    },
    { requiredKeys: ["id", "label"] },
  );
  const groups = fc.array(fc.array(cites, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(records, groups, fc.constantFrom(...briefLanguageSchema.options), (all, given, language) => {
      const processor = createProcessor(houseStyle().xml, language);
      const places = given.map((group) =>
        group.map((item) => (item.locator === undefined ? item : { ...item, locator: NUMBER_PLACE })),
      );
      const { clusters, placeOf } = distinctClusters(clustersOf(places, true));
      const once = processor.set(all, clusters);
      const each = processor.set(all, clustersOf(given, true));
      const filled = given.map((group, index) =>
        fillPlaces(
          once.citations[placeOf[index] ?? -1] ?? "",
          NUMBER_PLACE,
          group.flatMap(({ locator }) => locator ?? []),
        ),
      );
      expect(filled).toEqual(each.citations);
      expect(once.bibliography).toEqual(each.bibliography);
    }),
    { numRuns: 200 },
  );
});

test("repeats that have the same items are set once, first citations each", () => {
  const [first, other] = [{ id: "s0" }, { id: "s1" }];
  const { clusters, placeOf } = distinctClusters(
    clustersOf([[first], [first], [other, first], [first], [other, first], [other, first]], true),
  );
  expect(clusters.map(({ id }) => id)).toEqual(["c0", "c1", "c2", "c4"]);
  expect(placeOf).toEqual([0, 1, 2, 1, 3, 3]);
});

describe.each([
  ["the house style", houseStyle().xml],
  ["APA", apaStyle().xml],
  ["notes with ibid", IBID_STYLE],
  ["author and date", AUTHOR_DATE_STYLE],
  ["numbers", NUMBERED_STYLE],
])("%s", (_, xml) => {
  test("sets citations as citeproc does one by one", () => {
    const isNote = xml.includes('class="note"');
    fc.assert(
      fc.property(records, fc.array(items, { minLength: 1, maxLength: 12 }), (all, groups) => {
        const clusters = clustersOf(groups, isNote);
        const cited = new Set(groups.flat().map(({ id }) => id));
        const { citations, bibliography } = createProcessor(xml, "en-US").set(
          all.filter(({ id }) => cited.has(id)),
          clusters,
        );
        const system = {
          retrieveLocale: (language: string) => locales[language] ?? false,
          retrieveItem: (id: string) => structuredClone(all.find((each) => each.id === id)),
        };
        const engine = new citeproc.Engine(system, xml, "en-US");
        const slowly = engine.rebuildProcessorState(
          clusters.map(({ id, noteNumber, items: citationItems }) => ({
            citationID: id,
            citationItems: structuredClone(citationItems),
            properties: { noteIndex: noteNumber },
          })),
          "html",
        );
        expect(citations).toEqual(slowly.map(([, , html]) => html));
        const made = engine.makeBibliography();
        expect(bibliography.map(({ html }) => html)).toEqual(made === false ? [] : made[1]);
      }),
      { numRuns: xml.length > 20_000 ? 8 : 60 },
    );
  });
});
