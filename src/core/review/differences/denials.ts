/** What a sentence denies, and what it says that another could deny. */
import type { Claim } from "./claim.ts";
import { NO_MARKS } from "./claim-marks.ts";
import { type Part, type SentenceWords, within } from "./sentence-words.ts";
import type { Span } from "./sentences.ts";
import { stemsOfWords } from "./term-classes.ts";

const NEGATION =
  /\b(?:not|never|no longer|cannot|refus(?:e[sd]?|ing) to|declin(?:e[sd]?|ing) to|fail(?:s|ed|ing)? to|without|den(?:y|ies|ied|ying)|no)\b|n't\b/giu;
const NO_NEGATION =
  /^(?:not|no)\s(?:only|just|fewer|less|more|later|earlier|doubt|matter|comment|immediate|one|sooner|yet clear|clear|necessarily|always|all|every|the first|the only)\b/iu;
/** What a sentence must say besides, for its opposite to be recognised. */
const FEWEST_TERMS_DENIED = 3;

/** What is denied; and for every sentence that denies nothing, what could be. */
export function negations(words: SentenceWords): Claim[] {
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
