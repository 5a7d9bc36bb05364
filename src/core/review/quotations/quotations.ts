/**
 * Quotations of the brief beside the passages that they cite: the same words, up to typography, declared ellipses and
 * [insertions]; anything else is found. Words that stand elsewhere in the cited source are the source's words.
 */
import type { Brief } from "../../brief/document.ts";
import type { Excerpt, ExcerptId } from "../../excerpt/excerpt.ts";
import type { SourceId } from "../../source/source.ts";
import type { NewFinding } from "../finding.ts";
import { movedFinding } from "../moved-finding.ts";
import type { Statement } from "../statements/statement.ts";
import { type ComparableText, comparableText } from "./comparable-text.ts";
import { driftOf } from "./drift.ts";
import { holdsRuns } from "./match-quotation.ts";
import { countComparable, type Run, readings } from "./quotation-pieces.ts";
import { quotationsIn, type WrittenQuotation } from "./written-quotations.ts";

export interface QuotationsInput {
  readonly brief: Pick<Brief, "sections" | "language">;
  readonly statements: readonly Statement[];
  readonly excerpts: ReadonlyMap<ExcerptId, Excerpt>;
  /** The canonical text of a source, in force or an earlier version; null where it is not at hand. */
  readonly sourceText: (sourceId: SourceId) => string | null;
  /** ISO 639-1 code of a source's language; null where it is not known. */
  readonly languageOf: (sourceId: SourceId) => string | null;
}

export interface Quotations {
  of(input: QuotationsInput): NewFinding[];
  /** The stretches of a statement's text that the last report compared, whatever came of it. */
  comparedIn(statement: Statement): readonly { readonly fromUtf16: number; readonly toUtf16: number }[];
}

/** A passage that a quotation is compared with. */
export interface CitedPassage {
  readonly excerpt: Excerpt;
  readonly exact: string;
  /** The text of its source, where it is at hand. */
  readonly source: string | null;
  readonly language: string | null;
}

/** Fewer words are held to be a term that is set off, not a quotation. */
const FEWEST_WORDS = 3;
const FEWEST_SIGNS = 6;
/** Texts of sources that are kept ready to be compared. */
const MOST_TEXTS = 24;

/** The quotations of a statement, with what they were compared with and what came of it. */
interface Known {
  readonly statement: Statement;
  readonly isBlock: boolean;
  readonly quotations: readonly WrittenQuotation[];
  readonly passages: readonly (readonly CitedPassage[])[];
  readonly findings: readonly NewFinding[];
}

/** Compares the quotations of one brief after the other, each only where it or what it cites changed. */
export function createQuotations(): Quotations {
  let known = new Map<string, Known>();
  const ready = createReadyTexts();
  return {
    of(input) {
      const next: typeof known = new Map();
      const blocks = new Map(input.brief.sections.map(({ id, children }) => [id, children]));
      for (const statement of input.statements) {
        if (statement.citations.length === 0) continue;
        const { sectionId, blockIndex } = statement.place;
        const isBlock = blocks.get(sectionId)?.[blockIndex]?.type === "quotation";
        next.set(statement.key, read(statement, isBlock, input, known.get(statement.key), ready));
      }
      known = next;
      return [...known.values()].flatMap(({ findings }) => findings);
    },
    comparedIn: ({ key }) => known.get(key)?.quotations ?? [],
  };
}

function read(
  statement: Statement,
  isBlock: boolean,
  input: QuotationsInput,
  before: Known | undefined,
  ready: ReadyTexts,
): Known {
  const isSame = before !== undefined && before.isBlock === isBlock && saysTheSame(before.statement, statement);
  const quotations = isSame ? before.quotations : quotationsIn(statement, isBlock).filter(isLongEnough);
  const passages = quotations.map((quotation) => passagesOf(quotation, input));
  if (isSame && passages.every((own, index) => areSame(own, before.passages[index] ?? []))) {
    if (before.statement === statement) return before;
    const findings = before.findings.map((finding) => movedFinding(finding, before.statement.place, statement.place));
    return { ...before, statement, findings };
  }
  const findings = quotations.flatMap((quotation, index) => {
    const own = passages[index] ?? [];
    return own.length === 0 ? [] : (compare(statement, quotation, own, input, ready) ?? []);
  });
  return { statement, isBlock, quotations, passages, findings };
}

/** Whether two statements of one key have their quotations and citations at the same places of their words. */
function saysTheSame(one: Statement, other: Statement): boolean {
  if (one === other) return true;
  const shift = other.place.fromUtf16 - one.place.fromUtf16;
  return (
    one.text === other.text &&
    one.citations.length === other.citations.length &&
    one.citations.every(({ atUtf16 }, index) => other.citations[index]?.atUtf16 === atUtf16 + shift)
  );
}

function areSame(one: readonly CitedPassage[], other: readonly CitedPassage[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ excerpt, source, language }, index) => {
      const them = other[index];
      return them?.excerpt === excerpt && them.source === source && them.language === language;
    })
  );
}

function isLongEnough({ texts }: WrittenQuotation): boolean {
  const text = comparableText(texts[0] ?? "");
  const isOfSigns = text.letters.length > 0 && countComparable(text) >= text.letters.length;
  return countComparable(text) >= (isOfSigns ? FEWEST_SIGNS : FEWEST_WORDS);
}

/** The passages that a quotation cites, those of the citation right behind it first. */
function passagesOf(
  { excerptIds }: WrittenQuotation,
  { excerpts, sourceText, languageOf }: QuotationsInput,
): CitedPassage[] {
  return excerptIds.flatMap((id) => {
    const excerpt = excerpts.get(id);
    if (!excerpt) return [];
    const { exact } = excerpt.selectors.quote;
    const source = sourceText((excerpt.earlier ?? excerpt).sourceId);
    return [{ excerpt, exact, source, language: languageOf(excerpt.sourceId) }];
  });
}

function compare(
  statement: Statement,
  quotation: WrittenQuotation,
  passages: readonly CitedPassage[],
  { brief }: QuotationsInput,
  ready: ReadyTexts,
): NewFinding | null {
  const texts = quotation.texts.map(readings);
  const exact = passages.map(({ exact }) => comparableText(exact));
  if (texts.some((ways) => ways.some((runs) => exact.some((text) => holdsRuns(text, runs))))) return null;
  const sources = () => [...new Set(passages.flatMap(({ source }) => source ?? []))].map((source) => ready.of(source));
  if (texts.some((ways) => ways.some((runs) => sources().some((text) => holdsRuns(text, runs))))) return null;
  if (texts.some((ways) => ways.some((runs) => holdsEach([...exact, ...sources()], runs)))) return null;
  return driftOf(statement, quotation, passages, brief.language);
}

/** Whether words with ellipses between them come from several of the cited texts. */
function holdsEach(texts: readonly ComparableText[], runs: readonly Run[]): boolean {
  const groups: Run[][] = [];
  for (const run of runs) {
    if (run.gap === "any") groups.push([run]);
    else groups.at(-1)?.push(run);
  }
  return groups.length > 1 && groups.every((group) => texts.some((text) => holdsRuns(text, group)));
}

interface ReadyTexts {
  of(source: string): ComparableText;
}

/** Comparable texts of sources, the last few used. */
function createReadyTexts(): ReadyTexts {
  const ready = new Map<string, ComparableText>();
  return {
    of(source) {
      const text = ready.get(source) ?? comparableText(source);
      ready.delete(source);
      ready.set(source, text);
      const [oldest] = ready.keys();
      if (ready.size > MOST_TEXTS && oldest !== undefined) ready.delete(oldest);
      return text;
    },
  };
}
