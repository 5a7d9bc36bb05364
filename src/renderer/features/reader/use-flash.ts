/** Brings the passage that was asked for into view and makes it flash, once for each request. */
import { type RefObject, useEffect } from "react";
import { hasPlace } from "../../../core/excerpt/excerpt.ts";
import { blockIndexAt } from "../../../core/source/block.ts";
import type { SourceId } from "../../../core/source/source.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { positionOfOffset } from "./text-position.ts";

/** Name of the CSS highlight (https://drafts.csswg.org/css-highlight-api-1/), which can flash without touching the DOM. */
const FLASH = "flash";
const FLASH_MS = 1800;

export function useFlash(article: RefObject<HTMLElement | null>, sourceId: SourceId, starts: readonly number[]): void {
  const { store } = useWorkspace();
  const flash = useWorkspaceState((state) => state.flash);

  useEffect(() => {
    const excerpt = store.getState().excerpts.find(({ id }) => id === flash?.excerptId);
    if (!flash || !article.current || excerpt?.sourceId !== sourceId || !hasPlace(excerpt)) return;
    const { start, end } = excerpt.selectors.position;
    const from = blockOf(article.current, starts, start);
    const to = blockOf(article.current, starts, Math.max(start, end - 1));
    if (!from || !to) return;
    const range = new Range();
    const first = positionOfOffset(from, start);
    const last = positionOfOffset(to, end);
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset);
    from.scrollIntoView({ block: "center" });
    CSS.highlights.set(FLASH, new Highlight(range));
    const timer = setTimeout(() => CSS.highlights.delete(FLASH), FLASH_MS);
    return () => {
      clearTimeout(timer);
      CSS.highlights.delete(FLASH);
    };
  }, [flash, article, sourceId, starts, store]);
}

function blockOf(article: HTMLElement, starts: readonly number[], offsetUtf16: number): HTMLElement | null {
  const start = starts[blockIndexAt(starts, offsetUtf16)];
  return article.querySelector<HTMLElement>(`[data-block-start="${start}"]`);
}
