/** Remembers how far the brief is scrolled, and goes back there when the project opens. */
import { type RefObject, useEffect } from "react";
import { useWorkspace } from "../../state/workspace.ts";

const SETTLE_MS = 200;

export function useBriefScroll(scroller: RefObject<HTMLElement | null>): void {
  const { store, placeKeepers } = useWorkspace();
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    // After the editor has drawn the text, which happens in the same pass as this effect.
    const frame = requestAnimationFrame(() => {
      box.scrollTop = store.getState().view.briefScrollTop;
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = () => {
      const { view } = store.getState();
      if (view.briefScrollTop !== box.scrollTop)
        store.setState({ view: { ...view, briefScrollTop: Math.max(0, box.scrollTop) } });
    };
    const scrolled = () => {
      clearTimeout(timer);
      timer = setTimeout(remember, SETTLE_MS);
    };
    box.addEventListener("scroll", scrolled, { passive: true });
    placeKeepers.add(remember);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      placeKeepers.delete(remember);
      box.removeEventListener("scroll", scrolled);
    };
  }, [scroller, store, placeKeepers]);
}
