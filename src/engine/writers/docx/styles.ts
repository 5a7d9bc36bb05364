/**
 * The look of the document, as Word styles: what its readers change in one place when their house style differs.
 * Sizes are in half points, distances in twips (twentieths of a point), as Word counts them.
 */
import type { BriefLanguage, Numbering } from "../../../core/brief/document.ts";
import { WORD_NAMESPACES, wordContentType } from "./namespaces.ts";
import {
  LIST_NUMBERING,
  type NumberingLink,
  PARAGRAPH_NUMBERING_ID,
  RECOMMENDATION_NUMBERING_ID,
} from "./numbering.ts";
import type { Part } from "./package/zip-package.ts";
import { NUMBER_INDENT_TWIPS, textIndentTwips } from "./page.ts";
import { LIST_STYLE_DEPTHS, listStyleId, STYLE_IDS } from "./style-ids.ts";
import { type ParagraphLook, paragraphProperties, type RunLook, runProperties } from "./style-properties.ts";
import { TABLE_STYLES } from "./table-styles.ts";
import { element, joined, NOTHING, valued, type Xml, xmlPart } from "./xml.ts";

const TYPEFACE = "Calibri";
const EAST_ASIAN_TYPEFACE = "Microsoft YaHei";
/** What Word takes for Arabic and Hebrew, which Calibri has not. */
const COMPLEX_SCRIPT_TYPEFACE = "Arial";
const DARK_BLUE = "1F3864";
const GREY = "8496B0";
/** Dark enough on white for small print: 4.5 to 1 and more (WCAG 2.2, 1.4.3). */
const DARK_GREY = "595959";
const LINK_BLUE = "0563C1";
const ONE_AND_A_BIT_LINES = 276; // 1.15, in 240ths
const ONE_LINE = 240;
const HEADER_LABEL_WIDTH_TWIPS = 2268; // 4 cm
const QUOTE_INDENT_TWIPS = 567; // 1 cm
const AFTER_TABLE_TWIPS = 120; // 6 points
const UNNUMBERED: NumberingLink = { numberingId: 0 };

/** What of the brief the styles depend on. */
export interface StyleChoices {
  readonly language: BriefLanguage;
  readonly numbering: Numbering;
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  /** Its place in Word's list of styles. */
  readonly priority?: number;
  readonly isInGallery?: boolean;
  readonly paragraph?: ParagraphLook;
  readonly run?: RunLook;
}

/** The part word/styles.xml. */
export function stylesPart(choices: StyleChoices): Part {
  return {
    path: "word/styles.xml",
    contentType: wordContentType("styles"),
    data: xmlPart(
      element(
        "w:styles",
        WORD_NAMESPACES,
        defaults(choices.language),
        latentStyles(),
        ...paragraphStyles(choices).map((style) => styleXml("paragraph", style)),
        ...CHARACTER_STYLES.map((style) => styleXml("character", style)),
        ...TABLE_STYLES,
        element(
          "w:style",
          { "w:type": "numbering", "w:default": 1, "w:styleId": "NoList" },
          valued("w:name", "No List"),
          valued("w:uiPriority", 99),
        ),
      ),
    ),
  };
}

/** What holds wherever no style says otherwise. */
function defaults(language: BriefLanguage): Xml {
  const fonts = {
    "w:ascii": TYPEFACE,
    "w:hAnsi": TYPEFACE,
    "w:eastAsia": EAST_ASIAN_TYPEFACE,
    "w:cs": COMPLEX_SCRIPT_TYPEFACE,
  };
  return element(
    "w:docDefaults",
    {},
    element(
      "w:rPrDefault",
      {},
      element(
        "w:rPr",
        {},
        element("w:rFonts", fonts),
        valued("w:sz", 22),
        valued("w:szCs", 22),
        element("w:lang", { "w:val": language, "w:eastAsia": "zh-CN", "w:bidi": "ar-SA" }),
      ),
    ),
    element("w:pPrDefault", {}),
  );
}

/** Word's other styles stay out of sight until they are used. */
function latentStyles(): Xml {
  return element("w:latentStyles", {
    "w:defLockedState": 0,
    "w:defUIPriority": 99,
    "w:defSemiHidden": 1,
    "w:defUnhideWhenUsed": 1,
    "w:defQFormat": 0,
    "w:count": 376,
  });
}

