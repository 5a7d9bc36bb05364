/** What a sentence claims, as far as the words beside its figures, dates and negations tell what they are said of. */
import { findOpenFacts } from "../facts/find-facts.ts";
import type { FoundFact } from "../facts/found-fact.ts";
import { plainText } from "../facts/plain-text.ts";
import { amountOf } from "../facts/quantities.ts";
import type { Claim, ClaimedSentence } from "./claim.ts";
import { negations } from "./denials.ts";
import { findFrame } from "./first-frames.ts";
import { isOfSaying, makeClaim } from "./make-claim.ts";
import { type Part, type SentenceWords, within } from "./sentence-words.ts";
import { partsOf } from "./sentences.ts";
import { ANYONE, FATES, stemsOfWords, stemWord, UNITS } from "./term-classes.ts";
import { type Term, termsOf } from "./terms.ts";

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
    return makeClaim(fact.kind === "date" ? "date" : "duration", `first:${frame.rank}`, fact, words, null, frame);
  const part = words.parts.find((span) => within(fact, span));
  if (part === undefined) return null;
  const last = lastOne(fact, words);
  if (
    last !== null &&
    (fact.kind === "date" ? /^\d{4}/u.test(fact.value) : LASTS.test(words.plain.slice(0, fact.fromUtf16)))
  )
    return makeClaim(fact.kind === "date" ? "date" : "duration", `last:${last}`, fact, words);
  switch (fact.kind) {
    case "number":
      return countOf(fact, words, part);
    case "money":
      return makeClaim("number", `money:${fact.value.split(" ")[0]}`, fact, words);
    case "percent":
      return makeClaim("number", fact.value.endsWith("points") ? "points" : "percent", fact, words);
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
  if (named !== undefined) return makeClaim("number", `number:${named.toLowerCase()}`, fact, words);
  const measure = MEASURE.exec(plain.slice(fact.toUtf16, fact.toUtf16 + 3))?.groups?.["measure"];
  if (measure !== undefined) return makeClaim("number", `number:${measure}`, fact, words);
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
    return member === undefined ? null : makeClaim("number", `part:${next.value}:${member}`, fact, words, member);
  }
  const phrase = phraseAfter(words, fact.toUtf16);
  const plural = phrase.findIndex(({ word }) => PLURAL.test(word) || FATES.has(word) || UNITS.has(stemWord(word)));
  const noun = plural < 0 ? undefined : phrase[plural]?.stem;
  const fate = fateNear(fact, part, words);
  if (noun !== undefined && noun !== ANYONE && !FATES.has(noun)) {
    const isPerson = fate !== null && PERSONS.has(noun);
    return makeClaim("number", isPerson ? `number:${fate}:${noun}` : `number:${noun}`, fact, words, noun);
  }
  if (fate !== null) return makeClaim("number", `number:${fate}`, fact, words, fate);
  if (noun !== undefined) return makeClaim("number", `number:${noun}`, fact, words, noun);
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
  if (PRISON.test(after) || JAILED.test(before)) return makeClaim("duration", "duration:prison", fact, words, "prison");
  if (/\p{L}-(?:second|minute|hour|day|week|month|year|decade)$/u.test(fact.text) || /-/u.test(fact.text)) {
    if (/^-old/u.test(after)) return makeClaim("duration", "duration:age", fact, words);
    const phrase = phraseAfter(words, fact.toUtf16, 3);
    const noun = phrase.at(-1)?.stem;
    return noun === undefined
      ? null
      : makeClaim(
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
  if (role !== undefined) return makeClaim("duration", `duration:${role}`, fact, words);
  const of = /^ of (?=\p{Ll})/u.exec(after);
  const ofWhat =
    of === null
      ? undefined
      : phraseAfter(words, fact.toUtf16 + of[0].length, 3).findLast(({ word }) => !LATER.has(word))?.stem;
  if (ofWhat !== undefined) return makeClaim("duration", `duration:of:${ofWhat}`, fact, words, ofWhat);
  return LASTS.test(before) ? makeClaim("duration", "duration:lasts", fact, words) : null;
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
  return makeClaim("ordinal", `ordinal:${[...modifiers, noun.stem].join(" ")}${row}`, fact, words, noun.stem);
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
  return isOfSaying(fact, part, words) ? null : makeClaim("date", `date:${role}`, fact, words);
}
