/**
 * Joins paragraphs that the end of a column or page cuts, and keeps what stands between their halves (captions, tables,
 * notes at the foot) out of them.
 */
import { endsSentence, isUnspaced } from "../../../core/source/text-shapes.ts";
import type { ParagraphKind } from "./classify-paragraph.ts";
import { beginsWithBox, bulletLength, numberLength } from "./list-marks.ts";
import { firstLine, lastLine, type Measure, type Paragraph } from "./paragraph.ts";
import { isAllBold, isMostlyMonospace, type TypeFacts } from "./type-facts.ts";

/** A paragraph whole: its lines may stand on several pages. */
export interface FlowParagraph extends Paragraph {
  readonly kind: ParagraphKind;
  /** Of each line. */
  readonly measures: readonly Measure[];
}

/** How many paragraphs may stand between two halves: the captions and notes of a page, a table. */
const MAX_BETWEEN = 400;
const FULL_LINE = 1.5;
const INDENT = 0.8;
/** In type sizes: columns of one page are as wide, to a little. */
const SAME_WIDTH = 2;
const RAGGED = 4;

/** The paragraphs in order, halves joined where the first stood. */
export function joinFlow(
  paragraphs: readonly (Paragraph & { readonly kind: ParagraphKind })[],
  facts: TypeFacts,
): FlowParagraph[] {
  const joined: FlowParagraph[] = [];
  /** Index in `joined` of a paragraph that the end of its region cuts. */
  let cut: number | null = null;
  for (const paragraph of paragraphs) {
    const measures = paragraph.lines.map(() => paragraph.measure);
    const open: FlowParagraph | undefined = cut === null ? undefined : joined[cut];
    if (open !== undefined && cut !== null && isOtherHalf(open, paragraph, facts, joined.length - 1 - cut)) {
      joined[cut] = { ...open, lines: [...open.lines, ...paragraph.lines], measures: [...open.measures, ...measures] };
      if (!paragraph.isLastOfRegion || !isCut(paragraph, facts)) cut = null;
      continue;
    }
    joined.push({ ...paragraph, measures });
    if (paragraph.isLastOfRegion && isCut(paragraph, facts)) cut = joined.length - 1;
    else if (cut !== null && (!isAside(paragraph, facts) || joined.length - cut > MAX_BETWEEN)) cut = null;
  }
  return joined;
}

/** What may stand between the halves of a paragraph. */
function isAside(paragraph: Paragraph & { readonly kind: ParagraphKind }, facts: TypeFacts): boolean {
  return (
    paragraph.kind === "caption" || paragraph.kind === "table-cell" || firstLine(paragraph).size < facts.bodySize * 0.93
  );
}

/** True where the paragraph stops in the middle of a sentence. */
function isCut(paragraph: Paragraph & { readonly kind: ParagraphKind }, facts: TypeFacts): boolean {
  if (paragraph.kind !== "paragraph" && paragraph.kind !== "list-item") return false;
  const last = lastLine(paragraph);
  return !endsSentence(last.text) && !/[:;]$/u.test(last.text) && !isMostlyMonospace(last, facts);
}

function isOtherHalf(
  open: FlowParagraph,
  paragraph: Paragraph & { readonly kind: ParagraphKind },
  facts: TypeFacts,
  between: number,
): boolean {
  if (paragraph.kind !== "paragraph") return false;
  const last = lastLine(open);
  const first = firstLine(paragraph);
  if (Math.abs(last.size - first.size) > 0.07 * last.size || isAllBold(last, facts) !== isAllBold(first, facts))
    return false;
  if (isMostlyMonospace(first, facts)) return false;
  if (bulletLength(first.text) > 0 || numberLength(first.text) > 0 || beginsWithBox(first.text)) return false;
  const isFull = lastMeasure(open).x1 - last.x1 < FULL_LINE * last.size || /[-\u2010]$/u.test(last.text);
  if (/^\p{Ll}/u.test(first.text)) return isFull || /[,\p{L}]$/u.test(last.text);
  if (between > 0) return false;
  const isIndented = first.x0 - paragraph.measure.x0 > INDENT * first.size;
  const before = lastMeasure(open);
  const isSameWidth =
    Math.abs(before.x1 - before.x0 - paragraph.measure.x1 + paragraph.measure.x0) < SAME_WIDTH * first.size;
  const above = open.lines.at(-2)?.fragment;
  const isProse = above !== undefined && before.x1 - above.x1 < RAGGED * above.size && paragraph.lines.length > 1;
  if (!isSameWidth || !isProse) return false;
  const isUnspacedText = isUnspaced(first.text.charCodeAt(0)) && isUnspaced(last.text.charCodeAt(last.text.length - 1));
  return isFull && !isIndented && (isUnspacedText || /^[\p{L}\p{N}"“‘«(]/u.test(first.text));
}

function lastMeasure(open: FlowParagraph): Measure {
  return open.measures.at(-1) ?? open.measure;
}
