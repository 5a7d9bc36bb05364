/** What `--json` prints of imports, sources and excerpts: the fields that docs and scripts rely on, and no others. */

import type { Brief } from "../core/brief/document.ts";
import { numberCitations } from "../core/brief/numbering.ts";
import type { Excerpt } from "../core/excerpt/excerpt.ts";
import type { Source } from "../core/source/source.ts";
import type { ImportResult } from "../ipc/import-result.ts";

/** `path` as it was given; what came with a mail has the mail's path and names the mail. */
export function importFields(result: ImportResult, path: string) {
  const { fileName, status, sourceId, title, warnings, error, attachedTo } = result;
  return { path, fileName, status, sourceId, title, warnings, error: error?.message ?? null, attachedTo };
}

export function sourceFields(source: Source) {
  const { title, authors, publisher, published, accessed, url, agencies, language } = source.metadata;
  return {
    id: source.id,
    fileName: source.fileName,
    format: source.format,
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
    pages: source.pageCount,
    attachedTo: source.attachedTo,
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
