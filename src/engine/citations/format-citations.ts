/**
 * Sets the citations of a brief in a style: notes or citations in the text, and references. Touches no file.
 */
import { numberCitations } from "../../core/brief/citation-numbers.ts";
import type { Brief, BriefLanguage, Citation } from "../../core/brief/document.ts";
import { citationNoteText } from "../../core/citation/citation-note.ts";
import { type CitationWords, citationWords } from "../../core/citation/citation-words.ts";
import { citedMaterial } from "../../core/citation/cited-material.ts";
import { type Cite, citesOf } from "../../core/citation/cites.ts";
import { cslRecord } from "../../core/citation/csl-record.ts";
import {
  type FormattedCitations,
  type FormattedReference,
  type NoteRun,
  textOfRuns,
} from "../../core/citation/formatted-citations.ts";
import { type CitedSource, citedSources } from "../../core/citation/source-reference.ts";
import { withFullStop } from "../../core/citation/source-words.ts";
import type { Excerpt } from "../../core/excerpt/excerpt.ts";
import { HOUSE_STYLE_ID } from "../../core/export/export-options.ts";
import type { Source } from "../../core/source/source.ts";
import { houseStyle, type LoadedCitationStyle } from "./citation-styles.ts";
import { CREDITS_PLACE, fillPlaces, NUMBER_PLACE, withoutCreditsPlaces } from "./cite-places.ts";
import { type CiteItem, type Cluster, createProcessor, type SetCitations } from "./citeproc.ts";
import { isNumber, itemOf, recordOf } from "./citeproc-input.ts";
import { distinctClusters } from "./distinct-clusters.ts";
import { runsOfHtml } from "./html-runs.ts";
import { sealWhole, withOneFullStop } from "./seal-text.ts";
import { unusableStyle } from "./unusable-style.ts";

export interface CitationsInput {
  readonly brief: Pick<Brief, "sections" | "language">;
  /** Every excerpt that a citation may name, removed ones among them. */
  readonly excerpts: readonly Excerpt[];
  readonly sources: readonly Source[];
  readonly style: LoadedCitationStyle;
}

/** What citeproc writes where a style prints nothing of a source. */
const NOTHING_PRINTED = "[CSL STYLE ERROR";
const SPACE: NoteRun = { text: " " };

interface CitationToSet {
  readonly citation: Citation;
  readonly number: number;
  readonly cites: readonly Cite[];
  /** Whether an excerpt that it names is not in the project. */
  readonly misses: boolean;
}

/**
 * The citations in the order of the brief, repeated ones shortened as the style says, and the reference of each cited
 * source. A citation whose excerpt is not among those given says so; one of which the style prints nothing is described
 * in its place. Throws AttacheError, naming the style, where the style cannot be used.
 */
export function formatCitations(input: CitationsInput): FormattedCitations {
  const { brief, excerpts, sources, style } = input;
  const material = citedMaterial(excerpts, sources);
  const words = citationWords(brief.language);
  const toSet = numberCitations(brief).map(({ citation, number }): CitationToSet => {
    const cites = citesOf(citation, material);
    return { citation, number, cites: cites.filter((cite) => cite !== "missing"), misses: cites.includes("missing") };
  });
  const cited = citedSources(brief, excerpts, sources);
  const { citations, bibliography } = setInStyle(input, toSet, cited, words);

  const withCites = toSet.filter(({ cites }) => cites.length > 0);
  const htmlOf = new Map(withCites.map((each, index) => [each, citations[index] ?? ""]));
  const described = (citation: Citation) => inPlace(style, citationNoteText(citation, material).replace(/\.$/, ""));
  const noteOf = (each: CitationToSet): readonly NoteRun[] => {
    const html = htmlOf.get(each);
    if (html === undefined) return [{ text: inPlace(style, words.notFound) }];
    return noteRuns(html, each, style, words) ?? [{ text: described(each.citation) }];
  };
  return {
    kind: style.kind,
    citations: new Map(toSet.map((each) => [each.citation.id, noteOf(each)])),
    references: completeReferences(referencesOf(bibliography, cited, style), cited, input),
  };
}

function isHouse({ id }: LoadedCitationStyle): boolean {
  return id === HOUSE_STYLE_ID;
}

