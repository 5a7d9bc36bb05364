/** The quotations in a statement: words in quotation marks, or a block set as a quotation, with what each cites. */
import type { ExcerptId } from "../../excerpt/excerpt.ts";
import type { Statement } from "../statements/statement.ts";
import { quotedSpans } from "./quoted-spans.ts";

export interface WrittenQuotation {
  /** Its words without the marks around them, as offsets of the statement's text. */
  readonly fromUtf16: number;
  readonly toUtf16: number;
  /** Its words; where an apostrophe may be its closing mark, the others that it may be, longer or shorter. */
  readonly texts: readonly string[];
  /** The mark that opens it; empty for a block. */
  readonly open: string;
  /** What it may cite, what is cited right behind it first. */
  readonly excerptIds: readonly ExcerptId[];
}

/** "— Name" on the last line says whose the words are, and is not of them. */
const ATTRIBUTION = /\n\s*(?:[-–—―]|\()[^\n]*$/u;

/** The quotations of a statement that cites something, in order; of a block set as a quotation all of it. */
export function quotationsIn(statement: Statement, isBlock: boolean): WrittenQuotation[] {
  const { place, text } = statement;
  if (isBlock) return blockQuotations(statement);
  return quotedSpans(text).map((span): WrittenQuotation => {
    const { innerFromUtf16, innerToUtf16 } = span;
    const behind = statement.citations.filter(
      ({ atUtf16 }) =>
        /^[\s.,;:!?。，；：！？)）]*$/u.test(
          text.slice(span.toUtf16, Math.max(span.toUtf16, atUtf16 - place.fromUtf16)),
        ) && atUtf16 - place.fromUtf16 >= innerToUtf16,
    );
    return {
      fromUtf16: innerFromUtf16,
      toUtf16: innerToUtf16,
      texts: [innerToUtf16, ...span.otherEndsUtf16].map((end) => text.slice(innerFromUtf16, end).trimEnd()),
      open: text.charAt(span.fromUtf16),
      excerptIds: idsOf([...behind, ...statement.citations]),
    };
  });
}

/** A block whose citations stand at several places is as many quotations, each up to its own. */
function blockQuotations({ place, text, citations }: Statement): WrittenQuotation[] {
  const ends = [...new Set(citations.map(({ atUtf16 }) => Math.min(text.length, atUtf16 - place.fromUtf16)))].filter(
    (at) => at > 0,
  );
  const cuts = ends.length === 0 ? [text.length] : ends;
  const last = cuts.at(-1) ?? text.length;
  // Words behind the last citation are of the same source, unless they only say whose they are.
  if (last < text.length) cuts[cuts.length - 1] = text.length;
  let from = 0;
  return cuts.map((end, index): WrittenQuotation => {
    const own = citations.filter(({ atUtf16 }) => {
      const at = Math.min(text.length, atUtf16 - place.fromUtf16);
      return index === cuts.length - 1 ? at >= from : at === end;
    });
    const raw = text.slice(from, end).replace(ATTRIBUTION, "");
    const lead = /^[\s“”„«»「『"'‘.,;]*/u.exec(raw)?.[0].length ?? 0;
    const words = raw.slice(lead).replace(/[\s“”«»」』"’']+$/u, "");
    const quotation = {
      fromUtf16: from + lead,
      toUtf16: from + lead + words.length,
      texts: [words],
      open: "",
      excerptIds: idsOf([...own, ...citations]),
    };
    from = end;
    return quotation;
  });
}

function idsOf(citations: Statement["citations"]): ExcerptId[] {
  return [...new Set(citations.flatMap(({ excerptIds }) => excerptIds))];
}
