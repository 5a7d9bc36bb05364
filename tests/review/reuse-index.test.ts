// Proves that copied passages are found where they stand, whatever was added and removed before, and nothing else is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createReuseIndex, type ReuseIndex } from "../../src/core/review/reuse/reuse-index.ts";
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";
import { foldText } from "../../src/core/search/fold-text.ts";
import type { SourceId } from "../../src/core/source/source.ts";
import { reviewedPlainText } from "../support/reviewed-texts.ts";

const CONSONANTS = "bdfgklmnprstvz";
const VOWELS = "aeiou";

/** Words of two to four syllables, of which there are very many. */
const wordOf = (language: string) =>
  fc
    .array(fc.tuple(fc.nat(13), fc.nat(4)), { minLength: 2, maxLength: 4 })
    .map(
      (syllables) =>
        syllables.map(([consonant, vowel]) => CONSONANTS.charAt(consonant) + VOWELS.charAt(vowel)).join("") + language,
    );
const wordsOf = (fewest: number, most: number, language = "") =>
  fc.array(wordOf(language), { minLength: fewest, maxLength: most });
const LIPS = fc.constantFrom(" ", ", ", ". ", " – ", "; ", " “", " (");
/** A paragraph as it may be set: words with one mark or another between them. */
const paragraph = (fewest: number, most: number, language = "") =>
  fc
    .tuple(wordsOf(fewest, most, language), fc.array(LIPS, { minLength: most, maxLength: most }))
    .map(([words, marks]) =>
      words.map((word, index) => word + (index + 1 < words.length ? marks[index] : ".")).join(""),
    );
const story = (language = "") => fc.array(paragraph(5, 60, language), { minLength: 1, maxLength: 5 });

function indexOf(texts: readonly ReviewedText[]): ReuseIndex {
  const index = createReuseIndex();
  for (const text of texts) index.add(text);
  return index;
}

const everything = (index: ReuseIndex, texts: readonly ReviewedText[]) => ({
  passages: texts.map(({ sourceId }) => index.passagesOf(sourceId)),
  pairs: [...index.pairs()],
});

