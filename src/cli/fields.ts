/** What `--json` prints of imports, sources and excerpts: the fields that docs and scripts rely on, and no others. */

import { numberCitations } from "../core/brief/citation-numbers.ts";
import type { Brief } from "../core/brief/document.ts";
import type { Excerpt } from "../core/excerpt/excerpt.ts";
import type { Source } from "../core/source/source.ts";
import type { ShownImportResult } from "../ipc/import-result.ts";
import type { Replacement } from "../ipc/replacement.ts";
import type { SearchResult } from "../ipc/search-result.ts";

/** `path` as it was given; what came with a mail has the mail's path and names the mail. */
export function importFields(result: ShownImportResult, path: string) {
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

/** The title is null where it is unknown, as in the list of sources. */
export function searchFields({ sources: found, total }: SearchResult, sources: readonly Source[]) {
  const titles = new Map(sources.map(({ id, metadata }) => [id, metadata.title]));
  return {
    sources: found.map(({ sourceId, total: inSource, hits }) => ({
      sourceId,
      title: titles.get(sourceId) ?? null,
      total: inSource,
      hits,
    })),
    total,
  };
}
export type FoundFields = ReturnType<typeof searchFields>;

/** What became of the excerpts; the words of those that are not where they were found, and where they are or may be. */
export function replacementFields({ sourceId, versionId, report, attachments }: Replacement, path: string) {
  return {
    sourceId,
    versionId,
    attachments: attachments.map((result) => importFields(result, path)),
    excerpts: report.map(({ excerptId, state, old, now }) => ({
      id: excerptId,
      state,
      was: { words: old.words, locator: old.locator },
      now: now.map(({ words, locator, fromUtf16, toUtf16 }) => ({ words, locator, fromUtf16, toUtf16 })),
    })),
  };
}
