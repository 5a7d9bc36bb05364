/** A source as the review reads it: its canonical text, where its blocks lie, and what is known of it. */
import { type Block, blockStarts } from "../source/block.ts";
import type { Metadata } from "../source/metadata.ts";
import type { SourceId } from "../source/source.ts";

/** A block by its place in canonical text, in UTF-16 code units. */
export interface ReviewedBlock {
  readonly kind: Block["kind"];
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

export interface ReviewedText {
  readonly sourceId: SourceId;
  /** Canonical text. */
  readonly text: string;
  /** In reading order; between two of them lies one line feed. */
  readonly blocks: readonly ReviewedBlock[];
  /** What lists call it: its title, or the name of its file. */
  readonly name: string;
  readonly metadata: Pick<Metadata, "publisher" | "published" | "agencies" | "language" | "authors" | "url">;
}

/** Where each block lies in the canonical text that they make. */
export function reviewedBlocks(blocks: readonly Pick<Block, "kind" | "text">[]): ReviewedBlock[] {
  const starts = blockStarts(blocks);
  return blocks.map(({ kind, text }, index) => {
    const fromUtf16 = starts[index] ?? 0;
    return { kind, fromUtf16, toUtf16: fromUtf16 + text.length };
  });
}
