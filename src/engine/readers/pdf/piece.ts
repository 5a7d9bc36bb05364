/**
 * A piece of text as a PDF places it, and the frames in which pieces are read: text that runs the same way. Turns the
 * items of pdf.js into pieces; must not know of lines or words.
 */

/** What is needed of pdf.js's TextItem. */
export interface TextItemLike {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** Lengths are points of 1/72 inch as the page is shown; x runs along the line, y across the lines, downwards. */
export interface Piece {
  /** Index in the page's text content, as pdf.js's TextLayer counts its elements. */
  readonly item: number;
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly isRightToLeft: boolean;
  /** White space stands before it, in the order in which the page draws. */
  readonly isApart: boolean;
}

/** Text that runs in one direction. */
export interface Frame {
  /** Degrees by which it is turned clockwise, or "vertical" for columns of Chinese and Japanese. */
  readonly direction: number | "vertical";
  readonly pieces: Piece[];
}

export interface PageGeometry {
  /** From the page's own coordinates to those of the page as it is shown. */
  readonly transform: readonly number[];
  readonly verticalFonts: ReadonlySet<string>;
}

/** Text set along a curve has a direction for each letter; beyond these it is read with the upright text. */
const MAX_DIRECTIONS = 8;
/** The lines of a scan that was read by a machine are off by a degree or two, each by its own. */
const SAME_DIRECTION_DEGREES = 2;

/**
 * The pieces of a page by direction, the direction with most text first. `items` are the text items alone, in the order
 * of the text content, so that an index is that of TextLayer's elements: it makes one for every text item, empty or not.
 */
export function framesOf(items: readonly TextItemLike[], geometry: PageGeometry): Frame[] {
  const frames = new Map<number | "vertical", Piece[]>();
  let isApart = false;
  for (let item = 0; item < items.length; item += 1) {
    const found = items[item];
    if (found === undefined) continue;
    if (found.str.trim() === "") {
      isApart ||= found.str !== "";
      continue;
    }
    const direction = directionOf(found, geometry, frames);
    const piece = pieceOf(found, item, direction, geometry, isApart || found.str.startsWith(" "));
    isApart = found.str.endsWith(" ");
    if (piece === null) continue;
    const pieces = frames.get(direction);
    if (pieces === undefined) frames.set(direction, [piece]);
    else pieces.push(piece);
  }
  return [...frames]
    .map(([direction, pieces]) => ({ direction, pieces }))
    .sort((one, other) => lengthOf(other.pieces) - lengthOf(one.pieces));
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

function directionOf(
  { transform: [a = 1, b = 0], fontName }: TextItemLike,
  { transform, verticalFonts }: PageGeometry,
  frames: ReadonlyMap<number | "vertical", unknown>,
): number | "vertical" {
  if (verticalFonts.has(fontName)) return "vertical";
  const [m0 = 1, m1 = 0, m2 = 0, m3 = 1] = transform;
  const across = m1 * a + m3 * b;
  const along = m0 * a + m2 * b;
  if (across === 0 && along >= 0) return 0;
  const degrees = (Math.round((Math.atan2(across, along) * 180) / Math.PI) + 360) % 360;
  if (Number.isNaN(degrees)) return 0;
  for (const known of frames.keys()) {
    if (known === "vertical") continue;
    const apart = Math.abs(known - degrees);
    if (Math.min(apart, 360 - apart) <= SAME_DIRECTION_DEGREES) return known;
  }
  return frames.size >= MAX_DIRECTIONS ? 0 : degrees;
}

function pieceOf(
  { str, dir, transform: own, width, height, fontName }: TextItemLike,
  item: number,
  direction: number | "vertical",
  { transform: [m0 = 1, m1 = 0, m2 = 0, m3 = 1, m4 = 0, m5 = 0] }: PageGeometry,
  isApart: boolean,
): Piece | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = own;
  const left = m0 * e + m2 * f + m4;
  const top = m1 * e + m3 * f + m5;
  const scale = Math.hypot(m0, m1);
  const size = (Math.hypot(c, d) || Math.hypot(a, b)) * scale;
  const isVertical = direction === "vertical";
  const length = (isVertical ? height : width) * scale;
  if (!Number.isFinite(left + top + size + length) || size === 0) return null;
  const common = { item, text: str, width: length, size, font: fontName, isRightToLeft: dir === "rtl", isApart };
  if (isVertical) return { ...common, x: top, y: -left };
  if (direction === 0) return { ...common, x: left, y: top };
  const angle = (direction * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return { ...common, x: left * cos + top * sin, y: top * cos - left * sin };
}
