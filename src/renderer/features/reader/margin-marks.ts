/** What stands in the margin beside each block: the page where one begins, otherwise the number of the paragraph. Pure. */
import type { Block } from "../../../core/source/block.ts";
import { blockLabel, numberBlocks } from "../../../core/source/locator.ts";

export interface MarginMark {
  /** Drawn in the margin; undefined where nothing is. */
  readonly shown: string | undefined;
  /** Said on pointing at the block, where nothing is drawn. */
  readonly said: string | undefined;
}

export function marginMarks(blocks: readonly Block[]): MarginMark[] {
  let page = 0;
  return numberBlocks(blocks).map((number, index): MarginMark => {
    const { pages, cell, kind } = blocks[index] ?? {};
    const first = pages?.[0]?.page;
    if (first !== undefined) {
      const begins = first > page && kind !== "running-head";
      if (begins) page = first;
      return { shown: begins ? `p. ${first}` : undefined, said: undefined };
    }
    if (number.counted === "paragraph") return { shown: String(number.number), said: undefined };
    return { shown: undefined, said: cell ? undefined : blockLabel(number) };
  });
}
