/**
 * Where each page lies in the long strip that is scrolled, in CSS pixels. A place in it is a number: 4.25 is a quarter
 * down page 4. Pure.
 */
import type { PageFrame } from "../../../../core/source/page.ts";

/** CSS pixels of a point: https://www.w3.org/TR/css-values-4/#absolute-lengths */
export const PX_PER_POINT = 96 / 72;
/** Between two pages, and above the first. */
export const GAP_PX = 12;
/** Beside a page that is as wide as the pane. */
export const SIDE_PX = 16;
/** Chromium draws nothing beyond some 33 million pixels: a longer strip is drawn smaller. */
const LONGEST_STRIP_PX = 30_000_000;

export const SMALLEST_ZOOM = 0.1;
export const LARGEST_ZOOM = 5;
const ZOOM_STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, LARGEST_ZOOM];

type PageSize = Pick<PageFrame, "widthPoints" | "heightPoints">;

export interface PageBox {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PageLayout {
  /** Of real size; 1 is 100 %. */
  readonly zoom: number;
  readonly boxes: readonly PageBox[];
  readonly width: number;
  readonly height: number;
}

function atMost(pages: readonly PageSize[], zoom: number): number {
  const points = pages.reduce((sum, { heightPoints }) => sum + heightPoints, 0);
  const room = LONGEST_STRIP_PX - (pages.length + 1) * GAP_PX;
  return Math.min(zoom, room / (points * PX_PER_POINT));
}

/** The zoom at which a page of usual width fills the pane: one page that is wider must not make all others small. */
export function fittingZoom(pages: readonly PageSize[], paneWidth: number): number {
  const widths = pages.map(({ widthPoints }) => widthPoints).sort((a, b) => a - b);
  const usual = (widths[Math.floor(widths.length / 2)] ?? 595) * PX_PER_POINT;
  return Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, (paneWidth - 2 * SIDE_PX) / usual));
}

export function nextZoom(zoom: number, direction: "in" | "out"): number {
  // What differs by less is the same step: a fitting zoom is rarely a round figure.
  const step =
    direction === "in"
      ? ZOOM_STEPS.find((candidate) => candidate > zoom * 1.02)
      : ZOOM_STEPS.findLast((candidate) => candidate < zoom * 0.98);
  return step ?? (direction === "in" ? LARGEST_ZOOM : (ZOOM_STEPS[0] ?? zoom));
}

export function layOutPages(pages: readonly PageSize[], wantedZoom: number): PageLayout {
  const zoom = atMost(pages, wantedZoom);
  const boxes: PageBox[] = [];
  let top = GAP_PX;
  let width = 0;
  for (const { widthPoints, heightPoints } of pages) {
    const box = {
      top,
      width: Math.max(1, Math.round(widthPoints * PX_PER_POINT * zoom)),
      height: Math.max(1, Math.round(heightPoints * PX_PER_POINT * zoom)),
    };
    boxes.push(box);
    top += box.height + GAP_PX;
    width = Math.max(width, box.width);
  }
  return { zoom, boxes, width: width + 2 * SIDE_PX, height: top };
}

/** Scrolling stops at fractions of a pixel: so little of a page is none of it. */
const SLACK_PX = 1;

/** The index of the page that holds a height of the strip, or of the gap above it. */
export function pageIndexAt({ boxes }: PageLayout, top: number): number {
  let low = 0;
  let high = Math.max(0, boxes.length - 1);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const box = boxes[middle];
    if (box && box.top + box.height <= top + SLACK_PX) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place at a height of the strip. */
export function placeAt(layout: PageLayout, top: number): number {
  const index = pageIndexAt(layout, top);
  const box = layout.boxes[index];
  if (!box) return 1;
  return index + 1 + Math.min(0.999, Math.max(0, (top - box.top) / box.height));
}

/** The height of the strip at which a place is. One that is past the last page is at the last page. */
export function topOf(layout: PageLayout, place: number): number {
  const index = Math.min(Math.max(1, Math.floor(place)), layout.boxes.length) - 1;
  const box = layout.boxes[index];
  if (!box) return 0;
  const share = Math.max(0, Math.min(1, place - (index + 1)));
  // At its very top, a page is shown with the gap above it.
  return share === 0 ? box.top - GAP_PX : box.top + share * box.height;
}
