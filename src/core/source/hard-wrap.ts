/**
 * Undoes hard wrapping: text whose lines were broken at a fixed width, as in plain-text e-mail. Joins nothing unless the
 * text as a whole is wrapped, and then only a line that was full; a line that ended early was meant to end.
 */
import { isUnspaced, widthColumns } from "./text-shapes.ts";

/** A line of the file, its white space trimmed. */
export interface Line {
  readonly text: string;
  /** Columns of white space before it. */
  readonly indent: number;
  /** True where a blank line or a page break stands before it. */
  readonly afterBlank: boolean;
}

const MIN_WIDTH = 50;
const MAX_WIDTH = 100;
const MIN_FULL_LINES = 4;
const FULL_SHARE = 0.85;
const WRAPPED_SHARE = 0.5;
/** Wrapping programs differ by a column or two in what they count. */
const TOLERANCE = 2;
/** Shorter lines, as of addresses and verse, say nothing of how the prose was wrapped. */
const TELLING_SHARE = 0.6;
/** Widths are measured up to here; beyond, a line is simply long. */
const LONGEST_MEASURED_UTF16 = 400;

const STARTS_ANEW =
  /^(?:[-*+•‣◦▪–—]\s|\d{1,3}[.)]\s|\([a-z0-9]{1,4}\)\s|>|#{1,6}\s|\||```|~~~|[-=_*~]{3,}$|(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To):)/u;
const DRAWING = /\S\s{3,}\S|^[|+]|[|+]$|[\u2500-\u257f]/u;

function measure(line: Line): number {
  if (line.text.length > LONGEST_MEASURED_UTF16) return LONGEST_MEASURED_UTF16;
  return line.indent + widthColumns(line.text);
}

function firstWordColumns(text: string): number {
  const first = text.charCodeAt(0);
  if (isUnspaced(first)) return 2;
  const end = text.search(/\s/u);
  return widthColumns(end < 0 ? text.slice(0, LONGEST_MEASURED_UTF16) : text.slice(0, end));
}

/** A line that prose could go on from, to one that could go on with it. */
function isProse(line: Line, next: Line): boolean {
  return !next.afterBlank && !STARTS_ANEW.test(next.text) && !DRAWING.test(line.text) && !DRAWING.test(next.text);
}

/** True where the first word of the next line would not have fitted on this one. */
function isFull(line: Line, next: Line, width: number): boolean {
  return measure(line) + 1 + firstWordColumns(next.text) > width - TOLERANCE;
}

/** The width that nearly no line exceeds; the few that do hold a web address or a table. */
function commonWidth(lines: readonly Line[]): number {
  const counts = new Uint32Array(LONGEST_MEASURED_UTF16 * 3);
  for (const line of lines) {
    const width = measure(line);
    counts[width] = (counts[width] ?? 0) + 1;
  }
  let left = Math.floor(lines.length * 0.02);
  for (let width = counts.length - 1; width > 0; width -= 1) {
    left -= counts[width] ?? 0;
    if (left < 0) return width;
  }
  return 0;
}

/** The width that the text as a whole was wrapped at, in columns, or null where it was not wrapped. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const width = commonWidth(lines);
  if (width < MIN_WIDTH || width > MAX_WIDTH) return null;
  let pairs = 0;
  let full = 0;
  let paragraphs = 0;
  for (const [index, line] of lines.entries()) {
    if (line.afterBlank || index === 0) paragraphs += 1;
    const next = lines[index + 1];
    if (!next || line.text.startsWith(">") || !isProse(line, next) || measure(line) < width * TELLING_SHARE) continue;
    pairs += 1;
    if (isFull(line, next, width)) full += 1;
  }
  const isWrapped =
    paragraphs >= 2 &&
    full >= MIN_FULL_LINES &&
    full >= pairs * FULL_SHARE &&
    full >= (lines.length - paragraphs) * WRAPPED_SHARE;
  return isWrapped ? width : null;
}

const JOINED_BARE = /[\p{L}\p{N}][-‐]$|\S[—/]$/u;

function glue(before: string, after: string): string {
  const isTight =
    JOINED_BARE.test(before.slice(-2)) ||
    (isUnspaced(before.charCodeAt(before.length - 1)) && isUnspaced(after.charCodeAt(0)));
  return isTight ? "" : " ";
}

/** Lines with the paragraphs of wrapped text put together again. Not a character is lost but white space. */
export function joinWrapped(lines: readonly Line[]): Line[] {
  const width = wrapWidth(lines);
  if (width === null) return [...lines];
  const joined: Line[] = [];
  let parts: string[] = [];
  let start: Line | undefined;
  let isFenced = false;
  for (const [index, line] of lines.entries()) {
    if (/^(?:```|~~~)/u.test(line.text)) isFenced = !isFenced;
    start ??= line;
    parts.push(line.text);
    const next = lines[index + 1];
    const goesOn =
      next !== undefined &&
      !isFenced &&
      isProse(line, next) &&
      isFull(line, next, width) &&
      !/^(?:[>|#]|```|~~~)/u.test(start.text);
    if (goesOn) {
      parts.push(glue(line.text, next.text));
      continue;
    }
    joined.push({ ...start, text: parts.join("") });
    parts = [];
    start = undefined;
  }
  return joined;
}
