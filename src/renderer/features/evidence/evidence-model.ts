/**
 * The evidence of a brief, arranged to be shown: its statements by section, the sources by where they come from, and
 * what rests on what. For the picture and the table alike. Pure.
 */

import type { SectionId } from "../../../core/brief/section-id.ts";
import type { Excerpt } from "../../../core/excerpt/excerpt.ts";
import { originsInWords } from "../../../core/review/origins/describe-origins.ts";
import type { ReviewReport } from "../../../core/review/review-report.ts";
import type { SupportedStatement } from "../../../core/review/statements/statement.ts";
import type { Source } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { gradeCode } from "../../ui/grade-words.ts";

export interface ShownStatement {
  readonly statement: SupportedStatement;
  /** Of the section that it stands in, among those shown. */
  readonly sectionIndex: number;
  /** The sources that it rests on, as their places among all shown, rising. */
  readonly sources: readonly number[];
  /** The numbers of its citations. */
  readonly numbers: readonly number[];
  readonly outlets: readonly string[];
  readonly origins: readonly string[];
  /** "B2", each once; empty where nothing is graded. */
  readonly grades: readonly string[];
}

export interface ShownSource {
  readonly source: Source;
  readonly name: string;
  readonly outlet: string | null;
  readonly originIndex: number;
  /** The statements that rest on it, as their places among all shown, rising. */
  readonly statements: readonly number[];
}

export interface ShownOrigin {
  readonly id: string;
  readonly name: string;
  readonly outlets: readonly string[];
  readonly reason: string;
  /** Its sources, as their places among all shown. */
  readonly sources: readonly number[];
}

export interface ShownSection {
  readonly id: SectionId;
  readonly title: string;
  /** Its statements: from one place among all shown to another, the last not included. */
  readonly from: number;
  readonly to: number;
}

export interface Evidence {
  readonly sections: readonly ShownSection[];
  readonly statements: readonly ShownStatement[];
  readonly origins: readonly ShownOrigin[];
  readonly sources: readonly ShownSource[];
}

interface EvidenceInput {
  readonly report: Pick<ReviewReport, "statements" | "origins">;
  /** In the order of the brief. */
  readonly sections: readonly { readonly id: SectionId; readonly title: string }[];
  /** Those in force, in the order in which they were added. */
  readonly sources: readonly Source[];
  readonly excerpts: readonly Excerpt[];
}

/** Headings state nothing, and are left out. */
export function arrangeEvidence({ report, sections, sources, excerpts }: EvidenceInput): Evidence {
  const placeOf = new Map(sources.map(({ id }, index) => [id, index]));
  const excerptOf = new Map(excerpts.map((excerpt) => [excerpt.id, excerpt]));
  const sectionsShown: ShownSection[] = [];
  const statements: ShownStatement[] = [];
  for (const { id, title } of sections) {
    const from = statements.length;
    for (const statement of report.statements) {
      if (statement.place.sectionId !== id || statement.exemption === "heading") continue;
      const cited = statement.citations.flatMap(({ excerptIds }) =>
        excerptIds.flatMap((excerptId) => excerptOf.get(excerptId) ?? []),
      );
      const grades = cited.map(({ sourceId, credibility }) =>
        gradeCode({
          letter: sources[placeOf.get(sourceId) ?? -1]?.reliability.letter ?? null,
          digit: credibility.digit,
        }),
      );
      statements.push({
        statement,
        sectionIndex: sectionsShown.length,
        sources: distinct(statement.sourceIds.flatMap((sourceId) => placeOf.get(sourceId) ?? [])).sort((a, b) => a - b),
        numbers: distinct(statement.citations.map(({ number }) => number)),
        outlets: distinct(statement.origins.flatMap(({ outlets }) => outlets)),
        origins: distinct(statement.origins.map(({ name }) => name)),
        grades: distinct(grades.filter((grade) => grade !== "")),
      });
    }
    if (statements.length > from) sectionsShown.push({ id, title, from, to: statements.length });
  }
  const origins = originsOf(report, sources, placeOf);
  return {
    sections: sectionsShown,
    statements,
    origins,
    sources: sources.map((source, index) => ({
      source,
      name: sourceName(source),
      outlet: source.metadata.publisher ?? source.metadata.authors[0] ?? null,
      originIndex: origins.findIndex((origin) => origin.sources.includes(index)),
      statements: statements.flatMap((shown, place) => (shown.sources.includes(index) ? [place] : [])),
    })),
  };
}

/** Every source is in one: those that the review does not know yet each stand for themselves. */
function originsOf(
  { origins }: Pick<ReviewReport, "origins">,
  sources: readonly Source[],
  placeOf: ReadonlyMap<string, number>,
): ShownOrigin[] {
  const known = origins
    .map(({ id, name, outlets, reason, sourceIds }) => ({
      id,
      name,
      outlets,
      reason,
      sources: sourceIds.flatMap((sourceId) => placeOf.get(sourceId) ?? []),
    }))
    .filter((origin) => origin.sources.length > 0);
  const placed = new Set(known.flatMap((origin) => origin.sources));
  const unknown = sources.flatMap((source, index): ShownOrigin[] =>
    placed.has(index) ? [] : [{ id: source.id, name: sourceName(source), outlets: [], reason: "", sources: [index] }],
  );
  return [...known, ...unknown];
}

const EXEMPT_WORDS: Readonly<Record<NonNullable<SupportedStatement["exemption"]>, string>> = {
  question: "Question",
  heading: "Heading",
  "repeats-supported": "Repeats what is supported",
  introduces: "Introduces",
};

/** What a statement comes to, in words. */
export function supportInWords({ statement, outlets, origins }: ShownStatement): string {
  switch (statement.state) {
    case "open":
      return "No source";
    case "assessment":
      return "Assessment";
    case "exempt":
      return EXEMPT_WORDS[statement.exemption ?? "heading"];
    case "supported":
      // Of a passage that is not in the project nobody knows where it comes from.
      return origins.length > 0 ? originsInWords(outlets.length, origins) : "Cites a passage";
  }
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
