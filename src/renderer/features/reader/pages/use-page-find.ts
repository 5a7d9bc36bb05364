/** Draws what the find bar found over the words of the pages in sight, and goes to the page of the match one is at. */
import { useEffect } from "react";
import { type Block, blockStarts } from "../../../../core/source/block.ts";
import type { SourceId } from "../../../../core/source/source.ts";
import { type FindState, matchesWithin } from "../../../state/find-state.ts";
import { useFindMatches } from "../../search/use-find-matches.ts";
import { reveal } from "../text-range.ts";
import { pageAt } from "./page-text.ts";
import type { TextLayers } from "./text-layers.ts";

/** Names of CSS highlights, which the style sheet of the search colours. */
const FOUND = "found";
const FOUND_HERE = "found-here";

export function usePageFind(
  sourceId: SourceId,
  blocks: readonly Block[] | undefined,
  layers: TextLayers,
  goTo: (place: number) => void,
): void {
  const find = useFindMatches(sourceId);

  useEffect(() => {
    if (!find) return;
    const draw = () => drawMatches(layers, find);
    const stop = layers.onChange(draw);
    draw();
    return () => {
      stop();
      CSS.highlights.delete(FOUND);
      CSS.highlights.delete(FOUND_HERE);
    };
  }, [find, layers]);

  const revealed = find?.revealed;
  const current = find?.matches[find.current];
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is brought into view when that is asked for, no more often
  useEffect(() => {
    if (!blocks || !current || revealed === undefined) return;
    const { fromUtf16, toUtf16 } = current;
    const show = () => {
      const [range] = layers.rangesOf(fromUtf16, toUtf16);
      if (!range) return false;
      reveal(range, "if-out-of-view");
      return true;
    };
    if (show()) return;
    const stop = layers.onChange(() => show() && stop());
    const page = pageAt(blocks, blockStarts(blocks), fromUtf16);
    if (page !== null) goTo(page);
    return stop;
  }, [revealed]);
}

function drawMatches(layers: TextLayers, { matches, current }: FindState): void {
  const found = new Highlight();
  const here = new Highlight();
  here.priority = 1;
  for (const { fromUtf16, toUtf16 } of layers.spans()) {
    for (const { match, index } of matchesWithin(matches, fromUtf16, toUtf16)) {
      for (const range of layers.rangesOf(match.fromUtf16, match.toUtf16))
        (index === current ? here : found).add(range);
    }
  }
  CSS.highlights.set(FOUND, found);
  CSS.highlights.set(FOUND_HERE, here);
}
