/** Where a sentence begins and ends, by its marks: also those of texts that put no space behind them. */

const SENTENCE_END = /[.!?…؟۔।]+(?:[)\]"'”’»“›]|[\u00a0\u202f]»)*\s+|[。！？｡]+[」』”’）]*\s*/gu;
/** What a full stop follows without ending a sentence: initials and the short forms of titles, months and references. */
const SHORT_FORM =
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Maj|St|No|Nos|Art|Arts|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|para|paras|pp|cf|approx|est|Inc|Ltd|Co|Corp|Messrs|Hon|Rev|Sgt|Adm|Brig|Cmdr|Amb|Dept|Figs?|Vol|Nr|Abs|Mme|Mlle|MM|Sra|ca|incl)\.$/u;

/** A German date writes its day as an ordinal: "5. März". */
const GERMAN_MONTH =
  /^\s*(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)/u;
/** "1. ", "(a) " and "iv. " at the beginning of a paragraph number it, and are no sentence. */
const NUMBER_OF_PARAGRAPH = /^\s*\(?(?:\d{1,3}|\p{L}|[ivx]{1,4})(?:\.\d{1,3})*[.)]*\s*$/u;

/** The sentence around an offset of a text, in UTF-16 code units, without the white space around it. */
export function sentenceAround(text: string, offsetUtf16: number): { fromUtf16: number; toUtf16: number } {
  let fromUtf16 = 0;
  let toUtf16 = text.length;
  for (const { end } of endsOf(text)) {
    if (end <= offsetUtf16) fromUtf16 = end;
    else {
      toUtf16 = end;
      break;
    }
  }
  return trimmed(text, fromUtf16, toUtf16);
}

/** What is known of a text beside its marks, in UTF-16 code units. */
export interface SentenceHints {
  /** Offsets that a sentence ends at where its marks stand right before them: a citation behind a full stop. */
  readonly endsUtf16?: readonly number[];
  /** Stretches within which nothing ends, in order: words in quotation marks. */
  readonly whole?: readonly { readonly fromUtf16: number; readonly toUtf16: number }[];
}

const MARKS_AT_END = /[.!?…؟۔।。！？｡][)\]"'”’»“›」』）]*$/u;

/** Every sentence of a text, in order, in UTF-16 code units, without the white space around it. Line breaks end one. */
export function sentencesOf(text: string, hints: SentenceHints = {}): { fromUtf16: number; toUtf16: number }[] {
  const { endsUtf16 = [], whole = [] } = hints;
  const isWithin = (at: number) => whole.some(({ fromUtf16, toUtf16 }) => fromUtf16 < at && at < toUtf16);
  const told = endsUtf16.filter((at) => MARKS_AT_END.test(text.slice(Math.max(0, at - 8), at)));
  const ends = new Set(told);
  for (const { marksFrom, marksTo, end, isSign } of endsOf(text)) {
    if (isSign && endsInQuotation(text, marksFrom, end, whole)) continue;
    // A citation that stands there says so already.
    if (!told.some((at) => at >= marksTo && at < end)) ends.add(end);
  }
  for (const match of text.matchAll(/\n/gu)) {
    if (!/^\p{Ll}/u.test(text.slice(match.index + 1, match.index + 3))) ends.add(match.index + 1);
  }
  const sentences: { fromUtf16: number; toUtf16: number }[] = [];
  let from = 0;
  for (const end of [...[...ends].filter((at) => !isWithin(at)).sort((a, b) => a - b), text.length]) {
    if (end < text.length && NUMBER_OF_PARAGRAPH.test(text.slice(from, end))) continue;
    const sentence = trimmed(text, from, end);
    if (sentence.toUtf16 > sentence.fromUtf16) sentences.push(sentence);
    from = end;
  }
  return sentences;
}

/** Where sentences end by their marks: behind these, and behind the white space that follows them. */
function* endsOf(text: string) {
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, match.index, match[0], end)) continue;
    const marksTo = match.index + match[0].trimEnd().length;
    yield { marksFrom: match.index, marksTo, end, isSign: /^[。！？｡]/u.test(match[0]) };
  }
}

/**
 * Chinese and Japanese put no space behind a full stop: words in quotation marks that a sentence begins with go on in it
 * (“我们同意。”他说), those at its end end it.
 */
function endsInQuotation(text: string, at: number, end: number, whole: NonNullable<SentenceHints["whole"]>): boolean {
  const span = whole.find(({ fromUtf16, toUtf16 }) => fromUtf16 < at && at < toUtf16 && end >= toUtf16);
  if (!span || end === text.length || /\s/u.test(text.charAt(end - 1))) return false;
  return span.fromUtf16 === 0 || /[\s。！？｡」』”]/u.test(text.charAt(span.fromUtf16 - 1));
}

function trimmed(text: string, from: number, to: number): { fromUtf16: number; toUtf16: number } {
  const sentence = text.slice(from, to);
  return {
    fromUtf16: from + (sentence.length - sentence.trimStart().length),
    toUtf16: from + sentence.trimEnd().length,
  };
}

function endsSentence(text: string, at: number, marks: string, end: number): boolean {
  if (!marks.startsWith(".") || marks.startsWith("..")) return !/^\p{Ll}/u.test(text.slice(end, end + 2));
  if (/^[("'“‘«[]*\p{Ll}/u.test(text.slice(end, end + 4))) return false;
  if (/\d/u.test(text.charAt(at - 1)) && GERMAN_MONTH.test(text.slice(end, end + 12))) return false;
  return !SHORT_FORM.test(text.slice(Math.max(0, at - 12), at + 1));
}
