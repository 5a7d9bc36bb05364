/** Lets go of the marks of notes that have no text: a mark names a note that is there, or it is only a sign. */
import type { Block } from "../../core/source/block.ts";

/** The blocks with no mark that names a note which no block has. What stands in the text stays. */
export function withKnownNotes(blocks: readonly Block[]): Block[] {
  const notes = new Set(blocks.map(({ note }) => note));
  return blocks.map((block) => {
    const isKnown = (span: NonNullable<Block["spans"]>[number]) => span.kind !== "note-mark" || notes.has(span.note);
    return block.spans === undefined || block.spans.every(isKnown)
      ? block
      : { ...block, spans: block.spans.filter(isKnown) };
  });
}
