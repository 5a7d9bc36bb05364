/**
 * Blocks, and the canonical text that they make up. Every offset in Attaché is a UTF-16 code unit of that text.
 * Must not know where blocks come from (readers) or how they are shown (renderer).
 */
import { z } from "zod";
import { revisionSchema } from "./revision.ts";
import { spanSchema } from "./span.ts";

export const blockKindSchema = z.enum([
  "paragraph",
  "heading",
  "caption",
  "list-item",
  "quote",
  "table-cell",
  /** A footnote or an endnote; `note` holds its mark. */
  "note",
  /** A line that repeats on pages (running head, page number): kept once, behind the text that it would interrupt. */
  "running-head",
]);
export type BlockKind = z.infer<typeof blockKindSchema>;

/** The place of a table cell: which table of the source, which row and column, all from 0. */
export const cellSchema = z.object({
  table: z.number().int().min(0),
  row: z.number().int().min(0),
  column: z.number().int().min(0),
  isHeader: z.boolean(),
});
export type Cell = z.infer<typeof cellSchema>;

/** From this offset of the block's text on, it stands on this page, counted from 1 as the file counts its pages. */
export const pageStartSchema = z.object({ fromUtf16: z.number().int().min(0), page: z.number().int().min(1) });
export type PageStart = z.infer<typeof pageStartSchema>;

export const blockSchema = z.object({
  kind: blockKindSchema,
  /** One line of text: a block never contains a line feed, so that canonical text can be split again. */
  text: z.string(),
  /** Depth of a heading or a list item, from 1. Null for everything else. */
  level: z.number().int().min(1).nullable(),
  /** Emphasis, links and the marks of notes, as offsets of the block's text, in the order of their starts. */
  spans: z.array(spanSchema).optional(),
  cell: cellSchema.optional(),
  /** Of a note: the id that the spans of kind `note-mark` name. */
  note: z.string().optional(),
  /** Tracked changes and comments at this block; none of their text is in `text`. */
  revisions: z.array(revisionSchema).optional(),
  /** Where the format has pages: the first entry is at 0, the others where a page ends inside the block. */
  pages: z.array(pageStartSchema).optional(),
  /** Where the block stands in the decoded text of the file, in UTF-16 code units, where the format keeps that. */
  origin: z.object({ fromUtf16: z.number().int().min(0), toUtf16: z.number().int().min(0) }).optional(),
  /** True for the history that a mail quotes: shown folded. */
  isQuotedHistory: z.literal(true).optional(),
});
/** A paragraph, heading, caption, list item, quote, table cell or note of a source, in reading order. */
export type Block = z.infer<typeof blockSchema>;

/** The blocks joined by one line feed: the text that all offsets refer to. */
export function canonicalText(blocks: readonly Pick<Block, "text">[]): string {
  return blocks.map((block) => block.text).join("\n");
}

/** The offset in canonical text at which each block starts, in UTF-16 code units. */
export function blockStarts(blocks: readonly Pick<Block, "text">[]): number[] {
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
