/** Begins at given words, once they are laid out, unless one has gone on by then. */
import { type RefObject, useEffect } from "react";
import type { TextLayers } from "./text-layers.ts";

const GONE_ON = ["wheel", "keydown", "pointerdown"] as const;
/** The words begin so far below the edge, in pixels. */
const MARGIN_PX = 8;

interface Arrival {
  readonly offsetUtf16: number | null;
  readonly layers: TextLayers;
  readonly scroller: RefObject<HTMLElement | null>;
}

export function useArrival({ offsetUtf16, layers, scroller }: Arrival): void {
  useEffect(() => {
    const box = scroller.current;
    if (offsetUtf16 === null || !box) return;
    const stop = () => {
      stopWaiting();
      for (const type of GONE_ON) removeEventListener(type, stop, true);
    };
    const arrive = () => {
      const [range] = layers.rangesOf(offsetUtf16, offsetUtf16 + 1);
      if (!range) return;
      box.scrollTop += range.getBoundingClientRect().top - box.getBoundingClientRect().top - MARGIN_PX;
      stop();
    };
    const stopWaiting = layers.onChange(arrive);
    for (const type of GONE_ON) addEventListener(type, stop, true);
    return stop;
  }, [offsetUtf16, layers, scroller]);
}
