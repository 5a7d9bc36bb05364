/**
 * The evidence of a brief: each cited passage verbatim, with some words of what stands around it in its source.
 */
import { numberCitations } from "../brief/citation-numbers.ts";
import type { Brief, CitationId } from "../brief/document.ts";
import type { Excerpt, ExcerptId } from "../excerpt/excerpt.ts";
import type { Source } from "../source/source.ts";
import { citedMaterial, findExcerpt } from "./cited-material.ts";

/** Words of the source before and after a passage, as plain text. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

export interface EvidencePassage extends Surroundings {
  readonly excerpt: Excerpt;
  readonly source: Source;
}

export interface Evidence {
  readonly citationId: CitationId;
  /** The number of the citation. */
  readonly number: number;
  readonly passages: readonly EvidencePassage[];
}

/** The evidence of every citation in the order of the brief. Excerpts that are not in the project are passed over. */
export function evidenceOf(
  brief: Pick<Brief, "sections">,
  excerpts: readonly Excerpt[],
  sources: readonly Source[],
  surroundingsOf: (excerptId: ExcerptId) => Surroundings,
): Evidence[] {
  const material = citedMaterial(excerpts, sources);
  return numberCitations(brief).map(({ citation, number }) => ({
    citationId: citation.id,
    number,
    passages: citation.excerptIds.flatMap((excerptId) => {
      const found = findExcerpt(material, excerptId);
      return found ? [{ ...found, ...surroundingsOf(excerptId) }] : [];
    }),
  }));
}
