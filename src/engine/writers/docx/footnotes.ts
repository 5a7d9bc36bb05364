/**
 * Citations as Word footnotes. A note travels inside its reference, so notes come out in reading order: some readers
 * of Word files match the two by position rather than by number.
 */
import { FootnoteReferenceRun, Paragraph, TextRun } from "docx";
import type { Citation } from "../../../core/brief/document.ts";
import type { FormattedCitations } from "../../../core/citation/formatted-citations.ts";
import { noteRuns } from "./note-runs.ts";
import { STYLE_IDS } from "./styles.ts";

/** The reference of a citation, with its note. Word numbers the notes itself, in the order of their references. */
export function footnote(citation: Citation, { citations }: FormattedCitations): FootnoteReferenceRun {
  const words = (citations.get(citation.id) ?? []).flatMap(noteRuns);
  return new FootnoteReferenceRun({
    children: [new Paragraph({ style: STYLE_IDS.footnoteText, children: [new TextRun(" "), ...words] })],
  });
}

/** What stands between two references in a row, which would read as one number: 1 and 2 as 12. */
export function footnoteGap(): TextRun {
  return new TextRun({ style: STYLE_IDS.footnoteReference, text: "\u00A0" });
}
