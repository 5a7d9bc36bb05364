/**
 * Links in the text of a source: which one a press or the caret is on. They are no links of the page, which could be
 * followed: their address goes to main, which shows it before anything is opened.
 */
import type { FoundWords } from "../../../core/search/find-words.ts";
import { blockIndexAt, blockStarts } from "../../../core/source/block.ts";
import type { Workspace } from "../../state/workspace.ts";
import { offsetOfPosition } from "./text-position.ts";

/** The address of the link around an element of the text; null outside of links. */
export function linkAround(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target : null;
  return element?.closest<HTMLElement>(".source-link")?.dataset["address"] ?? null;
}

/** Whether a press is meant for the link: with Ctrl always, else where no highlight lies over it, which is pressed then. */
export function isForLink(event: Pick<MouseEvent, "target" | "ctrlKey" | "metaKey" | "shiftKey">): boolean {
  if (event.ctrlKey || event.metaKey) return true;
  const inHighlight = event.target instanceof Element && event.target.closest("mark") !== null;
  return !inHighlight && !event.shiftKey;
}

/** The link that the reading caret or the selected words touch, in the text and on pages alike; null where there is none. */
export function linkInReader({ store, readSelection }: Workspace): string | null {
  const { texts, activeSourceId } = store.getState();
  const blocks = activeSourceId === null ? undefined : texts.get(activeSourceId);
  const place = readSelection?.() ?? caretPlace();
  if (!(blocks && place)) return null;
  const starts = blockStarts(blocks);
  const index = blockIndexAt(starts, place.fromUtf16);
  const start = starts[index] ?? 0;
  const links = (blocks[index]?.spans ?? []).filter((span) => span.kind === "link");
  return (
    links.find(({ fromUtf16, toUtf16 }) => start + fromUtf16 <= place.toUtf16 && start + toUtf16 >= place.fromUtf16)
      ?.url ?? null
  );
}

function caretPlace(): FoundWords | null {
  const { focusNode, focusOffset } = document.getSelection() ?? {};
  if (!focusNode || focusOffset === undefined) return null;
  const offsetUtf16 = offsetOfPosition(focusNode, focusOffset);
  return offsetUtf16 === null ? null : { fromUtf16: offsetUtf16, toUtf16: offsetUtf16 };
}
