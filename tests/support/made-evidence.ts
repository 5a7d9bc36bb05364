/** Evidence of a brief as the review would tell it, made of a few words: which statement rests on which sources. */
import type { SectionId } from "../../src/core/brief/section-id.ts";
import type { Excerpt, ExcerptId } from "../../src/core/excerpt/excerpt.ts";
import type { Origin } from "../../src/core/review/origins/origin.ts";
import type { SupportedStatement } from "../../src/core/review/statements/statement.ts";
import type { Source, SourceId } from "../../src/core/source/source.ts";
import { excerptOf, sourceWith } from "./cited-material.ts";

// Ids are made of these letters and digits.
export const sourceId = (name: string) => `source-${name}` as SourceId;
export const sectionId = (name: string) => name as SectionId;

export function madeSource(name: string, changes: Partial<Source> = {}): Source {
  return { ...sourceWith(sourceId(name), { publisher: name, title: `News of ${name}` }), ...changes };
}

export function madeExcerpt(source: string, changes: Partial<Excerpt> = {}): Excerpt {
  return { ...excerptOf(madeSource(source), `excerpt-${source}`), ...changes };
}

/** An origin of sources that are each their own outlet. */
export function madeOrigin(name: string, sources: readonly string[]): Origin {
  return {
    id: `origin-${sources.join("-")}`,
    name,
    outlets: [...sources],
    sourceIds: sources.map(sourceId),
    reason: sources.length > 1 ? "They share the same words." : "",
  };
}

/** A statement that cites an excerpt of each source, named as the source is. */
export function madeStatement(
  section: string,
  text: string,
  sources: readonly string[],
  origins: readonly Origin[],
  changes: Partial<SupportedStatement> = {},
): SupportedStatement {
  return {
    key: `statement:${text}`,
    place: {
      in: "brief",
      sectionId: sectionId(section),
      blockIndex: 0,
      partIndex: 0,
      fromUtf16: 0,
      toUtf16: text.length,
    },
    text,
    paragraphNumber: null,
    citations: sources.map((source, index) => ({
      id: `citation-${source}` as never, // an id of a citation, by its shape
      number: index + 1,
      excerptIds: [`excerpt-${source}` as ExcerptId],
      atUtf16: text.length,
    })),
    isAssessment: false,
    exemption: null,
    state: sources.length > 0 ? "supported" : "open",
    origins: origins.filter(({ sourceIds }) => sources.some((source) => sourceIds.includes(sourceId(source)))),
    sourceIds: sources.map(sourceId),
    ...changes,
  };
}