describe("a copied passage", () => {
  test("is found with exact edges in two texts of other words", () => {
    fc.assert(
      fc.property(
        wordsOf(25, 80, "m"),
        fc.tuple(story("x"), story("y")),
        fc.tuple(wordsOf(1, 20, "x"), wordsOf(1, 20, "x"), wordsOf(1, 20, "y"), wordsOf(1, 20, "y")),
        fc.tuple(fc.nat(4), fc.nat(4)),
        (copied, [here, there], [before, after, beforeThere, afterThere], [at, atThere]) => {
          const passage = copied.join(" ");
          const first = here.toSpliced(at, 0, `${before.join(" ")} ${passage} ${after.join(" ")}.`);
          const second = there.toSpliced(atThere, 0, `${beforeThere.join(" ")} ${passage}, ${afterThere.join(" ")}.`);
          const texts = [reviewedPlainText("a", first.join("\n\n")), reviewedPlainText("b", second.join("\n\n"))];
          const found = indexOf(texts).passagesOf("a" as SourceId);
          expect(found).toHaveLength(1);
          expect(found.map((one) => texts[0]?.text.slice(one.here.fromUtf16, one.here.toUtf16))).toEqual([passage]);
          expect(found.map((one) => texts[1]?.text.slice(one.there.fromUtf16, one.there.toUtf16))).toEqual([passage]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("counts for the share of each text that stands in the other", () => {
    const copied = fc.sample(wordsOf(50, 50, "m"), { numRuns: 1, seed: 3 })[0] ?? [];
    const own = fc.sample(wordsOf(150, 150, "x"), { numRuns: 1, seed: 4 })[0] ?? [];
    const index = indexOf([
      reviewedPlainText("long", `${own.join(" ")}.\n\n${copied.join(" ")}.`),
      reviewedPlainText("short", `${copied.join(" ")}.`),
    ]);
    expect([...index.pairs()]).toEqual([{ a: "long", b: "short", sharedOfA: 0.25, sharedOfB: 1 }]);
  });
});

test("finds nothing between texts that have no word in common", () => {
  fc.assert(
    fc.property(story("x"), story("y"), (here, there) => {
      const texts = [reviewedPlainText("a", here.join("\n\n")), reviewedPlainText("b", there.join("\n\n"))];
      expect(everything(indexOf(texts), texts)).toEqual({ passages: [[], []], pairs: [] });
    }),
    { numRuns: 100 },
  );
});

/** Stories that take paragraphs, whole or in part, from a few that all of them know. */
const relatedStories = fc
  .tuple(
    fc.array(paragraph(15, 50), { minLength: 3, maxLength: 3 }),
    fc.array(fc.array(fc.tuple(fc.nat(2), fc.nat(30), paragraph(3, 20)), { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 6,
    }),
  )
  .map(([known, stories]) =>
    stories.map((parts, index) =>
      reviewedPlainText(
        `source-${(index * 7) % 10}`,
        parts.map(([which, cut, own]) => `${own} ${known[which]?.split(" ").slice(cut).join(" ")}`).join("\n\n"),
      ),
    ),
  );

test("adding and removing in any order leaves what building anew gives", () => {
  fc.assert(
    fc.property(relatedStories, fc.array(fc.tuple(fc.nat(5), fc.boolean()), { maxLength: 25 }), (texts, acts) => {
      const index = createReuseIndex();
      const held = new Map<SourceId, ReviewedText>();
      for (const [which, adds] of acts) {
        const text = texts[which % texts.length];
        if (!text) continue;
        if (adds) {
          index.add(text);
          held.set(text.sourceId, text);
        } else {
          index.remove(text.sourceId);
          held.delete(text.sourceId);
        }
        if (which === 0) index.passagesOf(text.sourceId);
      }
      expect(everything(index, texts)).toEqual(everything(indexOf([...held.values()]), texts));
    }),
    { numRuns: 150 },
  );
});

test("offsets lie on the edges of words, within one block, and each passage is seen from both sides", () => {
  const isWord = (text: string) => foldText(text).text !== "";
  fc.assert(
    fc.property(relatedStories, (texts) => {
      const index = indexOf(texts);
      const textOf = new Map(texts.map((text) => [text.sourceId, text]));
      for (const { sourceId } of texts) {
        const passages = index.passagesOf(sourceId);
        expect(passages).toEqual(passages.toSorted((a, b) => a.here.fromUtf16 - b.here.fromUtf16));
        for (const { here, there } of passages) {
          expect(here.sourceId).toBe(sourceId);
          expect(there.sourceId).not.toBe(sourceId);
          expect(index.passagesOf(there.sourceId)).toContainEqual({ here: there, there: here });
          for (const { sourceId: id, fromUtf16, toUtf16 } of [here, there]) {
            const { text, blocks } = textOf.get(id) ?? { text: "", blocks: [] };
            expect(fromUtf16).toBeLessThan(toUtf16);
            expect(blocks.some((block) => block.fromUtf16 <= fromUtf16 && toUtf16 <= block.toUtf16)).toBe(true);
            expect(isWord(text.charAt(fromUtf16)) && !isWord(text.slice(0, fromUtf16).slice(-1))).toBe(true);
            expect(isWord(text.charAt(toUtf16 - 1)) && !isWord(text.charAt(toUtf16))).toBe(true);
          }
        }
      }
    }),
    { numRuns: 100 },
  );
});

describe("very many texts with the same lines", () => {
  const shared = fc.sample(wordsOf(40, 40, "m"), { numRuns: 1, seed: 9 })[0] ?? [];
  const stories = fc.sample(wordsOf(60, 60, "x"), { numRuns: 150, seed: 10 }).map((own, index) => {
    return reviewedPlainText(`source-${(index * 37) % 150}`, `${own.join(" ")}.\n\n${shared.join(" ")}.`);
  });

  test("make pairs with a few of them, so that work stays in proportion, and all stay connected", () => {
    const index = indexOf(stories);
    const pairs = [...index.pairs()];
    expect(pairs.length).toBeLessThan(stories.length * 10);
    const reached = new Set<SourceId>(pairs.slice(0, 1).map(({ a }) => a));
    for (let before = -1; before < reached.size; ) {
      before = reached.size;
      for (const { a, b } of pairs) {
        if (reached.has(a)) reached.add(b);
        if (reached.has(b)) reached.add(a);
      }
    }
    expect(reached.size).toBe(stories.length);
  });

  test("are found the same in whichever order they come and go", () => {
    const index = createReuseIndex();
    for (const text of stories) index.add(text);
    index.pairs();
    for (const [place, { sourceId }] of stories.entries()) if (place % 2 === 0) index.remove(sourceId);
    index.pairs();
    for (const text of stories.slice(0, 20)) index.add(text);
    for (const { sourceId } of stories.slice(10, 20)) index.remove(sourceId);
    const left = stories.filter((_, place) => place < 10 || (place >= 20 && place % 2 === 1));
    expect(everything(index, stories)).toEqual(everything(indexOf(left.toReversed()), stories));
    for (const text of stories) index.add(text);
    expect(everything(index, stories)).toEqual(everything(indexOf(stories.toReversed()), stories));
  });
});

test("a source that is added again is read anew, and one that is unknown has nothing", () => {
  const text = fc.sample(wordsOf(40, 40), { numRuns: 1, seed: 5 })[0]?.join(" ") ?? "";
  const index = indexOf([reviewedPlainText("a", text), reviewedPlainText("b", text)]);
  expect(index.passagesOf("a" as SourceId)).toHaveLength(1);
  index.add(reviewedPlainText("b", "Something else altogether."));
  expect(index.passagesOf("a" as SourceId)).toEqual([]);
  expect(index.passagesOf("nobody" as SourceId)).toEqual([]);
  index.remove("nobody" as SourceId);
});

test("a text that says the same over and over takes no time and is found", () => {
  const refrain = "the wheels on the omnibus go round and round again ".repeat(400);
  const index = indexOf([reviewedPlainText("a", refrain), reviewedPlainText("b", `Once more: ${refrain}`)]);
  expect(index.passagesOf("a" as SourceId).length).toBeGreaterThan(0);
});

test("what one publisher sets below each of its articles is no copy; what another has below it is", () => {
  const line =
    "Readers of the Courier have kept a lamp burning in the tower at Morven every winter since the great storm.";
  const [first = [], second = []] = fc.sample(wordsOf(120, 120), { numRuns: 2, seed: 6 });
  const articles = [first, second].map((own, place) =>
    reviewedPlainText(String(place), `${own.slice(0, 60).join(" ")}.\n\n${own.slice(60).join(" ")}.\n\n${line}`),
  );
  const by = (...publishers: readonly string[]) =>
    articles.map((text, place) => ({ ...text, metadata: { ...text.metadata, publisher: publishers[place] ?? null } }));
  expect(indexOf(by("The Courier", "The Courier")).passagesOf("0" as SourceId)).toEqual([]);
  expect(indexOf(by("The Courier", "The Herald")).passagesOf("0" as SourceId)).toHaveLength(1);
});
