/** An invented article as the review reads a source. */
import type { ReviewedText } from "../src/core/review/reviewed-text.ts";
import { blockStarts, canonicalText } from "../src/core/source/block.ts";
import { EMPTY_METADATA } from "../src/core/source/metadata.ts";
import type { SourceId } from "../src/core/source/source.ts";
import { splitPlainText } from "../src/core/source/split-plain-text.ts";

export function reviewedArticle(text: string, index: number): ReviewedText {
  const blocks = splitPlainText(text);
  const starts = blockStarts(blocks);
  return {
    // An id as the project makes them: it says nothing of the order.
    sourceId: `source-${((index * 2654435761) >>> 0).toString(36)}` as SourceId,
    text: canonicalText(blocks),
    blocks: blocks.map(({ kind, text: { length } }, at) => {
      const fromUtf16 = starts[at] ?? 0;
      return { kind, fromUtf16, toUtf16: fromUtf16 + length };
    }),
    name: `Article ${index}`,
    metadata: EMPTY_METADATA,
  };
}
