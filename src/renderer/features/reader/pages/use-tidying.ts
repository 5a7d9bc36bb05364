/** Lets a document forget what its pages share, once one has gone past many of them: memory must not grow with them. */
import { useEffect, useRef } from "react";
import type { PaintQueue } from "./paint-queue.ts";
import type { PdfDocument } from "./pdf-document.ts";

const PAGES_BETWEEN = 50;

export function useTidying(open: { readonly pdf: PdfDocument; readonly queue: PaintQueue } | null, page: number): void {
  const seen = useRef(new Set<number>());
  useEffect(() => {
    seen.current.add(page);
    if (!open || seen.current.size < PAGES_BETWEEN) return;
    seen.current.clear();
    // In the queue, so that nothing is being painted meanwhile.
    open.queue.add(page, () => open.pdf.tidy());
  }, [open, page]);
}
