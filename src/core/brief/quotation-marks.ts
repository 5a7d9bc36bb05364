/**
 * How quotations are set, on screen as in the Word document: short ones in quotation marks of the brief's language, long
 * ones apart as a block without marks. The words of the source, inner quotation marks among them, are never changed.
 */
import { countWordsOf } from "../search/count-words.ts";
import type { BriefLanguage, Inline, Quotation } from "./document.ts";

/** Longer quotations stand apart. The APA's line is 40 words, as is that of most houses. */
export const LONGEST_SHORT_QUOTATION_WORDS = 40;

export interface QuotationMarks {
  readonly open: string;
  readonly close: string;
}

/** Of the first order, as each language's own authority sets them: French ones with narrow no-break spaces inside. */
const MARKS: Readonly<Record<BriefLanguage, QuotationMarks>> = {
  "en-GB": { open: "“", close: "”" },
  "en-US": { open: "“", close: "”" },
  "fr-FR": { open: "«\u202F", close: "\u202F»" },
  "de-DE": { open: "„", close: "“" },
  "es-ES": { open: "«", close: "»" },
  "nl-NL": { open: "“", close: "”" },
};

/** Pairs by which words may already be in quotation marks in the source. */
const PAIRS = ["“”", "„“", "„”", "«»", "»«", "‘’", "‹›", "「」", "『』", '""'] as const;

export function quotationMarksOf(language: BriefLanguage): QuotationMarks {
  return MARKS[language];
}

/** Whether a quotation stands in quotation marks rather than apart as a block. */
export function isShortQuotation({ children }: Quotation): boolean {
  return countWordsOf(wordsOf(children)) <= LONGEST_SHORT_QUOTATION_WORDS;
}

/**
 * A quotation's content with quotation marks around its words: citations and white space at either end stay outside.
 * Unchanged where it has no words, or stands in quotation marks as a whole already.
 */
export function inQuotationMarks(children: readonly Inline[], language: BriefLanguage): readonly Inline[] {
  const first = children.findIndex(hasWords);
  const last = children.findLastIndex(hasWords);
  if (first === -1 || isQuoted(wordsOf(children).trim())) return children;
  const { open, close } = quotationMarksOf(language);
  return children.flatMap((inline, index): Inline[] => {
    if (inline.type !== "text" || (index !== first && index !== last)) return [inline];
    const start = index === first ? inline.text.length - inline.text.trimStart().length : 0;
    const end = index === last ? inline.text.trimEnd().length : inline.text.length;
    const piece = (text: string): Inline[] => (text === "" ? [] : [{ ...inline, text }]);
    return [
      ...piece(inline.text.slice(0, start)),
      ...(index === first ? [mark(open)] : []),
      ...piece(inline.text.slice(start, end)),
      ...(index === last ? [mark(close)] : []),
      ...piece(inline.text.slice(end)),
    ];
  });
}

function mark(text: string): Inline {
  return { type: "text", text, marks: [] };
}

function hasWords(inline: Inline): boolean {
  return inline.type === "text" && inline.text.trim() !== "";
}

function wordsOf(children: readonly Inline[]): string {
  return children
    .map((inline) => (inline.type === "text" ? inline.text : inline.type === "line-break" ? "\n" : ""))
    .join("");
}

/** Whether one pair of marks holds the whole of it: “a” and “b” are two. */
function isQuoted(text: string): boolean {
  return PAIRS.some(([open = "", close = ""]) => {
    const inner = text.slice(1, -1);
    return (
      text.length > 2 &&
      text.startsWith(open) &&
      text.endsWith(close) &&
      !inner.includes(open) &&
      !inner.includes(close)
    );
  });
}
