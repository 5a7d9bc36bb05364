/** Marks the passage of an entry of the margin quietly in the text, for as long as the entry is pointed at. */
import { type RefObject, useCallback, useEffect } from "react";
import { rangeOfPassage } from "../text-range.ts";
import type { AlsoInEntry } from "./also-in-notes.ts";

/** Name of the CSS highlight, which touches nothing of the text. */
const MARK = "also-in";

export function usePassageMark(
  article: RefObject<HTMLElement | null>,
  starts: readonly number[],
): (entry: AlsoInEntry | null) => void {
  useEffect(() => () => void CSS.highlights.delete(MARK), []);
  return useCallback(
    (entry) => {
      const { fromUtf16, toUtf16 } = entry?.here ?? { fromUtf16: 0, toUtf16: 0 };
      const range = entry && article.current && rangeOfPassage(article.current, starts, fromUtf16, toUtf16);
      if (range) CSS.highlights.set(MARK, new Highlight(range));
      else CSS.highlights.delete(MARK);
    },
    [article, starts],
  );
}
