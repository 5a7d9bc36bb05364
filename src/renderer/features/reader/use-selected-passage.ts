/** The passage that is selected in the article, once the selecting is over: the toolbar must not chase the mouse. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { OffsetRange } from "./text-position.ts";

const NEXT_LINE_PX = 26;

/** Where the end of the selection is, from the top left of the article's ground, in pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
  /** The upper edge of what the place belongs to, where something may be put above it. */
  readonly above?: number;
}

export interface SelectedPassage {
  readonly range: (OffsetRange & { readonly place: Place }) | null;
  /** The passage as it is now, also while the mouse is still down. */
  read(): OffsetRange | null;
  clear(): void;
}

/** With keys one selects on from there: the line that comes next stays in sight. */
function placeOf(article: HTMLElement, byKeys: boolean): Place | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const rects = [...selection.getRangeAt(0).getClientRects()].filter(({ width }) => width > 0);
  const last = rects.at(-1);
  const ground = article.parentElement?.getBoundingClientRect();
  return last && ground
    ? { left: last.left - ground.left, top: last.bottom - ground.top + (byKeys ? NEXT_LINE_PX : 0) }
    : null;
}

/** `read` answers what is selected in the view at this moment. */
export function useSelectedPassage(
  article: RefObject<HTMLElement | null>,
  read: () => OffsetRange | null,
): SelectedPassage {
  const [range, setRange] = useState<SelectedPassage["range"]>(null);
  const pressed = useRef(false);
  const byKeys = useRef(true);

  const clear = useCallback(() => {
    const selection = document.getSelection();
    if (selection && selection.rangeCount > 0) selection.collapseToEnd();
    setRange(null);
  }, []);

  useEffect(() => {
    const update = () => {
      if (pressed.current || !article.current) return;
      const offsets = read();
      const place = offsets && placeOf(article.current, byKeys.current);
      setRange((before) => {
        if (!offsets || !place) return null;
        const same = before?.fromUtf16 === offsets.fromUtf16 && before.toUtf16 === offsets.toUtf16;
        return same ? before : { ...offsets, place };
      });
    };
    const down = (event: PointerEvent) => {
      pressed.current = event.target instanceof Node && article.current?.contains(event.target) === true;
      byKeys.current = false;
    };
    const key = () => {
      byKeys.current = true;
    };
    const up = () => {
      pressed.current = false;
      // The browser settles the selection after this event.
      requestAnimationFrame(update);
    };
    document.addEventListener("pointerdown", down);
    document.addEventListener("keydown", key, true);
    document.addEventListener("pointerup", up);
    document.addEventListener("dragend", up);
    document.addEventListener("selectionchange", update);
    return () => {
      document.removeEventListener("pointerdown", down);
      document.removeEventListener("keydown", key, true);
      document.removeEventListener("pointerup", up);
      document.removeEventListener("dragend", up);
      document.removeEventListener("selectionchange", update);
    };
  }, [article, read]);

  return { range, read, clear };
}
