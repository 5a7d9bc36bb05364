/** What a sentence claims, as far as the words beside its figures, dates and negations tell what they are said of. */
import { findOpenFacts } from "../facts/find-facts.ts";
import type { FoundFact } from "../facts/found-fact.ts";
import { plainText } from "../facts/plain-text.ts";
import { amountOf } from "../facts/quantities.ts";
import type { Claim, ClaimedSentence } from "./claim.ts";
import { marksOf, NO_MARKS } from "./claim-marks.ts";
import { findFrame } from "./first-frames.ts";
import { partsOf, type Span } from "./sentences.ts";
import { ANYONE, FATES, stemsOfWords, stemWord, UNITS } from "./term-classes.ts";
import { type Term, termsOf } from "./terms.ts";

interface Part extends Span {
  readonly terms: readonly Term[];
}

/** A sentence, taken apart once. */
export interface SentenceWords {
  readonly plain: string;
  readonly terms: readonly Term[];
  readonly facts: readonly FoundFact[];
  readonly parts: readonly Part[];
}

/** Fewer words than that, and the part before belongs to what a claim is said of. */
const FEWEST_TERMS = 2;

export function claimedSentence(
  text: string,
  fromUtf16: number,
  published: string | null,
  known: ReadonlySet<string> | null,
): ClaimedSentence {
  const plain = plainText(text);
  const terms = termsOf(plain, known);
  const facts = findOpenFacts(text, published).filter(({ kind }) => kind !== "name");
  const parts = partsOf(plain).map((span) => ({ ...span, terms: terms.filter((term) => within(term, span)) }));
  const words: SentenceWords = { plain, terms, facts, parts };
  const stems = new Set(terms.map(({ stem }) => stem).filter((stem) => stem !== ""));
  const claims = facts.flatMap((fact) => claimOfFact(fact, words) ?? []);
  const names = new Set(terms.filter(({ isName, stem }) => isName && !stem.startsWith("@")).map(({ stem }) => stem));
  return { text, fromUtf16, published, stems, names, claims: [...claims, ...negations(words)] };
}

function within(place: Span, span: Span): boolean {
  return span.fromUtf16 <= place.fromUtf16 && place.fromUtf16 < span.toUtf16;
}

/** "The last strike at the plant, in 2024, lasted two weeks": when, and how long. */
const LAST_ONE =
  /\b(?:last|previous|most recent) (?<noun>\p{Ll}{4,})\b(?![^.]*\b(?:next|first|current)\b)[^.;:]{0,60}$/iu;
const NO_EVENT: ReadonlySet<string> = new Set(
  "week month year years months weeks days quarter night summer winter spring autumn season decade century time".split(
    " ",
  ),
);

function lastOne(fact: FoundFact, { plain }: SentenceWords): string | null {
  if (fact.kind !== "date" && fact.kind !== "duration") return null;
  const before = plain.slice(Math.max(0, fact.fromUtf16 - 90), fact.fromUtf16);
  // "to close its last plant by 2035": nothing that has been.
  if (/\b(?:by|until|before|since|after) (?:the end of )?$/iu.test(before)) return null;
  const noun = LAST_ONE.exec(before)?.groups?.["noun"];
  return noun === undefined || NO_EVENT.has(noun.toLowerCase()) ? null : stemWord(noun.toLowerCase());
}

function claimOfFact(fact: FoundFact, words: SentenceWords): Claim | null {
  const frame = findFrame(fact, words);
  if (frame !== null)
    return claim(fact.kind === "date" ? "date" : "duration", `first:${frame.rank}`, fact, words, null, frame);
  const part = words.parts.find((span) => within(fact, span));
  if (part === undefined) return null;
  const last = lastOne(fact, words);
  if (
    last !== null &&
    (fact.kind === "date" ? /^\d{4}/u.test(fact.value) : LASTS.test(words.plain.slice(0, fact.fromUtf16)))
  )
    return claim(fact.kind === "date" ? "date" : "duration", `last:${last}`, fact, words);
  switch (fact.kind) {
    case "number":
      return countOf(fact, words, part);
    case "money":
      return claim("number", `money:${fact.value.split(" ")[0]}`, fact, words);
    case "percent":
      return claim("number", fact.value.endsWith("points") ? "points" : "percent", fact, words);
    case "duration":
      return lengthOf(fact, words);
    case "ordinal":
      return rankOf(fact, words);
    default:
      return fact.kind === "date" ? dayOf(fact, words, part) : null;
  }
}

