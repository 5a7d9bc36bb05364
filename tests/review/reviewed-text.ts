/** Makes of a text what the review reads of a source: as if it had been imported as a text file. */
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";
import { type Block, blockStarts, canonicalText } from "../../src/core/source/block.ts";
import { EMPTY_METADATA } from "../../src/core/source/metadata.ts";
import type { SourceId } from "../../src/core/source/source.ts";
import { splitPlainText } from "../../src/core/source/split-plain-text.ts";

export function reviewedText(id: string, blocks: readonly Block[]): ReviewedText {
  const starts = blockStarts(blocks);
  return {
    // An id of a test's own.
    sourceId: id as SourceId,
    text: canonicalText(blocks),
    blocks: blocks.map(({ kind, text }, index) => {
      const fromUtf16 = starts[index] ?? 0;
      return { kind, fromUtf16, toUtf16: fromUtf16 + text.length };
    }),
    name: id,
    metadata: EMPTY_METADATA,
  };
}

export function reviewedPlainText(id: string, text: string): ReviewedText {
  return reviewedText(id, splitPlainText(text));
}
