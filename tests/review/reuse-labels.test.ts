// Proves that reused passages are found in labelled texts: of what is found, and of what is labelled, at least 95 %.
import { describe, expect, test } from "vitest";
import { createReuseIndex } from "../../src/core/review/reuse/reuse-index.ts";
import { hasSharedArticles } from "../support/read-article.ts";
import { sharedArticles } from "../support/reviewed-texts.ts";
import { readSet } from "./labelled-set.ts";
import { SHARED_PASSAGES } from "./reuse-labels.ts";
import { scoreReuse } from "./reuse-score.ts";
import { REUSE_SETS } from "./sets/reuse-sets.ts";

describe("sets of invented stories", () => {
  for (const set of REUSE_SETS) {
    test(set.name, () => {
      const { texts, labels } = readSet(set);
      const index = createReuseIndex();
      for (const text of texts.values()) index.add(text);
      const { precision, recall } = scoreReuse(texts, labels, index);
      expect(precision).toBeGreaterThanOrEqual(0.95);
      expect(recall).toBeGreaterThanOrEqual(0.95);
    });
  }
});

describe("the shared articles", () => {
  test.skipIf(!hasSharedArticles)("reused passages (skipped where ../shared is missing)", async () => {
    const texts = new Map((await sharedArticles()).map((text) => [text.file, text]));
    const index = createReuseIndex();
    for (const text of texts.values()) index.add(text);
    const { precision, recall } = scoreReuse(texts, SHARED_PASSAGES, index);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });
});
