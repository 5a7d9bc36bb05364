/**
 * The numbers of a brief's paragraphs, on screen as in the Word document, where Word counts them itself. Only what that
 * numbering counts may be counted here: paragraphs with words in them, and titles of sections.
 */
import type { Brief, BriefBlock, Inline, Numbering } from "./document.ts";

export interface SectionNumbers {
  /** The number of the section's title; null where titles have none. */
  readonly title: string | null;
  /** For each block of the section, in order, its number or null. */
  readonly blocks: readonly (string | null)[];
}

/** The numbers of every section, in order, without the full stop that stands behind a number of one part. */
export function paragraphNumbers(brief: Pick<Brief, "sections" | "numbering">): SectionNumbers[] {
  const { numbering, sections } = brief;
  let section = 0;
  let paragraph = 0;
  return sections.map(({ title, children }) => {
    const isTitled = title.trim() !== "";
    if (isTitled) section += 1;
    if (isTitled && numbering === "by-section") paragraph = 0;
    const blocks = children.map((block) => {
      if (!isNumbered(block, numbering) || (numbering === "by-section" && section === 0)) return null;
      paragraph += 1;
      return numbering === "by-section" ? `${section}.${paragraph}` : `${paragraph}`;
    });
    return { title: numbering === "by-section" && isTitled ? `${section}` : null, blocks };
  });
}

/** Whether a block counts as a paragraph of the numbering. One without words makes no paragraph of the document. */
export function isNumbered(block: BriefBlock, numbering: Numbering): boolean {
  return numbering !== "none" && block.type === "paragraph" && !isBlank(block.children);
}

/** Whether nothing of it would be seen: no words and no citation. */
export function isBlank(inlines: readonly Inline[]): boolean {
  return inlines.every(
    (inline) => inline.type === "line-break" || (inline.type === "text" && inline.text.trim() === ""),
  );
}
