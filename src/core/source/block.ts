/**
 * Blocks, and the canonical text that they make up. Every offset in Attaché is a UTF-16 code unit of that text.
 * Must not know where blocks come from (readers) or how they are shown (renderer).
 */
import { z } from "zod";

export const blockKindSchema = z.enum(["paragraph", "heading", "caption", "list-item", "quote", "table-cell"]);
export type BlockKind = z.infer<typeof blockKindSchema>;

export const blockSchema = z.object({
  kind: blockKindSchema,
  /** One line of text: a block never contains a line feed, so that canonical text can be split again. */
  text: z.string(),
  /** Depth of a heading or a list item, from 1. Null for everything else. */
  level: z.number().int().min(1).nullable(),
});
/** A paragraph, heading, caption, list item, quote or table cell of a source, in reading order. */
export type Block = z.infer<typeof blockSchema>;

/** The blocks joined by one line feed: the text that all offsets refer to. */
export function canonicalText(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join("\n");
}

/** The offset in canonical text at which each block starts, in UTF-16 code units. */
export function blockStarts(blocks: readonly Block[]): number[] {
  const starts: number[] = [];
  let offsetUtf16 = 0;
  for (const block of blocks) {
    starts.push(offsetUtf16);
    offsetUtf16 += block.text.length + 1;
  }
  return starts;
}

/** The index of the block that holds an offset; an offset on a joining line feed belongs to the block before it. */
export function blockIndexAt(starts: readonly number[], offsetUtf16: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offsetUtf16) low = middle;
    else high = middle - 1;
  }
  return low;
}
