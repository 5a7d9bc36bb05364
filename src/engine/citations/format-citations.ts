/**
 * Sets the citations of a brief in a style: notes or citations in the text, and references. Touches no file.
 */
import { numberCitations } from "../../core/brief/citation-numbers.ts";
import type { Brief } from "../../core/brief/document.ts";
import { citationNote } from "../../core/citation/citation-note.ts";
import { citedMaterial } from "../../core/citation/cited-material.ts";
import type { FormattedCitations } from "../../core/citation/formatted-citations.ts";
import { citedSources, sourceReference } from "../../core/citation/source-reference.ts";
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import type { CitationStyle } from "../../core/export/export-options.ts";
import type { Source } from "../../core/source/source.ts";

export interface CitationsInput {
  readonly brief: Pick<Brief, "sections" | "language">;
  /** Every excerpt that a citation may name, removed ones among them. */
  readonly excerpts: readonly Excerpt[];
  readonly sources: readonly Source[];
  readonly style: CitationStyle;
}

/** A citation whose excerpt is not among those given gets a note that says so. */
export function formatCitations({ brief, excerpts, sources, style }: CitationsInput): FormattedCitations {
  const material = citedMaterial(excerpts, sources);
  return {
    kind: style.kind,
    citations: new Map(
      numberCitations(brief).map(({ citation }) => [citation.id, citationNote(citation, material)] as const),
    ),
    references: citedSources(brief, excerpts, sources).map((cited) => ({
      ...cited,
      runs: [{ text: sourceReference(cited.source) }],
    })),
  };
}
