/**
 * What the body of the document is made of: paragraphs and tables, kept apart until the end, because where a table
 * stands decides what must stand behind it.
 */
import type { NumberingLink } from "./numbering.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { numberingProperties } from "./style-properties.ts";
import { element, NOTHING, valued, type Xml } from "./xml.ts";

export interface Paragraph {
  readonly kind: "paragraph";
  /** Id of its style; Normal where there is none. */
  readonly style?: string;
  /** Where its style does not number it, or not as part of this list. */
  readonly numbering?: NumberingLink;
  readonly isRightToLeft?: boolean;
  readonly content: Xml;
}

export interface TableBlock {
  readonly kind: "table";
  readonly xml: Xml;
}

export type BodyBlock = Paragraph | TableBlock;

export function paragraph(
  style: string,
  content: Xml,
  look: Pick<Paragraph, "numbering" | "isRightToLeft"> = {},
): Paragraph {
  return { kind: "paragraph", style, content, ...look };
}

/** A paragraph in its XML; `sectionEnd` where a section of the document ends with it. */
export function paragraphXml({ style, numbering, isRightToLeft, content }: Paragraph, sectionEnd = NOTHING): Xml {
  const properties = [
    ...(style === undefined || style === STYLE_IDS.normal ? [] : [valued("w:pStyle", style)]),
    ...(numbering ? [numberingProperties(numbering)] : []),
    ...(isRightToLeft ? [element("w:bidi", {})] : []),
    sectionEnd,
  ].filter((property) => property !== NOTHING);
  return element("w:p", {}, ...(properties.length > 0 ? [element("w:pPr", {}, ...properties)] : []), content);
}

/**
 * Blocks as the content of the body. Two tables in a row would be one to Word, and none may be the last: a paragraph
 * without words stands behind those that no other follows. `sectionEnd` goes to the last paragraph.
 */
export function bodyXml(blocks: readonly BodyBlock[], sectionEnd = NOTHING): Xml[] {
  const complete = blocks.flatMap((block, index): BodyBlock[] =>
    block.kind === "table" && blocks[index + 1]?.kind !== "paragraph"
      ? [block, paragraph(STYLE_IDS.afterTable, NOTHING)]
      : [block],
  );
  return complete.map((block, index) => {
    if (block.kind === "table") return block.xml;
    return paragraphXml(block, index === complete.length - 1 ? sectionEnd : NOTHING);
  });
}
