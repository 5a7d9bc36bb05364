/**
 * The review of a brief against its sources: holds their texts and what is known of them from one report to the next.
 * Pure: the same texts and the same brief give the same report, in whatever order they came.
 */
import type { Brief } from "../brief/document.ts";
import type { Template } from "../brief/template.ts";
import type { Excerpt } from "../excerpt/excerpt.ts";
import type { Source, SourceId } from "../source/source.ts";
import type { Decision } from "./decision.ts";
import type { Outlet } from "./origins/credit.ts";
import type { SourcePlace } from "./place.ts";
import type { ReviewReport } from "./review-report.ts";
import type { ReviewSettings } from "./review-settings.ts";
import type { ReviewedText } from "./reviewed-text.ts";

export interface ReviewInput {
  readonly brief: Brief;
  readonly template: Template;
  /** All of the project, removed ones too. The same array where nothing of them changed since the report before. */
  readonly excerpts: readonly Excerpt[];
  /** The same of the sources, earlier versions among them. */
  readonly sources: readonly Source[];
  readonly decisions: readonly Decision[];
  readonly settings: ReviewSettings;
}

/** A passage of a source, and where else it stands. */
export interface SharedPassage {
  readonly fromUtf16: number;
  readonly toUtf16: number;
  readonly others: readonly SourcePlace[];
}

export interface Review {
  /** Takes the text of a source in force, in the place of the one before. */
  putSource(text: ReviewedText): void;
  dropSource(id: SourceId): void;
  report(input: ReviewInput): ReviewReport;
  /** In the order of the source's text. */
  alsoIn(id: SourceId): readonly SharedPassage[];
}

/** `known` are the agencies and outlets that Attaché brings. */
export function createReview(_known: readonly Outlet[]): Review {
  const texts = new Map<SourceId, ReviewedText>();
  return {
    putSource: (text) => void texts.set(text.sourceId, text),
    dropSource: (id) => void texts.delete(id),
    report({ brief, template, decisions }) {
      const required = new Map(template.sections.map(({ id, required }) => [id, required]));
      const isEmpty = (children: Brief["sections"][number]["children"]) =>
        !JSON.stringify(children).includes('"text":');
      return {
        findings: brief.sections
          .filter(({ id, children }) => required.get(id) === true && isEmpty(children))
          .map(({ id, title }) => ({
            key: `section-empty:${id}`,
            kind: "section-empty",
            message: `“${title}” is empty.`,
            places: [{ in: "section", sectionId: id }],
            detail: { type: "none" },
            decision: decisions.find(({ key }) => key === `section-empty:${id}`) ?? null,
          })),
        statements: [],
        origins: [...texts.values()].map(({ sourceId, name }) => ({
          id: `origin:${sourceId}`,
          name,
          outlets: [name],
          sourceIds: [sourceId],
          reason: "",
        })),
      };
    },
    alsoIn: () => [],
  };
}
