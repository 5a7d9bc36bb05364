/** What a credit covers: its sentence; its paragraph where it ends it; a whole text that an agency signs; a caption. */
import { sentenceAround } from "../../search/sentence.ts";
import type { ReviewedBlock, ReviewedText } from "../reviewed-text.ts";
import type { CreditedMention } from "./find-credits.ts";
import { isContribution } from "./signed-credits.ts";

interface Range {
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

/** What may still stand behind a credit that ends a paragraph: "told Example News on Monday." */
const TO_THE_END_UTF16 = 32;
const REACH_UTF16 = 3000;
/** In these first paragraphs, what a text reports citing another is the whole of it. */
const LEAD_BLOCKS = 5;

/** Of one credit, in canonical text. */
export function creditScope(
  mention: CreditedMention,
  context: {
    readonly words: string;
    readonly block: ReviewedBlock;
    readonly index: number;
    readonly text: ReviewedText;
    readonly credited: readonly CreditedMention[];
    readonly own: ReadonlySet<string>;
  },
): Range {
  const { words, block, text } = context;
  const whole = { fromUtf16: 0, toUtf16: text.text.length };
  const { fromUtf16, toUtf16 } = block;
  if (mention.how === "picture") return { fromUtf16, toUtf16 };
  if (
    mention.how === "byline" &&
    isContribution(words.slice(0, mention.fromUtf16).slice(-REACH_UTF16), words.slice(mention.toUtf16))
  )
    return { fromUtf16, toUtf16 };
  if (mention.how === "dateline" || mention.how === "byline") return whole;
  if (isCitedByItself(mention, context)) return whole;
  if (isAtEnd(words, mention)) return { fromUtf16, toUtf16 };
  // A text without paragraphs is a very long one: the sentence is looked for near by.
  const from = Math.max(0, mention.fromUtf16 - REACH_UTF16);
  const sentence = sentenceAround(words.slice(from, mention.toUtf16 + REACH_UTF16), mention.fromUtf16 - from);
  return { fromUtf16: fromUtf16 + from + sentence.fromUtf16, toUtf16: fromUtf16 + from + sentence.toUtf16 };
}

/** "…, News.Example reports, citing Fooland Press": in the lead of News.Example's own text, that is said of all of it. */
function isCitedByItself(
  mention: CreditedMention,
  { words, index, credited, own }: Parameters<typeof creditScope>[1],
): boolean {
  if (index >= LEAD_BLOCKS || mention.how !== "attribution") return false;
  const reporter = credited.find(
    (other) =>
      other.toUtf16 <= mention.fromUtf16 &&
      /^\s(?:reports|reported),? (?:citing|quoting|with reference to|referring to)\s/u.test(words.slice(other.toUtf16)),
  );
  return reporter !== undefined && own.has(reporter.name.toLowerCase());
}

function isAtEnd(words: string, { toUtf16 }: CreditedMention): boolean {
  const rest = words.slice(toUtf16);
  return rest.length <= TO_THE_END_UTF16 && !/[.!?。！？]["”’')\]」』]*\s*\S/u.test(rest);
}

/** A credit that ends its paragraph leaves the sentences to those that are credited in them. */
export function limitScopes(
  credited: readonly CreditedMention[],
  scopes: readonly Range[],
  block: ReviewedBlock,
): Range[] {
  return scopes.map((scope, at) => {
    const mention = credited[at];
    if (!mention || scope.fromUtf16 !== block.fromUtf16 || scope.toUtf16 !== block.toUtf16 || mention.how === "picture")
      return scope;
    const placed = block.fromUtf16 + mention.fromUtf16;
    const others = scopes.filter(
      (other, index) =>
        credited[index]?.name !== mention.name && other.toUtf16 <= placed && other.toUtf16 > block.fromUtf16,
    );
    return { ...scope, fromUtf16: Math.max(scope.fromUtf16, ...others.map(({ toUtf16 }) => toUtf16)) };
  });
}
