/**
 * The annex that lists each cited source once, in the order of the citation style, and where it is cited.
 */
import { Paragraph } from "docx";
import type { BriefLanguage } from "../../../core/brief/document.ts";
import type { FormattedCitations, FormattedReference } from "../../../core/citation/formatted-citations.ts";
import { citedInNotes, sourceFacts } from "../../../core/citation/source-reference.ts";
import { noteRuns } from "./note-runs.ts";
import { sectionHeading } from "./section-content.ts";
import { STYLE_IDS } from "./styles.ts";
import { textRuns } from "./text-runs.ts";

/** The annex, on a page of its own. Empty where nothing is cited. */
export function annex({ references }: FormattedCitations, language: BriefLanguage): Paragraph[] {
  if (references.length === 0) return [];
  return [
    ...sectionHeading("Annex: Sources", { pageBreakBefore: true }),
    ...references.map(
      (reference) =>
        new Paragraph({
          style: STYLE_IDS.bibliography,
          children: [...reference.runs.flatMap(noteRuns), ...textRuns(` ${factsOf(reference, language)}`)],
        }),
    ),
  ];
}

function factsOf({ source, citationNumbers }: FormattedReference, language: BriefLanguage): string {
  return [...sourceFacts(source, language), citedInNotes(citationNumbers, language)].join(" ");
}
