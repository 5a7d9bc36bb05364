/**
 * Puts a floating part at a place of the article's ground: below it where there is room, else above, so that it does
 * not cover the words it is about; and never past the sides.
 */
import type { Place } from "./use-selected-passage.ts";

const GAP = 8;

export function placeInside(floating: HTMLElement | null, place: Place): void {
  const ground = floating?.parentElement;
  const scroller = floating?.closest<HTMLElement>(".reader-scroller");
  if (!floating || !ground || !scroller) return;
  const most = ground.clientWidth - floating.offsetWidth - GAP;
  const left = Math.max(GAP, Math.min(place.left - floating.offsetWidth / 2, most));
  const room = scroller.getBoundingClientRect().bottom - ground.getBoundingClientRect().top;
  const ceiling = scroller.getBoundingClientRect().top - ground.getBoundingClientRect().top;
  const below = place.top + GAP;
  const above = (place.above ?? place.top) - floating.offsetHeight - GAP;
  const fitsBelow = below + floating.offsetHeight <= room;
  const top =
    fitsBelow || above < ceiling ? Math.min(below, Math.max(ceiling, room - floating.offsetHeight - GAP)) : above;
  floating.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
