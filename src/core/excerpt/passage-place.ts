/**
 * What the blocks around a passage say of it: where it stands, in words, and which agencies its own paragraphs name as
 * the origin. A note says no more of a passage than these: what another paragraph credits is not its origin.
 */
import { type Block, blockIndexAt, blockStarts } from "../source/block.ts";
import { detectAgencies } from "../source/detect-agencies.ts";
import { locatorLabel, type PageLabels } from "../source/locator.ts";

export interface PassagePlace {
  readonly locator: string;
  /** Short names, in the order of the text. */
  readonly agencies: string[];
}

/** Describes the passage `[fromUtf16, toUtf16)` of the canonical text of some blocks. */
export function placeOfPassage(
  blocks: readonly Block[],
  fromUtf16: number,
  toUtf16: number,
  labels?: PageLabels,
): PassagePlace {
  const starts = blockStarts(blocks);
  const first = blockIndexAt(starts, fromUtf16);
  const last = blockIndexAt(starts, Math.max(fromUtf16, toUtf16 - 1));
  const { credited, mentioned } = detectAgencies(blocks.slice(first, last + 1));
  return {
    locator: locatorLabel(blocks, fromUtf16, toUtf16, labels),
    agencies: [...new Set([...credited, ...mentioned])],
  };
}
