/** What a paragraph is: heading, quote, caption, item of a list, or plain. */
import type { Block } from "../../../core/source/block.ts";
import { childElement, type XmlElement } from "../xml/xml-element.ts";
import type { DocumentContext } from "./document-context.ts";
import { numberingIn, outlineLevelOf } from "./docx-styles.ts";

export type ParagraphKind = Pick<Block, "kind" | "level">;

const PLAIN: ParagraphKind = { kind: "paragraph", level: null };
const TITLE: ParagraphKind = { kind: "heading", level: 1 };
const SUBTITLE: ParagraphKind = { kind: "heading", level: 2 };

/** True for the large first letter of a paragraph, which Word keeps as a paragraph of its own before it. */
export function isDropCap(properties: XmlElement | null): boolean {
  const dropped = childElement(properties, "w:framePr")?.attributes["w:dropCap"];
  return dropped === "drop" || dropped === "margin";
}

/** What the properties of a paragraph and its style make it. */
export function paragraphKind(properties: XmlElement | null, { styles, numbering }: DocumentContext): ParagraphKind {
  const styleId = childElement(properties, "w:pStyle")?.attributes["w:val"] ?? null;
  const style = styles.paragraph(styleId);
  if (style.role === "title") return TITLE;
  if (style.role === "subtitle") return SUBTITLE;
  const outline = outlineLevelOf(properties);
  const headingLevel = outline === undefined ? (style.headingLevel ?? null) : outline;
  if (headingLevel !== null) return { kind: "heading", level: headingLevel };
  const { numberingId, numberingLevel } = numberingIn(properties, style);
  const level = numberingId === null ? null : numbering.level(numberingId, numberingLevel, styleId);
  if (level !== null) return { kind: "list-item", level };
  return style.role === "plain" ? PLAIN : { kind: style.role, level: null };
}
