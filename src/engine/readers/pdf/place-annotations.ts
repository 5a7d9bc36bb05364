/**
 * Puts what annotations show (fields of forms, boxes of text) among the fragments of their page, so that it is read
 * where it is seen. What it adds has no place in the page's text content, and so no runs.
 */
import type { Fragment } from "./fragment.ts";
import { NOT_TICKED, type ShownText } from "./read-annotations.ts";
import type { PageText } from "./read-pages.ts";

/** Shares of the type size: from the middle of a line down to its baseline, from the top of a box, and on to the next. */
const MIDDLE_TO_BASELINE = 0.35;
const TOP_TO_BASELINE = 1;
const LEADING = 1.15;
const CHARACTER_WIDTH = 0.5;
/** How far the baseline of a label may be from where that of its field is expected. */
const SAME_LINE = 0.6;
/** In points, for fields whose size fits the field and that nothing stands beside. */
const USUAL_SIZE = 11;
/** In type sizes: so near to a box stands what it is for. */
const BESIDE_BOX = 3;
const WORD_SPACE = 0.3;

/** The pages, with the texts in the frame of upright text. Pages without any are the same objects. */
export function placeAnnotations(pages: readonly PageText[], texts: readonly ShownText[]): PageText[] {
  const byPage = Map.groupBy(texts, ({ page }) => page);
  return pages.map((page) => {
    const shown = byPage.get(page.number);
    return shown === undefined ? page : withTexts(page, shown);
  });
}

function withTexts(page: PageText, texts: readonly ShownText[]): PageText {
  const upright = page.frames.find(({ direction }) => direction === 0);
  const printed = upright?.fragments ?? [];
  const added = texts.flatMap((text, index) => fragmentsOf(text, printed, index));
  const fragments = [...printed, ...added].sort((one, other) => one.order - other.order);
  const frame = { direction: 0, fragments } as const;
  const frames =
    upright === undefined ? [frame, ...page.frames] : page.frames.map((each) => (each === upright ? frame : each));
  return { ...page, frames };
}

/** `index` keeps texts apart that have the same place in the order of drawing. */
function fragmentsOf(shown: ShownText, printed: readonly Fragment[], index: number): Fragment[] {
  const { lines, x0, top, foot, boxName } = shown;
  const height = foot - top;
  const guessed = Math.min(shown.size ?? USUAL_SIZE, height);
  const isLine = lines.length === 1 && height < 2.5 * guessed;
  const expected = isLine ? (top + foot) / 2 + MIDDLE_TO_BASELINE * guessed : top + TOP_TO_BASELINE * guessed;
  const label = labelOf(shown, expected, isLine ? Math.max(height / 2, SAME_LINE * guessed) : guessed, printed);
  const size = label?.size ?? guessed;
  const y = label?.y ?? expected;
  const order = orderOf(label, shown, y, printed) + (index + 1) * ORDER_STEP;
  const beside = boxName === null ? null : printBeside(shown, y, size, printed);
  if (boxName !== null && beside === null && lines[0] === NOT_TICKED) return [];
  return lines.map((line, at): Fragment => {
    const text = boxName !== null && beside === null ? `${line} ${boxName}`.trim() : line;
    return {
      text,
      runs: [],
      fonts: [],
      shifted: [],
      x0: beside?.x0 ?? x0,
      x1: beside?.x1 ?? Math.min(shown.x1, x0 + text.length * size * CHARACTER_WIDTH),
      y: y + at * size * LEADING,
      size,
      order: order + at * LINE_STEP,
      isRightToLeft: /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text),
    };
  });
}

/** Fragments are in the order of whole numbers; what is put between them is by parts of one. */
const ORDER_STEP = 1e-6;
const LINE_STEP = 1e-9;

/** The print on whose line a text stands: the nearest on its left, or on its right. */
function labelOf(
  { x0, x1 }: ShownText,
  expected: number,
  reach: number,
  printed: readonly Fragment[],
): Fragment | undefined {
  let nearest: Fragment | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const fragment of printed) {
    if (Math.abs(fragment.y - expected) > reach) continue;
    const apart = Math.max(0, x0 - fragment.x1, fragment.x0 - x1) + Math.abs(fragment.y - expected);
    if (apart >= least) continue;
    nearest = fragment;
    least = apart;
  }
  return nearest;
}

/** Behind its label, before what stands on its right, otherwise behind the last print above it. */
function orderOf(label: Fragment | undefined, { x0 }: ShownText, y: number, printed: readonly Fragment[]): number {
  if (label !== undefined) return label.x0 <= x0 ? label.order : label.order - 0.5;
  const above = printed.filter((fragment) => fragment.y <= y);
  return (
    above.reduce<Fragment | undefined>((last, each) => (last && last.y > each.y ? last : each), undefined)?.order ?? -1
  );
}

/** Where a box stands beside what it is for, a space apart from it: a box and its label are no two columns. */
function printBeside(
  { x0, x1 }: ShownText,
  y: number,
  size: number,
  printed: readonly Fragment[],
): { readonly x0: number; readonly x1: number } | null {
  const near = printed.filter((fragment) => Math.abs(fragment.y - y) <= SAME_LINE * size);
  const right = near.filter((each) => each.x0 >= x0 && each.x0 - x1 <= BESIDE_BOX * size);
  const [label] = right.sort((one, other) => one.x0 - other.x0);
  if (label !== undefined) {
    const end = Math.max(x0, label.x0 - WORD_SPACE * size);
    return { x0: Math.min(x0, end), x1: end };
  }
  const left = near.filter((each) => each.x0 < x0 && x0 - each.x1 <= BESIDE_BOX * size);
  const [before] = left.sort((one, other) => other.x1 - one.x1);
  if (before === undefined) return null;
  const start = Math.min(x0, before.x1 + WORD_SPACE * size);
  return { x0: start, x1: Math.max(start, x1) };
}
