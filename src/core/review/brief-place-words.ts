/** Places of the brief in words: "Context, paragraph 2". For lists on paper and in terminals, which nobody can press. */
import type { Brief, BriefBlock } from "../brief/document.ts";
import { isBlank, paragraphNumbers } from "../brief/paragraph-numbers.ts";
import type { BriefPlace } from "./place.ts";

export type BlockPlace = Pick<BriefPlace, "sectionId" | "blockIndex" | "partIndex">;

const NAMES: Readonly<Record<BriefBlock["type"], string>> = {
  paragraph: "paragraph",
  heading: "heading",
  quotation: "quotation",
  list: "list",
  table: "table",
};

/** What says where a part of this brief is: by the number that its paragraph has, or by counting what is like it. */
export function briefPlaceWords(brief: Pick<Brief, "sections" | "numbering">): (place: BlockPlace) => string {
  const numbers = paragraphNumbers(brief);
  return ({ sectionId, blockIndex, partIndex }) => {
    const index = brief.sections.findIndex(({ id }) => id === sectionId);
    const section = brief.sections[index];
    const title = section?.title.trim() || sectionId;
    const block = section?.children[blockIndex];
    if (!section || !block) return title;
    const number = numbers[index]?.blocks[blockIndex] ?? null;
    if (number !== null) return `${title}, paragraph ${number}`;
    const ordinal = section.children.slice(0, blockIndex + 1).filter((other) => isCounted(other, block.type)).length;
    return `${title}, ${NAMES[block.type]} ${Math.max(ordinal, 1)}${partWords(block, partIndex)}`;
  };
}

/** Empty paragraphs are not seen as such, and not counted. */
function isCounted(block: BriefBlock, type: BriefBlock["type"]): boolean {
  if (block.type !== type) return false;
  return block.type === "list" || block.type === "table" || !isBlank(block.children);
}

function partWords(block: BriefBlock, partIndex: number): string {
  if (block.type === "list") return `, item ${partIndex + 1}`;
  if (block.type !== "table") return "";
  const columns = block.rows[0]?.cells.length ?? 1;
  return `, row ${Math.floor(partIndex / columns) + 1}, column ${(partIndex % columns) + 1}`;
}
