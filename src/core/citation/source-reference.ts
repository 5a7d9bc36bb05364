/**
 * The sources that a brief cites, and what its annex says of each beside the reference that the citation style gives:
 * the file it was imported from, and enough of that file's fingerprint to recognise it years later.
 */
import { numberCitations } from "../brief/citation-numbers.ts";
import type { Brief, BriefLanguage } from "../brief/document.ts";
import type { Excerpt } from "../excerpt/excerpt.ts";
import type { Source, SourceId } from "../source/source.ts";
import { citationWords } from "./citation-words.ts";
import { citedMaterial, findExcerpt } from "./cited-material.ts";
import { creditedAgenciesOf, onOneLine, withFullStop } from "./source-words.ts";

/** How much of a file's SHA-256 a reference gives, in hexadecimal digits. */
const FINGERPRINT_LENGTH = 12;

/** A source that a brief cites, with the numbers of the citations that do, rising. */
export interface CitedSource {
  readonly source: Source;
  readonly citationNumbers: readonly number[];
}

/** Each cited source once, in the order of first citation. Excerpts that are not in the project are passed over. */
export function citedSources(
  brief: Pick<Brief, "sections">,
  excerpts: readonly Excerpt[],
  sources: readonly Source[],
): CitedSource[] {
  const material = citedMaterial(excerpts, sources);
  const cited = new Map<SourceId, { source: Source; citationNumbers: number[] }>();
  for (const { citation, number } of numberCitations(brief)) {
    for (const excerptId of citation.excerptIds) {
      const source = findExcerpt(material, excerptId)?.source;
      if (!source) continue;
      const entry = cited.get(source.id) ?? { source, citationNumbers: [] };
      if (entry.citationNumbers.at(-1) !== number) entry.citationNumbers.push(number);
      cited.set(source.id, entry);
    }
  }
  return [...cited.values()];
}

/**
 * What is known of a source beside its reference, in sentences with their full stops: when it was seen, whom it went to
 * and credits, which version it is, and its file. What is unknown is left out.
 */
export function sourceFacts(source: Source, language: BriefLanguage = "en-GB"): string[] {
  const { metadata } = source;
  const words = citationWords(language);
  const agencies = creditedAgenciesOf(metadata.agencies, metadata);
  const facts = [
    metadata.accessed ? words.accessed(metadata.accessed) : "",
    metadata.recipients.length > 0 ? words.sentTo(metadata.recipients.map(onOneLine)) : "",
    agencies.length > 0 ? words.agenciesCredited(agencies) : "",
    source.versionOf !== null && source.replacedAt !== null ? words.replacedOn(source.replacedAt.slice(0, 10)) : "",
    words.fileWithSum(onOneLine(source.fileName), source.sha256.slice(0, FINGERPRINT_LENGTH)),
  ];
  return facts.filter((fact) => fact !== "").map(withFullStop);
}

/** Where a source is cited: "Cited in note 3.", "Cited in notes 1, 4 and 7." */
export function citedInNotes(citationNumbers: readonly number[], language: BriefLanguage = "en-GB"): string {
  return withFullStop(citationWords(language).citedIn(citationNumbers));
}
