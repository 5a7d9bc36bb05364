/**
 * The note of a citation: `Harbour Gazette (citing Coastal Wire), “Title”, 5 January 2026, para. 7.`
 * Says what is known of each source and where in it the words stand; makes nothing up.
 */
import type { Citation } from "../brief/document.ts";
import type { Excerpt } from "../excerpt/excerpt.ts";
import type { Source } from "../source/source.ts";
import { type CitedMaterial, findExcerpt } from "./cited-material.ts";
import { formatDate } from "./format-date.ts";
import type { NoteRun } from "./formatted-citations.ts";
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

/** More authors than this are "A and others" in a note. The annex names them all. */
const MOST_AUTHORS_NAMED = 3;

const NOT_FOUND = "Source not found in this project";

/** The note of a citation, ending in a full stop. An excerpt that is not in the project is said to be missing. */
export function citationNote(citation: Pick<Citation, "excerptIds">, material: CitedMaterial): readonly NoteRun[] {
  return [{ text: citationNoteText(citation, material) }];
}

/** The note of a citation as plain text, for the screen. */
export function citationNoteText(citation: Pick<Citation, "excerptIds">, material: CitedMaterial): string {
  const parts = citation.excerptIds.map((excerptId) => {
    const found = findExcerpt(material, excerptId);
    return found ? excerptReference(found.excerpt, found.source) : NOT_FOUND;
  });
  // Two excerpts of one paragraph share their reference, which is given once.
  return withFullStop([...new Set(parts)].join("; "));
}

function excerptReference(excerpt: Excerpt, source: Source): string {
  const { metadata } = source;
  const responsible = withCommas([authorsInNote(authorsOf(metadata)), publisherOf(metadata)]);
  // Only what the cited paragraphs themselves credit: what others of the source do, the annex says. But where nothing
  // else tells whence a source comes, whom it credits as a whole is all there is to tell.
  const credited = responsible ? excerpt.agencies : [...excerpt.agencies, ...metadata.agencies];
  const agencies = creditedAgenciesOf(credited, metadata);
  const citing = agencies.length > 0 ? ` (citing ${inWords(agencies)})` : "";
  const title = quotedTitle(metadata.title) || fileTitle(source.fileName);
  return withCommas([
    responsible && `${responsible}${citing}`,
    responsible ? title : `${title}${citing}`,
    metadata.published ? formatDate(metadata.published) : "",
    onOneLine(excerpt.locator),
    source.versionOf === null ? "" : "earlier version",
  ]);
}

function authorsInNote(authors: readonly string[]): string {
  return authors.length > MOST_AUTHORS_NAMED ? `${authors[0]} and others` : inWords(authors);
}

/** What stands for an unknown title, so that a note is never just a place. */
function fileTitle(fileName: string): string {
  const name = onOneLine(fileName);
  return name === "" ? "unnamed file" : `file ${name}`;
}
