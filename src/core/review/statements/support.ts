/**
 * What each statement rests on: the sources and origins of the passages that it cites. Remembers what it worked out, so
 * that a keystroke costs what it touched. Says what is so; what is to be said about it is in support-findings.ts.
 */
import { type Excerpt, type ExcerptId, hasPlace } from "../../excerpt/excerpt.ts";
import { isInForce, type Source, type SourceId } from "../../source/source.ts";
import { sourceName } from "../../source/source-name.ts";
import type { Fact } from "../facts/fact.ts";
import type { NewFinding } from "../finding.ts";
import { contentKey } from "../finding-key.ts";
import type { Origin } from "../origins/origin.ts";
import type { SourcePlace } from "../place.ts";
import type { Statement, SupportedStatement } from "./statement.ts";
import { supportFindings } from "./support-findings.ts";

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
}

/** Works out the support of one brief after the other. */
export function createSupport(): Support {
  let ofPassages: SupportInput["ofPassages"] | undefined;
  let origins = new Map<string, readonly Origin[]>();
  let facts = new Map<string, readonly Fact[]>();
  return {
    of(input) {
      if (input.ofPassages !== ofPassages) origins = new Map();
      ofPassages = input.ofPassages;
      const nextOrigins: typeof origins = new Map();
      const nextFacts: typeof facts = new Map();
      const supports = input.statements.map((statement): StatementSupport => {
        const ids = [...new Set(statement.citations.flatMap(({ excerptIds }) => excerptIds))];
        const excerpts = ids.flatMap((id) => input.excerpts.get(id) ?? []);
        const missing = ids.filter((id) => !input.excerpts.has(id));
        const found = cached(origins, nextOrigins, placesKey(excerpts, input), () => originsOf(excerpts, input));
        const supported: SupportedStatement = {
          ...statement,
          state: stateOf(statement),
          origins: [...found],
          sourceIds: [...new Set(excerpts.map(({ sourceId }) => sourceId))],
        };
        return {
          statement: supported,
          excerpts,
          missing,
          facts:
            supported.state === "supported" && missing.length === 0
              ? cached(facts, nextFacts, factsKey(statement, excerpts, input), () =>
                  missingFactsOf(statement, excerpts, input),
                )
              : [],
        };
      });
      [origins, facts] = [nextOrigins, nextFacts];
      return { statements: supports.map(({ statement }) => statement), findings: supportFindings(supports, input) };
    },
  };
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

function originsOf(excerpts: readonly Excerpt[], { sources, ofPassages }: SupportInput): readonly Origin[] {
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
  const name = source ? (source.metadata.publisher ?? sourceName(source)) : "A source that is not in this briefing";
  return { id: contentKey("origin", id), name, outlets: [name], sourceIds: [id], reason: "" };
}

function missingFactsOf(statement: Statement, excerpts: readonly Excerpt[], input: SupportInput): readonly Fact[] {
  const quoted = input.quoted(statement);
  const passages = excerpts.map((excerpt) => ({
    text: excerpt.selectors.quote.exact,
    published: input.sources.get(excerpt.sourceId)?.metadata.published ?? null,
  }));
  return input
    .missingFacts(statement.text, passages)
    .filter((fact) => !quoted.some(({ fromUtf16, toUtf16 }) => fromUtf16 < fact.toUtf16 && fact.fromUtf16 < toUtf16));
}

function placesKey(excerpts: readonly Excerpt[], { sources }: SupportInput): string {
  return excerpts
    .map((excerpt) => {
      const { sourceId, fromUtf16, toUtf16 } = placeOf(excerpt);
      const source = sources.get(sourceId);
      return `${sourceId} ${fromUtf16} ${toUtf16} ${source && isInForce(source) ? "" : (source?.metadata.publisher ?? "?")}`;
    })
    .join("\n");
}

function factsKey({ text }: Statement, excerpts: readonly Excerpt[], { sources }: SupportInput): string {
  return [
    text,
    ...excerpts.flatMap(({ selectors, sourceId }) => [
      selectors.quote.exact,
      sources.get(sourceId)?.metadata.published ?? "",
    ]),
  ].join("\u0000");
}

function cached<V>(before: ReadonlyMap<string, V>, now: Map<string, V>, key: string, make: () => V): V {
  const value = now.get(key) ?? before.get(key) ?? make();
  now.set(key, value);
  return value;
}
