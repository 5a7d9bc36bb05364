/** Places of findings in a few words, for the buttons that go there: "Context, para. 2", "Global Times, para. 3". Pure. */
import type { FindingPlace } from "../../../core/review/place.ts";
import type { ReviewReport } from "../../../core/review/review-report.ts";
import type { SupportedStatement } from "../../../core/review/statements/statement.ts";
import type { Source } from "../../../core/source/source.ts";
import { publisherOrName } from "../../../core/source/source-name.ts";
import type { WorkspaceState } from "../../state/workspace-state.ts";

/** Who published it, else its title: what the findings call it too. */
export function outletOf(source: Source | undefined): string {
  if (!source) return "A source";
  return publisherOrName(source);
}

/** `locator` is where a passage of a source stands in it; empty where that is not known. */
export function placeInWords(place: FindingPlace, state: WorkspaceState, locator: string): string {
  const title = (sectionId: string) =>
    state.template.sections.find(({ id }) => id === sectionId)?.title ||
    state.sectionMarkings.find(({ id }) => id === sectionId)?.title ||
    "Brief";
  const source = (sourceId: string) => outletOf(state.sources.find(({ id }) => id === sourceId));
  switch (place.in) {
    case "section":
      return title(place.sectionId);
    case "brief": {
      const number = paragraphOf(state.briefReview.report, place.sectionId, place.blockIndex);
      return number === null ? title(place.sectionId) : `${title(place.sectionId)}, para. ${number}`;
    }
    case "source-list":
      return source(place.sourceId);
    case "source":
      return withLocator(source(place.sourceId), locator);
    case "excerpt": {
      const excerpt = state.excerpts.find(({ id }) => id === place.excerptId);
      return excerpt ? withLocator(source(excerpt.sourceId), excerpt.locator) : "An excerpt";
    }
  }
}

function withLocator(name: string, locator: string): string {
  return locator === "" ? name : `${name}, ${locator}`;
}

const paragraphs = new WeakMap<readonly SupportedStatement[], ReadonlyMap<string, string>>();

/** The number of a paragraph as it is shown; where none is, which of the section's it is. Null where it is the only one. */
function paragraphOf(report: ReviewReport | null, sectionId: string, blockIndex: number): string | null {
  if (report === null) return null;
  let known = paragraphs.get(report.statements);
  if (!known) {
    known = countParagraphs(report.statements);
    paragraphs.set(report.statements, known);
  }
  return known.get(`${sectionId}/${blockIndex}`) ?? null;
}

function countParagraphs(statements: readonly SupportedStatement[]): ReadonlyMap<string, string> {
  const blocks = new Map<string, Map<number, string | null>>();
  for (const { place, paragraphNumber, exemption } of statements) {
    if (exemption === "heading") continue;
    const section = blocks.get(place.sectionId) ?? new Map<number, string | null>();
    blocks.set(place.sectionId, section.set(place.blockIndex, section.get(place.blockIndex) ?? paragraphNumber));
  }
  return new Map(
    [...blocks].flatMap(([sectionId, section]) =>
      section.size === 1 && [...section.values()][0] === null
        ? []
        : [...section].map(([index, number], at) => [`${sectionId}/${index}`, number ?? String(at + 1)] as const),
    ),
  );
}
