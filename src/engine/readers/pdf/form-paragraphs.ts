/**
 * Puts the lines of a region together to paragraphs, by the space between them, their edges, their type and how they
 * begin and end. Must not join over the end of a region: see join-flow.ts.
 */
import { endsSentence, isUnspaced } from "../../../core/source/text-shapes.ts";
import type { LineOrTable } from "./form-lines.ts";
import type { Fragment } from "./fragment.ts";
import { beginsWithBox, bulletLength, numberLength } from "./list-marks.ts";
import type { Measure, Paragraph, PlacedLine } from "./paragraph.ts";
import { isAllBold, isMostlyMonospace, type TypeFacts } from "./type-facts.ts";

/** All in type sizes, but for shares. */
const INDENT = 0.8;
const EXTRA_LEADING = 0.35;
const USUAL_LEADING = 1.25;
const OTHER_SIZE_SHARE = 0.07;
/** A line that ends so far before the edge, beyond the width of the next word, was ended on purpose. */
const ENDED_EARLY = 1;
const CENTRED = 0.6;
const BROKEN_SHARE = 0.4;
/** Of the measure: more room than this at the end of a line no setting of prose leaves. */
const MUCH_ROOM = 0.3;
const AT_EDGE = 0.1;
const MIN_JUSTIFIED_LINES = 6;
const JUSTIFIED_SHARE = 0.5;

/** The paragraphs of a region. `firstTable` numbers its tables. */
export function formParagraphs(
  formed: readonly LineOrTable[],
  page: number,
  facts: TypeFacts,
  firstTable: number,
): { readonly paragraphs: Paragraph[]; readonly tables: number } {
  const all = formed.flatMap((each) => (each.kind === "line" ? [each.line] : []));
  const measure = measureOf(all);
  const around: Surroundings = { measure, leading: leadingOf(all), isBroken: isBroken(all, measure), facts };
  const paragraphs: Paragraph[] = [];
  let tables = 0;
  let open: Fragment[] = [];
  let above: Fragment | null = null;
  let aboveIsRow = false;
  let gapAbove = Number.POSITIVE_INFINITY;
  const close = (): void => {
    if (open.length > 0) paragraphs.push(paragraphOf(open, page, measure, gapAbove));
    open = [];
  };
  for (const each of formed) {
    if (each.kind === "table") {
      close();
      paragraphs.push(...cellsOf(each.rows, firstTable + tables, page, measure));
      tables += 1;
      above = null;
      continue;
    }
    const { line, isRow } = each;
    if (open.length === 0 || isRow || aboveIsRow || startsParagraph(open, line, around)) {
      close();
      gapAbove = above === null ? Number.POSITIVE_INFINITY : (line.y - above.y) / line.size;
    }
    open.push(line);
    above = line;
    aboveIsRow = isRow;
  }
  close();
  return { paragraphs: markEnds(paragraphs), tables };
}

function markEnds(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((paragraph, index) => ({
    ...paragraph,
    isFirstOfRegion: index === 0,
    isLastOfRegion: index === paragraphs.length - 1,
  }));
}

function paragraphOf(lines: readonly Fragment[], page: number, measure: Measure, gapAbove: number): Paragraph {
  return {
    lines: lines.map((fragment): PlacedLine => ({ fragment, page })),
    measure,
    gapAbove,
    isFirstOfRegion: false,
    isLastOfRegion: false,
    cell: null,
  };
}

function cellsOf(
  rows: readonly { readonly cells: readonly (readonly Fragment[] | null)[] }[],
  table: number,
  page: number,
  measure: Measure,
): Paragraph[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((lines, column) =>
      lines === null ? [] : { ...paragraphOf(lines, page, measure, 1), cell: { table, row, column } },
    ),
  );
}

