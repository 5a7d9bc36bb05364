/**
 * The place of a passage as a reader of the original would count it: "p. 12" where the source has pages, otherwise
 * "para. 7", "caption 2". Headings, captions and notes do not count as paragraphs, because nobody counts them so.
 */
import { type Block, blockIndexAt, blockStarts } from "./block.ts";

type Counted = "paragraph" | "heading" | "caption" | "list item" | "table cell" | "note" | "running head";

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
  note: "note",
  "running-head": "running head",
};

/** What pages call themselves, by number, where that is not the number. */
export type PageLabels = ReadonlyMap<number, string>;

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

/** The page on which an offset of a block's text stands, or null where the source has no pages. */
export function pageOfOffset({ pages }: Pick<Block, "pages">, offsetUtf16: number): number | null {
  return pages?.findLast(({ fromUtf16 }) => fromUtf16 <= offsetUtf16)?.page ?? null;
}

/**
 * Words for the place of a passage, given as offsets of canonical text: "p. 12", "pp. 12–13", or where there are no
 * pages "para. 7", "paras. 7–8", "caption 1 to para. 2".
 */
export function locatorLabel(
  blocks: readonly Block[],
  fromUtf16: number,
  toUtf16: number,
  labels: PageLabels = new Map(),
): string {
  const starts = blockStarts(blocks);
  const lastUtf16 = Math.max(fromUtf16, toUtf16 - 1);
  const [firstIndex, lastIndex] = [blockIndexAt(starts, fromUtf16), blockIndexAt(starts, lastUtf16)];
  const [firstBlock, lastBlock] = [blocks[firstIndex], blocks[lastIndex]];
  if (!firstBlock || !lastBlock) return "";
  const firstPage = pageOfOffset(firstBlock, fromUtf16 - (starts[firstIndex] ?? 0));
  const lastPage = pageOfOffset(lastBlock, lastUtf16 - (starts[lastIndex] ?? 0));
  if (firstPage !== null && lastPage !== null) return pageLabel(firstPage, lastPage, labels);
  const numbers = numberBlocks(blocks.slice(0, lastIndex + 1));
  return numbersLabel(numbers[firstIndex], numbers[lastIndex]);
}

function pageLabel(first: number, last: number, labels: PageLabels): string {
  const [from, to] = [labels.get(first) ?? String(first), labels.get(last) ?? String(last)];
  return from === to ? `p. ${from}` : `pp. ${from}–${to}`;
}

function numbersLabel(first: BlockNumber | undefined, last: BlockNumber | undefined): string {
  if (!first || !last) return "";
  if (first.counted === last.counted && first.number === last.number) return blockLabel(first);
  if (first.counted === last.counted) {
    return `${first.counted === "paragraph" ? "paras." : `${first.counted}s`} ${first.number}–${last.number}`;
  }
  return `${blockLabel(first)} to ${blockLabel(last)}`;
}