function paragraphStyles({ numbering }: StyleChoices): Style[] {
  const indent = textIndentTwips(numbering);
  return [
    {
      id: STYLE_IDS.normal,
      name: "Normal",
      priority: 0,
      isInGallery: true,
      // Room before and after, so that a table's neighbours keep off it without empty paragraphs.
      paragraph: { widowControl: true, before: 60, after: 80, line: ONE_AND_A_BIT_LINES },
    },
    {
      id: STYLE_IDS.title,
      name: "Title",
      next: STYLE_IDS.normal,
      priority: 10,
      isInGallery: true,
      paragraph: { before: 0, after: 200, line: ONE_LINE, keepNext: true, keepLines: true },
      run: { size: 40, bold: true, color: DARK_BLUE },
    },
    ...headings(numbering),
    {
      id: STYLE_IDS.numberedParagraph,
      name: "Numbered Paragraph",
      priority: 11,
      isInGallery: true,
      ...(numbering !== "none" && {
        paragraph: { numbering: { numberingId: PARAGRAPH_NUMBERING_ID, level: numbering === "by-section" ? 1 : 0 } },
      }),
    },
    {
      id: STYLE_IDS.quote,
      name: "Quote",
      next: STYLE_IDS.normal,
      priority: 29,
      isInGallery: true,
      paragraph: {
        before: 100,
        after: 160,
        start: indent + QUOTE_INDENT_TWIPS,
        end: QUOTE_INDENT_TWIPS,
        startBorder: { color: GREY, size: 8, space: 10 },
      },
    },
    {
      id: STYLE_IDS.shortQuotation,
      name: "Short Quotation",
      next: STYLE_IDS.normal,
      priority: 28,
      isInGallery: true,
      ...(indent > 0 && { paragraph: { start: indent } }),
    },
    {
      id: STYLE_IDS.listParagraph,
      name: "List Paragraph",
      priority: 34,
      isInGallery: true,
      paragraph: { start: indent + NUMBER_INDENT_TWIPS, contextualSpacing: true },
    },
    ...(["Bullet", "Number"] as const).flatMap((kind) =>
      Array.from({ length: LIST_STYLE_DEPTHS }, (_, depth) => listStyle(kind, depth)),
    ),
    {
      id: STYLE_IDS.tableText,
      name: "Table Text",
      priority: 40,
      isInGallery: true,
      paragraph: { before: 20, after: 20, line: ONE_LINE },
      run: { size: 20 },
    },
    // Word cannot do without a paragraph between two tables, nor behind the last. This one keeps them apart, no more.
    {
      id: STYLE_IDS.afterTable,
      name: "After Table",
      paragraph: { before: 0, after: 0, line: AFTER_TABLE_TWIPS, isExact: true },
      run: { size: 2 },
    },
    {
      id: STYLE_IDS.caption,
      name: "caption",
      next: STYLE_IDS.normal,
      priority: 35,
      isInGallery: true,
      paragraph: { keepNext: true, before: 120, after: 60, line: ONE_LINE },
      run: { size: 18, bold: true, color: DARK_BLUE },
    },
    ...noteTexts(),
    {
      id: STYLE_IDS.bibliography,
      name: "Bibliography",
      priority: 37,
      paragraph: { start: QUOTE_INDENT_TWIPS, hanging: QUOTE_INDENT_TWIPS, before: 100, after: 40, keepLines: true },
    },
    {
      id: STYLE_IDS.sourceDetails,
      name: "Source Details",
      basedOn: STYLE_IDS.bibliography,
      paragraph: { start: QUOTE_INDENT_TWIPS, hanging: 0, before: 0, after: 100, line: ONE_LINE },
      run: { size: 18, color: DARK_GREY },
    },
    {
      id: STYLE_IDS.evidenceNote,
      name: "Evidence Note",
      next: STYLE_IDS.evidencePassage,
      paragraph: {
        keepNext: true,
        start: QUOTE_INDENT_TWIPS,
        hanging: QUOTE_INDENT_TWIPS,
        before: 160,
        after: 40,
        line: ONE_LINE,
      },
      run: { size: 18 },
    },
    {
      id: STYLE_IDS.evidencePassage,
      name: "Evidence Passage",
      paragraph: { start: QUOTE_INDENT_TWIPS, before: 0, after: 80 },
    },
    pageEdge(STYLE_IDS.pageHeader, "header"),
    pageEdge(STYLE_IDS.pageFooter, "footer"),
    {
      id: STYLE_IDS.marking,
      name: "Marking",
      basedOn: STYLE_IDS.pageHeader,
      paragraph: { alignment: "center" },
      run: { bold: true, size: 22 },
    },
    {
      id: STYLE_IDS.headerField,
      name: "Header Field",
      isInGallery: true,
      paragraph: {
        start: HEADER_LABEL_WIDTH_TWIPS,
        hanging: HEADER_LABEL_WIDTH_TWIPS,
        before: 0,
        after: 40,
        line: ONE_LINE,
      },
    },
    {
      id: STYLE_IDS.headerFieldLast,
      name: "Header Field Last",
      basedOn: STYLE_IDS.headerField,
      next: STYLE_IDS.normal,
      paragraph: { after: 240, bottomBorder: { color: GREY, size: 6, space: 8 } },
    },
    {
      id: STYLE_IDS.recommendation,
      name: "Recommendation",
      isInGallery: true,
      paragraph: { numbering: { numberingId: RECOMMENDATION_NUMBERING_ID } },
    },
    { id: STYLE_IDS.decision, name: "Decision", isInGallery: true, paragraph: { alignment: "end" } },
  ];
}

