/** What `--json` prints of imports, sources and excerpts: the fields that docs and scripts rely on, and no others. */

import type { Brief } from "../core/brief/document.ts";
import { numberCitations } from "../core/brief/numbering.ts";
import type { Excerpt } from "../core/excerpt/excerpt.ts";
import type { Source } from "../core/source/source.ts";
import type { ImportResult } from "../ipc/import-result.ts";

/** `path` as it was given. */
export function importFields({ status, sourceId, title, warnings, error }: ImportResult, path: string) {
  return { path, status, sourceId, title, warnings, error: error?.message ?? null };
}

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
