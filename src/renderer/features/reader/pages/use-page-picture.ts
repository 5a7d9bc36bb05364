/** The picture of one page: painted in the queue's turn, painted anew at another size, freed when it goes. */
import { type RefObject, useEffect, useState } from "react";
import type { PageFrame } from "../../../../core/source/page.ts";
import { PX_PER_POINT } from "./page-layout.ts";
import type { PaintQueue } from "./paint-queue.ts";
import type { PdfDocument } from "./pdf-document.ts";

/** Of one canvas: 64 MB. A page that is larger is painted coarser. */
const MOST_CANVAS_PX = 2 ** 24;
const LONGEST_CANVAS_PX = 16_384;

export interface PageToDraw {
  readonly page: PageFrame;
  readonly zoom: number;
  /** Null until the document is open. */
  readonly open: { readonly pdf: PdfDocument; readonly queue: PaintQueue } | null;
  /** It hung, and is left alone until it is asked for. */
  readonly stuck: boolean;
  readonly limitMs: number;
}

interface PictureParts extends PageToDraw {
  readonly pixelRatio: number;
}

/** Fills the element of class `page-picture` in the sheet. Answers whether that failed. */
export function usePagePicture(
  sheet: RefObject<HTMLElement | null>,
  { page, zoom, pixelRatio, open, stuck, limitMs }: PictureParts,
): boolean {
  const scale = scaleOf(page, zoom * PX_PER_POINT * pixelRatio);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const picture = sheet.current?.querySelector(".page-picture");
    if (!open || !picture || stuck) return;
    const paint = async (signal: AbortSignal) => {
      const canvas = document.createElement("canvas");
      try {
        await open.pdf.paint(page.number, canvas, scale, signal);
        signal.throwIfAborted();
        // Until then the picture before was stretched.
        const before = picture.firstElementChild;
        picture.replaceChildren(canvas);
        free(before);
        setFailed(false);
      } catch {
        free(canvas);
        if (!signal.aborted) setFailed(true);
      }
    };
    return open.queue.add(page.number, paint, limitMs);
  }, [open, stuck, page.number, scale, limitMs, sheet]);

  useEffect(() => () => open?.pdf.release(page.number), [open, page.number]);
  useEffect(() => {
    const picture = sheet.current?.querySelector(".page-picture");
    return () => free(picture?.firstElementChild);
  }, [sheet]);
  return failed;
}

function scaleOf({ widthPoints, heightPoints }: PageFrame, wanted: number): number {
  return Math.min(
    wanted,
    Math.sqrt(MOST_CANVAS_PX / (widthPoints * heightPoints)),
    LONGEST_CANVAS_PX / Math.max(widthPoints, heightPoints),
  );
}

/** A canvas keeps its memory until it is collected; one of no size has none. */
function free(canvas: Element | null | undefined): void {
  if (!(canvas instanceof HTMLCanvasElement)) return;
  canvas.width = 0;
  canvas.height = 0;
}
