/** Remembers how far the brief is scrolled, and goes back there when the project opens. */
import { type RefObject, useEffect } from "react";
import { registerPlaceKeeper } from "../../state/keep-place.ts";
import { useWorkspace } from "../../state/workspace.ts";

export function useBriefScroll(scroller: RefObject<HTMLElement | null>): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const { store } = workspace;
    // After the editor has drawn the text, which happens in the same pass as this effect.
    const frame = requestAnimationFrame(() => {
      box.scrollTop = store.getState().view.briefScrollTop;
    });
    const remember = () => {
      const { view } = store.getState();
      if (view.briefScrollTop !== box.scrollTop)
        store.setState({ view: { ...view, briefScrollTop: Math.max(0, box.scrollTop) } });
    };
    const stop = registerPlaceKeeper(box, workspace, remember);
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [scroller, workspace]);
}
