/** Which sources have a part in a finding: those that it names, and those on which the statements rest that it names. */
import type { Excerpt, ExcerptId } from "../excerpt/excerpt.ts";
import type { SourceId } from "../source/source.ts";
import type { Finding } from "./finding.ts";
import { type FindingPlace, haveWordsInCommon } from "./place.ts";
import type { ReviewReport } from "./review-report.ts";

/** Each once. */
export function sourcesOfFinding(
  { places, detail }: Finding,
  { statements }: Pick<ReviewReport, "statements">,
  excerpts: readonly Excerpt[],
): SourceId[] {
  const ofExcerpt = (id: ExcerptId): SourceId[] => {
    const excerpt = excerpts.find((each) => each.id === id);
    return excerpt ? [excerpt.sourceId] : [];
  };
  const ofPlace = (place: FindingPlace): readonly SourceId[] => {
    switch (place.in) {
      case "source":
      case "source-list":
        return [place.sourceId];
      case "excerpt":
        return ofExcerpt(place.excerptId);
      case "brief":
        return statements
          .filter((statement) => haveWordsInCommon(statement.place, place))
          .flatMap(({ sourceIds }) => sourceIds);
      case "section":
        return [];
    }
  };
  const ofDetail = (): SourceId[] => {
    if (detail.type === "wordings") return ofExcerpt(detail.excerptId);
    if (detail.type !== "difference") return [];
    return [detail.difference.a.place.sourceId, detail.difference.b.place.sourceId];
  };
  return [...new Set([...places.flatMap(ofPlace), ...ofDetail()])];
}
