/**
 * Tells paragraphs apart: headings, captions, items of lists. Goes by type, place and the document's own outline; a
 * paragraph that is not certain to be more is a paragraph.
 */
import { endsLikeBody, endsSentence } from "../../../core/source/text-shapes.ts";
import { bulletLength, numberLength } from "./list-marks.ts";
import { firstLine, type Paragraph, roughText } from "./paragraph.ts";
import { isAllBold, type TypeFacts } from "./type-facts.ts";

export type ParagraphKind = "paragraph" | "heading" | "caption" | "list-item" | "table-cell";

/** Headings by the outline of the document: what a heading says, letters and digits only, and its depth from 1. */
export type OutlineLevels = ReadonlyMap<string, number>;

const LARGER = 1.12;
const MAX_HEADING_UTF16 = 200;
const MAX_HEADING_LINES = 4;
const MAX_BOLD_HEADING_UTF16 = 120;
const MAX_CAPTION_UTF16 = 500;
const CAPTION =
  /^(?:figure|fig\.|table|chart|graph|box|map|plate|exhibit|diagram|illustration|photo|abbildung|abb\.|tabelle|grafik|figura|tabla|cuadro|tableau|tab\.|graphique|encadré|tabella|图表|图|表|圖|図|그림|표)\s?(?:[A-Z]?\d+(?:[.\-–]\d+)*|[IVX]+)(?<rest>.*)$/iu;

/** Letters and digits alone, in lower case: the same heading is spaced and punctuated in several ways. */
export function outlineKey(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The depth that the outline gives a heading; it may leave out the number that is printed before it. */
function outlineLevel(text: string, outline: OutlineLevels): number | null {
  const level = outline.get(outlineKey(text));
  if (level !== undefined) return level;
  const unnumbered = text.replace(
    /^(?:chapter|part|section|appendix|annex)?\s*(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)\.?\s+/iu,
    "",
  );
  return unnumbered === text ? null : (outline.get(outlineKey(unnumbered)) ?? null);
}

/** The kind of a paragraph that is no note and no running head. */
export function kindOf(paragraph: Paragraph, facts: TypeFacts, outline: OutlineLevels): ParagraphKind {
  if (paragraph.cell !== null) return "table-cell";
  // A long paragraph can only be an item of a list, which its first line tells.
  const isLong = paragraph.lines.length > MAX_HEADING_LINES + 2;
  const text = isLong ? firstLine(paragraph).text : roughText(paragraph);
  if (!isLong && isCaption(paragraph, text, facts)) return "caption";
  if (!isLong && isHeading(paragraph, text, facts, outline)) return "heading";
  return bulletLength(text) > 0 || isNumberedItem(paragraph, text) ? "list-item" : "paragraph";
}

function isNumberedItem({ lines, measure }: Paragraph, text: string): boolean {
  const length = numberLength(text);
  if (length === 0 || /^\[|^\d+\.\d/u.test(text)) return false;
  const [first, second] = lines;
  // Numbered paragraphs of a report are full paragraphs that begin at the edge; items of a list stand in or hang.
  const standsIn = first !== undefined && first.fragment.x0 > measure.x0 + first.fragment.size * 0.5;
  const hangs =
    second !== undefined && first !== undefined && second.fragment.x0 > first.fragment.x0 + first.fragment.size * 0.5;
  return standsIn || hangs || lines.length === 1;
}

function isCaption({ lines }: Paragraph, text: string, facts: TypeFacts): boolean {
  if (text.length > MAX_CAPTION_UTF16) return false;
  const rest = CAPTION.exec(text)?.groups?.["rest"];
  if (rest === undefined) return false;
  if (/^\s?[.:–—|-]\s|^[:：．]|^\s*$/u.test(rest)) return true;
  const isSet =
    firstLine({ lines }).size < facts.bodySize * 0.95 ||
    (lines[0] !== undefined && isAllBold(lines[0].fragment, facts));
  return /^\s+[\p{Lu}\p{Lo}]/u.test(rest) && (isSet || !endsSentence(text)) && lines.length <= 3;
}

function isHeading(paragraph: Paragraph, text: string, facts: TypeFacts, outline: OutlineLevels): boolean {
  const { lines } = paragraph;
  if (text.length > MAX_HEADING_UTF16 || lines.length > MAX_HEADING_LINES || !/\p{L}{2}/u.test(text)) return false;
  if (isLeader(text)) return false;
  if (outlineLevel(text, outline) !== null && looksSet(paragraph, facts)) return true;
  const first = firstLine(paragraph);
  if (bulletLength(text) > 0) return false;
  if (first.size >= facts.bodySize * LARGER) return !endsLikeBody(text) || text.length < 60;
  if (first.size < facts.bodySize * 0.95 || text.length > MAX_BOLD_HEADING_UTF16 || lines.length > 2) return false;
  const isBold = lines.every(({ fragment }) => isAllBold(fragment, facts)) && !facts.fontOf(facts.bodyFont).isBold;
  return isBold && !endsLikeBody(text);
}

/** Larger, bold, or alone on its line: not a sentence that happens to say the same as an entry of the outline. */
function looksSet(paragraph: Paragraph, facts: TypeFacts): boolean {
  const first = firstLine(paragraph);
  return (
    first.size > facts.bodySize * 1.02 ||
    isAllBold(first, facts) ||
    (paragraph.gapAbove > 1.5 && paragraph.lines.length <= 2)
  );
}

/** A line of a table of contents: a title, dots, a page. */
function isLeader(text: string): boolean {
  return /(?:\.\s?){4,}|…{2,}|·{4,}/u.test(text);
}

/**
 * Levels of headings: by the outline where it has them, and for a look that the outline has for some by what most of
 * those have; else by size, the largest first.
 */
export function headingLevels(headings: readonly Paragraph[], facts: TypeFacts, outline: OutlineLevels): number[] {
  const looks = headings.map((heading) => lookOf(heading, facts));
  const own = headings.map((heading) => outlineLevel(roughText(heading), outline));
  const byLook = new Map<number, Map<number, number>>();
  own.forEach((level, index) => {
    const look = looks[index];
    if (level === null || look === undefined) return;
    const votes = byLook.get(look) ?? new Map<number, number>();
    byLook.set(look, votes.set(level, (votes.get(level) ?? 0) + 1));
  });
  const ranks = [...new Set(looks)].sort((one, other) => other - one);
  return headings.map((_, index) => {
    const look = looks[index] ?? 0;
    const voted = [...(byLook.get(look) ?? [])].sort((one, other) => other[1] - one[1])[0]?.[0];
    return Math.min(MAX_LEVEL, Math.max(1, own[index] ?? voted ?? ranks.indexOf(look) + 1));
  });
}

const MAX_LEVEL = 6;

/** Size in half points, and above it at the same size what is bold. */
function lookOf(heading: Paragraph, facts: TypeFacts): number {
  const first = firstLine(heading);
  return Math.round(first.size * 2) + (isAllBold(first, facts) ? 0.5 : 0);
}
