/**
 * Word's numbering: the bullets and numbers of lists by depth, the recommendations, the paragraphs of the brief. Each
 * depth belongs to a style where Word has one for it, so that the style alone numbers.
 */
import type { Numbering } from "../../../core/brief/document.ts";
import { WORD_NAMESPACES, wordContentType } from "./namespaces.ts";
import type { Part } from "./package/zip-package.ts";
import { NUMBER_INDENT_TWIPS, textIndentTwips } from "./page.ts";
import { LIST_STYLE_DEPTHS, listStyleId, STYLE_IDS } from "./style-ids.ts";
import { element, valued, type Xml, xmlPart } from "./xml.ts";

/** Which list counts a paragraph, and at which depth. */
export interface NumberingLink {
  readonly numberingId: number;
  readonly level?: number;
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const; // as many as Word has
const LIST_INDENT_TWIPS = 425; // 0.75 cm
const BULLET_BY_DEPTH = ["\u2022", "\u2013", "\u25AA"] as const; // bullet, dash, small square, and again

/** Lists as their styles number them. An ordered list of the brief has a definition of its own, so that it counts alone. */
export const LIST_NUMBERING = { Bullet: { id: 1, definition: 0 }, Number: { id: 2, definition: 1 } } as const;
const RECOMMENDATION_DEFINITION = 2;
export const RECOMMENDATION_NUMBERING_ID = 3;
const PARAGRAPH_DEFINITION = 3;
export const PARAGRAPH_NUMBERING_ID = 4;
/** Word tells lists apart by these when documents are put together. */
const FIRST_NSID = 0x4a770000;
const FIRST_ORDERED_LIST = { id: 5, definition: 4 } as const;

/**
 * Gives each ordered list a count of its own, from 1 at every depth. Starting one definition again would do for Word, but
 * LibreOffice then goes on counting where a list begins below its first depth.
 */
export class OrderedLists {
  #count = 0;

  /** The numbering of another list. */
  add(): number {
    this.#count += 1;
    return FIRST_ORDERED_LIST.id + this.#count - 1;
  }

  /** All that were given, with their definitions. */
  get lists(): readonly { readonly id: number; readonly definition: number }[] {
    const { id, definition } = FIRST_ORDERED_LIST;
    return Array.from({ length: this.#count }, (_, index) => ({ id: id + index, definition: definition + index }));
  }
}

/** The part word/numbering.xml. */
export function numberingPart(numbering: Numbering, orderedLists: OrderedLists): Part {
  const isNumbered = numbering !== "none";
  const indent = textIndentTwips(numbering);
  return {
    path: "word/numbering.xml",
    contentType: wordContentType("numbering"),
    data: xmlPart(
      element(
        "w:numbering",
        WORD_NAMESPACES,
        definition(
          LIST_NUMBERING.Bullet.definition,
          LEVELS.map((level) => bulletLevel(level, indent)),
        ),
        definition(
          LIST_NUMBERING.Number.definition,
          LEVELS.map((level) => numberLevel(level, indent, true)),
        ),
        definition(RECOMMENDATION_DEFINITION, [recommendationLevel()]),
        ...(isNumbered ? [definition(PARAGRAPH_DEFINITION, paragraphLevels(numbering))] : []),
        ...orderedLists.lists.map((own) =>
          definition(
            own.definition,
            LEVELS.map((level) => numberLevel(level, indent, false)),
          ),
        ),
        list(LIST_NUMBERING.Bullet.id, LIST_NUMBERING.Bullet.definition),
        list(LIST_NUMBERING.Number.id, LIST_NUMBERING.Number.definition),
        list(RECOMMENDATION_NUMBERING_ID, RECOMMENDATION_DEFINITION),
        ...(isNumbered ? [list(PARAGRAPH_NUMBERING_ID, PARAGRAPH_DEFINITION)] : []),
        ...orderedLists.lists.map((own) => list(own.id, own.definition)),
      ),
    ),
  };
}

function definition(id: number, levels: readonly Xml[]): Xml {
  return element(
    "w:abstractNum",
    { "w:abstractNumId": id },
    valued("w:nsid", (FIRST_NSID + id).toString(16).toUpperCase()),
    valued("w:multiLevelType", "multilevel"),
    ...levels,
  );
}

function list(id: number, definitionId: number): Xml {
  return element("w:num", { "w:numId": id }, valued("w:abstractNumId", definitionId));
}

interface Level {
  readonly format: "bullet" | "decimal";
  readonly text: string;
  readonly styleId?: string | undefined;
  readonly start: number;
  readonly hanging: number;
}

function levelXml(level: number, { format, text, styleId, start, hanging }: Level): Xml {
  return element(
    "w:lvl",
    { "w:ilvl": level },
    valued("w:start", 1),
    valued("w:numFmt", format),
    ...(styleId === undefined ? [] : [valued("w:pStyle", styleId)]),
    valued("w:lvlText", text),
    valued("w:lvlJc", "left"),
    element("w:pPr", {}, element("w:ind", { "w:left": start, "w:hanging": hanging })),
  );
}

function bulletLevel(level: number, indent: number): Xml {
  const text = BULLET_BY_DEPTH[level % BULLET_BY_DEPTH.length] ?? BULLET_BY_DEPTH[0];
  return levelXml(level, { format: "bullet", text, styleId: styleAt("Bullet", level), ...listIndent(level, indent) });
}

/** Only one definition can belong to the styles. */
function numberLevel(level: number, indent: number, isOfStyle: boolean): Xml {
  const styleId = isOfStyle ? styleAt("Number", level) : undefined;
  return levelXml(level, { format: "decimal", text: `%${level + 1}.`, styleId, ...listIndent(level, indent) });
}

function styleAt(kind: "Bullet" | "Number", level: number): string | undefined {
  return level < LIST_STYLE_DEPTHS ? listStyleId(kind, level) : undefined;
}

function listIndent(level: number, indent: number): Pick<Level, "start" | "hanging"> {
  return { start: indent + LIST_INDENT_TWIPS * (level + 1), hanging: LIST_INDENT_TWIPS };
}

function recommendationLevel(): Xml {
  const styleId = STYLE_IDS.recommendation;
  return levelXml(0, { format: "decimal", text: "%1.", styleId, start: LIST_INDENT_TWIPS, hanging: LIST_INDENT_TWIPS });
}

function paragraphLevels(numbering: Numbering): Xml[] {
  const place = { format: "decimal", start: NUMBER_INDENT_TWIPS, hanging: NUMBER_INDENT_TWIPS } as const;
  const styleId = STYLE_IDS.numberedParagraph;
  return numbering === "through"
    ? [levelXml(0, { ...place, text: "%1.", styleId })]
    : [
        levelXml(0, { ...place, text: "%1", styleId: STYLE_IDS.heading1 }),
        levelXml(1, { ...place, text: "%1.%2", styleId }),
      ];
}