function headings(numbering: Numbering): Style[] {
  const heading = (level: 1 | 2 | 3, size: number, before: number, after: number): Style => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    next: STYLE_IDS.normal,
    priority: 9,
    isInGallery: true,
    paragraph: {
      keepNext: true,
      keepLines: true,
      before,
      after,
      line: ONE_LINE,
      outlineLevel: level - 1,
      ...(level === 1 && numbering === "by-section" && { numbering: { numberingId: PARAGRAPH_NUMBERING_ID } }),
    },
    run: { size, bold: true, color: DARK_BLUE },
  });
  return [
    heading(1, 28, 320, 100),
    heading(2, 24, 220, 80),
    heading(3, 22, 180, 60),
    {
      id: STYLE_IDS.headingWithoutNumber,
      name: "Heading 1 Without Number",
      basedOn: STYLE_IDS.heading1,
      next: STYLE_IDS.normal,
      isInGallery: true,
      paragraph: { numbering: UNNUMBERED, start: 0, hanging: 0 },
    },
    {
      id: STYLE_IDS.annexHeading,
      name: "Annex Heading",
      basedOn: STYLE_IDS.headingWithoutNumber,
      next: STYLE_IDS.normal,
      isInGallery: true,
      paragraph: { pageBreakBefore: true },
    },
  ];
}

function listStyle(kind: "Bullet" | "Number", depth: number): Style {
  const name = `List ${kind}`;
  return {
    id: listStyleId(kind, depth),
    name: depth === 0 ? name : `${name} ${depth + 1}`,
    isInGallery: depth === 0,
    paragraph: { numbering: { numberingId: LIST_NUMBERING[kind].id, level: depth }, before: 0, after: 50 },
  };
}

function noteTexts(): Style[] {
  const text = (id: string, name: string): Style => ({
    id,
    name,
    paragraph: { before: 0, after: 40, line: ONE_LINE },
    run: { size: 18 },
  });
  return [text(STYLE_IDS.footnoteText, "footnote text"), text(STYLE_IDS.endnoteText, "endnote text")];
}

function pageEdge(id: string, name: string): Style {
  return { id, name, paragraph: { before: 0, after: 0, line: ONE_LINE, alignment: "center" }, run: { size: 18 } };
}

const CHARACTER_STYLES: readonly Style[] = [
  { id: STYLE_IDS.defaultCharacters, name: "Default Paragraph Font", priority: 1 },
  { id: STYLE_IDS.headerLabel, name: "Header Label", run: { bold: true } },
  { id: STYLE_IDS.sectionMarking, name: "Section Marking", run: { size: 18, color: DARK_GREY } },
  { id: STYLE_IDS.evidenceContext, name: "Evidence Context", run: { color: DARK_GREY } },
  { id: STYLE_IDS.footnoteReference, name: "footnote reference", run: { position: "superscript" } },
  { id: STYLE_IDS.endnoteReference, name: "endnote reference", run: { position: "superscript" } },
  { id: STYLE_IDS.hyperlink, name: "Hyperlink", run: { color: LINK_BLUE, underline: true } },
];

function styleXml(type: "paragraph" | "character", style: Style): Xml {
  const { id, name, next, priority, isInGallery, paragraph, run } = style;
  const isDefault = id === STYLE_IDS.normal || id === STYLE_IDS.defaultCharacters;
  const basedOn = style.basedOn ?? (type === "paragraph" && !isDefault ? STYLE_IDS.normal : undefined);
  const isOwn = isOwnStyle(id);
  return element(
    "w:style",
    { "w:type": type, "w:default": isDefault ? 1 : undefined, "w:customStyle": isOwn ? 1 : undefined, "w:styleId": id },
    valued("w:name", name),
    basedOn === undefined ? NOTHING : valued("w:basedOn", basedOn),
    next === undefined ? NOTHING : valued("w:next", next),
    valued("w:uiPriority", priority ?? 99),
    ...(isInGallery ? [element("w:qFormat", {})] : []),
    paragraph ? element("w:pPr", {}, joined(paragraphProperties(paragraph))) : NOTHING,
    run ? element("w:rPr", {}, joined(runProperties(run))) : NOTHING,
  );
}

/** Styles of our own, which Word does not know by their names. */
function isOwnStyle(id: string): boolean {
  const own: readonly string[] = [
    STYLE_IDS.headingWithoutNumber,
    STYLE_IDS.annexHeading,
    STYLE_IDS.numberedParagraph,
    STYLE_IDS.shortQuotation,
    STYLE_IDS.tableText,
    STYLE_IDS.afterTable,
    STYLE_IDS.sourceDetails,
    STYLE_IDS.evidenceNote,
    STYLE_IDS.evidencePassage,
    STYLE_IDS.marking,
    STYLE_IDS.headerField,
    STYLE_IDS.headerFieldLast,
    STYLE_IDS.recommendation,
    STYLE_IDS.decision,
    STYLE_IDS.headerLabel,
    STYLE_IDS.sectionMarking,
    STYLE_IDS.evidenceContext,
  ];
  return own.includes(id);
}
