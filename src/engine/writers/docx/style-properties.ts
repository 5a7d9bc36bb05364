/**
 * Properties of paragraphs and runs as styles set them. Their order is the schema's (ECMA-376 part 1, 17.3.1.26 and
 * 17.3.2.28): Word calls a document damaged that has them in another.
 */
import type { NumberingLink } from "./numbering.ts";
import { type Attributes, element, valued, type Xml } from "./xml.ts";

export interface Border {
  readonly color: string;
  /** Eighths of a point. */
  readonly size: number;
  /** Points between border and text. */
  readonly space: number;
}

/** How a paragraph looks. Distances are in twips. */
export interface ParagraphLook {
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly widowControl?: boolean;
  readonly numbering?: NumberingLink;
  readonly startBorder?: Border;
  readonly bottomBorder?: Border;
  readonly before?: number;
  readonly after?: number;
  /** In 240ths of a line, or in twips where it is exact. */
  readonly line?: number;
  readonly isExact?: boolean;
  readonly start?: number;
  readonly end?: number;
  readonly hanging?: number;
  readonly contextualSpacing?: boolean;
  readonly alignment?: "center" | "end";
  readonly outlineLevel?: number;
}

export interface RunLook {
  readonly bold?: boolean;
  readonly color?: string;
  /** Half points. */
  readonly size?: number;
  readonly underline?: boolean;
  readonly position?: "superscript";
}

export function paragraphProperties(look: ParagraphLook): Xml[] {
  const { before, after, line, start, end, hanging } = look;
  const spacing = { "w:before": before, "w:after": after, "w:line": line };
  const lineRule = line === undefined ? undefined : look.isExact ? "exact" : "auto";
  // Word calls these left and right in transitional documents; in a right-to-left paragraph they change sides.
  const indent = { "w:left": start, "w:right": end, "w:hanging": hanging };
  return [
    ...(look.keepNext ? [element("w:keepNext", {})] : []),
    ...(look.keepLines ? [element("w:keepLines", {})] : []),
    ...(look.pageBreakBefore ? [element("w:pageBreakBefore", {})] : []),
    ...(look.widowControl ? [element("w:widowControl", {})] : []),
    ...(look.numbering ? [numberingProperties(look.numbering)] : []),
    ...borders(look),
    ...(hasValue(spacing) ? [element("w:spacing", { ...spacing, "w:lineRule": lineRule })] : []),
    ...(hasValue(indent) ? [element("w:ind", indent)] : []),
    ...(look.contextualSpacing ? [element("w:contextualSpacing", {})] : []),
    ...(look.alignment ? [valued("w:jc", look.alignment === "end" ? "right" : look.alignment)] : []),
    ...(look.outlineLevel === undefined ? [] : [valued("w:outlineLvl", look.outlineLevel)]),
  ];
}

export function runProperties({ bold, color, size, underline, position }: RunLook): Xml[] {
  return [
    ...(bold ? [element("w:b", {}), element("w:bCs", {})] : []),
    ...(color === undefined ? [] : [valued("w:color", color)]),
    ...(size === undefined ? [] : [valued("w:sz", size), valued("w:szCs", size)]),
    ...(underline ? [valued("w:u", "single")] : []),
    ...(position ? [valued("w:vertAlign", position)] : []),
  ];
}

/** The number of a paragraph: which list counts it, at which depth. The first depth is Word's default. */
export function numberingProperties({ numberingId, level }: NumberingLink): Xml {
  return element("w:numPr", {}, ...(level ? [valued("w:ilvl", level)] : []), valued("w:numId", numberingId));
}

function borders({ startBorder, bottomBorder }: ParagraphLook): Xml[] {
  if (!(startBorder || bottomBorder)) return [];
  return [element("w:pBdr", {}, ...border("w:left", startBorder), ...border("w:bottom", bottomBorder))];
}

function border(name: string, given: Border | undefined): Xml[] {
  if (!given) return [];
  return [element(name, { "w:val": "single", "w:sz": given.size, "w:space": given.space, "w:color": given.color })];
}

function hasValue(attributes: Attributes): boolean {
  return Object.values(attributes).some((value) => value !== undefined);
}
