/**
 * The rest of a careful read: what is missing, what is too much, what rests too much on one source. Few and calm: one
 * finding for a section, never one for each thing in it.
 */

import { inlinesOf } from "../../brief/citation-numbers.ts";
import { countSectionWords } from "../../brief/count-brief-words.ts";
import type { Brief, Section } from "../../brief/document.ts";
import { isBlank } from "../../brief/paragraph-numbers.ts";
import type { SectionId } from "../../brief/section-id.ts";
import type { Template } from "../../brief/template.ts";
import { type Excerpt, keptExcerpts } from "../../excerpt/excerpt.ts";
import { isInForce, type Source } from "../../source/source.ts";
import { publisherOrName } from "../../source/source-name.ts";
import type { NewFinding } from "../finding.ts";
import { contentKey } from "../finding-key.ts";
import { count, grouped, quotedBit, shortName } from "../finding-words.ts";
import type { FindingPlace } from "../place.ts";
import type { ReviewSettings } from "../review-settings.ts";
import type { SupportedStatement } from "../statements/statement.ts";
import { carriedByOne } from "./carried-by-one.ts";
import { createLikelihoodReader } from "./likelihood.ts";

export interface CarefulReadInput {
  readonly brief: Brief;
  readonly template: Template;
  readonly statements: readonly SupportedStatement[];
  /** All, deleted ones too. */
  readonly excerpts: readonly Excerpt[];
  readonly sources: readonly Pick<Source, "id" | "fileName" | "metadata" | "versionOf" | "removedAt">[];
  readonly settings: Pick<ReviewSettings, "likelihood">;
}

export interface CarefulRead {
  /** The findings, by kind, each in the order of the brief. */
  of(input: CarefulReadInput): NewFinding[];
}

/** Reads one brief after the other, and what did not change only once. */
export function createCarefulRead(): CarefulRead {
  const likelihood = createLikelihoodReader();
  let counted = new Map<SectionId, { readonly section: Section; readonly json: string; readonly words: number }>();
  const wordsOf = (sections: readonly Section[]) => {
    const next: typeof counted = new Map();
    for (const section of sections) {
      const known = counted.get(section.id);
      const json = known?.section === section ? known.json : JSON.stringify(section.children);
      next.set(section.id, { section, json, words: known?.json === json ? known.words : countSectionWords(section) });
    }
    counted = next;
    return [...counted.values()].reduce((sum, { words }) => sum + words, 0);
  };
  return {
    of: (input) => [
      ...likelihood.of(input.statements, input.brief, input.settings.likelihood),
      ...emptySections(input),
      ...tooLong(input, wordsOf(input.brief.sections)),
      ...oneSourceSections(input),
      ...unusedExcerpts(input),
    ],
  };
}

/** The findings of one brief. */
export function readCarefully(input: CarefulReadInput): NewFinding[] {
  return createCarefulRead().of(input);
}

function emptySections({ brief, template }: CarefulReadInput): NewFinding[] {
  return template.sections
    .filter(({ id, required }) => required && !isWritten(brief.sections.find((section) => section.id === id)))
    .map(
      ({ id, title }): NewFinding => ({
        key: contentKey("section-empty", id),
        kind: "section-empty",
        message: `“${titleOf(brief, id, title)}” has no text yet.`,
        places: [{ in: "section", sectionId: id }],
        detail: { type: "none" },
      }),
    );
}

/** Whether a section holds more than headings. */
function isWritten(section: Section | undefined): boolean {
  return section?.children.some((block) => block.type !== "heading" && !isBlank(inlinesOf(block))) ?? false;
}

function tooLong({ brief, template }: CarefulReadInput, words: number): NewFinding[] {
  const { mostWords } = template;
  const [first] = brief.sections;
  if (mostWords === null || words <= mostWords || !first) return [];
  return [
    {
      key: contentKey("too-long", template.id, `${mostWords}`),
      kind: "too-long",
      message: `The brief has ${grouped(words)} words, ${grouped(words - mostWords)} more than the ${grouped(mostWords)} of “${template.name}”.`,
      places: [{ in: "section", sectionId: first.id }],
      detail: { type: "none" },
    },
  ];
}

/** Sections most of whose statements rest on one source, or on one origin, and on nothing else. */
function oneSourceSections({ brief, statements, sources }: CarefulReadInput): NewFinding[] {
  const bySection = Map.groupBy(statements, ({ place }) => place.sectionId);
  return brief.sections.flatMap((section): NewFinding[] => {
    const carried = carriedByOne(bySection.get(section.id) ?? []);
    if (!carried) return [];
    const source = sources.find(({ id }) => id === carried.sourceId);
    const name = source ? publisherOrName(source) : carried.originName;
    return [
      {
        key: contentKey("one-source-section", section.id, carried.sourceId ?? carried.originName),
        kind: "one-source-section",
        message: `${carried.own.length} of the ${carried.supported} supported statements of “${titleOf(brief, section.id, section.title)}” rest on ${shortName(name)} alone.`,
        places: [{ in: "section", sectionId: section.id }, ...carried.own.map(({ place }): FindingPlace => place)],
        detail: { type: "none" },
      },
    ];
  });
}

/** Excerpts that are filed under a section and cited nowhere: they were kept for something. */
function unusedExcerpts({ brief, excerpts, sources, statements }: CarefulReadInput): NewFinding[] {
  const cited = new Set(statements.flatMap(({ citations }) => citations.flatMap(({ excerptIds }) => excerptIds)));
  const inForce = new Set(sources.filter(isInForce).map(({ id }) => id));
  const unused = keptExcerpts(excerpts).filter(
    ({ id, sectionId, sourceId }) => sectionId !== null && !cited.has(id) && inForce.has(sourceId),
  );
  const bySection = Map.groupBy(unused, ({ sectionId }) => sectionId);
  return brief.sections.flatMap((section): NewFinding[] => {
    const own = bySection.get(section.id) ?? [];
    const [first] = own;
    if (!first) return [];
    const title = titleOf(brief, section.id, section.title);
    const words = `“${quotedBit(first.selectors.quote.exact)}”`;
    return [
      {
        key: contentKey("excerpt-not-used", section.id),
        kind: "excerpt-not-used",
        message:
          own.length === 1
            ? `One excerpt filed under “${title}” is cited nowhere: ${words}.`
            : `${count(own.length, "excerpt")} filed under “${title}” are cited nowhere; the first: ${words}.`,
        places: own.map(({ id }) => ({ in: "excerpt", excerptId: id })),
        detail: { type: "none" },
      },
    ];
  });
}

function titleOf({ sections }: Pick<Brief, "sections">, id: SectionId, otherwise: string): string {
  const title = sections.find((section) => section.id === id)?.title.trim() ?? "";
  return title === "" ? otherwise : title;
}
