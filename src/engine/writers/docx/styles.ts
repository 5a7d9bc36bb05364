/**
 * The look of the document, as Word styles: what its readers change in one place when their house style differs.
 */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IParagraphStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from "docx";

/** Ids of the styles that paragraphs and runs name. Word's own where Word has one. */
export const STYLE_IDS = {
  title: "Title",
  quote: "Quote",
  footnoteText: "FootnoteText",
  footnoteReference: "FootnoteReference",
  bibliography: "Bibliography",
  pageHeader: "Header",
  pageFooter: "Footer",
  marking: "Marking",
  headerField: "HeaderField",
  headerFieldLast: "HeaderFieldLast",
  headerLabel: "HeaderLabel",
} as const;

export const DOCUMENT_LANGUAGE = "en-GB";

const TYPEFACE = "Calibri";
const DARK_BLUE = "1F3864";
const GREY = "8496B0";
const LINE_SPACING = { line: 276, lineRule: LineRuleType.AUTO }; // 1.15 lines, in 240ths
const SINGLE_LINE = { line: 240, lineRule: LineRuleType.AUTO };
const HEADER_LABEL_WIDTH_TWIPS = 1418; // 2.5 cm
const QUOTE_INDENT_TWIPS = 567; // 1 cm

/** Sizes are in half points, distances in twips (twentieths of a point), as Word counts them. */
export const DOCUMENT_STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: { ascii: TYPEFACE, hAnsi: TYPEFACE, cs: TYPEFACE },
        size: 22,
        language: { value: DOCUMENT_LANGUAGE },
      },
      paragraph: { spacing: { after: 120, ...LINE_SPACING } },
    },
    title: {
      run: { size: 40, bold: true, color: DARK_BLUE },
      paragraph: { spacing: { before: 0, after: 200, ...SINGLE_LINE }, keepNext: true },
    },
    heading1: {
      name: "heading 1",
      uiPriority: 9,
      run: { size: 28, bold: true, color: DARK_BLUE },
      paragraph: heading(320, 100, 0),
    },
    heading2: {
      name: "heading 2",
      uiPriority: 9,
      run: { size: 24, bold: true, color: DARK_BLUE },
      paragraph: heading(220, 80, 1),
    },
    heading3: {
      name: "heading 3",
      uiPriority: 9,
      run: { size: 22, bold: true, color: DARK_BLUE },
      paragraph: heading(180, 60, 2),
    },
    listParagraph: { paragraph: { spacing: { after: 120 }, contextualSpacing: true } },
    bibliography: {
      paragraph: { indent: { left: QUOTE_INDENT_TWIPS, hanging: QUOTE_INDENT_TWIPS }, spacing: { after: 140 } },
    },
    footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40, ...SINGLE_LINE } } },
    footnoteTextChar: { run: { size: 18 } },
  },
  paragraphStyles: [
    {
      id: STYLE_IDS.quote,
      name: "Quote",
      basedOn: "Normal",
      next: "Normal",
      uiPriority: 29,
      quickFormat: true,
      paragraph: {
        border: { left: { style: BorderStyle.SINGLE, size: 8, space: 10, color: GREY } },
        indent: { left: QUOTE_INDENT_TWIPS, right: QUOTE_INDENT_TWIPS },
        spacing: { before: 60, after: 160 },
      },
    },
    pageEdge(STYLE_IDS.pageHeader, "header"),
    pageEdge(STYLE_IDS.pageFooter, "footer"),
    {
      id: STYLE_IDS.marking,
      name: "Marking",
      basedOn: "Normal",
      run: { bold: true, characterSpacing: 20 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0, ...SINGLE_LINE } },
    },
    {
      id: STYLE_IDS.headerField,
      name: "Header Field",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: {
        indent: { left: HEADER_LABEL_WIDTH_TWIPS, hanging: HEADER_LABEL_WIDTH_TWIPS },
        spacing: { after: 40, ...SINGLE_LINE },
      },
    },
    {
      id: STYLE_IDS.headerFieldLast,
      name: "Header Field Last",
      basedOn: STYLE_IDS.headerField,
      next: "Normal",
      paragraph: {
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 8, color: GREY } },
        spacing: { after: 240, ...SINGLE_LINE },
      },
    },
  ],
  characterStyles: [{ id: STYLE_IDS.headerLabel, name: "Header Label", run: { bold: true } }],
};

function heading(before: number, after: number, outlineLevel: number): IParagraphStylePropertiesOptions {
  return { spacing: { before, after, ...SINGLE_LINE }, keepNext: true, keepLines: true, outlineLevel };
}

function pageEdge(id: string, name: string): IParagraphStyleOptions {
  return {
    id,
    name,
    basedOn: "Normal",
    uiPriority: 99,
    run: { size: 18 },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0, ...SINGLE_LINE } },
  };
}
