/** Puts a floating part at a place of the article's ground, below it where there is room, and never past its sides. */
import type { Place } from "./use-selected-passage.ts";

const GAP = 8;

export function placeInside(floating: HTMLElement | null, place: Place): void {
  const ground = floating?.parentElement;
  const scroller = floating?.closest<HTMLElement>(".reader-scroller");
  if (!floating || !ground || !scroller) return;
  const most = ground.clientWidth - floating.offsetWidth - GAP;
  const left = Math.max(GAP, Math.min(place.left - floating.offsetWidth / 2, most));
  const room = scroller.getBoundingClientRect().bottom - ground.getBoundingClientRect().top;
  const below = place.top + GAP;
  const top = below + floating.offsetHeight > room ? room - floating.offsetHeight - GAP : below;
  floating.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
