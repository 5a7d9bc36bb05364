// Measures differences on the five shared articles, which are not in the project: labels give places and no words.
import { expect, test } from "vitest";
import type { Difference } from "../../src/core/review/differences/difference.ts";
import { createDifferenceIndex } from "../../src/core/review/differences/difference-index.ts";
import { hasSharedArticles } from "../support/read-article.ts";
import { sharedArticles } from "../support/reviewed-texts.ts";
import { type LabelledPlace, SHARED_DIFFERENCES as labels, type SharedDifference } from "./sets/shared-differences.ts";

/** What a reader may find, at most, that says nothing. */
const MOST_NOISE = 3;

test.skipIf(!hasSharedArticles)(
  "the labelled differences of the shared articles are found, with little else (skipped without ../shared)",
  async () => {
    const texts = await sharedArticles();
    const index = createDifferenceIndex();
    for (const text of texts) index.add(text);
    const found = index.differences();
    const fileOf = new Map(texts.map(({ sourceId, file }) => [sourceId, file]));
    const isAt = ({ place }: Difference["a"], places: readonly LabelledPlace[]) =>
      places.some(
        ({ file, fromUtf16, toUtf16 }) =>
          file === fileOf.get(place.sourceId) && place.fromUtf16 < toUtf16 && fromUtf16 < place.toUtf16,
      );
    const isLabelled = (difference: Difference, { a, b }: SharedDifference) =>
      (isAt(difference.a, a) && isAt(difference.b, b)) || (isAt(difference.a, b) && isAt(difference.b, a));
    const wanted = labels.filter(({ expected }) => expected === "found");
    const recalled = wanted.filter((label) => found.some((difference) => isLabelled(difference, label)));
    const noise = found.filter((difference) => !labels.some((label) => isLabelled(difference, label)));
    console.log(
      `differences in the shared articles: ${recalled.length} of ${wanted.length} found, ${noise.length} of ${found.length} shown are noise`,
    );
    expect(recalled).toEqual(wanted);
    expect(noise.length).toBeLessThanOrEqual(MOST_NOISE);
  },
);
