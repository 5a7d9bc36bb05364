/**
 * Finds the columns of a page and puts its fragments in reading order by region: a region is read from its top to its
 * foot before the next. What stands side by side as cells of a table is left in one region.
 */
import type { Fragment } from "./fragment.ts";

/** A part of a page without columns, its fragments by place. */
export interface Region {
  readonly fragments: readonly Fragment[];
}

/** In type sizes. */
const MIN_GUTTER = 0.6;
/** In points: how far a letter may reach into a gutter. */
const SLACK_POINTS = 1.5;
const MAX_CANDIDATES = 12;
const MAX_DEPTH = 8;
/** A page with more fragments is a drawing or a table: there are no columns to be found in it. */
const MAX_FRAGMENTS = 3_000;
/** A column of prose: so many lines at least, so many characters in most of them, so much of its width filled. */
const PROSE_LINES = 3;
const PROSE_UTF16 = 18;
const PROSE_FILL = 0.6;
/** In type sizes: no two lines of a column lie so far apart on both sides of a gutter. */
const EDGE_GAP = 1.8;
const MAX_EDGE_FRAGMENTS = 6;
/** In type sizes: white space across all columns that sets off what stands below it. */
const PART_GAP = 2.5;
/** Cells of a table that stand on one line, as a share of the type size; verse has wider lines, in type sizes. */
const SAME_ROW = 0.4;
const SHORT_CELL = 6;
const MIN_COLUMN_LINES = 4;

/** What the other pages of the document tell: where gutters were found for certain, in points. */
export interface KnownGutters {
  readonly xs: readonly number[];
}
const KNOWN_WITHIN_POINTS = 8;

export interface ColumnSplit {
  readonly regions: Region[];
  /** False where nothing stands side by side: then there is nothing to learn from other pages. */
  isSideBySide: boolean;
  /** Where gutters between columns of prose were found. */
  readonly gutters: number[];
}

/** The regions of a page in reading order. */
export function splitColumns(fragments: readonly Fragment[], known: KnownGutters = { xs: [] }): ColumnSplit {
  const split: ColumnSplit = { regions: [], gutters: [], isSideBySide: false };
  if (fragments.length > MAX_FRAGMENTS) split.regions.push({ fragments });
  else splitInto(split, fragments, known, 0);
  return split;
}

function splitInto(split: ColumnSplit, fragments: readonly Fragment[], known: KnownGutters, depth: number): void {
  if (fragments.length === 0) return;
  const found = depth < MAX_DEPTH && fragments.length > 1 ? bestGutter(fragments, known, split) : null;
  if (found === null) {
    split.regions.push({ fragments });
    return;
  }
  if (found.isProse) split.gutters.push(found.x);
  for (const part of [found.above, found.left, found.right, found.below]) splitInto(split, part, known, depth + 1);
}

interface Gutter {
  readonly x: number;
  readonly isProse: boolean;
  readonly above: Fragment[];
  readonly left: Fragment[];
  readonly right: Fragment[];
  readonly below: Fragment[];
}

function bestGutter(fragments: readonly Fragment[], known: KnownGutters, split: ColumnSplit): Gutter | null {
  const byTop = fragments.toSorted((one, other) => topOf(one) - topOf(other));
  let best: Gutter | null = null;
  let most = 0;
  for (const x of gutterCandidates(byTop)) {
    split.isSideBySide = true;
    for (const band of bandsAt(x, byTop)) {
      for (const gutter of guttersOf(band, x, known)) {
        const size = gutter.left.length + gutter.right.length;
        if (size <= most) continue;
        most = size;
        best = gutter;
      }
    }
  }
  return best;
}

/**
 * The gutter of a band; where it is none by itself, those of its parts that white space sets off (columns above a
 * table); and where these have none either, one that other pages have at the same place.
 */
function guttersOf(band: Band, x: number, known: KnownGutters): Gutter[] {
  const whole = gutterOf(band, x, { xs: [] });
  if (whole !== null) return [whole];
  const parts = partsOf(band).flatMap((part) => gutterOf(part, x, known) ?? []);
  return parts.length > 0 ? parts : [gutterOf(band, x, known) ?? []].flat();
}

