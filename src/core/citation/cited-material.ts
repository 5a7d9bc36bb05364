/**
 * What citations rest on, arranged so that each citation finds its excerpts and their sources at once.
 */
import type { Excerpt, ExcerptId } from "../excerpt/excerpt.ts";
import type { Source, SourceId } from "../source/source.ts";

export interface CitedMaterial {
  readonly excerpts: ReadonlyMap<ExcerptId, Excerpt>;
  readonly sources: ReadonlyMap<SourceId, Source>;
}

/** Excerpts a citation can name, removed ones among them, and their sources. */
export function citedMaterial(excerpts: readonly Excerpt[], sources: readonly Source[]): CitedMaterial {
  return {
    excerpts: new Map(excerpts.map((excerpt) => [excerpt.id, excerpt])),
    sources: new Map(sources.map((source) => [source.id, source])),
  };
}

/**
 * The source that holds an excerpt's words, with the excerpt: an earlier version of it, where the one in force no longer
 * says them. Another reading of the same file is that file. Undefined where either is not in the project.
 */
export function findExcerpt(
  material: CitedMaterial,
  excerptId: ExcerptId,
): { readonly excerpt: Excerpt; readonly source: Source } | undefined {
  const excerpt = material.excerpts.get(excerptId);
  const inForce = excerpt && material.sources.get(excerpt.sourceId);
  const earlier = excerpt?.earlier && material.sources.get(excerpt.earlier.sourceId);
  const source = earlier && earlier.sha256 !== inForce?.sha256 ? earlier : inForce;
  return excerpt && source && { excerpt, source };
}
