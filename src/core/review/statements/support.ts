/**
 * What each statement rests on: the sources and origins of the passages that it cites. Remembers what it worked out, so
 * that a keystroke costs what it touched. Says what is so; what is to be said about it is in support-findings.ts.
 */
import { type Excerpt, type ExcerptId, hasPlace } from "../../excerpt/excerpt.ts";
import { isInForce, type Source, type SourceId } from "../../source/source.ts";
import { publisherOrName } from "../../source/source-name.ts";
import type { Fact } from "../facts/fact.ts";
import type { NewFinding } from "../finding.ts";
import { contentKey } from "../finding-key.ts";
import { movedFinding } from "../moved-finding.ts";
import type { Origin } from "../origins/origin.ts";
import type { SourcePlace } from "../place.ts";
import type { Statement, SupportedStatement } from "./statement.ts";
import { type OwnFindings, ownFindings, supportFindings } from "./support-findings.ts";

/** As much of a source as its support needs. */
export type CitedSource = Pick<Source, "id" | "fileName" | "metadata" | "reliability" | "versionOf" | "removedAt">;

export interface SupportInput {
  readonly statements: readonly Statement[];
  /** All that citations may name, deleted ones among them. */
  readonly excerpts: ReadonlyMap<ExcerptId, Excerpt>;
  /** All sources, those in force and others. */
  readonly sources: ReadonlyMap<SourceId, CitedSource>;
  /** The origins of passages of sources in force. Another function says that origins may have changed. */
  readonly ofPassages: (passages: readonly SourcePlace[]) => readonly Origin[];
  /** The canonical text of a source, where it is at hand. */
  readonly sourceText: (sourceId: SourceId) => string | null;
  /** Facts of a sentence that none of the passages has. */
  readonly missingFacts: (
    sentence: string,
    passages: readonly { readonly text: string; readonly published: string | null }[],
  ) => readonly Fact[];
  /** Stretches of a statement's text that are compared word by word as quotations, and so need no look at facts. */
  readonly quoted: (statement: Statement) => readonly { readonly fromUtf16: number; readonly toUtf16: number }[];
}

export interface SupportReport {
  readonly statements: SupportedStatement[];
  readonly findings: NewFinding[];
}

export interface Support {
  of(input: SupportInput): SupportReport;
}

/** A statement with what it cites at hand. */
export interface StatementSupport {
  readonly statement: SupportedStatement;
  /** Each once, in order. */
  readonly excerpts: readonly Excerpt[];
  /** Excerpts that it cites and that are not in the project. */
  readonly missing: readonly ExcerptId[];
  readonly facts: readonly Fact[];
  /** What is to be said of it by itself. */
  readonly own: OwnFindings;
}

/** So much at the beginning of a text says whom and what it is about. */
const FIRST_LINES_UTF16 = 800;

/** A statement's support, with what it was worked out from. */
interface Known {
  readonly statement: Statement;
  readonly excerpts: readonly (Excerpt | undefined)[];
  readonly sources: readonly (CitedSource | undefined)[];
  readonly factsKey: string;
  readonly support: StatementSupport;
}

/** Works out the support of one brief after the other. */
export function createSupport(): Support {
  let ofPassages: SupportInput["ofPassages"] | undefined;
  let known = new Map<string, Known>();
  let facts = new Map<string, readonly Fact[]>();
  return {
    of(input) {
      if (input.ofPassages !== ofPassages) known = new Map();
      ofPassages = input.ofPassages;
      const nextKnown: typeof known = new Map();
      const nextFacts: typeof facts = new Map();
      const supports = input.statements.map((statement): StatementSupport => {
        const now = supportOf(statement, input, known.get(statement.key), facts);
        nextKnown.set(statement.key, now);
        nextFacts.set(now.factsKey, now.support.facts);
        return now.support;
      });
      [known, facts] = [nextKnown, nextFacts];
      return { statements: supports.map(({ statement }) => statement), findings: supportFindings(supports, input) };
    },
  };
}

/** What is known already, where it still holds; else what of it still does, and the rest anew. */
function supportOf(
  statement: Statement,
  input: SupportInput,
  before: Known | undefined,
  knownFacts: ReadonlyMap<string, readonly Fact[]>,
): Known {
  const ids = [...new Set(statement.citations.flatMap(({ excerptIds }) => excerptIds))];
  const cited = ids.map((id) => input.excerpts.get(id));
  const sources = cited.map((excerpt) => excerpt && input.sources.get(excerpt.sourceId));
  const isSame =
    before !== undefined &&
    sameKind(before.statement, statement) &&
    areSame(before.excerpts, cited) &&
    areSame(before.sources, sources);
  if (isSame && before.statement === statement) return before;
  if (isSame && before.statement.text === statement.text) return movedSupport(before, statement);
  const excerpts = cited.filter((excerpt) => excerpt !== undefined);
  const missing = ids.filter((id) => !input.excerpts.has(id));
  const supported: SupportedStatement = {
    ...statement,
    state: stateOf(statement),
    origins: originsOf(excerpts, input),
    sourceIds: [...new Set(excerpts.map(({ sourceId }) => sourceId))],
  };
  const factsKey = factsKeyOf(statement, excerpts, input);
  const needsFacts = supported.state === "supported" && missing.length === 0;
  const facts = needsFacts ? (knownFacts.get(factsKey) ?? missingFactsOf(statement, excerpts, input)) : [];
  const support = { statement: supported, excerpts, missing, facts };
  return { statement, excerpts: cited, sources, factsKey, support: { ...support, own: ownFindings(support, input) } };
}

