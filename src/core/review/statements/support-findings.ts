/** What is to be said about the support of statements: few words, one finding for one thing to settle. */
import type { SectionId } from "../../brief/section-id.ts";
import { CONFIRMED, CREDIBILITY_WORDS, LOW_CREDIBILITY } from "../../excerpt/credibility.ts";
import { type Excerpt, type ExcerptId, holdsItsWords } from "../../excerpt/excerpt.ts";
import { LOW_RELIABILITY, RELIABILITY_WORDS } from "../../source/reliability.ts";
import { sourceName } from "../../source/source-name.ts";
import { carriedByOne } from "../careful-read/carried-by-one.ts";
import type { NewFinding } from "../finding.ts";
import { contentKey } from "../finding-key.ts";
import { count, listed, quotedBit, shortName } from "../finding-words.ts";
import type { Origin } from "../origins/origin.ts";
import type { BriefPlace, FindingPlace } from "../place.ts";
import { SUMMARY_ID } from "./repeats.ts";
import type { SupportedStatement } from "./statement.ts";
import type { CitedSource, StatementSupport, SupportInput } from "./support.ts";

/** The findings, by kind, each in the order of the brief. */
export function supportFindings(supports: readonly StatementSupport[], input: SupportInput): NewFinding[] {
  return [
    ...changedPassages(supports, input),
    ...supports.flatMap((support) => missingFacts(support)),
    ...withoutCitation(supports),
    ...oneOrigin(supports),
    ...supports.flatMap((support) => gradedLow(support, input)),
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

function missingFacts({ statement, facts, excerpts }: StatementSupport): NewFinding[] {
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

function withoutCitation(supports: readonly StatementSupport[]): NewFinding[] {
  return supports
    .map(({ statement }) => statement)
    .filter(({ state }) => state === "open")
    .map(
      (statement): NewFinding => ({
        key: contentKey("statement-without-citation", statement.key),
        kind: "statement-without-citation",
        message:
          statement.place.sectionId === SUMMARY_ID
            ? `No supported sentence of the brief says “${quotedBit(statement.text)}”.`
            : `No source is cited for “${quotedBit(statement.text)}”, and it is not marked as assessment.`,
        places: [statement.place],
        detail: { type: "none" },
      }),
    );
}

/**
 * Said of a statement by itself where it cites several sources that come to one: that looks like more than it is. Lines
 * with one source each are counted once for their section.
 */
function oneOrigin(supports: readonly StatementSupport[]): NewFinding[] {
  const resting = supports.filter(({ statement }) => statement.state === "supported" && statement.origins.length === 1);
  const several = resting.filter(({ statement }) => statement.sourceIds.length > 1);
  const single = Map.groupBy(
    resting.filter(({ statement }) => statement.sourceIds.length === 1),
    ({ statement }) => statement.place.sectionId,
  );
  // Where one source carries a section, that is said by itself.
  const bySection = Map.groupBy(
    supports.map(({ statement }) => statement),
    ({ place }) => place.sectionId,
  );
  const rest = [...single].filter(([id]) => carriedByOne(bySection.get(id) ?? []) === null);
  return [
    ...several.map(({ statement }) => lookingLikeMore(statement)),
    ...rest.map(([id, own]) => ofSection(id, own)),
  ];
}

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

function ofSection(sectionId: SectionId, supports: readonly StatementSupport[]): NewFinding {
  const byName = Map.groupBy(supports, ({ statement }) => statement.origins[0]?.name ?? "");
  const names = [...byName]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, own]) =>
      byName.size === 1 || own.length === 1 ? shortName(name) : `${shortName(name)} (${own.length})`,
    );
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
  const number = supports.length;
  return {
    key: contentKey("one-origin", sectionId),
    kind: "one-origin",
    message: `${number === 1 ? "One statement here rests on one source" : `${number} statements here rest on one source each`}: ${listed(shown)}.`,
    places: supports.map(({ statement }) => statement.place),
    detail: { type: "none" },
  };
}

/** Where all that a statement cites was graded low by the user, by its source or by itself. */
function gradedLow({ statement, excerpts, missing }: StatementSupport, { sources }: SupportInput): NewFinding[] {
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
  const name = source ? (source.metadata.publisher ?? sourceName(source)) : "a source";
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
        message: `“${quotedBit(excerpt.selectors.quote.exact)}” is graded 1, confirmed, and what is cited with it has one origin${origins[0] ? `: ${origins[0].name}` : ""}.`,
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