/** The words straight behind an offset, up to what ends a noun phrase. */
function phraseAfter({ plain, terms }: SentenceWords, atUtf16: number, most = 4): Term[] {
  const phrase: Term[] = [];
  let end = atUtf16;
  for (const term of terms) {
    if (term.fromUtf16 < atUtf16) continue;
    const gap = plain.slice(end, term.fromUtf16);
    if (!/^[\s-]?$/u.test(gap) || phrase.length === most) break;
    if (EMPTY_NOUNS.has(term.word)) {
      phrase.push({ ...term, stem: stemWord(term.word) });
      break;
    }
    if (term.stem === "" && !ADJECTIVES.has(term.word)) break;
    if (term.stem !== "") phrase.push(term);
    end = term.toUtf16;
  }
  return phrase;
}

/** Words that say too little to be compared, yet stand before a noun. */
const ADJECTIVES: ReadonlySet<string> = new Set(
  "state official new media news total recent early late such".split(" "),
);
/** Words that say little in a sentence, and yet can be counted. */
const EMPTY_NOUNS: ReadonlySet<string> = new Set("officials sources reports agencies statements marks".split(" "));
const PLURAL = /(?:[^su]s|people|men|women|children|troops|personnel|police|mous)$/u;
const MEASURE = /^\s?(?<measure>[份名人枚件项個个家艘架座辆户国건명개척대곳](?!月))/u;

function countOf(fact: FoundFact, words: SentenceWords, part: Part): Claim | null {
  const { plain } = words;
  const amount = amountOf(fact.value);
  // "from 10 to 15": what it was before.
  const before = plain.slice(Math.max(0, fact.fromUtf16 - 20), fact.fromUtf16);
  if (
    /\bfrom $/u.test(before) &&
    /^(?: \p{L}+)? (?:to|last|a year|in \d)/u.test(plain.slice(fact.toUtf16, fact.toUtf16 + 30))
  )
    return null;
  const named = /\b(?<what>magnitude) (?:of )?$/iu.exec(before)?.groups?.["what"];
  if (named !== undefined) return claim("number", `number:${named.toLowerCase()}`, fact, words);
  const measure = MEASURE.exec(plain.slice(fact.toUtf16, fact.toUtf16 + 3))?.groups?.["measure"];
  if (measure !== undefined) return claim("number", `number:${measure}`, fact, words);
  if (amount === 1) return null;
  // Whose they are, another sentence tells.
  if (
    /^ of (?:its|their|his|her|our|them|those|these|whom|which)\b/u.test(plain.slice(fact.toUtf16, fact.toUtf16 + 12))
  )
    return null;
  // "seven of nine members"
  const whole = /^ of (?:the |its |their )?$/u;
  const next = words.facts.find(({ kind, fromUtf16 }) => kind === "number" && fromUtf16 > fact.toUtf16);
  if (next !== undefined && whole.test(plain.slice(fact.toUtf16, next.fromUtf16))) {
    const member = phraseAfter(words, next.toUtf16).find(({ word }) => PLURAL.test(word))?.stem;
    return member === undefined ? null : claim("number", `part:${next.value}:${member}`, fact, words, member);
  }
  const phrase = phraseAfter(words, fact.toUtf16);
  const plural = phrase.findIndex(({ word }) => PLURAL.test(word) || FATES.has(word) || UNITS.has(stemWord(word)));
  const noun = plural < 0 ? undefined : phrase[plural]?.stem;
  const fate = fateNear(fact, part, words);
  if (noun !== undefined && noun !== ANYONE && !FATES.has(noun)) {
    const isPerson = fate !== null && PERSONS.has(noun);
    return claim("number", isPerson ? `number:${fate}:${noun}` : `number:${noun}`, fact, words, noun);
  }
  if (fate !== null) return claim("number", `number:${fate}`, fact, words, fate);
  if (noun !== undefined) return claim("number", `number:${noun}`, fact, words, noun);
  return null;
}

/** Those whose number is told apart by what became of them. */
const PERSONS: ReadonlySet<string> = stemsOfWords(
  "child woman soldier worker officer policeman police student passenger resident migrant refugee journalist crew fighter protester militant guard tourist teacher doctor villager family member sailor pilot miner driver",
);

/** What is said to have become of a number of people: "killed 12", "12 were killed", or the nearest word that says so. */
function fateNear(fact: FoundFact, part: Part, { plain, facts }: SentenceWords): string | null {
  const fates = part.terms.filter(({ stem }) => FATES.has(stem));
  const before = fates.findLast(({ toUtf16 }) => toUtf16 <= fact.fromUtf16);
  const after = fates.find(({ fromUtf16 }) => fromUtf16 >= fact.toUtf16);
  const isObject = before !== undefined && OBJECT.test(plain.slice(before.toUtf16, fact.fromUtf16));
  if (isObject) return before.stem;
  const isSubject =
    after !== undefined &&
    !facts.some(({ kind, fromUtf16 }) => kind === "number" && fromUtf16 >= fact.toUtf16 && fromUtf16 < after.fromUtf16);
  return isSubject ? after.stem : (before?.stem ?? null);
}

