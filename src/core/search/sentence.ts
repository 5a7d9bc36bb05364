/** Where a sentence begins and ends, by its marks: also those of texts that put no space behind them. */

const SENTENCE_END = /[.!?…]+[)\]"'”’»]*\s+|[。！？｡]+[」』”’）]*\s*/gu;
/** What a full stop follows without ending a sentence: initials and the short forms of titles, months and references. */
const SHORT_FORM =
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Maj|St|No|Nos|Art|Arts|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|para|paras|pp|cf|approx|est|Inc|Ltd|Co|Corp)\.$/u;

/** The sentence around an offset of a text, in UTF-16 code units, without the white space around it. */
export function sentenceAround(text: string, offsetUtf16: number): { fromUtf16: number; toUtf16: number } {
  let fromUtf16 = 0;
  let toUtf16 = text.length;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, match.index, match[0], end)) continue;
    if (end <= offsetUtf16) fromUtf16 = end;
    else {
      toUtf16 = end;
      break;
    }
  }
  const sentence = text.slice(fromUtf16, toUtf16);
  return {
    fromUtf16: fromUtf16 + (sentence.length - sentence.trimStart().length),
    toUtf16: fromUtf16 + sentence.trimEnd().length,
  };
}

function endsSentence(text: string, at: number, marks: string, end: number): boolean {
  if (!marks.startsWith(".") || marks.startsWith("..")) return !/^\p{Ll}/u.test(text.slice(end, end + 2));
  if (/^[("'“‘«[]*\p{Ll}/u.test(text.slice(end, end + 4))) return false;
  return !SHORT_FORM.test(text.slice(Math.max(0, at - 12), at + 1));
}
