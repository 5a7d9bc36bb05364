/** How many words the sections of a brief have, its front left aside: what the status bar counts. */
import { countWordsOf } from "../search/count-words.ts";
import type { Brief, BriefBlock, Inline, Section } from "./document.ts";

export function countBriefWords({ sections }: Pick<Brief, "sections">): number {
  return sections.reduce((sum, section) => sum + countSectionWords(section), 0);
}

export function countSectionWords({ children }: Pick<Section, "children">): number {
  return children.flatMap(textsOf).reduce((sum, inlines) => sum + countWordsOf(textOf(inlines)), 0);
}

/** Paragraphs, items and cells each by themselves: no word goes over the edge of one. */
function textsOf(block: BriefBlock): (readonly Inline[])[] {
  switch (block.type) {
    case "list":
      return block.items.map(({ children }) => children);
    case "table":
      return block.rows.flatMap(({ cells }) => cells.map(({ children }) => children));
    default:
      return [block.children];
  }
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === "text" ? inline.text : " ")).join("");
}