/** Between a verb and how many it is said of. */
const OBJECT =
  /^(?: (?:at least|about|some|more than|over|as many as|nearly|almost|around|up to|an estimated|another|the|toll|rose|rises|climbs|climbed|to|of|reached|stands|at))* $/iu;

const LENGTH_ROLES: readonly (readonly [string, RegExp, RegExp])[] = [
  ["age", /\baged? $/iu, /^-old\b| old\b| of age\b/u],
  ["ago", /^$/u, /^ (?:ago|earlier|before|later)\b/u],
  ["past", /\b(?:past|last|previous|preceding) $/iu, /^$/u],
  ["next", /\b(?:next|coming|another) $/iu, /^$/u],
  ["within", /\b(?:in|within|after|in just|in about|in only|over) $/iu, /^$/u],
];
const PRISON = /^[ -](?:in (?:prison|jail)|behind bars|imprisonment|(?:prison|jail) (?:term|sentence))/u;
const JAILED = /\b(?:jailed|imprisoned|sentenced|prison|jail)(?: for| to)? (?:about |at least |up to )?$/iu;
/** "four days of mourning beginning today" */
const LATER: ReadonlySet<string> = new Set("beginning starting following".split(" "));
const LASTS = /\b(?:lasts?|lasted|lasting|for|took|takes|of|to|stay|stays|stayed|up to|about) (?:the )?$/iu;

function lengthOf(fact: FoundFact, words: SentenceWords): Claim | null {
  const { plain } = words;
  const before = plain.slice(Math.max(0, fact.fromUtf16 - 30), fact.fromUtf16);
  const after = plain.slice(fact.toUtf16, fact.toUtf16 + 30);
  if (PRISON.test(after) || JAILED.test(before)) return claim("duration", "duration:prison", fact, words, "prison");
  if (/\p{L}-(?:second|minute|hour|day|week|month|year|decade)$/u.test(fact.text) || /-/u.test(fact.text)) {
    if (/^-old/u.test(after)) return claim("duration", "duration:age", fact, words);
    const phrase = phraseAfter(words, fact.toUtf16, 3);
    const noun = phrase.at(-1)?.stem;
    return noun === undefined
      ? null
      : claim(
          "duration",
          `duration:${phrase.some(({ stem }) => stem === "visit") ? "visit" : noun}`,
          fact,
          words,
          noun,
        );
  }
  const role = LENGTH_ROLES.find(
    ([, front, back]) =>
      (front.source !== "^$" && front.test(before) && !LASTS.test(before)) ||
      (back.source !== "^$" && back.test(after)),
  )?.[0];
  if (role !== undefined) return claim("duration", `duration:${role}`, fact, words);
  const of = /^ of (?=\p{Ll})/u.exec(after);
  const ofWhat =
    of === null
      ? undefined
      : phraseAfter(words, fact.toUtf16 + of[0].length, 3).findLast(({ word }) => !LATER.has(word))?.stem;
  if (ofWhat !== undefined) return claim("duration", `duration:of:${ofWhat}`, fact, words, ofWhat);
  return LASTS.test(before) ? claim("duration", "duration:lasts", fact, words) : null;
}

/** What says which row a rank is of: ranks in different rows do not differ. */
const ROW =
  /\b(?:in|of|this|since|within|after)\s(?:(?:just|about|only|the|this|as many|\p{L}+)\s){0,2}(?:days?|weeks?|months?|years?|decades?|century|year|quarter)\b/iu;

/** "a two-day visit, his second since" */
const RANK_OF_BEFORE = /(?<noun>\p{L}+), (?:his|her|its|their|the|and the) $/u;

function rankOf(fact: FoundFact, words: SentenceWords): Claim | null {
  const behind = phraseAfter(words, fact.toUtf16, 4);
  const before = RANK_OF_BEFORE.exec(words.plain.slice(Math.max(0, fact.fromUtf16 - 40), fact.fromUtf16));
  const head =
    behind.length > 0 || before === null
      ? undefined
      : words.terms.findLast(({ toUtf16, isName, stem }) => toUtf16 <= fact.fromUtf16 && !isName && stem !== "");
  const phrase = head === undefined ? behind : [head];
  const noun = phrase.at(-1);
  if (noun === undefined || fact.value === "1") return null;
  const rowFrom = Math.max(noun.toUtf16, fact.toUtf16);
  const row = ROW.exec(words.plain.slice(rowFrom, rowFrom + 60))?.[0].toLowerCase() ?? "";
  const modifiers = phrase.slice(0, -1).map(({ stem }) => stem);
  return claim("ordinal", `ordinal:${[...modifiers, noun.stem].join(" ")}${row}`, fact, words, noun.stem);
}

