/**
 * What part of the strip of pages is in view: which pages are to be drawn, which one is current, and how one gets to
 * another place. Keeps the place when the size changes, and remembers it for the next time.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { registerPlaceKeeper } from "../../../state/keep-place.ts";
import { useWorkspace } from "../../../state/workspace.ts";
import { type PageLayout, pageIndexAt, placeAt, topOf } from "./page-layout.ts";

/** Scrolled by less, one is at the very beginning. */
const AT_TOP_PX = 40;

interface InView {
  /** Indexes of the first and the last page to draw: those in view, and one on either side. */
  readonly first: number;
  readonly last: number;
  /** From 1. */
  readonly current: number;
}

export interface PageView extends InView {
  /** Pages that must stay because a selection begins or ends on them. */
  readonly held: readonly number[];
  readonly goTo: (place: number) => void;
}

interface Parts {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly strip: RefObject<HTMLElement | null>;
  readonly layout: PageLayout;
  /** Where to begin. */
  readonly initialPlace: number;
  /** Called with the place once scrolling has ended, or when the view is about to be kept. */
  readonly onPlace: (place: number) => void;
}

/** How far the strip is scrolled: negative while something above it is in view. */
function stripTop(scroller: HTMLElement, strip: HTMLElement): number {
  return scroller.getBoundingClientRect().top - strip.getBoundingClientRect().top;
}

function viewOf(layout: PageLayout, top: number, height: number): InView {
  const last = layout.boxes.length - 1;
  return {
    first: Math.max(0, pageIndexAt(layout, top) - 1),
    last: Math.min(last, pageIndexAt(layout, top + height) + 1),
    current: pageIndexAt(layout, Math.max(0, top) + height / 3) + 1,
  };
}

export function usePageView({ scroller, strip, layout, initialPlace, onPlace }: Parts): PageView {
  const workspace = useWorkspace();
  /** Null at the very top, where what stands above the pages is in view. */
  const place = useRef<number | null>(initialPlace > 1 ? initialPlace : null);
  /** The share of the strip's width at the middle of the view: what is enlarged is enlarged from there. */
  const middle = useRef(0.5);
  const current = useRef(layout);
  current.current = layout;
  const [inView, setInView] = useState<InView>(() => viewOf(layout, topOf(layout, initialPlace), 0));
  const [held, setHeld] = useState<readonly number[]>([]);

  const look = useCallback(() => {
    if (!(scroller.current && strip.current)) return;
    const top = stripTop(scroller.current, strip.current);
    const { scrollLeft, clientWidth, scrollWidth } = scroller.current;
    middle.current = (scrollLeft + clientWidth / 2) / scrollWidth;
    place.current = scroller.current.scrollTop < AT_TOP_PX ? null : placeAt(current.current, top);
    const next = viewOf(current.current, top, scroller.current.clientHeight);
    setInView((before) =>
      before.first === next.first && before.last === next.last && before.current === next.current ? before : next,
    );
    setHeld((before) => {
      const now = pagesOfSelection(strip.current);
      return before.join() === now.join() ? before : now;
    });
  }, [scroller, strip]);

  const goTo = useCallback(
    (wanted: number) => {
      if (!(scroller.current && strip.current)) return;
      scroller.current.scrollTop += topOf(current.current, wanted) - stripTop(scroller.current, strip.current);
      look();
    },
    [scroller, strip, look],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout is another size, and the place stays
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    box.scrollLeft = middle.current * box.scrollWidth - box.clientWidth / 2;
    if (place.current === null) {
      box.scrollTop = 0;
      look();
    } else goTo(place.current);
  }, [layout, goTo, look, scroller]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const resized = new ResizeObserver(look);
    resized.observe(box);
    box.addEventListener("scroll", look, { passive: true });
    const stop = registerPlaceKeeper(box, workspace, () => onPlace(place.current ?? 1));
    return () => {
      resized.disconnect();
      box.removeEventListener("scroll", look);
      stop();
    };
  }, [scroller, look, workspace, onPlace]);

  return { ...inView, held, goTo };
}

function pagesOfSelection(strip: HTMLElement | null): number[] {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return [];
  return [selection.anchorNode, selection.focusNode]
    .map((node) => (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>(".page-sheet"))
    .filter((sheet) => sheet && strip?.contains(sheet))
    .map((sheet) => Number(sheet?.dataset["page"]));
}
