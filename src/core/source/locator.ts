/**
 * The place of a passage as a reader of the original would count it: "para. 7", "caption 2".
 * Headings and captions do not count as paragraphs, because nobody who counts paragraphs in an article counts them.
 */
import { type Block, blockIndexAt, blockStarts } from "./block.ts";

type Counted = "paragraph" | "heading" | "caption" | "list item" | "table cell";

export interface BlockNumber {
  readonly counted: Counted;
  readonly number: number;
}

const COUNTED_AS: Record<Block["kind"], Counted> = {
  paragraph: "paragraph",
  quote: "paragraph",
  heading: "heading",
  caption: "caption",
  "list-item": "list item",
  "table-cell": "table cell",
};

/** The number of each block among those that are counted with it, from 1. */
export function numberBlocks(blocks: readonly Pick<Block, "kind">[]): BlockNumber[] {
  const counts = new Map<Counted, number>();
  return blocks.map((block) => {
    const counted = COUNTED_AS[block.kind];
    const number = (counts.get(counted) ?? 0) + 1;
    counts.set(counted, number);
    return { counted, number };
  });
}

/** Words for one block's number: "para. 7". */
export function blockLabel({ counted, number }: BlockNumber): string {
  return counted === "paragraph" ? `para. ${number}` : `${counted} ${number}`;
}

/** Words for the place of a passage, given as offsets of canonical text: "para. 7", "paras. 7–8", "caption 1 to para. 2". */
export function locatorLabel(blocks: readonly Block[], fromUtf16: number, toUtf16: number): string {
  const starts = blockStarts(blocks);
  const numbers = numberBlocks(blocks);
  const first = numbers[blockIndexAt(starts, fromUtf16)];
  const last = numbers[blockIndexAt(starts, Math.max(fromUtf16, toUtf16 - 1))];
  if (!first || !last) return "";
  if (first.counted === last.counted && first.number === last.number) return blockLabel(first);
  if (first.counted === last.counted) {
    return `${first.counted === "paragraph" ? "paras." : `${first.counted}s`} ${first.number}–${last.number}`;
  }
  return `${blockLabel(first)} to ${blockLabel(last)}`;
}
