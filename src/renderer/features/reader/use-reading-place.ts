/** Remembers the first block in view of each source, and goes back to it when the source is opened again. */
import { type RefObject, useEffect } from "react";
import type { SourceId } from "../../../core/source/source.ts";
import { registerPlaceKeeper } from "../../state/keep-place.ts";
import { useWorkspace } from "../../state/workspace.ts";

export function useReadingPlace(
  scroller: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
  sourceId: SourceId,
): void {
  const workspace = useWorkspace();

  useEffect(() => {
    const box = scroller.current;
    const content = article.current;
    if (!box || !content) return;
    const { store } = workspace;
    const { view, flash } = store.getState();
    const index = view.readerBlocks[sourceId] ?? 0;
    // A passage that was asked for goes before the place where one was.
    const flashing = flash?.sourceId === sourceId;
    const goBack = () => {
      if (flashing) return;
      if (index > 0) blocksIn(content)[index]?.scrollIntoView({ block: "start" });
      else box.scrollTop = 0;
    };
    goBack();
    const placedAt = box.scrollTop;
    // The panes take their sizes after the text is there: the place is found for good once they have, unless one
    // has scrolled on by then.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (box.scrollTop === placedAt) goBack();
      });
    });

    const remember = () => {
      const top = box.getBoundingClientRect().top;
      const blocks = [...blocksIn(content)];
      const first = box.scrollTop < 40 ? 0 : blocks.findIndex((block) => block.getBoundingClientRect().bottom > top);
      const current = store.getState().view;
      const place = Math.max(0, first);
      if ((current.readerBlocks[sourceId] ?? 0) === place) return;
      store.setState({ view: { ...current, readerBlocks: { ...current.readerBlocks, [sourceId]: place } } });
    };
    const stop = registerPlaceKeeper(box, workspace, remember);
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [scroller, article, sourceId, workspace]);
}

/** The elements of the blocks, whatever they stand in, in the order of the text. */
function blocksIn(content: HTMLElement): NodeListOf<Element> {
  return content.querySelectorAll("[data-block-start]");
}
