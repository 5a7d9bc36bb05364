/**
 * "The first visit by a premier since 2019", "for the first time in nine years", "the worst drought in a decade": how
 * long it is since the last one, said as a date or as a time. Both are claims about the same thing.
 */
import type { FoundFact } from "../facts/found-fact.ts";
import type { Frame } from "./claim.ts";
import type { SentenceWords } from "./sentence-words.ts";
import type { Term } from "./terms.ts";

export interface RankedFrame extends Frame {
  /** "first", or the superlative: two of them compare only if it is the same. */
  readonly rank: string;
}

const RANK =
  /\b(?<rank>first|worst|deadliest|highest|lowest|largest|biggest|strongest|heaviest|hottest|coldest|driest|wettest|longest|fastest|slowest|steepest|sharpest|weakest)\b(?<time> time)?/giu;
const LINK =
  /\b(?:since|in|for|in (?:more than|over|nearly|almost|about|some|at least|around|the (?:past|last)))(?: (?:the|early|late|at least|more than|over|nearly|almost|about|some|around))? $/iu;
const SINCE = /\bsince (?:the |early |late |mid-?)*(?:\p{L}+ )?$/iu;
/** From the rank to what dates it; further apart they seldom belong together. */
const MOST_BETWEEN_UTF16 = 110;
const SIGN_FRAME = /^(?:来|以来|间)?(?:的)?首次|^\s?만에 (?:처음|첫)|^\s?만의 첫/u;

/** The frame that a date or duration stands in; null where it stands in none. */
export function findFrame(fact: FoundFact, words: SentenceWords): RankedFrame | null {
  if (fact.kind !== "date" && fact.kind !== "duration") return null;
  const { plain } = words;
  if (SIGN_FRAME.test(plain.slice(fact.toUtf16, fact.toUtf16 + 8)))
    return { rank: "first", heads: new Set(), agents: new Set(), goals: new Set() };
  const before = plain.slice(0, fact.fromUtf16);
  if (!(fact.kind === "date" ? SINCE : LINK).test(before.slice(-40))) return null;
  const rank = [...before.matchAll(RANK)].at(-1);
  if (rank === undefined) return null;
  const rankEnd = rank.index + rank[0].length;
  const between = plain.slice(rankEnd, fact.fromUtf16);
  if (
    between.length > MOST_BETWEEN_UTF16 ||
    /[.;!?]\s|\b(?:and|but|while|when|which|who)\b(?=.*\b(?:is|was|has|have|had|will)\b)/u.test(between)
  )
    return null;
  // "the first in nine years and the second in two months": the nearer time is its own.
  if (words.facts.some((other) => isTime(other) && other.fromUtf16 > rankEnd && other.toUtf16 < fact.fromUtf16))
    return null;
  const name = (rank.groups?.["rank"] ?? "").toLowerCase();
  return rank.groups?.["time"] === undefined
    ? { rank: name, ...nounFrame(words, rank.index, rankEnd, fact.fromUtf16) }
    : { rank: name, ...timeFrame(words, rank.index) };
}

const isTime = ({ kind }: FoundFact) => kind === "date" || kind === "duration";
const stemsOf = (terms: readonly Term[]) => new Set(terms.map(({ stem }) => stem).filter((stem) => stem !== ""));
const namesOf = (terms: readonly Term[]) => new Set(terms.filter(({ isName }) => isName).map(({ stem }) => stem));

/** "X's trip is the first state visit to Y by a Z premier": what follows the rank, and who and where it tells of. */
function nounFrame({ plain, terms, parts }: SentenceWords, rankFrom: number, rankTo: number, until: number): Frame {
  const after = terms.filter((term) => term.fromUtf16 >= rankTo && term.toUtf16 <= until);
  const by = plain.indexOf(" by ", rankTo);
  const to = /\s(?:to|in)\s/u.exec(plain.slice(rankTo, until));
  const hasAgent = by >= 0 && by < until;
  const headEnd = Math.min(hasAgent ? by : until, to === null ? until : rankTo + to.index);
  let heads = stemsOf(after.filter((term) => term.toUtf16 <= headEnd && !term.isName));
  const part = parts.findIndex((span) => span.fromUtf16 <= rankFrom && rankFrom < span.toUtf16);
  if (heads.size === 0) heads = stemsOf((parts[part - 1]?.terms ?? []).filter(({ isName }) => !isName).slice(-3));
  const agents = namesOf(
    hasAgent
      ? after.filter(
          (term) =>
            term.fromUtf16 > by && (to === null || term.fromUtf16 < rankTo + to.index || rankTo + to.index < by),
        )
      : possessor(plain, terms, rankFrom),
  );
  const goals =
    to === null
      ? new Set<string>()
      : namesOf(
          after.filter(
            (term) => term.fromUtf16 > rankTo + to.index && (!hasAgent || rankTo + to.index > by || term.toUtf16 <= by),
          ),
        );
  return { heads, agents, goals: new Set([...goals].filter((goal) => !agents.has(goal))) };
}

/** "the Chinese president's first visit" */
function possessor(plain: string, terms: readonly Term[], rankFrom: number): Term[] {
  const owner = /(\S+\s){0,3}\S+'s?\s(?:\S+\s){0,3}$/u.exec(plain.slice(0, rankFrom));
  return owner === null ? [] : terms.filter((term) => term.fromUtf16 >= owner.index && term.toUtf16 <= rankFrom);
}

/** "X visited Y for the first time": names before the verb, the verb, names behind it. */
function timeFrame({ parts }: SentenceWords, rankFrom: number): Frame {
  const part = parts.find((span) => span.fromUtf16 <= rankFrom && rankFrom < span.toUtf16);
  const before = (part?.terms ?? []).filter(({ toUtf16, stem }) => toUtf16 <= rankFrom && stem !== "");
  const verb = before.findLastIndex(({ isName, stem }) => !isName && stem !== "leader");
  if (verb < 0) return { heads: new Set(), agents: namesOf(before), goals: new Set() };
  return {
    heads: stemsOf(before.filter(({ isName }) => !isName)),
    agents: namesOf(before.slice(0, verb)),
    goals: namesOf(before.slice(verb + 1)),
  };
}