function sameKind(one: Statement, other: Statement): boolean {
  return one.isAssessment === other.isAssessment && one.exemption === other.exemption;
}

/** The support of the same words, which stand elsewhere now, or whose citations have other numbers. */
function movedSupport(before: Known, statement: Statement): Known {
  const { origins, sourceIds } = before.support.statement;
  const moved = (findings: readonly NewFinding[]) =>
    findings.map((finding) => movedFinding(finding, before.statement.place, statement.place));
  const { facts, open, oneOrigin, low } = before.support.own;
  return {
    ...before,
    statement,
    support: {
      ...before.support,
      statement: { ...statement, state: stateOf(statement), origins, sourceIds },
      own: { facts: moved(facts), open: moved(open), oneOrigin: moved(oneOrigin), low: moved(low) },
    },
  };
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** The support of every statement, and what is to be said about it. */
export function supportStatements(input: SupportInput): SupportReport {
  return createSupport().of(input);
}

function stateOf({ citations, isAssessment, exemption }: Statement): SupportedStatement["state"] {
  if (isAssessment) return "assessment";
  if (citations.length > 0) return "supported";
  return exemption === null ? "open" : "exempt";
}

/** Where a passage stands; the whole of its source counts where nobody knows. */
function placeOf(excerpt: Excerpt): SourcePlace {
  const { start, end } = hasPlace(excerpt) ? excerpt.selectors.position : { start: 0, end: 0 };
  return { in: "source", sourceId: excerpt.sourceId, fromUtf16: start, toUtf16: end };
}

function originsOf(excerpts: readonly Excerpt[], { sources, ofPassages }: SupportInput): Origin[] {
  const [known, gone] = [[] as SourcePlace[], new Set<SourceId>()];
  for (const excerpt of excerpts) {
    const source = sources.get(excerpt.sourceId);
    if (source && isInForce(source)) known.push(placeOf(excerpt));
    else gone.add(excerpt.sourceId);
  }
  return [...(known.length > 0 ? ofPassages(known) : []), ...[...gone].map((id) => originAlone(id, sources.get(id)))];
}

/** A source that is in the project no more: nothing is known of it but what it was called. */
function originAlone(id: SourceId, source: CitedSource | undefined): Origin {
  const name = source ? publisherOrName(source) : "A source that is not in this briefing";
  return { id: contentKey("origin", id), name, outlets: [name], sourceIds: [id], reason: "" };
}

/**
 * Facts of a statement that no passage has. A name may also stand in the paragraph of the passage or the one beside it,
 * or in its title or first lines: a passage says "he", and its paragraph who that is.
 */
function missingFactsOf(statement: Statement, excerpts: readonly Excerpt[], input: SupportInput): readonly Fact[] {
  const quoted = input.quoted(statement);
  const passages = excerpts.map((excerpt) => passageOf(excerpt, input, excerpt.selectors.quote.exact));
  const missing = input
    .missingFacts(statement.text, passages)
    .filter((fact) => !quoted.some(({ fromUtf16, toUtf16 }) => fromUtf16 < fact.toUtf16 && fact.fromUtf16 < toUtf16));
  if (!missing.some(({ kind }) => kind === "name")) return missing;
  const around = excerpts.map((excerpt) => passageOf(excerpt, input, surroundingsOf(excerpt, input)));
  const unknown = new Set(
    input.missingFacts(statement.text, [...passages, ...around]).map(({ fromUtf16 }) => fromUtf16),
  );
  return missing.filter(({ kind, fromUtf16 }) => kind !== "name" || unknown.has(fromUtf16));
}

function passageOf({ sourceId }: Excerpt, { sources }: SupportInput, text: string) {
  return { text, published: sources.get(sourceId)?.metadata.published ?? null };
}

/** The paragraphs of a passage with those beside them, and the title and first lines of its source. */
function surroundingsOf(excerpt: Excerpt, { sources, sourceText }: SupportInput): string {
  const { sourceId, position } = excerpt.earlier ?? {
    sourceId: excerpt.sourceId,
    position: excerpt.selectors.position,
  };
  const title = sources.get(excerpt.sourceId)?.metadata.title ?? "";
  const text = sourceText(sourceId);
  if (text === null || (excerpt.earlier === null && !hasPlace(excerpt))) return title;
  const start = text.lastIndexOf("\n", position.start - 1);
  const end = text.indexOf("\n", position.end);
  const from = start === -1 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
  const next = end === -1 ? -1 : text.indexOf("\n", end + 1);
  return [title, text.slice(0, FIRST_LINES_UTF16), text.slice(from, next === -1 ? text.length : next)].join("\n");
}

/** The same where a statement has the same facts missing: its words, its passages, and what stands around them. */
function factsKeyOf({ text, isAssessment }: Statement, excerpts: readonly Excerpt[], input: SupportInput): string {
  const passages = excerpts.flatMap(({ selectors, sourceId }) => {
    const { published, title } = input.sources.get(sourceId)?.metadata ?? {};
    const { position, quote } = selectors;
    return [quote.exact, published, title, sourceId, position.start, input.sourceText(sourceId)?.length];
  });
  return [text, isAssessment, ...passages].join("\u0000");
}
