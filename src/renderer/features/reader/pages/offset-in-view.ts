/** Which words are at the top of the view, as an offset of canonical text. */
import { type Block, blockStarts } from "../../../../core/source/block.ts";
import { firstOffsetFrom } from "./page-text.ts";
import type { TextLayer, TextLayers } from "./text-layers.ts";

/** A line of which only so much shows is not at the top of the view, in pixels. */
const HIDDEN_PX = 6;

/** `page` is the one at the top of the view: where all its words are above, those of the next are meant. */
export function offsetInView(
  blocks: readonly Block[],
  layers: TextLayers,
  page: number,
  scroller: HTMLElement,
): number {
  const top = scroller.getBoundingClientRect().top + HIDDEN_PX;
  let number = page;
  for (let layer = layers.at(number); layer; layer = layers.at(number)) {
    const offset = firstBelow(layer, top);
    if (offset !== null) return offset;
    number += 1;
  }
  return firstOffsetFrom(blocks, blockStarts(blocks), number);
}

function firstBelow({ runs, elements }: TextLayer, top: number): number | null {
  let least: number | null = null;
  for (const { item, fromUtf16 } of runs ?? []) {
    const bottom = elements[item]?.getBoundingClientRect().bottom ?? 0;
    if (bottom > top && (least === null || fromUtf16 < least)) least = fromUtf16;
  }
  return least;
}
