/**
 * How many origins are in sight for what an excerpt says, as far as the review tells: those of the statements that cite
 * it, and at least the one of its own source. Pure.
 */
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import type { ReviewReport } from "../../../core/review/review-report.ts";
import type { SourceId } from "../../../core/source/source.ts";

/** Their names, each once. Null where the review has not come to anything yet. */
export function originsInSight(
  report: Pick<ReviewReport, "statements" | "origins"> | null,
  excerpt: { readonly id: ExcerptId; readonly sourceId: SourceId },
): readonly string[] | null {
  if (!report) return null;
  const own = report.origins.filter(({ sourceIds }) => sourceIds.includes(excerpt.sourceId));
  const citing = report.statements.filter(({ citations }) =>
    citations.some(({ excerptIds }) => excerptIds.includes(excerpt.id)),
  );
  // Statements that cite it need not say the same: only those that stand together in one count together.
  const best = citing
    .map(({ origins }) => origins)
    .reduce((most, origins) => (origins.length > most.length ? origins : most), own);
  return [...new Set(best.map(({ name }) => name))];
}
