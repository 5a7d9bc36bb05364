/**
 * Puts the excerpts of one source on the text that it has now. Their words are never changed: where the text does not
 * surely hold them, their state says so.
 */
import { createAnchorer } from "../../core/excerpt/anchor.ts";
import { placeOfPassage } from "../../core/excerpt/passage-place.ts";
import { createTextIndex } from "../../core/excerpt/text-index.ts";
import { type Block, canonicalText } from "../../core/source/block.ts";
import type { PageLabels } from "../../core/source/locator.ts";
import type { CheckedRow } from "./check-row.ts";

export interface PlacedExcerpts {
  readonly rows: readonly CheckedRow[];
  /** How many had their words in the text before, and have not now. */
  readonly unplaced: number;
}

export function placeExcerpts(
  excerpts: readonly CheckedRow[],
  blocks: readonly Block[],
  labels: PageLabels,
): PlacedExcerpts {
  const text = canonicalText(blocks);
  const anchorOf = createAnchorer(createTextIndex(text), createTextIndex(""));
  let unplaced = 0;
  const rows = excerpts.map((row): CheckedRow => {
    if (!wasHeld(row)) return hasRoom(row, text) ? row : { ...row, state: "lost" };
    if (isHeld(row, text)) return row;
    const quote = { exact: String(row["exact"]), prefix: String(row["prefix"]), suffix: String(row["suffix"]) };
    const position = { start: Number(row["start_utf16"]), end: Number(row["end_utf16"]) };
    const anchor = anchorOf({ position, quote });
    if (!("selectors" in anchor)) {
      unplaced += 1;
      return { ...row, state: anchor.state };
    }
    const { start, end } = anchor.selectors.position;
    const { locator, agencies } = placeOfPassage(blocks, start, end, labels);
    return {
      ...row,
      state: anchor.state,
      start_utf16: start,
      end_utf16: end,
      locator,
      agencies: JSON.stringify(agencies),
    };
  });
  return { rows, unplaced };
}

/** Passages that a text no longer holds, as blocks to be put behind it; what they say is known from the excerpts alone. */
export function passagesBehind(excerpts: readonly CheckedRow[], blocks: readonly Block[]): Block[] {
  const text = canonicalText(blocks);
  const missing = excerpts.filter((row) => wasHeld(row) && !isHeld(row, text)).map((row) => String(row["exact"]));
  return [...new Set(missing)].flatMap((words) =>
    words.split("\n").map((line): Block => ({ kind: "paragraph", level: null, text: line })),
  );
}

/** Puts excerpts on the passages that were put behind a text. */
export function placeBehind(
  excerpts: readonly CheckedRow[],
  textLength: number,
  blocks: readonly Block[],
): CheckedRow[] {
  const text = canonicalText(blocks);
  return excerpts.map((row) => {
    if (!wasHeld(row) || isHeld(row, text)) return row;
    const start = text.indexOf(String(row["exact"]), textLength);
    if (start === -1) return row;
    return { ...row, state: "moved", start_utf16: start, end_utf16: start + String(row["exact"]).length };
  });
}

function wasHeld({ state, earlier_source_id: earlier }: CheckedRow): boolean {
  return earlier === null && (state === "exact" || state === "moved");
}

function isHeld(row: CheckedRow, text: string): boolean {
  return text.slice(Number(row["start_utf16"]), Number(row["end_utf16"])) === row["exact"];
}

function hasRoom(row: CheckedRow, text: string): boolean {
  return row["state"] !== "changed" || Number(row["end_utf16"]) <= text.length;
}
