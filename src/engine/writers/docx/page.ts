/**
 * The page: A4, its margins, and what stands at the head and foot of each.
 */
import { Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from "docx";
import { STYLE_IDS } from "./styles.ts";
import { textRuns } from "./text-runs.ts";

const A4_TWIPS = { width: 11906, height: 16838 } as const;
const MARGIN_TWIPS = 1417; // 2.5 cm
const EDGE_TWIPS = 709; // 1.25 cm from the paper's edge to its header and footer

/** The page with its number at the foot, and the marking at head and foot where one is given. */
export function pageLayout(marking: string): Omit<ISectionOptions, "children"> {
  return {
    properties: {
      page: {
        size: A4_TWIPS,
        margin: {
          top: MARGIN_TWIPS,
          right: MARGIN_TWIPS,
          bottom: MARGIN_TWIPS,
          left: MARGIN_TWIPS,
          header: EDGE_TWIPS,
          footer: EDGE_TWIPS,
        },
      },
    },
    ...(marking.trim() !== "" && { headers: { default: new Header({ children: markingLine(marking) }) } }),
    footers: { default: new Footer({ children: [pageNumber(), ...markingLine(marking)] }) },
  };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    style: STYLE_IDS.pageFooter,
    children: [new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
  });
}

function markingLine(marking: string): Paragraph[] {
  if (marking.trim() === "") return [];
  return [new Paragraph({ style: STYLE_IDS.marking, children: textRuns(marking.trim().toUpperCase()) })];
}
