/** Brings the passage that was asked for into view and makes it flash, once for each request. */
import { type RefObject, useEffect } from "react";
import type { SourceId } from "../../../core/source/source.ts";
import { useWorkspaceState } from "../../state/workspace.ts";
import { rangeOfPassage, reveal } from "./text-range.ts";

/** Name of the CSS highlight (https://drafts.csswg.org/css-highlight-api-1/), which can flash without touching the DOM. */
const FLASH = "flash";
const FLASH_MS = 1800;

export function useFlash(article: RefObject<HTMLElement | null>, sourceId: SourceId, starts: readonly number[]): void {
  const flash = useWorkspaceState((state) => state.flash);

  useEffect(() => {
    if (!flash || !article.current || flash.sourceId !== sourceId) return;
    const range = rangeOfPassage(article.current, starts, flash.fromUtf16, flash.toUtf16);
    if (!range) return;
    if (flash.select) {
      article.current.focus({ preventScroll: true });
      document
        .getSelection()
        ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    }
    reveal(range, "always");
    return flashRanges([range]);
  }, [flash, article, sourceId, starts]);
}

/** Makes ranges flash for a moment; the function that is returned ends it before. */
export function flashRanges(ranges: readonly Range[]): () => void {
  CSS.highlights.set(FLASH, new Highlight(...ranges));
  const timer = setTimeout(() => CSS.highlights.delete(FLASH), FLASH_MS);
  return () => {
    clearTimeout(timer);
    CSS.highlights.delete(FLASH);
  };
}
