// Measures differences on the five shared articles, which are not in the project: labels give places and no words.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Difference } from "../../src/core/review/differences/difference.ts";
import { createDifferenceIndex } from "../../src/core/review/differences/difference-index.ts";
import { blockStarts, canonicalText } from "../../src/core/source/block.ts";
import { detectMetadata } from "../../src/core/source/detect-metadata.ts";
import { sourceIdSchema } from "../../src/core/source/source.ts";
import { splitPlainText } from "../../src/core/source/split-plain-text.ts";
import { type LabelledPlace, SHARED_DIFFERENCES as labels, type SharedDifference } from "./sets/shared-differences.ts";

const folder = new URL("../../../shared/sources/", import.meta.url);
const isHere = existsSync(folder);
/** What a reader may find, at most, that says nothing. */
const MOST_NOISE = 3;

function differences(): readonly Difference[] {
  const index = createDifferenceIndex();
  for (const fileName of readdirSync(folder)) {
    const found = splitPlainText(readFileSync(new URL(fileName, folder), "utf8"));
    const starts = blockStarts(found);
    const { metadata } = detectMetadata(found, { fileName, importedOn: "2026-05-20", language: "en" });
    const blocks = found.map(({ kind, text }, at) => ({
      kind,
      fromUtf16: starts[at] ?? 0,
      toUtf16: (starts[at] ?? 0) + text.length,
    }));
    const sourceId = sourceIdSchema.parse(fileName.replace(".txt", ""));
    index.add({ sourceId, text: canonicalText(found), blocks, name: fileName, metadata });
  }
  return index.differences();
}

test.skipIf(!isHere)(
  "the labelled differences of the shared articles are found, with little else (skipped without ../shared)",
  () => {
    const found = differences();
    const isAt = ({ place }: Difference["a"], places: readonly LabelledPlace[]) =>
      places.some(
        ({ file, fromUtf16, toUtf16 }) =>
          file === `${place.sourceId}.txt` && place.fromUtf16 < toUtf16 && fromUtf16 < place.toUtf16,
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
