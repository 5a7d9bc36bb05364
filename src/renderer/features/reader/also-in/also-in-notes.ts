/** The notes of the reader's margin: for each paragraph the sources that say some of it too. Pure. */

import { type Block, blockIndexAt } from "../../../../core/source/block.ts";
import { blockLabel, numberBlocks, type PageLabels, pageOfOffset } from "../../../../core/source/locator.ts";
import type { SourceId } from "../../../../core/source/source.ts";
import type { AlsoIn } from "../../../../ipc/review.ts";
import type { OffsetRange } from "../text-position.ts";

/** A place in another source that says what a paragraph says, or some of it. */
export interface AlsoInEntry {
  readonly sourceId: SourceId;
  /** "para. 3". */
  readonly locator: string;
  /** In the source that is read, and in the other, both as offsets of canonical text. */
  readonly here: OffsetRange;
  readonly there: OffsetRange;
  /** The words there, which may leave out some between several passages. */
  readonly text: string;
}

export interface AlsoInNote {
  readonly blockIndex: number;
  readonly entries: readonly AlsoInEntry[];
}

/** Notes in the order of the text. Several passages of a paragraph that stand at one place elsewhere are one entry. */
export function alsoInNotes(passages: readonly AlsoIn[], starts: readonly number[]): AlsoInNote[] {
  const notes = new Map<number, Map<string, AlsoInEntry>>();
  for (const { fromUtf16, toUtf16, others } of passages) {
    const blockIndex = blockIndexAt(starts, fromUtf16);
    const entries = notes.get(blockIndex) ?? new Map<string, AlsoInEntry>();
    notes.set(blockIndex, entries);
    for (const { sourceId, locator, text, ...there } of others) {
      const key = `${sourceId} ${locator}`;
      const known = entries.get(key);
      const here = { fromUtf16, toUtf16 };
      entries.set(
        key,
        known
          ? {
              ...known,
              here: around(known.here, here),
              there: around(known.there, there),
              text: `${known.text} … ${text}`,
            }
          : { sourceId, locator, here, there, text },
      );
    }
  }
  return [...notes]
    .sort(([a], [b]) => a - b)
    .map(([blockIndex, entries]) => ({ blockIndex, entries: [...entries.values()] }));
}

/** Where each block stands, in words: "para. 3", or its page where the source has pages. All at once, for long sources. */
export function placesOf(blocks: readonly Block[], labels: PageLabels | null): string[] {
  const numbers = numberBlocks(blocks);
  return blocks.map((block, index) => {
    const page = pageOfOffset(block, 0);
    const number = numbers[index];
    if (page !== null) return `p. ${labels?.get(page) ?? page}`;
    return number ? blockLabel(number) : "";
  });
}

function around(one: OffsetRange, other: OffsetRange): OffsetRange {
  return {
    fromUtf16: Math.min(one.fromUtf16, other.fromUtf16),
    toUtf16: Math.max(one.toUtf16, other.toUtf16),
  };
}
