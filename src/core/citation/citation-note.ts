/**
 * A citation described in plain English, for the screen and screen readers: `Harbour Gazette (citing Coastal Wire),
 * “Title”, 5 January 2026, para. 7.` It reads as a first note in the house style does. Notes themselves are made in the
 * engine, by the style that the brief is exported in.
 */
import type { Citation } from "../brief/document.ts";
import type { Excerpt } from "../excerpt/excerpt.ts";
import type { Source } from "../source/source.ts";
import { citationWords, titleFromFile } from "./citation-words.ts";
import { type CitedMaterial, findExcerpt } from "./cited-material.ts";
import { formatDate } from "./format-date.ts";
import {
  agenciesOfPassage,
  authorsOf,
  inWords,
  onOneLine,
  publisherOf,
  quotedTitle,
  withCommas,
  withFullStop,
} from "./source-words.ts";

/** More authors than this are "A and others" in a note. The annex names them all. */
const MOST_AUTHORS_NAMED = 3;

const WORDS = citationWords("en-GB");

/** The description, ending in a full stop. An excerpt that is not in the project is said to be missing. */
export function citationNoteText(citation: Pick<Citation, "excerptIds">, material: CitedMaterial): string {
  const parts = citation.excerptIds.map((excerptId) => {
    const found = findExcerpt(material, excerptId);
    return found ? excerptReference(found.excerpt, found.source) : WORDS.notFound;
  });
  // Two excerpts of one paragraph share their reference, which is given once.
  return withFullStop([...new Set(parts)].join("; "));
}

function excerptReference(excerpt: Excerpt, source: Source): string {
  const { metadata } = source;
  const responsible = withCommas([authorsInNote(authorsOf(metadata)), publisherOf(metadata)]);
  const agencies = agenciesOfPassage(excerpt.agencies, metadata);
  const citing = agencies.length > 0 ? ` (${WORDS.citing(agencies)})` : "";
  const title = quotedTitle(metadata.title) || titleFromFile(source.fileName, WORDS);
  return withCommas([
    responsible && `${responsible}${citing}`,
    responsible ? title : `${title}${citing}`,
    metadata.published ? formatDate(metadata.published) : "",
    onOneLine(excerpt.locator),
    source.versionOf === null ? "" : WORDS.earlierVersion,
  ]);
}

function authorsInNote(authors: readonly string[]): string {
  return authors.length > MOST_AUTHORS_NAMED ? `${authors[0]} and others` : inWords(authors);
}
