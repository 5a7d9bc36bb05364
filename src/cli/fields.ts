/** What `--json` prints of sources and excerpts: the fields that docs and scripts rely on, and no others. */
import { numberCitations } from "../core/brief/numbering.ts";
import type { Brief } from "../core/brief/document.ts";
import type { Excerpt } from "../core/excerpt/excerpt.ts";
import type { Source } from "../core/source/source.ts";

export function sourceFields(source: Source) {
  const { title, authors, publisher, published, accessed, url, agencies, language } = source.metadata;
  return {
    id: source.id,
    fileName: source.fileName,
    title,
    authors,
    publisher,
    published,
    accessed,
    url,
    agencies,
    language,
    encoding: source.encoding,
    suggestions: source.suggestions,
    blocks: source.blockCount,
    characters: source.characterCount,
  };
}

export function excerptFields(excerpt: Excerpt, brief: Brief) {
  const citedBy = numberCitations(brief).filter(({ citation }) => citation.excerptIds.includes(excerpt.id));
  return {
    id: excerpt.id,
    sourceId: excerpt.sourceId,
    sectionId: excerpt.sectionId,
    quote: excerpt.selectors.quote.exact,
    locator: excerpt.locator,
    state: excerpt.state,
    note: excerpt.note,
    citations: citedBy.map(({ number }) => number),
  };
}
