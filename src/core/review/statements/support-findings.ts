/** What is to be said about the support of statements: few words, one finding for one thing to settle. */
import type { SectionId } from "../../brief/section-id.ts";
import { CONFIRMED, CREDIBILITY_WORDS, LOW_CREDIBILITY } from "../../excerpt/credibility.ts";
import { type Excerpt, type ExcerptId, holdsItsWords } from "../../excerpt/excerpt.ts";
import { LOW_RELIABILITY, RELIABILITY_WORDS } from "../../source/reliability.ts";
import { publisherOrName, sourceName } from "../../source/source-name.ts";
import { carriedByOne } from "../careful-read/carried-by-one.ts";
import type { NewFinding } from "../finding.ts";
import { contentKey } from "../finding-key.ts";
import { count, listed, quotedBit, shortName } from "../finding-words.ts";
import type { Origin } from "../origins/origin.ts";
import type { BriefPlace, FindingPlace } from "../place.ts";
import { SUMMARY_ID } from "./repeats.ts";
import type { SupportedStatement } from "./statement.ts";
import type { CitedSource, StatementSupport, SupportInput } from "./support.ts";

/** What is to be said of a statement whatever the others rest on. */
export interface OwnFindings {
  readonly facts: readonly NewFinding[];
  readonly open: readonly NewFinding[];
  readonly oneOrigin: readonly NewFinding[];
  readonly low: readonly NewFinding[];
}

type SupportedBy = Omit<StatementSupport, "own">;

export function ownFindings(support: SupportedBy, { sources }: Pick<SupportInput, "sources">): OwnFindings {
  const { statement } = support;
  const looksLikeMore =
    statement.state === "supported" && statement.origins.length === 1 && statement.sourceIds.length > 1;
  return {
    facts: missingFacts(support),
    open: statement.state === "open" ? [withoutCitation(statement)] : [],
    oneOrigin: looksLikeMore ? [lookingLikeMore(statement)] : [],
    low: gradedLow(support, sources),
  };
}

/** The findings, by kind, each in the order of the brief. */
export function supportFindings(supports: readonly StatementSupport[], input: SupportInput): NewFinding[] {
  return [
    ...changedPassages(supports, input),
    ...supports.flatMap(({ own }) => own.facts),
    ...supports.flatMap(({ own }) => own.open),
    ...supports.flatMap(({ own }) => own.oneOrigin),
    ...oneOriginEach(supports),
    ...supports.flatMap(({ own }) => own.low),
    ...confirmedByOne(supports),
  ];
}

/** Of each cited passage that is not what it was: once, wherever it is cited. */
function changedPassages(supports: readonly StatementSupport[], { sources, sourceText }: SupportInput): NewFinding[] {
  const cited = new Map<ExcerptId, { excerpt: Excerpt | null; places: BriefPlace[]; numbers: number[] }>();
  for (const { statement, excerpts, missing } of supports) {
    const unsure = excerpts.filter((excerpt) => !holdsItsWords(excerpt) || excerpt.earlier !== null);
    for (const [id, excerpt] of [
      ...unsure.map((one): [ExcerptId, Excerpt] => [one.id, one]),
      ...missing.map((one): [ExcerptId, null] => [one, null]),
    ]) {
      const entry = cited.get(id) ?? { excerpt, places: [], numbers: [] };
      cited.set(id, entry);
      entry.places.push(statement.place);
      entry.numbers.push(
        ...statement.citations.filter(({ excerptIds }) => excerptIds.includes(id)).map(({ number }) => number),
      );
    }
  }
  return [...cited].map(([id, { excerpt, places, numbers }]): NewFinding => {
    const citation = `${numbers.length === 1 ? "Citation" : "Citations"} ${listed([...new Set(numbers)].map(String))}`;
    if (!excerpt) {
      return {
        key: contentKey("passage-changed", id, "missing"),
        kind: "passage-changed",
        message: `${citation}: the passage is not in this briefing.`,
        places: places as [BriefPlace, ...BriefPlace[]],
        detail: { type: "none" },
      };
    }
    const source = sources.get(excerpt.sourceId);
    const text = excerpt.state === "changed" ? sourceText(excerpt.sourceId) : null;
    const { position, quote } = excerpt.selectors;
    const now = text?.slice(position.start, position.end) ?? "";
    return {
      key: contentKey("passage-changed", id, excerpt.state, now),
      kind: "passage-changed",
      message: `${citation}, ${source ? sourceName(source) : "a source"}: ${changedWords(excerpt)}.`,
      places: [...places, { in: "excerpt", excerptId: id }],
      detail:
        now === ""
          ? { type: "none" }
          : { type: "wordings", brief: quote.exact, source: now, excerptId: id, offer: null },
    };
  });
}