/** The edges that most lines keep to: a line that sticks out does not widen the column. */
function measureOf(lines: readonly Fragment[]): Measure {
  if (lines.length === 0) return { x0: 0, x1: 0, isJustified: false };
  const ends = lines.map(({ x1 }) => x1).sort((one, other) => one - other);
  const x1 = ends[Math.ceil((ends.length - 1) * 0.95)] ?? 0;
  const atEdge = lines.filter((line) => Math.abs(line.x1 - x1) < AT_EDGE * line.size).length;
  return {
    x0: lines.reduce((least, { x0 }) => Math.min(least, x0), Number.POSITIVE_INFINITY),
    x1,
    isJustified: lines.length >= MIN_JUSTIFIED_LINES && atEdge >= lines.length * JUSTIFIED_SHARE,
  };
}

type Leading = (size: number) => number;

/** The usual step from line to line for a size, in points: the one that most lines of that size keep. */
function leadingOf(lines: readonly Fragment[]): Leading {
  const steps = new Map<number, number[]>();
  for (let index = 1; index < lines.length; index += 1) {
    const [above, line] = [lines[index - 1], lines[index]];
    if (above === undefined || line === undefined || Math.abs(above.size - line.size) > 0.5) continue;
    const step = line.y - above.y;
    if (step < line.size * 0.8 || step > line.size * 2.6) continue;
    const size = Math.round(line.size);
    const known = steps.get(size);
    if (known === undefined) steps.set(size, [step]);
    else known.push(step);
  }
  const usual = new Map(
    [...steps].map(([size, found]) => {
      const sorted = found.sort((one, other) => one - other);
      // Space between paragraphs only adds: the lower third is the step within them.
      return [size, sorted[Math.floor(sorted.length / 3)] ?? 0];
    }),
  );
  return (size) => usual.get(Math.round(size)) ?? size * USUAL_LEADING;
}

interface Surroundings {
  readonly measure: Measure;
  readonly leading: Leading;
  /** True where lines mostly end on purpose: verse, addresses, listings. */
  readonly isBroken: boolean;
  readonly facts: TypeFacts;
}

function isBroken(lines: readonly Fragment[], measure: Measure): boolean {
  const early = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && hasRoomFor(next, line, measure);
  });
  return early.length >= (lines.length - 1) * BROKEN_SHARE;
}

/** True where `line`, which stands below the lines of an open paragraph, begins another. */
export function startsParagraph(open: readonly Fragment[], line: Fragment, around: Surroundings): boolean {
  const [first] = open;
  const above = open.at(-1);
  if (first === undefined || above === undefined) return true;
  const { measure, leading, facts } = around;
  const size = Math.max(line.size, above.size);
  const step = line.y - above.y;
  const usual = leading(size);
  if (step > Math.max(usual * 1.25, usual + EXTRA_LEADING * size) || step < 0.3 * size) return true;
  if (Math.abs(line.size - above.size) > OTHER_SIZE_SHARE * size && !isInitialLine(open, line)) return true;
  if (bulletLength(line.text) > 0 || beginsWithBox(line.text) || ENTRY_END.test(above.text)) return true;
  // A hyphen at the end of a line promises more.
  if (/[\p{L}\p{N}][-\u2010]$/u.test(above.text)) return false;
  const startsLower = /^[\p{Ll}]/u.test(line.text);
  const endsEarly = hasRoomFor(line, above, measure);
  if (isAllBold(above, facts) !== isAllBold(line, facts) && (endsEarly || !startsLower)) return true;
  if (line.isRightToLeft) return endsEarly && endsSentence(above.text);
  const indent = (line.x0 - above.x0) / size;
  const isNextItem = numberLength(first.text) > 0 && Math.abs(first.x0 - line.x0) < 0.3 * size;
  if (
    numberLength(line.text) > 0 &&
    (endsEarly || isNextItem || Math.abs(indent) > 0.3 || /[.:;,]$/u.test(above.text))
  ) {
    return !isNumberWithin(open, line, indent);
  }
  if (beginsWithNoteMark(line)) return true;
  if (areCentred(above, line, measure) && isSameHeading(above, line, facts)) return false;
  if (indent > INDENT) return open.length > 1 ? !hangs(open, line, size) : endsEarly && !hangs(open, line, size);
  if (indent < -INDENT) return open.length === 1 ? endsEarly && endsSentence(above.text) : true;
  if (!endsEarly) return false;
  if (isMostlyMonospace(line, facts) && isMostlyMonospace(above, facts)) return true;
  if (isSameHeading(above, line, facts)) return false;
  if (endsSentence(above.text)) return true;
  return !startsLower && (around.isBroken || measure.x1 - above.x1 > MUCH_ROOM * (measure.x1 - measure.x0));
}

