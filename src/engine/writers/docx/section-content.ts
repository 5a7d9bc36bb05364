/**
 * A section of the brief as Word paragraphs: its heading, then its blocks. Blocks without words make no paragraph.
 */
import { HeadingLevel, type IParagraphOptions, Paragraph, type ParagraphChild } from "docx";
import type { BriefBlock, Inline, List, Section } from "../../../core/brief/document.ts";
import { isBlank } from "../../../core/brief/paragraph-numbers.ts";
import type { FormattedCitations } from "../../../core/citation/formatted-citations.ts";
import { footnote, footnoteGap } from "./footnotes.ts";
import { BULLETS, decimalNumbers } from "./numbering-definitions.ts";
import { STYLE_IDS } from "./styles.ts";
import { lineBreak, textRuns } from "./text-runs.ts";

/** The paragraphs of a section; `sectionName` must be its own within the document, as its lists are named by it. */
export function sectionContent(section: Section, sectionName: string, citations: FormattedCitations): Paragraph[] {
  return [
    ...sectionHeading(section.title),
    ...section.children.flatMap((block, index) => blockContent(block, `${sectionName}-${index}`, citations)),
  ];
}

/** A heading of the first level, or nothing where it has no words. */
export function sectionHeading(title: string, options: Pick<IParagraphOptions, "pageBreakBefore"> = {}): Paragraph[] {
  if (title.trim() === "") return [];
  return [new Paragraph({ ...options, heading: HeadingLevel.HEADING_1, children: textRuns(title) })];
}

function blockContent(block: BriefBlock, blockName: string, citations: FormattedCitations): Paragraph[] {
  if (block.type === "list") return listContent(block, blockName, citations);
  if (block.type === "table")
    return block.rows.flatMap(({ cells }) =>
      cells.map(({ children }) => new Paragraph({ children: inlineContent(children, citations) })),
    );
  if (isBlank(block.children)) return [];
  const children = inlineContent(block.children, citations);
  switch (block.type) {
    case "paragraph":
      return [new Paragraph({ children })];
    case "quotation":
      return [new Paragraph({ style: STYLE_IDS.quote, children })];
    case "heading":
      return [
        new Paragraph({ heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, children }),
      ];
  }
}

function listContent(list: List, listName: string, citations: FormattedCitations): Paragraph[] {
  const reference = list.ordered ? decimalNumbers(listName) : BULLETS;
  return list.items
    .filter((item) => !isBlank(item.children))
    .map(
      (item) =>
        new Paragraph({
          numbering: { reference, level: item.depth },
          children: inlineContent(item.children, citations),
        }),
    );
}

function inlineContent(inlines: readonly Inline[], citations: FormattedCitations): ParagraphChild[] {
  return inlines.flatMap((inline, index) => inlineRuns(inline, inlines[index - 1], citations));
}

function inlineRuns(inline: Inline, previous: Inline | undefined, citations: FormattedCitations): ParagraphChild[] {
  switch (inline.type) {
    case "text":
      return textRuns(inline.text, {
        ...(inline.marks.includes("bold") && { bold: true }),
        ...(inline.marks.includes("italic") && { italics: true }),
      });
    case "line-break":
      return [lineBreak()];
    case "citation":
      return [...(previous?.type === "citation" ? [footnoteGap()] : []), footnote(inline, citations)];
  }
}
