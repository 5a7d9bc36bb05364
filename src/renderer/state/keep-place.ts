/**
 * Notes where one is in a pane once the scrolling has ended, and whenever the view is about to be kept. Returns the
 * function that ends it.
 */
import type { Workspace } from "./workspace.ts";

const SETTLE_MS = 200;

export function registerPlaceKeeper(box: HTMLElement, { placeKeepers }: Workspace, remember: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const scrolled = () => {
    clearTimeout(timer);
    timer = setTimeout(remember, SETTLE_MS);
  };
  box.addEventListener("scroll", scrolled, { passive: true });
  placeKeepers.add(remember);
  return () => {
    clearTimeout(timer);
    placeKeepers.delete(remember);
    box.removeEventListener("scroll", scrolled);
  };
}
