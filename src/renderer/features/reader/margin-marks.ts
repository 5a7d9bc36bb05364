/**
 * What stands in the margin beside each block: the page where one begins, the mark of a note, otherwise the number of
 * the paragraph. Pure.
 */
import type { Block } from "../../../core/source/block.ts";
import { type BlockNumber, blockLabel, numberBlocks, type PageLabels } from "../../../core/source/locator.ts";

export interface MarginMark {
  /** Drawn in the margin; undefined where nothing is. */
  readonly shown: string | undefined;
  /** Said on pointing at the block, where nothing is drawn. */
  readonly said: string | undefined;
}

const NOTHING: MarginMark = { shown: undefined, said: undefined };

/** Pages are named as citations name them, by `labels`; null while these are not known, and pages are not named. */
export function marginMarks(blocks: readonly Block[], labels: PageLabels | null): MarginMark[] {
  const noteMarks = marksOfNotes(blocks);
  const numbers = numberBlocks(blocks);
  let page = 0;
  return blocks.map((block, index): MarginMark => {
    if (block.note !== undefined) return { ...NOTHING, shown: noteMarks.get(block.note) };
    const first = block.pages?.[0]?.page;
    if (first === undefined) return numberMark(block, numbers[index]);
    const begins = first > page && block.kind !== "running-head";
    if (begins) page = first;
    return { ...NOTHING, shown: begins && labels ? `p. ${labels.get(first) ?? first}` : undefined };
  });
}

function numberMark({ cell }: Block, number: BlockNumber | undefined): MarginMark {
  if (!number || cell) return NOTHING;
  if (number.counted === "paragraph") return { ...NOTHING, shown: String(number.number) };
  return { ...NOTHING, said: blockLabel(number) };
}

/** The mark that the text shows for each note: its first, where several places refer to it. */
function marksOfNotes(blocks: readonly Block[]): Map<string, string> {
  const marks = new Map<string, string>();
  for (const { text, spans = [] } of blocks) {
    for (const span of spans) {
      if (span.kind === "note-mark" && !marks.has(span.note))
        marks.set(span.note, text.slice(span.fromUtf16, span.toUtf16).replace(/^[[(]|[\])]$/gu, ""));
    }
  }
  return marks;
}
