/**
 * The full references of a brief's sources, as its annex lists them: all that is known of each source, the file it was
 * imported from, and enough of that file's fingerprint to recognise it years later.
 */

import { numberCitations } from "../brief/citation-numbers.ts";
import type { Brief } from "../brief/document.ts";
import type { Excerpt } from "../excerpt/excerpt.ts";
import type { Source, SourceId } from "../source/source.ts";
import { citedMaterial, findExcerpt } from "./cited-material.ts";
import { formatDate } from "./format-date.ts";
import {
  authorsOf,
  creditedAgenciesOf,
  inWords,
  onOneLine,
  publisherOf,
  quotedTitle,
  withCommas,
  withFullStop,
} from "./source-words.ts";

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

/** The full reference of a source, in sentences. What is unknown is left out. */
export function sourceReference(source: Source): string {
  const { metadata } = source;
  const agencies = creditedAgenciesOf(metadata.agencies, metadata);
  const sentences = [
    withCommas([
      inWords(authorsOf(metadata)),
      publisherOf(metadata),
      quotedTitle(metadata.title),
      metadata.published ? formatDate(metadata.published) : "",
      addressInBrackets(metadata.url),
      metadata.accessed ? `accessed ${formatDate(metadata.accessed)}` : "",
    ]),
    metadata.recipients.length > 0 ? `Sent to ${inWords(metadata.recipients.map(onOneLine))}` : "",
    agencies.length > 0 ? `Agencies credited: ${inWords(agencies)}` : "",
    source.versionOf !== null && source.replacedAt !== null
      ? `Earlier version, in place of which a newer one was taken on ${formatDate(source.replacedAt.slice(0, 10))}`
      : "",
    `File: ${onOneLine(source.fileName)} (SHA-256 begins ${source.sha256.slice(0, FINGERPRINT_LENGTH)})`,
  ];
  return sentences
    .filter((sentence) => sentence !== "")
    .map(withFullStop)
    .join(" ");
}

/** Where a source is cited: "Cited in note 3.", "Cited in notes 1, 4 and 7." */
export function citedInNotes(citationNumbers: readonly number[]): string {
  return `Cited in ${citationNumbers.length === 1 ? "note" : "notes"} ${inWords(citationNumbers)}.`;
}

/** Brackets keep the punctuation that follows from being taken for part of the address. */
function addressInBrackets(url: string | null): string {
  const address = onOneLine(url ?? "");
  return address === "" ? "" : `<${address}>`;
}
