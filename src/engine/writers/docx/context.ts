/**
 * What the parts of the document are written with: the brief and what it rests on, and what they count together.
 */
import { citationNumbers } from "../../../core/brief/citation-numbers.ts";
import type { CitationId } from "../../../core/brief/document.ts";
import { createParagraphNamer, type ParagraphNamer } from "../../../core/brief/paragraph-name.ts";
import { type CitedMaterial, citedMaterial } from "../../../core/citation/cited-material.ts";
import { Bookmarks } from "./bookmarks.ts";
import { type DocumentWords, documentWords } from "./document-words.ts";
import type { DocxInput } from "./docx-input.ts";
import { LinkTargets } from "./hyperlinks.ts";
import { Notes } from "./notes.ts";
import { OrderedLists } from "./numbering.ts";
import { WordSources } from "./word-sources.ts";

export interface Context {
  readonly input: DocxInput;
  readonly words: DocumentWords;
  readonly material: CitedMaterial;
  readonly numbers: ReadonlyMap<CitationId, number>;
  /** Numbers of the citations whose passages the annex shows. */
  readonly evidenced: ReadonlySet<number>;
  readonly nameOf: ParagraphNamer;
  readonly bookmarks: Bookmarks;
  readonly links: LinkTargets;
  readonly orderedLists: OrderedLists;
  /** Null for a style that cites in the text. */
  readonly notes: Notes | null;
  /** Null where citations in the text are plain text. */
  readonly wordSources: WordSources | null;
}

export function createContext(input: DocxInput): Context {
  const { brief, citations, evidence, excerpts, options, sources } = input;
  const isNoted = citations.kind === "note";
  return {
    input,
    words: documentWords(brief.language),
    material: citedMaterial(excerpts, sources),
    numbers: citationNumbers(brief),
    evidenced: new Set(evidence.filter(({ passages }) => passages.length > 0).map(({ number }) => number)),
    nameOf: createParagraphNamer(brief.sections),
    bookmarks: new Bookmarks(),
    links: new LinkTargets(),
    orderedLists: new OrderedLists(),
    notes: isNoted ? new Notes(options.notes === "endnotes" ? "endnote" : "footnote") : null,
    wordSources: isNoted ? null : WordSources.create(input),
  };
}