function changedWords(excerpt: Excerpt): string {
  const earlier = excerpt.earlier ? "; the words cited stand in the earlier version" : "";
  if (excerpt.state === "changed") return `the source now says this differently${earlier}`;
  if (excerpt.state === "ambiguous") return `the source now says this in several places${earlier}`;
  if (excerpt.state === "lost") return `these words are no longer found in the source${earlier}`;
  return "the words cited stand only in an earlier version";
}

function missingFacts({ statement, facts, excerpts }: SupportedBy): NewFinding[] {
  const [first] = facts;
  if (!first) return [];
  const texts = [...new Set(facts.map(({ text }) => `“${quotedBit(text)}”`))];
  const passages = excerpts.length === 1 ? "not in the passage" : "in none of the passages";
  return [
    {
      key: contentKey(
        "fact-not-in-passage",
        statement.place.sectionId,
        ...facts.map(({ kind, value }) => `${kind} ${value}`).toSorted(),
        ...excerpts.map(({ id }) => id).toSorted(),
      ),
      kind: "fact-not-in-passage",
      message: `${listed(texts)} ${texts.length === 1 ? "is" : "are"} ${passages} that this sentence cites.`,
      places: [
        ...facts.map((fact) => placeWithin(statement.place, fact)),
        ...excerpts.map(({ id }): FindingPlace => ({ in: "excerpt", excerptId: id })),
      ],
      detail: { type: "none" },
    },
  ];
}

function withoutCitation({ key, place, text }: SupportedStatement): NewFinding {
  return {
    key: contentKey("statement-without-citation", key),
    kind: "statement-without-citation",
    message:
      place.sectionId === SUMMARY_ID
        ? `Nothing in the brief below supports “${quotedBit(text)}”, and no source is cited for it.`
        : `No source is cited for “${quotedBit(text)}”, and it is not marked as assessment.`,
    places: [place],
    detail: { type: "none" },
  };
}

/** Lines that rest on one source each are counted once for their section, unless one source carries it. */
function oneOriginEach(supports: readonly StatementSupport[]): NewFinding[] {
  const bySection = Map.groupBy(
    supports.map(({ statement }) => statement),
    ({ place }) => place.sectionId,
  );
  return [...bySection].flatMap(([id, statements]) => {
    const single = statements.filter(
      ({ state, origins, sourceIds }) => state === "supported" && origins.length === 1 && sourceIds.length === 1,
    );
    return single.length === 0 || carriedByOne(statements) !== null ? [] : [ofSection(id, single)];
  });
}

/** Several sources that come to one look like more than they are. */
function lookingLikeMore(statement: SupportedStatement): NewFinding {
  const [origin] = statement.origins;
  const outlets = origin && origin.outlets.length > 1 ? count(origin.outlets.length, "outlet") : "";
  const through = outlets === "" ? count(statement.sourceIds.length, "source") : outlets;
  return {
    key: contentKey("one-origin", statement.key, origin?.name ?? ""),
    kind: "one-origin",
    message: `Rests on one origin: ${origin?.name ?? ""} (${through}).`,
    places: [statement.place, ...sourcePlaces(statement)],
    detail: { type: "none" },
  };
}

