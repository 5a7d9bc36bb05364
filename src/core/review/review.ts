/**
 * The review of a brief against its sources: puts together what the parts of this folder find, and remembers what a
 * keystroke does not touch. Pure: the same texts and the same brief give the same report, in whatever order they came.
 */
import type { Brief } from "../brief/document.ts";
import type { Template } from "../brief/template.ts";
import type { Excerpt } from "../excerpt/excerpt.ts";
import type { Source, SourceId } from "../source/source.ts";
import { publisherOrName } from "../source/source-name.ts";
import { createCarefulRead } from "./careful-read/careful-read.ts";
import type { Decision } from "./decision.ts";
import { missingFacts } from "./facts/missing-facts.ts";
import { type Finding, findingKindSchema, type NewFinding } from "./finding.ts";
import type { Outlet } from "./origins/credit.ts";
import { createQuotations } from "./quotations/quotations.ts";
import type { AlsoIn } from "./reuse/group-also-in.ts";
import type { ReviewReport } from "./review-report.ts";
import type { ReviewSettings } from "./review-settings.ts";
import type { ReviewedText } from "./reviewed-text.ts";
import { differenceFindings, nameFindings } from "./source-findings.ts";
import { createSourceKnowledge } from "./source-knowledge.ts";
import { createStatements } from "./statements/statements-of.ts";
import { createSupport } from "./statements/support.ts";

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

export interface Review {
  /** Takes the text of a source in force, in the place of the one before. */
  putSource(text: ReviewedText): void;
  dropSource(id: SourceId): void;
  /**
   * Works out what is not yet known of at most so many sources, and answers of how many it still is not: a report does
   * the rest by itself, all at once.
   */
  settle(most: number): number;
  report(input: ReviewInput): ReviewReport;
  /** In the order of the source's text. */
  alsoIn(id: SourceId): readonly AlsoIn[];
}

/** `known` are the agencies and outlets that Attaché brings. */
export function createReview(known: readonly Outlet[]): Review {
  const knowledge = createSourceKnowledge(known);
  const statements = createStatements();
  const quotations = createQuotations();
  const support = createSupport();
  const carefulRead = createCarefulRead();
  const excerptsById = createIndex<Excerpt>();
  const sourcesById = createIndex<Source>();

  return {
    putSource: (text) => knowledge.put(text),
    dropSource: (id) => knowledge.drop(id),
    settle: (most) => knowledge.settle(most),
    alsoIn: (id) => knowledge.alsoIn(id),
    report(input) {
      const { brief, settings, decisions } = input;
      const excerpts = excerptsById(input.excerpts);
      const sources = sourcesById(input.sources);
      knowledge.setOutlets(settings.outlets);
      const all = statements.of(brief);
      const sourceText = (id: SourceId) => knowledge.textOf(id)?.text ?? null;
      const languageOf = (id: SourceId) => sources.get(id)?.metadata.language ?? null;
      const nameOf = (id: SourceId) => nameOfSource(sources.get(id));
      const drifted = quotations.of({ brief, statements: all, excerpts, sourceText, languageOf });
      const supported = support.of({
        statements: all,
        excerpts,
        sources,
        ofPassages: knowledge.origins().ofPassages,
        sourceText,
        missingFacts,
        quoted: quotations.comparedIn,
      });
      const findings = [
        ...drifted,
        ...supported.findings,
        ...differenceFindings(knowledge.differences(), nameOf),
        ...nameFindings(knowledge.texts(), brief),
        ...carefulRead.of({ ...input, statements: supported.statements }),
      ];
      return {
        findings: decided(inOrder(findings), decisions),
        statements: supported.statements,
        origins: [...knowledge.originsOfSources()],
      };
    },
  };
}

/** Things by their ids, found anew where they came in another array. */
function createIndex<T extends { readonly id: string }>(): (all: readonly T[]) => ReadonlyMap<T["id"], T> {
  let indexed: readonly T[] | undefined;
  let byId: ReadonlyMap<T["id"], T> = new Map();
  return (all) => {
    if (all !== indexed) byId = new Map(all.map((each) => [each.id, each]));
    indexed = all;
    return byId;
  };
}

function nameOfSource(source: Source | undefined): string {
  return source ? publisherOrName(source) : "a source";
}

/** By kind, in the order of the kinds; within one as they were found. What is found twice is said once. */
function inOrder(findings: readonly NewFinding[]): NewFinding[] {
  const byKey = new Map<string, NewFinding>();
  for (const finding of findings) if (!byKey.has(finding.key)) byKey.set(finding.key, finding);
  const order = new Map(findingKindSchema.options.map((kind, index) => [kind, index]));
  return [...byKey.values()].sort((a, b) => (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0));
}

function decided(findings: readonly NewFinding[], decisions: readonly Decision[]): Finding[] {
  const byKey = new Map(decisions.map((decision) => [decision.key, decision]));
  return findings.map((finding) => ({ ...finding, decision: byKey.get(finding.key) ?? null }));
}
