/**
 * Groups the pieces of a frame into fragments: first along the order in which the page draws, then by place, for pages
 * that draw in no order. Must not decide what belongs to which column: gaps as wide as a gutter stay.
 */
import { composeFragment } from "./compose-fragment.ts";
import type { Fragment } from "./fragment.ts";
import type { Piece } from "./piece.ts";

/** All as shares of the type size. */
const SAME_LINE = 0.15;
const SHIFTED_LINE = 0.6;
const SHIFTED_SIZE = 0.86;
/** What is raised is not so much smaller: a large letter beside small lines is an initial. */
const MAX_SIZE_RATIO = 2.5;
/** A stretched line has wider gaps between words than this only where it has two or three words. */
const GAP_IN_DRAWING_ORDER = 1.2;
/** Below the narrowest gutter of printed columns. */
const GAP_BY_PLACE = 0.7;
const OVERLAP = 0.4;
/** From a bullet or a number to the words of its item. */
const GAP_AFTER_BULLET = 4;
const BULLET_ALONE = /^(?:[^\p{L}\p{N}\s]|[o§]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)])$/u;
/** An initial set over several lines. */
const INITIAL_SIZE = 1.8;
const CAPITAL_HEIGHT = 0.75;
/** A page with more than this is a drawing: its words are left as they were drawn. */
const MAX_GROUPS_BY_PLACE = 5_000;
/** Letters printed twice to look bold lie within this share of their width of each other. */
const PRINTED_TWICE = 0.3;

