/** How large pages are shown: the same for all sources, and kept. */
import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import type { PageFrame } from "../../../../core/source/page.ts";
import { useWorkspace, useWorkspaceState } from "../../../state/workspace.ts";
import { fittingZoom, layOutPages, nextZoom } from "./page-layout.ts";

export type ZoomStep = "in" | "out" | "real-size" | "fit-width";

export function useZoom(scroller: RefObject<HTMLElement | null>, pages: readonly PageFrame[]) {
  const { store } = useWorkspace();
  const chosen = useWorkspaceState((state) => state.view.pagesZoom);
  const paneWidth = useWidth(scroller);
  const layout = useMemo(
    () => layOutPages(pages, chosen === "fit-width" ? fittingZoom(pages, paneWidth) : chosen),
    [pages, chosen, paneWidth],
  );
  const step = (how: ZoomStep) => {
    const { view } = store.getState();
    const pagesZoom = how === "fit-width" ? how : how === "real-size" ? 1 : nextZoom(layout.zoom, how);
    store.setState({ view: { ...view, pagesZoom } });
  };
  return { layout, fits: chosen === "fit-width", step };
}

function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(() => box.current?.clientWidth ?? 0);
  useLayoutEffect(() => {
    if (!box.current) return;
    const measure = () => setWidth(box.current?.clientWidth ?? 0);
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(box.current);
    return () => resized.disconnect();
  }, [box]);
  return width;
}

/** Of the screen that the window is on: another when it is moved, or zoomed as a whole. */
export function usePixelRatio(): number {
  const [ratio, setRatio] = useState(devicePixelRatio);
  useLayoutEffect(() => {
    const query = matchMedia(`(resolution: ${ratio}dppx)`);
    const change = () => setRatio(devicePixelRatio);
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, [ratio]);
  return ratio;
}
