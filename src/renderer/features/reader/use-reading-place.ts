/** Remembers the first block in view of each source, and goes back to it when the source is opened again. */
import { type RefObject, useEffect } from "react";
import type { SourceId } from "../../../core/source/source.ts";
import { useWorkspace } from "../../state/workspace.ts";

const SETTLE_MS = 200;

export function useReadingPlace(
  scroller: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
  sourceId: SourceId,
): void {
  const { store } = useWorkspace();

  useEffect(() => {
    const box = scroller.current;
    const content = article.current;
    if (!box || !content) return;
    const { view, flash, excerpts } = store.getState();
    const index = view.readerBlocks[sourceId] ?? 0;
    // A passage that was asked for goes before the place where one was.
    const flashing = excerpts.find(({ id }) => id === flash?.excerptId)?.sourceId === sourceId;
    if (!flashing) {
      if (index > 0) content.children[index]?.scrollIntoView({ block: "start" });
      else box.scrollTop = 0;
    }

    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = () => {
      const top = box.getBoundingClientRect().top;
      const blocks = [...content.children];
      const first = box.scrollTop < 40 ? 0 : blocks.findIndex((block) => block.getBoundingClientRect().bottom > top);
      const current = store.getState().view;
      store.setState({
        view: { ...current, readerBlocks: { ...current.readerBlocks, [sourceId]: Math.max(0, first) } },
      });
    };
    const scrolled = () => {
      clearTimeout(timer);
      timer = setTimeout(remember, SETTLE_MS);
    };
    box.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      clearTimeout(timer);
      box.removeEventListener("scroll", scrolled);
    };
  }, [scroller, article, sourceId, store]);
}
