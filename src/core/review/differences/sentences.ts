/** The sentences of a source, block by block, with their parts: what stands between commas and joining words. */
import type { ReviewedText } from "../reviewed-text.ts";

export interface Span {
  readonly fromUtf16: number;
  readonly toUtf16: number;
}

const SENTENCE_END =
  /[.!?\u2026]+[)\]"'\u201d\u2019\u00bb]*\s+(?=["'\u201c\u2018\u00ab([]*[^\p{Ll}\s])|[\u3002\uff01\uff1f\uff61]+[\u300d\u300f\u201d\u2019\uff09]*\s*/gu;
/** What a full stop follows without ending a sentence. */
const SHORT_FORM =
  /(?:^|[^\p{L}\p{N}])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Maj|St|No|Nos|Art|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|Ltd|\p{L}\.\p{L})\.$/u;

/** Of canonical text. Headings are left out: they say in short what the text says in full. */
export function sentencesOf({ text, blocks }: Pick<ReviewedText, "text" | "blocks">): Span[] {
  return blocks
    .filter(({ kind }) => kind !== "heading")
    .flatMap(({ fromUtf16, toUtf16 }) => split(text, fromUtf16, toUtf16));
}

function split(text: string, fromUtf16: number, toUtf16: number): Span[] {
  const block = text.slice(fromUtf16, toUtf16);
  const spans: Span[] = [];
  let from = 0;
  const add = (to: number) => {
    const sentence = block.slice(from, to);
    const start = from + sentence.length - sentence.trimStart().length;
    const end = from + sentence.trimEnd().length;
    if (end > start) spans.push({ fromUtf16: fromUtf16 + start, toUtf16: fromUtf16 + end });
    from = to;
  };
  for (const match of block.matchAll(SENTENCE_END)) {
    if (match[0].startsWith(".") && SHORT_FORM.test(block.slice(Math.max(0, match.index - 8), match.index + 1)))
      continue;
    add(match.index + match[0].length);
  }
  add(block.length);
  return spans;
}

const PART_END =
  /[,;:\u2014()\u201c\u201d"\uff0c\uff1b\uff1a\u3001](?!\d)|\s-\s|\s(?=(?:and|but|while|when|which|who|where|whereas|after|before|as|with|although|though|because|that|than in)\s)/gu;
/** A part of a sentence with fewer words than that says too little to stand alone. */
const FEWEST_WORDS = 4;

/** The parts of a plain sentence, in order; together they are all of it. */
export function partsOf(plain: string): Span[] {
  const ends = [...plain.matchAll(PART_END)].map((match) => match.index + match[0].length);
  const parts: Span[] = [];
  let from = 0;
  for (const to of [...ends, plain.length]) {
    const count = plain.slice(from, to).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const signs = plain.slice(from, to).match(/[\p{sc=Han}\p{sc=Hangul}]/gu)?.length ?? 0;
    if (to < plain.length && count < FEWEST_WORDS && signs < 8) continue;
    parts.push({ fromUtf16: from, toUtf16: to });
    from = to;
  }
  return parts;
}
