// Proves which sentences of different sources are shown as saying different things, and which are not, on pairs and
// stories about invented places; prints how many are found and how many of those shown are right.
import { describe, expect, test } from "vitest";
import type { Difference } from "../../src/core/review/differences/difference.ts";
import { createDifferenceIndex } from "../../src/core/review/differences/difference-index.ts";
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";
import { differenceFindings } from "../../src/core/review/source-findings.ts";
import { paragraphsOf } from "../support/reviewed-texts.ts";
import { DIFFERENCE_PAIRS, type LabelledText } from "./sets/difference-pairs.ts";
import { STORIES, type Story } from "./sets/difference-stories.ts";
import { UNSEEN_STORIES } from "./sets/unseen-stories.ts";

function differencesOf(texts: readonly ReviewedText[]): readonly Difference[] {
  const index = createDifferenceIndex();
  for (const text of texts) index.add(text);
  return index.differences();
}

const source = (id: string, { text, published }: LabelledText) => paragraphsOf(id, text, published);

function words({ text, differing }: Difference["a"]): string {
  return differing.map(({ fromUtf16, toUtf16 }) => text.slice(fromUtf16, toUtf16)).join(" ");
}

describe("two texts that differ", () => {
  for (const { name, differs, a, b } of DIFFERENCE_PAIRS) {
    if (differs === null) continue;
    test(name, () => {
      const [found, ...more] = differencesOf([source("a", a), source("b", b)]);
      expect(more).toEqual([]);
      expect(found && { kind: found.kind, a: words(found.a), b: words(found.b) }).toEqual(differs);
      const place = found?.a.place;
      expect(a.text.slice(place?.fromUtf16, place?.toUtf16)).toBe(found?.a.text);
    });
  }
});

describe("two texts that do not", () => {
  for (const { name, differs, a, b } of DIFFERENCE_PAIRS) {
    if (differs !== null) continue;
    test(name, () => {
      expect(differencesOf([source("a", a), source("b", b)])).toEqual([]);
    });
  }
});

const textsOf = (stories: readonly Story[]) =>
  stories.flatMap(({ texts }) => texts.map(({ id, ...text }) => source(id, text)));
const STORY_TEXTS = textsOf(STORIES);

/** How many of what is shown is labelled, and how many labels are shown. */
function scored(stories: readonly Story[]): { readonly precision: number; readonly recall: number } {
  const found = differencesOf(textsOf(stories));
  const says = ({ place, text, differing }: Difference["a"], [id, told]: readonly [string, string]) =>
    place.sourceId === id &&
    (differing.length === 0 ? text.includes(told) : words({ place, text, differing }).includes(told));
  const labels = stories.flatMap(({ differences }) => differences);
  type Label = (typeof labels)[number];
  const matches = (difference: Difference, { a, b }: Label) =>
    (says(difference.a, a) && says(difference.b, b)) || (says(difference.a, b) && says(difference.b, a));
  // Two values of a story are shown once, whichever of its sources have them.
  const alike = ({ a, b }: Label) => [a[1], b[1]].sort().join("\u0000");
  const isFound = (label: Label) => found.some((difference) => matches(difference, label));
  const recalled = stories.flatMap(({ differences }) =>
    differences.filter((label) => differences.some((other) => alike(other) === alike(label) && isFound(other))),
  );
  const right = found.filter((difference) => labels.some((label) => matches(difference, label)));
  return { precision: right.length / found.length, recall: recalled.length / labels.length };
}

test("stories told by several: most differences are found, and hardly any others", () => {
  const { precision, recall } = scored(STORIES);
  console.log(`differences in stories: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.7);
});

test("stories written after the rules: hardly anything is shown that is no difference", () => {
  const { precision, recall } = scored(UNSEEN_STORIES);
  console.log(`differences in stories written later: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.4);
});

test("where three sources give three values, each two of them are shown once", () => {
  const told = (id: string, words: string) => paragraphsOf(id, words, "2029-05-02");
  const found = differencesOf([
    told("a", "In Port Arle, Ordania and Kessel signed 14 agreements on railways and energy, minister Oren Vale said."),
    told("b", "Ordania and Kessel signed 11 agreements on railways and energy in Port Arle, minister Oren Vale said."),
    told("c", "Minister Oren Vale said in Port Arle that Ordania and Kessel signed 12 agreements on railways."),
    told(
      "d",
      "It was 14 agreements on energy that Ordania and Kessel signed, minister Oren Vale told Port Arle radio.",
    ),
  ]);
  const values = found.map(({ a, b }) => [words(a), words(b)].sort().join(" and "));
  expect(values.sort()).toEqual(["11 and 12", "11 and 14", "12 and 14"]);
  expect(differenceFindings(found, (id) => id).map(({ message }) => message)).toContain(
    "a and b give different figures: “14” and “11”.",
  );
});

describe("an index that changes", () => {
  test("shows the same for the same sources, in whatever order they came", () => {
    expect(differencesOf([...STORY_TEXTS].reverse())).toEqual(differencesOf(STORY_TEXTS));
  });

  test("takes a form that many fill in differently for a series, and not any more once few are left", () => {
    const filled = Array.from({ length: 9 }, (_, branch) =>
      paragraphsOf(
        `branch-${branch}`,
        `The branch of Oldmoor in Tauvik sold ${100 + branch * 7} boats in March, manager Oren Vale told the council of Ilvane.`,
        null,
      ),
    );
    const index = createDifferenceIndex();
    for (const text of filled.slice(0, 3)) index.add(text);
    const few = index.differences();
    expect(few).toHaveLength(3);
    for (const text of filled.slice(3)) index.add(text);
    expect(index.differences()).toEqual([]);
    for (const { sourceId } of filled.slice(3)) index.remove(sourceId);
    expect(index.differences()).toEqual(few);
  });

  test("forgets a source that is removed, and takes it again", () => {
    const index = createDifferenceIndex();
    for (const text of STORY_TEXTS) index.add(text);
    const before = index.differences();
    const [first] = STORY_TEXTS;
    if (first === undefined) throw new Error("The set has stories.");
    index.remove(first.sourceId);
    expect(index.differences()).toEqual(differencesOf(STORY_TEXTS.slice(1)));
    index.add(first);
    expect(index.differences()).toEqual(before);
  });

  test("a source that is added again takes the place of what it was", () => {
    const index = createDifferenceIndex();
    index.add(paragraphsOf("a", "Ordania and Kessel signed 14 agreements on fisheries in Port Arle."));
    index.add(paragraphsOf("b", "Ordania and Kessel signed 11 agreements on fisheries in Port Arle."));
    expect(index.differences()).toHaveLength(1);
    index.add(paragraphsOf("b", "Ordania and Kessel signed 14 agreements on fisheries in Port Arle."));
    expect(index.differences()).toEqual([]);
  });

  test("a difference keeps its key whatever else there is", () => {
    const [alone] = differencesOf(STORY_TEXTS.slice(0, 2));
    expect(differencesOf(STORY_TEXTS).map(({ key }) => key)).toContain(alone?.key);
  });
});

test("a wire story printed many times differs once from what says otherwise", () => {
  const wire = "Ordania and Kessel signed 14 agreements on energy and railways in Port Arle on Monday.";
  const reprints = Array.from({ length: 6 }, (_, index) => paragraphsOf(`wire-${index}`, wire));
  const other = paragraphsOf("other", "In Port Arle, Ordania and Kessel signed 11 agreements on railways and energy.");
  expect(differencesOf([...reprints, other])).toHaveLength(1);
});
