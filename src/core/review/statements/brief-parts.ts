/**
 * The parts of a block that hold text: the block itself, the items of a list, the cells of a table, as places of the
 * review count them. Their text, their citations, what is marked in them; nothing of sentences.
 */
import type { BriefBlock, Citation, Inline } from "../../brief/document.ts";

/** UTF-16 code units of a part's text: citations count nothing, a line break counts one. */
interface Stretch {
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

export interface BriefPart {
  readonly text: string;
  readonly citations: readonly { readonly citation: Citation; readonly atUtf16: number }[];
  /** What bears the mark `assessment`, in order, none touching another. */
  readonly assessed: readonly Stretch[];
  readonly bold: readonly Stretch[];
  /** Of a cell: its row, from 0; 0 in all else. */
  readonly row: number;
}

/** The parts of a block, in order: the index of each is the `partIndex` of its place. */
export function partsOf(block: BriefBlock): BriefPart[] {
  switch (block.type) {
    case "list":
      return block.items.map(({ children }) => partOf(children, 0));
    case "table":
      return block.rows.flatMap(({ cells }, row) => cells.map(({ children }) => partOf(children, row)));
    default:
      return [partOf(block.children, 0)];
  }
}

/** The share of a stretch's letters and digits that lies in some stretches, from 0 to 1. */
export function shareWithin({ text }: BriefPart, { fromUtf16, toUtf16 }: Stretch, within: readonly Stretch[]): number {
  if (within.length === 0) return 0;
  const count = (from: number, to: number) =>
    from < to ? (text.slice(from, to).match(/[\p{L}\p{N}]/gu)?.length ?? 0) : 0;
  const all = count(fromUtf16, toUtf16);
  const marked = within.reduce(
    (sum, stretch) => sum + count(Math.max(fromUtf16, stretch.fromUtf16), Math.min(toUtf16, stretch.toUtf16)),
    0,
  );
  return all === 0 ? 0 : marked / all;
}

function partOf(inlines: readonly Inline[], row: number): BriefPart {
  let text = "";
  const citations: { citation: Citation; atUtf16: number }[] = [];
  const assessed: { fromUtf16: number; toUtf16: number }[] = [];
  const bold: { fromUtf16: number; toUtf16: number }[] = [];
  for (const inline of inlines) {
    if (inline.type === "citation") citations.push({ citation: inline, atUtf16: text.length });
    else if (inline.type === "line-break") text += "\n";
    else {
      const stretch = { fromUtf16: text.length, toUtf16: text.length + inline.text.length };
      if (inline.marks.includes("assessment")) assessed.push(stretch);
      if (inline.marks.includes("bold")) bold.push(stretch);
      text += inline.text;
    }
  }
  return { text, citations, assessed, bold, row };
}
