/** Brings the passage that was asked for into view on its page and makes it flash, once for each request. */
import { type RefObject, useEffect } from "react";
import { type Block, blockStarts } from "../../../../core/source/block.ts";
import type { SourceId } from "../../../../core/source/source.ts";
import { useWorkspaceState } from "../../../state/workspace.ts";
import { reveal } from "../text-range.ts";
import { flashRanges } from "../use-flash.ts";
import { pageAt } from "./page-text.ts";
import type { TextLayers } from "./text-layers.ts";

export function usePageFlash(
  root: RefObject<HTMLElement | null>,
  sourceId: SourceId,
  blocks: readonly Block[] | undefined,
  layers: TextLayers,
  goTo: (place: number) => void,
): void {
  const flash = useWorkspaceState((state) => state.flash);

  useEffect(() => {
    if (!blocks || !flash || flash.sourceId !== sourceId) return;
    const { fromUtf16, toUtf16, select } = flash;
    const page = pageAt(blocks, blockStarts(blocks), fromUtf16);
    if (page === null) return;
    goTo(page);
    if (select) root.current?.focus({ preventScroll: true });
    let stopFlash: (() => void) | null = null;
    // The words are there once their page is laid out: at once, or in a moment.
    const show = () => {
      const ranges = layers.at(page) ? layers.rangesOf(fromUtf16, toUtf16) : [];
      const [first] = ranges;
      if (!first || stopFlash) return;
      reveal(first, "always");
      if (select) selectAll(ranges);
      stopFlash = flashRanges(ranges);
    };
    const stopWaiting = layers.onChange(show);
    show();
    return () => {
      stopWaiting();
      stopFlash?.();
    };
  }, [flash, root, sourceId, blocks, layers, goTo]);
}

function selectAll(ranges: readonly Range[]): void {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return;
  document.getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
}