function gutterOf(band: Band, x: number, known: KnownGutters): Gutter | null {
  const gutter = judge(band, x, known);
  return gutter && { ...gutter, above: band.above, below: [...gutter.below, ...band.below] };
}

/** The parts of a band between stretches of white space that go across it. */
function partsOf({ above, inside, below, isClosedBelow }: Band): Band[] {
  const starts = [0];
  let foot = Number.NEGATIVE_INFINITY;
  inside.forEach((fragment, index) => {
    if (index > 0 && topOf(fragment) - foot > PART_GAP * fragment.size) starts.push(index);
    foot = Math.max(foot, footOf(fragment));
  });
  if (starts.length === 1) return [];
  return starts.map((start, part): Band => {
    const end = starts[part + 1] ?? inside.length;
    return {
      above: [...above, ...inside.slice(0, start)],
      inside: inside.slice(start, end),
      below: [...inside.slice(end), ...below],
      isClosedBelow: isClosedBelow && end === inside.length,
    };
  });
}

function topOf({ y, size }: Fragment): number {
  return y - size * 0.8;
}

function footOf({ y, size }: Fragment): number {
  return y + size * 0.2;
}

/** Left edges that have something beside them on their left, the most frequent first. */
function gutterCandidates(byTop: readonly Fragment[]): number[] {
  const counts = new Map<number, { x: number; count: number }>();
  byTop.forEach((fragment, index) => {
    if (!hasLeftNeighbour(byTop, index)) return;
    const key = Math.round(fragment.x0 / 3);
    const found = counts.get(key) ?? { x: fragment.x0, count: 0 };
    counts.set(key, { x: Math.min(found.x, fragment.x0), count: found.count + 1 });
  });
  return [...counts.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, MAX_CANDIDATES)
    .map(({ x }) => x);
}

function hasLeftNeighbour(byTop: readonly Fragment[], index: number): boolean {
  const fragment = byTop[index];
  if (fragment === undefined) return false;
  for (let at = Math.max(0, index - 6); at <= index + 6 && at < byTop.length; at += 1) {
    const other = byTop[at];
    if (other === undefined || other.x1 > fragment.x0 - MIN_GUTTER * Math.min(other.size, fragment.size)) continue;
    if (topOf(other) < footOf(fragment) && footOf(other) > topOf(fragment)) return true;
  }
  return false;
}

interface Band {
  readonly above: Fragment[];
  readonly inside: readonly Fragment[];
  readonly below: Fragment[];
  readonly isClosedBelow: boolean;
}

/** The stretches of the page that nothing crosses at x. */
function bandsAt(x: number, byTop: readonly Fragment[]): Band[] {
  const bands: Band[] = [];
  let start = 0;
  const close = (end: number): void => {
    const { from, to } = withoutEdges(byTop, start, end);
    if (to - from > 1) {
      bands.push({
        above: byTop.slice(0, from),
        inside: byTop.slice(from, to),
        below: byTop.slice(to),
        isClosedBelow: to < byTop.length,
      });
    }
    start = end + 1;
  };
  byTop.forEach((fragment, index) => {
    if (fragment.x0 < x - SLACK_POINTS && fragment.x1 > x - SLACK_POINTS) close(index);
  });
  close(byTop.length);
  return bands;
}

/** A few lines far above or below the rest, such as a letterhead, are no part of the columns. */
function withoutEdges(
  byTop: readonly Fragment[],
  start: number,
  end: number,
): { readonly from: number; readonly to: number } {
  let from = start;
  let to = end;
  let foot = Number.NEGATIVE_INFINITY;
  for (let index = start; index < end; index += 1) {
    const fragment = byTop[index];
    if (fragment === undefined) continue;
    if (topOf(fragment) - foot > EDGE_GAP * fragment.size && index > start) {
      if (index - start <= MAX_EDGE_FRAGMENTS && index < start + (end - start) / 3) from = index;
      else if (end - index <= MAX_EDGE_FRAGMENTS && index > start + ((end - start) * 2) / 3) {
        to = index;
        break;
      }
    }
    foot = Math.max(foot, footOf(fragment));
  }
  return { from, to };
}

