/**
 * The Word export: a brief with its excerpts and sources in, the bytes of a .docx out. Touches no file.
 */
import { Document, Packer, Paragraph } from "docx";
import type { Brief } from "../../../core/brief/document.ts";
import type { Template } from "../../../core/brief/template.ts";
import type { Evidence } from "../../../core/citation/evidence.ts";
import type { FormattedCitations } from "../../../core/citation/formatted-citations.ts";
import type { Excerpt } from "../../../core/excerpt/excerpt.ts";
import type { ExportOptions } from "../../../core/export/export-options.ts";
import type { Source } from "../../../core/source/source.ts";
import { annex } from "./annex.ts";
import { coreProperties } from "./core-properties.ts";
import { headerBlock } from "./header-block.ts";
import { pageLayout } from "./page.ts";
import { sectionContent } from "./section-content.ts";
import { DOCUMENT_STYLES, STYLE_IDS } from "./styles.ts";
import { textRuns } from "./text-runs.ts";

export interface DocxInput {
  readonly brief: Brief;
  readonly template: Template;
  /** Every excerpt that a citation may name, removed ones among them. */
  readonly excerpts: readonly Excerpt[];
  readonly sources: readonly Source[];
  readonly options: ExportOptions;
  readonly citations: FormattedCitations;
  /** For Annex B; empty where it is not wanted. */
  readonly evidence: readonly Evidence[];
  /** The bytes of the Word document whose styles, page, header and footer are used; null for Attaché's own. */
  readonly houseDocument: Uint8Array | null;
  readonly projectId: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
}

/** The brief as a Word document. A citation whose excerpt is not among those given gets a note that says so. */
export async function writeDocx({ brief, citations, exportedAt }: DocxInput): Promise<Uint8Array> {
  const document = new Document({
    styles: DOCUMENT_STYLES,
    sections: [
      {
        ...pageLayout(brief.header.marking),
        children: [
          ...title(brief.title),
          ...headerBlock(brief.header),
          ...brief.sections.flatMap((section, index) => sectionContent(section, `${index}`, citations)),
          ...annex(citations, brief.language),
        ],
      },
    ],
  });
  return Packer.pack(document, "uint8array", false, [coreProperties(brief, exportedAt)]);
}

function title(text: string): Paragraph[] {
  return text.trim() === "" ? [] : [new Paragraph({ style: STYLE_IDS.title, children: textRuns(text.trim()) })];
}
