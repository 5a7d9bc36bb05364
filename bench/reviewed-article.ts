/** An invented article as the review reads a source. */
import { type ReviewedText, reviewedBlocks } from "../src/core/review/reviewed-text.ts";
import { canonicalText } from "../src/core/source/block.ts";
import { EMPTY_METADATA } from "../src/core/source/metadata.ts";
import type { SourceId } from "../src/core/source/source.ts";
import { splitPlainText } from "../src/core/source/split-plain-text.ts";

export function reviewedArticle(text: string, index: number): ReviewedText {
  const blocks = splitPlainText(text);
  return {
    // An id as the project makes them: it says nothing of the order.
    sourceId: `source-${((index * 2654435761) >>> 0).toString(36)}` as SourceId,
    text: canonicalText(blocks),
    blocks: reviewedBlocks(blocks),
    name: `Article ${index}`,
    metadata: EMPTY_METADATA,
  };
}
