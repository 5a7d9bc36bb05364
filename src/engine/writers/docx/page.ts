/**
 * The page: A4, its margins, and what stands at the head and foot of each.
 */
import type { Numbering } from "../../../core/brief/document.ts";
import type { DocumentWords } from "./document-words.ts";
import { field } from "./fields.ts";
import { WORD_NAMESPACES, wordContentType } from "./namespaces.ts";
import type { NoteKind } from "./notes.ts";
import type { Part } from "./package/zip-package.ts";
import { type Paragraph, paragraph, paragraphXml } from "./paragraphs.ts";
import { textRuns } from "./runs.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { element, joined, valued, type Xml, xmlPart } from "./xml.ts";

const A4_TWIPS = { width: 11906, height: 16838 } as const;
const MARGIN_TWIPS = 1417; // 2.5 cm
const EDGE_TWIPS = 709; // 1.25 cm from the paper's edge to its header and footer
/** Between the margins. */
export const TEXT_WIDTH_TWIPS = A4_TWIPS.width - 2 * MARGIN_TWIPS;

/** Between the number of a paragraph and its text. */
export const NUMBER_INDENT_TWIPS = 709; // 1.25 cm, enough for "12.34"

const HEADER_ID = "header";
const FOOTER_ID = "footer";

/** How far the text stands in, where numbers stand before it. */
export function textIndentTwips(numbering: Numbering): number {
  return numbering === "none" ? 0 : NUMBER_INDENT_TWIPS;
}

/** The head and foot of every page: the marking in both, the page number at the foot. */
export function pageEdges(marking: string, words: DocumentWords): { readonly parts: Part[]; readonly ids: string[] } {
  const footer = edge("footer", [pageNumber(words), ...markingLine(marking)]);
  return marking === ""
    ? { parts: [footer], ids: [FOOTER_ID] }
    : { parts: [edge("header", markingLine(marking)), footer], ids: [HEADER_ID, FOOTER_ID] };
}

/**
 * The properties of a section of the document: its page, with those of head and foot that `edgeIds` names. Sections
 * after the first begin on a new page.
 */
export function sectionProperties(edgeIds: readonly string[], noteKind: NoteKind | null): Xml {
  return element(
    "w:sectPr",
    {},
    ...edgeIds.map((id) => element(`w:${id}Reference`, { "w:type": "default", "r:id": id })),
    ...(noteKind === "endnote" ? [element("w:endnotePr", {}, valued("w:numFmt", "decimal"))] : []),
    valued("w:type", "nextPage"),
    element("w:pgSz", { "w:w": A4_TWIPS.width, "w:h": A4_TWIPS.height }),
    element("w:pgMar", {
      "w:top": MARGIN_TWIPS,
      "w:right": MARGIN_TWIPS,
      "w:bottom": MARGIN_TWIPS,
      "w:left": MARGIN_TWIPS,
      "w:header": EDGE_TWIPS,
      "w:footer": EDGE_TWIPS,
      "w:gutter": 0,
    }),
  );
}

function edge(kind: "header" | "footer", paragraphs: readonly Paragraph[]): Part {
  const name = kind === "header" ? "w:hdr" : "w:ftr";
  return {
    path: `word/${kind}1.xml`,
    contentType: wordContentType(kind),
    data: xmlPart(element(name, WORD_NAMESPACES, ...paragraphs.map((line) => paragraphXml(line)))),
  };
}

function pageNumber({ page, of }: DocumentWords): Paragraph {
  return paragraph(
    STYLE_IDS.pageFooter,
    joined([textRuns(`${page} `), field("PAGE", textRuns("1")), textRuns(` ${of} `), field("NUMPAGES", textRuns("1"))]),
  );
}

function markingLine(marking: string): Paragraph[] {
  return marking === "" ? [] : [paragraph(STYLE_IDS.marking, textRuns(marking))];
}