function judge(band: Band, x: number, known: KnownGutters): Omit<Gutter, "above"> | null {
  const isRight = ({ x0 }: Fragment): boolean => x0 >= x - SLACK_POINTS;
  const right = band.inside.filter(isRight);
  const { left, after } = trimLeft(
    band.inside.filter((fragment) => !isRight(fragment)),
    right,
    band.isClosedBelow,
  );
  if (left.length === 0 || right.length === 0) return null;
  const changes = countChanges(left, right);
  const lines = Math.min(left.length, right.length);
  const isProse = isProseColumn(left) && isProseColumn(right);
  const isInOrder = changes <= Math.max(1, 0.2 * lines);
  const isKnown = known.xs.some((each) => Math.abs(each - x) <= KNOWN_WITHIN_POINTS);
  const isColumns =
    (isProse && (isInOrder || areDrawnLineByLine(changes, left, right))) ||
    (isKnown && changes <= Math.max(1, 0.5 * lines)) ||
    (changes === 1 && lines >= 2 && !areAligned(left, right));
  return isColumns ? { x, isProse: isProse && isInOrder, left, right, below: after } : null;
}

/** Lines of the left column far below the right one, where something that spans both follows, come after both. */
function trimLeft(
  left: readonly Fragment[],
  right: readonly Fragment[],
  isClosedBelow: boolean,
): { readonly left: Fragment[]; readonly after: Fragment[] } {
  if (!isClosedBelow) return { left: [...left], after: [] };
  const foot = right.reduce((most, fragment) => Math.max(most, footOf(fragment)), Number.NEGATIVE_INFINITY);
  const isAfter = (fragment: Fragment): boolean => topOf(fragment) > foot + fragment.size;
  return { left: left.filter((each) => !isAfter(each)), after: left.filter(isAfter) };
}

/** How often drawing goes from one side to the other: once for columns, twice a row for tables. */
function countChanges(left: readonly Fragment[], right: readonly Fragment[]): number {
  const sides = [
    ...left.map(({ order }) => ({ order, side: 0 })),
    ...right.map(({ order }) => ({ order, side: 1 })),
  ].sort((one, other) => one.order - other.order);
  let changes = 0;
  for (let index = 1; index < sides.length; index += 1) if (sides[index]?.side !== sides[index - 1]?.side) changes += 1;
  return changes;
}

/** Prose on both sides, drawn across both: programs that read scans do so. Cells of a table hold several lines each. */
function areDrawnLineByLine(changes: number, left: readonly Fragment[], right: readonly Fragment[]): boolean {
  const lines = Math.min(left.length, right.length);
  return lines >= 2 * PROSE_LINES && changes >= 1.6 * lines;
}

function isProseColumn(column: readonly Fragment[]): boolean {
  if (column.length < PROSE_LINES) return false;
  const widths = column.map(({ x0, x1 }) => x1 - x0).sort((one, other) => one - other);
  const full = widths[Math.floor((widths.length - 1) * 0.9)] ?? 0;
  // Lines of prose are nearly all as wide as the widest, be it of one column or of several.
  return middle(column.map(({ text }) => text.length)) >= PROSE_UTF16 && middle(widths) >= PROSE_FILL * full;
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** True where most lines of the shorter side stand beside a line of the other and are short: rows of a table. */
function areAligned(left: readonly Fragment[], right: readonly Fragment[]): boolean {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const beside = few.filter(({ y, size }) => many.some((other) => Math.abs(other.y - y) < size * SAME_ROW)).length;
  const width = middle([...left, ...right].map(({ x0, x1, size }) => (x1 - x0) / size));
  return beside >= 0.7 * few.length && (width < SHORT_CELL || few.length < MIN_COLUMN_LINES);
}
