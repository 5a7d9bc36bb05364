/**
 * A fragment: words of one line that stand close together, with their text composed and each character's origin kept.
 * The smallest thing that columns and lines are made of.
 */

/** Where a stretch of text comes from: item, first code unit within it, first code unit of the text, how many. */
export interface TextRun {
  readonly item: number;
  readonly itemFromUtf16: number;
  readonly fromUtf16: number;
  readonly lengthUtf16: number;
}

export interface FontStretch {
  readonly fromUtf16: number;
  readonly toUtf16: number;
  readonly font: string;
}

export interface Shifted {
  readonly fromUtf16: number;
  readonly toUtf16: number;
  readonly shift: "superscript" | "subscript";
}

/** Lengths in points; y is the baseline, downwards. Offsets are UTF-16 code units of `text`. */
export interface Fragment {
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly fonts: readonly FontStretch[];
  readonly shifted: readonly Shifted[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** Its place in the order in which the page draws: the least item index. */
  readonly order: number;
  readonly isRightToLeft: boolean;
}

/** The font that most of the characters are in. */
export function mainFont(fragment: Pick<Fragment, "fonts">): string {
  const [only, ...more] = fragment.fonts;
  if (only === undefined || more.length === 0) return only?.font ?? "";
  const lengths = new Map<string, number>();
  for (const { font, fromUtf16, toUtf16 } of fragment.fonts) {
    lengths.set(font, (lengths.get(font) ?? 0) + toUtf16 - fromUtf16);
  }
  return [...lengths].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** The fragments as one, in the order given, with `between` (a space, or nothing) where they meet. */
export function joinFragments(
  fragments: readonly Fragment[],
  between: (left: Fragment, right: Fragment) => string,
): Fragment {
  const [first, ...rest] = fragments;
  if (first === undefined) throw new RangeError("no fragment to join");
  return rest.reduce((left, right) => joinTwo(left, right, between(left, right)), first);
}

function joinTwo(left: Fragment, right: Fragment, between: string): Fragment {
  const shift = left.text.length + between.length;
  const larger =
    right.size > left.size * 1.02 || (right.size >= left.size && right.text.length > left.text.length) ? right : left;
  return {
    text: left.text + between + right.text,
    runs: [...left.runs, ...right.runs.map((run) => ({ ...run, fromUtf16: run.fromUtf16 + shift }))],
    fonts: [...left.fonts, ...right.fonts.map((each) => moved(each, shift))],
    shifted: [...left.shifted, ...right.shifted.map((each) => moved(each, shift))],
    x0: Math.min(left.x0, right.x0),
    x1: Math.max(left.x1, right.x1),
    y: larger.y,
    size: larger.size,
    order: Math.min(left.order, right.order),
    isRightToLeft: larger.isRightToLeft,
  };
}

function moved<Place extends { readonly fromUtf16: number; readonly toUtf16: number }>(
  place: Place,
  by: number,
): Place {
  return { ...place, fromUtf16: place.fromUtf16 + by, toUtf16: place.toUtf16 + by };
}

/** The rest of a fragment from an offset on, leading spaces dropped. */
export function dropStart(fragment: Fragment, fromUtf16: number): Fragment {
  let from = fromUtf16;
  while (fragment.text[from] === " ") from += 1;
  const cut = <Place extends { readonly fromUtf16: number; readonly toUtf16: number }>(
    places: readonly Place[],
  ): Place[] =>
    places
      .filter(({ toUtf16 }) => toUtf16 > from)
      .map((place) => ({ ...place, fromUtf16: Math.max(0, place.fromUtf16 - from), toUtf16: place.toUtf16 - from }));
  const runs = fragment.runs
    .filter((run) => run.fromUtf16 + run.lengthUtf16 > from)
    .map((run) => {
      const dropped = Math.max(0, from - run.fromUtf16);
      return {
        item: run.item,
        itemFromUtf16: run.itemFromUtf16 + dropped,
        fromUtf16: run.fromUtf16 + dropped - from,
        lengthUtf16: run.lengthUtf16 - dropped,
      };
    });
  return {
    ...fragment,
    text: fragment.text.slice(from),
    runs,
    fonts: cut(fragment.fonts),
    shifted: cut(fragment.shifted),
  };
}
