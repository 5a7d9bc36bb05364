/**
 * The annex that lists each cited source once, in the order of first citation, and where it is cited.
 */
import { Paragraph } from "docx";
import { type CitedSource, citedInNotes, sourceReference } from "../../../core/citation/source-reference.ts";
import { sectionHeading } from "./section-content.ts";
import { STYLE_IDS } from "./styles.ts";
import { textRuns } from "./text-runs.ts";

/** The annex, on a page of its own. Empty where nothing is cited. */
export function annex(sources: readonly CitedSource[]): Paragraph[] {
  if (sources.length === 0) return [];
  return [
    ...sectionHeading("Annex: Sources", { pageBreakBefore: true }),
    ...sources.map(
      ({ source, citationNumbers }) =>
        new Paragraph({
          style: STYLE_IDS.bibliography,
          children: textRuns(`${sourceReference(source)} ${citedInNotes(citationNumbers)}`),
        }),
    ),
  ];
}
