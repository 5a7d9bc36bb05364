/** What the find bar does: looks for what is typed in the source that is read, and goes from one place to the next. */

import { type FoundWords, findNeedle, needleOf } from "../../core/search/find-words.ts";
import { type FoldedText, foldText } from "../../core/search/fold-text.ts";
import { type Block, blockStarts, canonicalText } from "../../core/source/block.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { Actions } from "./actions.ts";
import { type FindState, matchFrom } from "./find-state.ts";
import type { WorkspaceStore } from "./workspace-state.ts";

/** A long source is folded in turns of so long, so that keys and scrolling come in between. */
const TURN_MS = 12;
/** Longer selections are not what somebody wants to look for. */
const LONGEST_SELECTION_UTF16 = 100;

export type Finder = ReturnType<typeof createFinder>;

/** `notePlaces` makes the view note where one is; `readSelection` answers what is selected in it. */
export function createFinder(
  store: WorkspaceStore,
  actions: Pick<Actions, "showPassage">,
  notePlaces: () => void,
  readSelection: () => FoundWords | null,
) {
  let run = 0;
  let lastQuery = "";
  /** Where one was before the last key: while one types on, the same place is looked at anew. */
  let fromUtf16 = 0;

  const set = (part: Partial<FindState>) => {
    const { find } = store.getState();
    if (find) store.setState({ find: { ...find, ...part } });
  };
  const goTo = (current: number) => {
    const { find } = store.getState();
    if (!find) return;
    fromUtf16 = find.matches[current]?.fromUtf16 ?? fromUtf16;
    set({ current, revealed: find.revealed + 1 });
  };

  /** Looks again: something else is typed, or another text is read. */
  const look = async () => {
    run += 1;
    const mine = run;
    const { find, activeSourceId, texts } = store.getState();
    if (!find) return;
    const blocks = activeSourceId === null ? undefined : texts.get(activeSourceId);
    if (find.sourceId !== activeSourceId) fromUtf16 = placeOf(store, activeSourceId, blocks);
    const matches = blocks ? await findInBlocks(blocks, find.query, () => run === mine) : [];
    if (run !== mine || !matches) return;
    const current = matchFrom(matches, fromUtf16, 1);
    set({ sourceId: activeSourceId, answered: find.query, matches, current, revealed: find.revealed + 1 });
  };

  /** Empty where nothing is selected in the reader, or more than somebody would look for. */
  const selectedWords = () => {
    const selected = readSelection();
    const { activeSourceId, texts } = store.getState();
    const blocks = activeSourceId === null ? undefined : texts.get(activeSourceId);
    if (!selected || !blocks || selected.toUtf16 - selected.fromUtf16 > LONGEST_SELECTION_UTF16) return "";
    const words = canonicalText(blocks).slice(selected.fromUtf16, selected.toUtf16).trim();
    return words.includes("\n") ? "" : words;
  };

  return {
    look,
    selectedWords,
    /** Opens the bar, or goes back to it; with what is selected in the reader, where that is no more than some words. */
    open() {
      const { find, activeSourceId, texts } = store.getState();
      notePlaces();
      const blocks = activeSourceId === null ? undefined : texts.get(activeSourceId);
      fromUtf16 = readSelection()?.fromUtf16 ?? placeOf(store, activeSourceId, blocks);
      const query = selectedWords() || (find?.query ?? lastQuery);
      const before = find ?? { sourceId: activeSourceId, answered: "", matches: [], current: -1, revealed: 0 };
      store.setState({ find: { ...before, query } });
      if (!find || query !== find.query) void look();
    },
    type(query: string) {
      lastQuery = query;
      set({ query });
      void look();
    },
    step(by: 1 | -1) {
      const { find } = store.getState();
      if (!find) return;
      const at = find.matches[find.current];
      if (at) goTo(matchFrom(find.matches, by === 1 ? at.toUtf16 : at.fromUtf16, by));
      else goTo(matchFrom(find.matches, fromUtf16, by));
    },
    /** Closes the bar. The match one is at is then selected, to be kept or read on from; answers whether there is one. */
    close(): boolean {
      const { find } = store.getState();
      run += 1;
      store.setState({ find: null });
      const at = find?.matches[find.current];
      if (!find?.sourceId || !at) return false;
      void actions.showPassage(find.sourceId, at.fromUtf16, at.toUtf16, { select: true });
      return true;
    },
  };
}

const foldedBlocks = new WeakMap<Block, FoldedText>();

/** All places in order, or null where `goOn` said no on the way. */
async function findInBlocks(
  blocks: readonly Block[],
  query: string,
  goOn: () => boolean,
): Promise<FoundWords[] | null> {
  const needle = needleOf(query);
  const starts = blockStarts(blocks);
  const found: FoundWords[] = [];
  if (needle.folded === "" && needle.literal === "") return found;
  let turnEnds = performance.now() + TURN_MS;
  for (const [index, block] of blocks.entries()) {
    const folded = foldedBlocks.get(block) ?? foldText(block.text);
    foldedBlocks.set(block, folded);
    const start = starts[index] ?? 0;
    for (const { fromUtf16, toUtf16 } of findNeedle(block.text, folded, needle))
      found.push({ fromUtf16: start + fromUtf16, toUtf16: start + toUtf16 });
    if (performance.now() < turnEnds) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!goOn()) return null;
    turnEnds = performance.now() + TURN_MS;
  }
  return found;
}

/** Where one reads: at the first block in view. Pages note it too. */
function placeOf(store: WorkspaceStore, sourceId: SourceId | null, blocks: readonly Block[] | undefined): number {
  if (sourceId === null || !blocks) return 0;
  return blockStarts(blocks)[store.getState().view.readerBlocks[sourceId] ?? 0] ?? 0;
}
