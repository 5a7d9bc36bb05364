/** How deep the items of lists lie, by how far they stand in. */
import type { FlowParagraph } from "./join-flow.ts";
import { firstLine } from "./paragraph.ts";

/** In points: items of one level are set a little apart where numbers are aligned on the right. */
const SAME_INDENT_POINTS = 5;
const MAX_LEVEL = 9;

/** The level of each list item, from 1. A paragraph that stands further in than the items goes on with the list. */
export function listLevels(flow: readonly FlowParagraph[]): Map<FlowParagraph, number> {
  const levels = new Map<FlowParagraph, number>();
  let indents: number[] = [];
  for (const paragraph of flow) {
    const indent = firstLine(paragraph).x0 - paragraph.measure.x0;
    if (paragraph.kind !== "list-item") {
      if (paragraph.kind !== "paragraph" || indent <= (indents[0] ?? 0) + SAME_INDENT_POINTS) indents = [];
      continue;
    }
    while (indents.length > 0 && indent < (indents.at(-1) ?? 0) - SAME_INDENT_POINTS) indents.pop();
    if (indents.length === 0 || indent > (indents.at(-1) ?? 0) + SAME_INDENT_POINTS) indents.push(indent);
    levels.set(paragraph, Math.min(indents.length, MAX_LEVEL));
  }
  return levels;
}
