/** Which blocks of a source stand together on the screen. Pure. */
import type { Block } from "../../../core/source/block.ts";

/** The blocks from one index to another, the last not included. */
export interface BlockGroup {
  readonly kind: "plain" | "table" | "history";
  readonly from: number;
  readonly to: number;
}

/** Groups that hold all blocks in their order. Within a history only tables are groups of their own. */
export function groupBlocks(blocks: readonly Block[], { isInHistory = false } = {}): BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (const [index, block] of blocks.entries()) {
    const kind = block.isQuotedHistory && !isInHistory ? "history" : block.cell ? "table" : "plain";
    const last = groups.at(-1);
    const isOtherTable = kind === "table" && blocks[index - 1]?.cell?.table !== block.cell?.table;
    if (last?.kind === kind && !isOtherTable) groups[groups.length - 1] = { ...last, to: index + 1 };
    else groups.push({ kind, from: index, to: index + 1 });
  }
  return groups;
}