const DATE_ROLES: readonly (readonly [string, RegExp])[] = [
  ["until", /\b(?:by|until|till|before|through|to)(?: the end of| late| early| mid)?[\s-]$/iu],
  ["since", /\b(?:since|from|after|starting|beginning)(?: late| early| mid)?[\s-]$/iu],
  ["on", /\b(?:on|in|of|at|for|during|early|late|mid|last|next|this)(?: late| early| mid| the)?[\s-]$|^$|[,(]\s?$/iu],
];

function dayOf(fact: FoundFact, words: SentenceWords, part: Part): Claim | null {
  if (fact.value.includes("/") || fact.value.endsWith("s")) return null;
  const before = words.plain.slice(Math.max(0, fact.fromUtf16 - 20), fact.fromUtf16);
  const role = DATE_ROLES.find(([, pattern]) => pattern.test(before))?.[0];
  if (role === undefined) return null;
  return isOfSaying(fact, part, words) ? null : claim("date", `date:${role}`, fact, words);
}

/** "said on Monday", "on Monday told reporters": when something was said is no claim about what it says. */
function isOfSaying(fact: FoundFact, part: Part, { plain }: SentenceWords): boolean {
  const between = (from: number, to: number) =>
    part.terms.filter(({ stem, fromUtf16 }) => stem !== "" && fromUtf16 >= from && fromUtf16 < to).length;
  if (/^\d{4}$/u.test(fact.value)) return false;
  const before = [...plain.slice(part.fromUtf16, fact.fromUtf16).matchAll(SAID)].at(-1);
  if (before !== undefined && between(part.fromUtf16 + before.index, fact.fromUtf16) <= 2) return true;
  const after = plain.slice(fact.toUtf16, part.toUtf16).matchAll(SAID).next().value;
  return after !== undefined && between(fact.toUtf16, fact.toUtf16 + after.index) <= 2;
}

const SAID =
  /\b(?:said|says|told|wrote|posted|tweeted|reported|announced|added|stated|according|interview|quoted|published)\b/giu;

const NEGATION =
  /\b(?:not|never|no longer|cannot|refus(?:e[sd]?|ing) to|declin(?:e[sd]?|ing) to|fail(?:s|ed|ing)? to|without|den(?:y|ies|ied|ying)|no)\b|n't\b/giu;
const NO_NEGATION =
  /^(?:not|no)\s(?:only|just|fewer|less|more|later|earlier|doubt|matter|comment|immediate|one|sooner|yet clear|clear|necessarily|always|all|every|the first|the only)\b/iu;
/** What a sentence must say besides, for its opposite to be recognised. */
const FEWEST_TERMS_DENIED = 3;

/** What is denied; and for every sentence that denies nothing, what could be. */
function negations(words: SentenceWords): Claim[] {
  const claims: Claim[] = [];
  const denied = [...words.plain.matchAll(NEGATION)].filter(
    ({ index }) => !NO_NEGATION.test(words.plain.slice(index, index + 30)),
  );
  for (const match of denied) {
    const span = { fromUtf16: match.index, toUtf16: match.index + match[0].length };
    const verb = words.terms.find(
      (term) => term.fromUtf16 >= span.toUtf16 && term.stem !== "" && !DENYING.has(term.stem),
    );
    const part = words.parts.find((other) => within(span, other));
    if (verb === undefined || part === undefined || !within(verb, part) || verb.fromUtf16 - span.toUtf16 > 20) continue;
    const said = negation(verb.stem, span, words, part);
    if (said !== null) claims.push(said);
  }
  for (const part of words.parts) {
    if (
      denied.some(({ index }) => within({ fromUtf16: index, toUtf16: index }, part)) ||
      UNSURE.test(words.plain.slice(part.fromUtf16, part.toUtf16))
    )
      continue;
    const said = negation(null, { fromUtf16: part.fromUtf16, toUtf16: part.fromUtf16 }, words, part);
    if (said !== null) claims.push(said);
  }
  return claims;
}

const DENYING: ReadonlySet<string> = stemsOfWords("refuse decline fail deny");
/** A thing asked, planned or doubted is not said to be so. */
const UNSURE =
  /\b(?:if|whether|would|could|may|might|should|urged|asked|called on|seeks?|hopes?|plans?|reject\w*|rule[sd]? out|unless)\b/iu;

function negation(denied: string | null, span: Span, words: SentenceWords, part: Part): Claim | null {
  const stems = new Set(part.terms.map(({ stem }) => stem).filter((stem) => stem !== "" && !DENYING.has(stem)));
  if (stems.size < FEWEST_TERMS_DENIED) return null;
  const names = new Set(part.terms.filter(({ isName }) => isName).map(({ stem }) => stem));
  if (names.size === 0) return null;
  const dates = words.facts.filter((fact) => fact.kind === "date" && within(fact, part));
  const key = denied === null ? "yes" : `no:${denied}`;
  return {
    kind: "negation",
    key,
    denied,
    fact: null,
    span,
    terms: stems,
    names,
    dates,
    amounts: [],
    marks: NO_MARKS,
    frame: null,
  };
}

function claim(
  kind: Claim["kind"],
  key: string,
  fact: FoundFact,
  words: SentenceWords,
  noun: string | null = null,
  frame: Claim["frame"] = null,
): Claim {
  const index = words.parts.findIndex((span) => within(fact, span));
  let [from, to] = [index, index];
  let terms = telling(words.parts[index], fact, noun);
  // "…, 15 of them children": what it is said of stands before, or, at the head of a sentence, after.
  while (terms.length < FEWEST_TERMS && (from > 0 || (index === 0 && to < words.parts.length - 1))) {
    if (from > 0) from -= 1;
    else to += 1;
    terms = words.parts.slice(from, to + 1).flatMap((part) => telling(part, fact, noun));
  }
  // "in 2003, when a trawler sank with the loss of 22 lives"
  let datedFrom = from;
  while (datedFrom > 0 && BELONGS.test(words.plain.slice(words.parts[datedFrom]?.fromUtf16))) datedFrom -= 1;
  const parts = words.parts.slice(datedFrom, to + 1);
  const dates = words.facts.filter(
    (other) =>
      other !== fact &&
      other.kind === "date" &&
      !isLimit(other, words.plain) &&
      parts.some((part) => within(other, part)) &&
      !isInSaying(other, words),
  );
  return {
    kind,
    key,
    denied: null,
    fact,
    span: fact,
    terms: new Set(terms.map(({ stem }) => stem)),
    names: new Set(terms.filter(({ isName }) => isName).map(({ stem }) => stem)),
    dates,
    amounts: words.facts.filter(
      (other) =>
        other !== fact &&
        ["number", "money", "percent"].includes(other.kind) &&
        partAround(other, words) === partAround(fact, words),
    ),
    marks: kind === "number" ? marksOf(fact, words.plain, words.terms, unitEnd(fact, noun, words)) : NO_MARKS,
    frame,
  };
}

/** Where the unit ends that stands behind a figure: "tonnes" of "one million tonnes of rice". */
function unitEnd({ toUtf16 }: FoundFact, noun: string | null, { terms }: SentenceWords): number {
  if (noun === null) return toUtf16;
  const next = terms.find(({ fromUtf16 }) => fromUtf16 >= toUtf16);
  return next?.stem === noun ? next.toUtf16 : toUtf16;
}

/** "since 2003" is no day on which it was so; "since 2003, when …" is one of what follows. */
function isLimit(date: Span, plain: string): boolean {
  const isAfterLimit = /\b(?:since|by|until|from) (?:the )?$/iu.test(
    plain.slice(Math.max(0, date.fromUtf16 - 12), date.fromUtf16),
  );
  return isAfterLimit && !/^, (?:when|in which)\b/u.test(plain.slice(date.toUtf16, date.toUtf16 + 12));
}

const BELONGS = /^\s*(?:when|with|which|in which|during which|as|that|who|where)\b/iu;

function isInSaying(fact: FoundFact, words: SentenceWords): boolean {
  const part = words.parts.find((span) => within(fact, span));
  return part !== undefined && isOfSaying(fact, part, words);
}

function partAround(fact: Span, { plain, parts }: SentenceWords): string {
  const part = parts.find((span) => within(fact, span));
  return part === undefined ? "" : plain.slice(part.fromUtf16, part.toUtf16);
}

function telling(part: Part | undefined, fact: FoundFact, noun: string | null): Term[] {
  return (part?.terms ?? []).filter(
    (term) =>
      term.stem !== "" && term.stem !== noun && (term.toUtf16 <= fact.fromUtf16 || term.fromUtf16 >= fact.toUtf16),
  );
}
