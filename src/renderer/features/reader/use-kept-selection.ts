/**
 * Keeps the caret and the selection where they are in the words when highlights are drawn anew around them: the text
 * nodes that they stood in are then no more, and the browser would put them at the start of the block.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { offsetOfPosition, placeInArticle } from "./text-position.ts";

interface Ends {
  readonly anchorUtf16: number;
  readonly focusUtf16: number;
}

/** `drawn` is anything that is another whenever the highlights are drawn anew. */
export function useKeptSelection(article: RefObject<HTMLElement | null>, drawn: unknown): void {
  const ends = useRef<Ends | null>(null);

  useEffect(() => {
    // Comes after the act that changed the selection, so after a drawing too: until then the old ends are known.
    const note = () => {
      ends.current = article.current && endsOf(document.getSelection(), article.current);
    };
    note();
    document.addEventListener("selectionchange", note);
    return () => document.removeEventListener("selectionchange", note);
  }, [article]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn is what this waits for
  useLayoutEffect(() => {
    const selection = document.getSelection();
    if (!(article.current && selection && ends.current && selection.rangeCount > 0)) return;
    if (!article.current.contains(selection.focusNode)) return;
    const now = endsOf(selection, article.current);
    const { anchorUtf16, focusUtf16 } = ends.current;
    if (now?.anchorUtf16 === anchorUtf16 && now.focusUtf16 === focusUtf16) return;
    const anchor = placeInArticle(article.current, anchorUtf16);
    const focus = placeInArticle(article.current, focusUtf16);
    if (anchor && focus) selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  }, [article, drawn]);
}

function endsOf(selection: Selection | null, article: HTMLElement): Ends | null {
  const { anchorNode, focusNode } = selection ?? {};
  if (!(selection && anchorNode && focusNode && article.contains(anchorNode) && article.contains(focusNode)))
    return null;
  const anchorUtf16 = offsetOfPosition(anchorNode, selection.anchorOffset);
  const focusUtf16 = offsetOfPosition(focusNode, selection.focusOffset);
  return anchorUtf16 === null || focusUtf16 === null ? null : { anchorUtf16, focusUtf16 };
}
