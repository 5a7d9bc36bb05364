/** `node tests/review/print-reuse-score.ts`: precision and recall of reused passages, by characters, set by set. */
import { createReuseIndex } from "../../src/core/review/reuse/reuse-index.ts";
import { hasSharedArticles } from "../support/read-article.ts";
import { sharedArticles } from "../support/reviewed-texts.ts";
import { type LabelledSet, readSet } from "./labelled-set.ts";
import { SHARED_PASSAGES } from "./reuse-labels.ts";
import { scoreReuse } from "./reuse-score.ts";
import { REUSE_SETS } from "./sets/reuse-sets.ts";

const sets: LabelledSet[] = REUSE_SETS.map(readSet);
if (hasSharedArticles)
  sets.push({
    name: "shared articles",
    texts: new Map((await sharedArticles()).map((text) => [text.file, text])),
    labels: SHARED_PASSAGES,
  });
const rows = sets.map(({ name, texts, labels }) => {
  const index = createReuseIndex();
  for (const text of texts.values()) index.add(text);
  const { precision, recall, labelled, found, right } = scoreReuse(texts, labels, index);
  return { set: name, precision: precision.toFixed(3), recall: recall.toFixed(3), labelled, found, right };
});
console.table(rows);