function setInStyle(
  { brief, style }: CitationsInput,
  toSet: readonly CitationToSet[],
  cited: readonly CitedSource[],
  words: CitationWords,
): SetCitations {
  const clusters = toSet
    .filter(({ cites }) => cites.length > 0)
    .map(({ number, cites, misses }): Cluster => {
      const items = cites.map((cite) => itemOf(cite, words, isHouse(style)));
      return {
        id: `${number}`,
        noteNumber: style.kind === "note" ? number : 0,
        items: misses ? withLastSuffix(items, `; ${words.notFound}`) : items,
      };
    });
  const records = cited.map(({ source }) => recordOf(source, brief.language, isHouse(style)));
  try {
    const processor = createProcessor(style.xml, brief.language);
    if (!isHouse(style)) return processor.set(records, clusters);
    const distinct = distinctClusters(clusters);
    const { citations, bibliography } = processor.set(records, distinct.clusters);
    return { citations: distinct.placeOf.map((place) => citations[place] ?? ""), bibliography };
  } catch (error) {
    throw unusableStyle(style.name, error);
  }
}

function withLastSuffix(items: readonly CiteItem[], more: string): CiteItem[] {
  return items.map((item, index) =>
    index === items.length - 1 ? { ...item, suffix: `${item.suffix ?? ""}${more}` } : item,
  );
}

/** Null where the style prints nothing. */
function noteRuns(
  html: string,
  { cites }: CitationToSet,
  style: LoadedCitationStyle,
  words: CitationWords,
): readonly NoteRun[] | null {
  if (!isHouse(style)) return printed(withoutCreditsPlaces(html));
  const credits = cites.map(({ agencies }) => (agencies.length > 0 ? sealWhole(` (${words.citing(agencies)})`) : ""));
  const numbers = cites.flatMap(({ locator }) => (locator && isNumber(locator) ? [locator.value] : []));
  const withNumbers = fillPlaces(html, NUMBER_PLACE, numbers);
  const whole = withNumbers === null ? null : fillPlaces(withNumbers, CREDITS_PLACE, credits);
  return whole === null ? null : runsOfHtml(withOneFullStop(whole));
}

/** Null where a style prints nothing of a source, or nothing before what stands behind the cite: its place, its agencies. */
function printed(html: string): readonly NoteRun[] | null {
  const runs = html.includes(NOTHING_PRINTED) ? [] : runsOfHtml(html);
  return runs.length > 0 && !/^[\s([]*[,;]/u.test(textOfRuns(runs)) ? runs : null;
}

/** In the style's order, without sources of which it prints nothing. The house style's is that of first citation. */
function referencesOf(
  bibliography: SetCitations["bibliography"],
  cited: readonly CitedSource[],
  style: LoadedCitationStyle,
): FormattedReference[] {
  const citedById = new Map<string, CitedSource>(cited.map((each) => [each.source.id, each]));
  return bibliography.flatMap(({ id, html }) => {
    const of = citedById.get(id);
    const runs = isHouse(style) ? runsOfHtml(withOneFullStop(entryOf(html))) : printed(withoutCreditsPlaces(html));
    return of && runs ? [{ ...of, runs }] : [];
  });
}

/** What stands in the element that citeproc puts around a reference. */
function entryOf(html: string): string {
  return html.trim().replace(/^<div class="csl-entry">|<\/div>$/g, "");
}

/**
 * Every source is named: of those of which the style gives no reference, such as mails, or one that names neither title
 * nor author nor publisher, the house style's reference is given, or added.
 */
function completeReferences(
  references: readonly FormattedReference[],
  cited: readonly CitedSource[],
  input: CitationsInput,
): readonly FormattedReference[] {
  const given = new Set(references.map(({ source }) => source.id));
  const lacking = cited.filter(({ source }) => !given.has(source.id));
  const isNamed = ({ source, runs }: FormattedReference) => names(textOfRuns(runs), source, input.brief.language);
  if (isHouse(input.style) || (lacking.length === 0 && references.every(isNamed))) return references;
  const inHouseStyle = formatCitations({ ...input, style: houseStyle() }).references;
  const runsOf = new Map(inHouseStyle.map(({ source, runs }) => [source.id, runs]));
  const houseRuns = ({ source }: CitedSource) => runsOf.get(source.id) ?? [];
  return [
    ...references.map((each) => (isNamed(each) ? each : { ...each, runs: [...each.runs, SPACE, ...houseRuns(each)] })),
    ...lacking.map((each) => ({ ...each, runs: houseRuns(each) })),
  ];
}

/** Whether a text names a source, in whatever case: by its title or what stands for it, an author, or the publisher. */
function names(text: string, source: Source, language: BriefLanguage): boolean {
  const { title, author = [], publisher, "container-title": container } = cslRecord(source, language);
  const authors = author.map((name) => ("literal" in name ? name.literal : name.family));
  const found = text.toLowerCase();
  return [title, ...authors, publisher, container].some((name) => name && found.includes(name.toLowerCase()));
}

/** Words as the style would have them stand: as a note, or in brackets in the text. */
function inPlace({ kind }: LoadedCitationStyle, words: string): string {
  return kind === "note" ? withFullStop(words) : `(${words})`;
}