interface Group {
  pieces: Piece[];
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** The fragments of a frame, in the order in which the page draws. */
export function buildFragments(pieces: readonly Piece[]): Fragment[] {
  const groups = mergeByPlace(groupInDrawingOrder(withoutReprints(pieces)));
  return groups
    .map((group) => composeFragment(group.pieces))
    .filter(({ text }) => text !== "")
    .sort((one, other) => one.order - other.order);
}

/** Drops pieces that are printed over the same words a second time, to look bold or to cast a shadow. */
function withoutReprints(pieces: readonly Piece[]): readonly Piece[] {
  const known = new Map<string, Piece[]>();
  const isReprint = (piece: Piece): boolean => {
    const same = known.get(piece.text);
    if (same === undefined) known.set(piece.text, [piece]);
    const reach = piece.width * PRINTED_TWICE;
    if (
      same?.some(
        ({ x, y, size }) => Math.abs(x - piece.x) < Math.min(reach, size) && Math.abs(y - piece.y) < size * 0.3,
      )
    )
      return true;
    same?.push(piece);
    // Few pieces of the same text can lie near: the last ones drawn are those to compare with.
    if (same !== undefined && same.length > 8) same.shift();
    return false;
  };
  return pieces.filter((piece) => !isReprint(piece));
}

function groupInDrawingOrder(pieces: readonly Piece[]): Group[] {
  const groups: Group[] = [];
  let current: Group | undefined;
  for (const piece of pieces) {
    if (current !== undefined && continues(current, piece)) {
      add(current, piece);
    } else {
      current = { pieces: [piece], x0: piece.x, x1: piece.x + piece.width, y: piece.y, size: piece.size };
      groups.push(current);
    }
  }
  return groups;
}

function continues(group: Group, piece: Piece): boolean {
  const size = Math.max(group.size, piece.size);
  if (!isOnLine(group, piece)) return false;
  const last = group.pieces.at(-1);
  if (piece.isRightToLeft || last?.isRightToLeft === true) {
    const gapLeft = (group.x0 - piece.x - piece.width) / size;
    if (gapLeft > -OVERLAP && gapLeft < GAP_IN_DRAWING_ORDER) return true;
  }
  const gap = (piece.x - group.x1) / size;
  const isOverLast = last !== undefined && piece.x >= last.x - size * 0.05;
  return gap < GAP_IN_DRAWING_ORDER && (gap > -OVERLAP || isOverLast);
}

function isOnLine(group: Pick<Group, "y" | "size">, piece: Pick<Group, "y" | "size">): boolean {
  const size = Math.max(group.size, piece.size);
  const apart = Math.abs(group.y - piece.y);
  if (apart <= SAME_LINE * size) return true;
  const smaller = Math.min(group.size, piece.size);
  return smaller <= SHIFTED_SIZE * size && smaller * MAX_SIZE_RATIO >= size && apart <= SHIFTED_LINE * size;
}

/** The group's line is that of its largest type: what is smaller may be raised or lowered. */
function add(group: Group, piece: Piece): void {
  group.pieces.push(piece);
  group.x0 = Math.min(group.x0, piece.x);
  group.x1 = Math.max(group.x1, piece.x + piece.width);
  if (piece.size > group.size * 1.1) {
    group.size = piece.size;
    group.y = piece.y;
  }
}

function mergeByPlace(groups: Group[]): Group[] {
  if (groups.length > MAX_GROUPS_BY_PLACE) return groups;
  const rows = groups.toSorted((one, other) => one.y - other.y || one.x0 - other.x0);
  const parent = rows.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const initials = new Set<number>();
  rows.forEach((group, index) => {
    if (!isInitial(group)) return;
    // The first line beside a large first letter is the one that it begins.
    const first = rows.findIndex((line, at) => at !== index && isBesideInitial(group, line));
    if (first >= 0) parent[find(first)] = find(index);
    if (first >= 0) initials.add(index);
  });
  const largest = rows.reduce((most, { size }) => Math.max(most, size), 0);
  for (let index = 0; index < rows.length; index += 1) {
    const one = rows[index];
    if (one === undefined || initials.has(index)) continue;
    for (let next = index + 1; next < rows.length; next += 1) {
      const other = rows[next];
      if (other === undefined || other.y - one.y > largest) break;
      if (!initials.has(next) && belongTogether(one, other)) parent[find(next)] = find(index);
    }
  }
  const merged = new Map<number, Group>();
  rows.forEach((group, index) => {
    const root = find(index);
    const found = merged.get(root);
    if (found === undefined) merged.set(root, group);
    else merged.set(root, { ...larger(found, group), pieces: [...found.pieces, ...group.pieces] });
  });
  return [...merged.values()];
}

function larger(one: Group, other: Group): Group {
  return other.size > one.size ? other : one;
}

function belongTogether(one: Group, other: Group): boolean {
  const [left, right] = one.x0 <= other.x0 ? [one, other] : [other, one];
  const size = Math.max(one.size, other.size);
  const gap = (right.x0 - left.x1) / size;
  if (gap > GAP_AFTER_BULLET || !isOnLine(one, other)) return false;
  if (gap > GAP_BY_PLACE) return Math.abs(one.y - other.y) <= SAME_LINE * size && isBulletAlone(left);
  return gap > -OVERLAP || isWithin(left, right);
}

/** An accent or a letter drawn after its line, in the middle of it. */
function isWithin(left: Group, right: Group): boolean {
  return right.x1 <= left.x1 && right.pieces.length === 1 && !left.pieces.some((piece) => overlap(piece, right) > 0.5);
}

function overlap(piece: Piece, { x0, x1 }: Group): number {
  return (Math.min(piece.x + piece.width, x1) - Math.max(piece.x, x0)) / (x1 - x0 || 1);
}

function isBulletAlone({ pieces }: Group): boolean {
  const [piece, second] = pieces;
  return piece !== undefined && second === undefined && BULLET_ALONE.test(piece.text.trim());
}

/** A large first letter, whose foot stands on the second or third line beside it. */
function isInitial({ pieces }: Group): boolean {
  const [piece, second] = pieces;
  return piece !== undefined && second === undefined && piece.text.length <= 2 && /^\p{Lu}/u.test(piece.text);
}

function isBesideInitial(initial: Group, line: Group): boolean {
  const gap = (line.x0 - initial.x1) / line.size;
  if (initial.size < line.size * INITIAL_SIZE || gap > 1 || gap < -OVERLAP) return false;
  const top = initial.y - initial.size * CAPITAL_HEIGHT;
  return line.y > top && line.y <= initial.y + SAME_LINE * line.size;
}
