/**
 * Tells what kind of block a line of plain text is, from its marks and its neighbours. Must never change the text: list
 * and Markdown marks stay in it. Where in doubt, a line is a paragraph.
 */
import type { Block } from "./block.ts";
import { frontMatterEnd, MAX_FRONT_MATTER_LINES } from "./front-matter.ts";
import type { Line } from "./hard-wrap.ts";
import { labelledLine } from "./labelled-lines.ts";
import { photoCredit } from "./photo-credits.ts";
import { isSectionName } from "./section-names.ts";
import { endsLikeBody, endsSentence, hasWide, isInCapitals, widthColumns, wordsOf } from "./text-shapes.ts";

const MAX_TITLE_UTF16 = 200;
const MAX_SUBHEADING_UTF16 = 100;
const MAX_PLAIN_SUBHEADING_UTF16 = 60;
const LONG_PARAGRAPH_COLUMNS = 120;
const LOOK_AHEAD_BLOCKS = 10;

const LIST_MARK = /^(?:[-*+•‣◦▪·–]\s+|\d{1,3}[.)]\s+|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)\s+|[a-z]\)\s+)\S/u;
const MARKDOWN_HEADING = /^(#{1,6})\s+\S/u;
const SETEXT_RULE = /^(?:={3,}|-{3,})$/u;
const ONLY_URL = /^<?https?:\/\/\S+>?$/u;
const ONLY_MARKS = /^[^\p{L}\p{N}]+$/u;
const BYLINE = /^by\s+\p{Lu}/iu;
const SALUTATION = /^(?:dear|hello|hi|to whom)\s/iu;

export function isListItem(text: string): boolean {
  return LIST_MARK.test(text.slice(0, 40));
}

function isPlainText(text: string): boolean {
  return (
    !isListItem(text) &&
    !text.startsWith(">") &&
    !ONLY_URL.test(text) &&
    !ONLY_MARKS.test(text.slice(0, MAX_TITLE_UTF16 + 1))
  );
}

/** Enough words for a title; Han and kana have no spaces, so they count by width. */
function hasTitleLength(text: string): boolean {
  return wordsOf(text).length >= 2 || (hasWide(text) && widthColumns(text) >= 8);
}

/** True where the text could be a title by itself: short, without a final stop, no label, no caption, no byline. */
export function readsAsTitle(text: string): boolean {
  if (text.length > MAX_TITLE_UTF16 || endsLikeBody(text) || !isPlainText(text) || !hasTitleLength(text)) return false;
  if (BYLINE.test(text) || SALUTATION.test(text) || isSectionName(text)) return false;
  return labelledLine(text) === null && photoCredit(text) === null;
}

function isTitle(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? "";
  if (!readsAsTitle(text)) return false;
  const following = lines.slice(index + 1, index + 1 + LOOK_AHEAD_BLOCKS);
  const width = widthColumns(text);
  return following.some(
    (line) => endsSentence(line.text) && (line.text.length > MAX_TITLE_UTF16 || widthColumns(line.text) > width),
  );
}

function isCapitalHeading(text: string, next: Line | undefined): boolean {
  if (text.length > MAX_SUBHEADING_UTF16 || next === undefined || !isPlainText(text) || endsLikeBody(text))
    return false;
  const letters = text.replace(/[^\p{L}]/gu, "");
  if (!isInCapitals(letters) || BYLINE.test(text) || text.startsWith("(")) return false;
  return (
    (wordsOf(text).length >= 2 || letters.length >= 6) && next.text.length > text.length && !isInCapitals(next.text)
  );
}

function isLongParagraph(line: Line | undefined): boolean {
  if (line === undefined || isListItem(line.text)) return false;
  return (
    endsSentence(line.text) &&
    (line.text.length >= LONG_PARAGRAPH_COLUMNS || widthColumns(line.text) >= LONG_PARAGRAPH_COLUMNS)
  );
}

/** "The road ahead" between two long paragraphs. */
function isPlainSubheading(text: string, previous: Line | undefined, next: Line | undefined): boolean {
  if (text.length > MAX_PLAIN_SUBHEADING_UTF16 || !/^[\p{Lu}\p{Lo}\p{N}'‘“"]/u.test(text)) return false;
  if (endsSentence(text) || /^read\b/iu.test(text) || !isLongParagraph(previous) || !isLongParagraph(next))
    return false;
  return readsAsTitle(text);
}

/** The line that may be the title: the first of the body that is no label, section name or web address. */
function titleIndex(lines: readonly Line[], bodyStart: number): number {
  return lines.slice(0, bodyStart + LOOK_AHEAD_BLOCKS).findIndex(({ text }, index) => {
    return (
      index >= bodyStart &&
      !(text.length <= MAX_TITLE_UTF16 && (labelledLine(text) !== null || ONLY_URL.test(text) || isSectionName(text)))
    );
  });
}

/** Depths of the list items that stand together, by how far each is indented. */
class ListDepth {
  private readonly indents: number[] = [];

  reset(): void {
    this.indents.length = 0;
  }

  levelOf(indent: number): number {
    while ((this.indents.at(-1) ?? -1) > indent) this.indents.pop();
    if ((this.indents.at(-1) ?? -1) < indent) this.indents.push(indent);
    return this.indents.length;
  }
}

/** Blocks of the lines, one for each, with the text just as it is. */
export function toBlocks(lines: readonly Line[]): Block[] {
  const bodyStart = frontMatterEnd(lines.slice(0, MAX_FRONT_MATTER_LINES).map(({ text }) => text));
  const title = titleIndex(lines, bodyStart);
  const depth = new ListDepth();
  return lines.map((line, index): Block => {
    const { text } = line;
    if (index < bodyStart) return { kind: "paragraph", text, level: null };
    if (isListItem(text)) return { kind: "list-item", text, level: depth.levelOf(line.indent) };
    if (line.indent === 0) depth.reset();
    const level = headingLevel(lines, index, index === title);
    if (level !== null) return { kind: "heading", text, level };
    if (text.startsWith(">")) return { kind: "quote", text, level: null };
    return { kind: photoCredit(text) === null ? "paragraph" : "caption", text, level: null };
  });
}

function headingLevel(lines: readonly Line[], index: number, mayBeTitle: boolean): number | null {
  const text = lines[index]?.text ?? "";
  const marks = MARKDOWN_HEADING.exec(text.slice(0, 10))?.[1];
  if (marks !== undefined) return marks.length;
  if (text.length > MAX_TITLE_UTF16 || photoCredit(text) !== null) return null;
  const next = lines[index + 1];
  if (next && !next.afterBlank && SETEXT_RULE.test(next.text) && isPlainText(text) && labelledLine(text) === null) {
    if (next.text.startsWith("=")) return 1;
    if (!endsLikeBody(text)) return 2;
  }
  if (mayBeTitle && isTitle(lines, index)) return 1;
  const isSubheading = isCapitalHeading(text, next) || isPlainSubheading(text, lines[index - 1], next);
  return isSubheading ? 2 : null;
}