/** Dots and a number end an entry of a table of contents. */
const ENTRY_END = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})$|(?:…|·){2,}\s*\d{1,4}$/u;

/** True where the first word of `line` would have had room at the end of the line above. */
function hasRoomFor(line: Fragment, above: Fragment, { x0, x1 }: Measure): boolean {
  const room = above.isRightToLeft ? above.x0 - x0 : x1 - above.x1;
  if (room <= ENDED_EARLY * line.size) return false;
  const space = line.text.indexOf(" ");
  const word = isUnspaced(line.text.charCodeAt(0)) ? 2 : space < 0 ? line.text.length : space;
  const width = ((line.x1 - line.x0) * word) / Math.max(1, line.text.length);
  return room > width + ENDED_EARLY * line.size;
}

/** The lines beside an initial are of another size where the initial makes up most of the first. */
function isInitialLine(open: readonly Fragment[], line: Fragment): boolean {
  return open.length === 1 && (open[0]?.text.length ?? 0) <= 2 && /^\p{Ll}/u.test(line.text);
}

/** A year or a number at the start of a line, in the middle of a sentence that fills its lines. */
function isNumberWithin(open: readonly Fragment[], line: Fragment, indent: number): boolean {
  const above = open.at(-1);
  if (above === undefined || /[.:;!?]$/u.test(above.text)) return false;
  const inList = open[0] !== undefined && numberLength(open[0].text) > 0 && open[0].x0 >= line.x0 - 2;
  return !inList && Math.abs(indent) <= 0.3 && /[\p{Ll},]$/u.test(above.text);
}

/** A line that begins with a raised number or sign is that of a note. */
function beginsWithNoteMark({ shifted, text }: Fragment): boolean {
  const [first] = shifted;
  return first?.shift === "superscript" && first.fromUtf16 === 0 && NOTE_MARK.test(text.slice(0, first.toUtf16).trim());
}

const NOTE_MARK = /^(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z])$/u;

/** Further lines of a list item or of an entry whose first line sticks out stand under its words. */
function hangs(open: readonly Fragment[], line: Fragment, size: number): boolean {
  const [first, second] = open;
  if (first === undefined) return false;
  if (second !== undefined) return Math.abs(second.x0 - line.x0) < 0.5 * size;
  const mark = bulletLength(first.text) || numberLength(first.text);
  return mark > 0 && line.x0 - first.x0 < 5 * size;
}

function areCentred(above: Fragment, line: Fragment, { x0, x1 }: Measure): boolean {
  const middle = (x0 + x1) / 2;
  const offBy = ({ x0: from, x1: to }: Fragment): number => Math.abs((from + to) / 2 - middle);
  return offBy(above) < CENTRED * above.size && offBy(line) < CENTRED * line.size && line.x0 - x0 > line.size;
}

/** Two lines of one heading: larger than the text or bold, and alike. */
function isSameHeading(above: Fragment, line: Fragment, facts: TypeFacts): boolean {
  const isLarge = line.size > facts.bodySize * 1.12;
  const isBold = isAllBold(above, facts) && isAllBold(line, facts);
  return (
    (isLarge || isBold) &&
    Math.abs(above.size - line.size) < 0.3 &&
    !endsSentence(above.text) &&
    numberLength(line.text) === 0
  );
}
