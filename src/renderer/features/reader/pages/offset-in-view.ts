/** Which words are at the top of the view, as an offset of canonical text; null where none are laid out there. */
import type { TextLayers } from "./text-layers.ts";

/** A line of which only so much shows is not at the top of the view, in pixels. */
const HIDDEN_PX = 6;

export function offsetInView(layers: TextLayers, page: number, scroller: HTMLElement): number | null {
  const top = scroller.getBoundingClientRect().top + HIDDEN_PX;
  const layer = layers.at(page);
  let least: number | null = null;
  for (const { item, fromUtf16 } of layer?.runs ?? []) {
    const bottom = layer?.elements[item]?.getBoundingClientRect().bottom ?? 0;
    if (bottom > top && (least === null || fromUtf16 < least)) least = fromUtf16;
  }
  return least;
}
