/** Ids of the styles that paragraphs, runs and tables name. Word's own where Word has one. */
export const STYLE_IDS = {
  normal: "Normal",
  title: "Title",
  heading1: "Heading1",
  heading2: "Heading2",
  heading3: "Heading3",
  headingWithoutNumber: "HeadingWithoutNumber",
  annexHeading: "AnnexHeading",
  numberedParagraph: "NumberedParagraph",
  quote: "Quote",
  shortQuotation: "ShortQuotation",
  listParagraph: "ListParagraph",
  tableText: "TableText",
  afterTable: "AfterTable",
  caption: "Caption",
  footnoteText: "FootnoteText",
  endnoteText: "EndnoteText",
  bibliography: "Bibliography",
  sourceDetails: "SourceDetails",
  evidenceNote: "EvidenceNote",
  evidencePassage: "EvidencePassage",
  pageHeader: "Header",
  pageFooter: "Footer",
  marking: "Marking",
  headerField: "HeaderField",
  headerFieldLast: "HeaderFieldLast",
  recommendation: "Recommendation",
  decision: "Decision",
  defaultCharacters: "DefaultParagraphFont",
  headerLabel: "HeaderLabel",
  sectionMarking: "SectionMarking",
  evidenceContext: "EvidenceContext",
  footnoteReference: "FootnoteReference",
  endnoteReference: "EndnoteReference",
  hyperlink: "Hyperlink",
  tableNormal: "TableNormal",
  tableGrid: "TableGrid",
  briefTable: "BriefTable",
  decisionTable: "DecisionTable",
} as const;

/** Word has five styles for the depths of a list; deeper items take the fifth. */
export const LIST_STYLE_DEPTHS = 5;

/** "List Bullet" and "List Number", with the depth behind them from the second on. */
export function listStyleId(kind: "Bullet" | "Number", depth: number): string {
  const level = Math.min(depth + 1, LIST_STYLE_DEPTHS);
  return `List${kind}${level === 1 ? "" : level}`;
}