function ofSection(sectionId: SectionId, statements: readonly SupportedStatement[]): NewFinding {
  const byName = Map.groupBy(statements, ({ origins }) => origins[0]?.name ?? "");
  const names = [...byName]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, own]) =>
      byName.size === 1 || own.length === 1 ? shortName(name) : `${shortName(name)} (${own.length})`,
    );
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
  const number = statements.length;
  return {
    key: contentKey("one-origin", sectionId),
    kind: "one-origin",
    message: `${number === 1 ? "One statement here rests on one source" : `${number} statements here rest on one source each`}: ${listed(shown)}.`,
    places: statements.map(({ place }) => place),
    detail: { type: "none" },
  };
}

/** Where all that a statement cites was graded low by the user, by its source or by itself. */
function gradedLow({ statement, excerpts, missing }: SupportedBy, sources: SupportInput["sources"]): NewFinding[] {
  if (statement.state !== "supported" || excerpts.length === 0 || missing.length > 0) return [];
  const grades = excerpts.map((excerpt) => lowGrade(excerpt, sources.get(excerpt.sourceId)));
  if (grades.some((grade) => grade === null)) return [];
  const said = [...new Set(grades.flatMap((grade) => grade ?? []))];
  return [
    {
      key: contentKey("graded-low", statement.key, ...said),
      kind: "graded-low",
      message: `Rests only on what is graded low: ${listed(said)}.`,
      places: [statement.place, ...excerpts.map(({ id }): FindingPlace => ({ in: "excerpt", excerptId: id }))],
      detail: { type: "none" },
    },
  ];
}

function lowGrade(excerpt: Excerpt, source: CitedSource | undefined): string | null {
  const { digit } = excerpt.credibility;
  const letter = source?.reliability.letter ?? null;
  const name = source ? publisherOrName(source) : "a source";
  if (letter !== null && LOW_RELIABILITY.has(letter))
    return `${name}, ${letter} (${RELIABILITY_WORDS[letter].toLowerCase()})`;
  if (digit !== null && LOW_CREDIBILITY.has(digit))
    return `${name}, ${digit} (${CREDIBILITY_WORDS[digit].toLowerCase()})`;
  return null;
}

/** "Confirmed by other sources" asks for two origins at least, wherever the passage is cited with others. */
function confirmedByOne(supports: readonly StatementSupport[]): NewFinding[] {
  const citing = new Map<ExcerptId, { excerpt: Excerpt; places: BriefPlace[]; origins: Origin[] }>();
  for (const { statement, excerpts } of supports) {
    for (const excerpt of excerpts.filter(({ credibility }) => credibility.digit === CONFIRMED)) {
      const entry = citing.get(excerpt.id) ?? { excerpt, places: [], origins: [] };
      citing.set(excerpt.id, entry);
      entry.places.push(statement.place);
      if (statement.origins.length > entry.origins.length) entry.origins = statement.origins;
    }
  }
  return [...citing.values()]
    .filter(({ origins }) => origins.length < 2)
    .map(
      ({ excerpt, places, origins }): NewFinding => ({
        key: contentKey("confirmed-by-one-origin", excerpt.id, origins[0]?.name ?? ""),
        kind: "confirmed-by-one-origin",
        message: `“${quotedBit(excerpt.selectors.quote.exact)}” is graded 1, confirmed, and what is cited with it ${origins[0] ? `has one origin: ${origins[0].name}` : "has no origin that is known"}.`,
        places: [{ in: "excerpt", excerptId: excerpt.id }, ...places],
        detail: { type: "none" },
      }),
    );
}

function sourcePlaces({ sourceIds }: SupportedStatement): FindingPlace[] {
  return sourceIds.map((sourceId) => ({ in: "source-list", sourceId }));
}

function placeWithin(place: BriefPlace, { fromUtf16, toUtf16 }: { fromUtf16: number; toUtf16: number }): BriefPlace {
  return { ...place, fromUtf16: place.fromUtf16 + fromUtf16, toUtf16: place.fromUtf16 + toUtf16 };
}
