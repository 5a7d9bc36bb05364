/**
 * Citation numbers: the place of each citation in reading order, from 1. Derived, never stored.
 */
import type { Brief, BriefBlock, Citation, CitationId, Inline, Section } from "./document.ts";
import type { SectionId } from "./section-id.ts";

/** A citation with the place it stands at. */
export interface NumberedCitation {
  readonly citation: Citation;
  readonly number: number;
  readonly sectionId: SectionId;
}

/** The inline content of a block, in reading order. */
export function inlinesOf(block: BriefBlock): readonly Inline[] {
  switch (block.type) {
    case "list":
      return block.items.flatMap((item) => item.children);
    case "table":
      return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.children));
    default:
      return block.children;
  }
}

/** The citations of a section in reading order. */
export function citationsOf(section: Section): Citation[] {
  return section.children.flatMap((block) => inlinesOf(block).filter((inline) => inline.type === "citation"));
}

/** Every citation of a brief with its number, in reading order. */
export function numberCitations(brief: Pick<Brief, "sections">): NumberedCitation[] {
  let number = 0;
  return brief.sections.flatMap((section) =>
    citationsOf(section).map((citation) => {
      number += 1;
      return { citation, number, sectionId: section.id };
    }),
  );
}

/** Numbers by citation id, for writers that meet citations one at a time. */
export function citationNumbers(brief: Pick<Brief, "sections">): ReadonlyMap<CitationId, number> {
  return new Map(numberCitations(brief).map(({ citation, number }) => [citation.id, number]));
}
