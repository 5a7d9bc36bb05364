/**
 * A source with real pages can be read as text or as its pages. Which of the two is shown, and how one goes from one to
 * the other without losing the place.
 */
import { blockStarts } from "../../../core/source/block.ts";
import type { Source, SourceId } from "../../../core/source/source.ts";
import type { ViewState } from "../../../ipc/engine-contract.ts";
import type { Workspace } from "../../state/workspace.ts";

export type ReaderView = "text" | "pages";

export function hasPages({ format, pageCount }: Source): boolean {
  return format === "pdf" && pageCount > 0;
}

/** The view that was chosen for a source; of a scan only the pages can be shown. */
export function readerViewOf(source: Source, view: ViewState): ReaderView {
  if (!hasPages(source)) return "text";
  return source.blockCount === 0 ? "pages" : (view.readerViews[source.id] ?? "text");
}

/** Where the pages are to begin once they are shown: at these words, which are known only once they are laid out. */
const arrivals = new WeakMap<Workspace, { readonly sourceId: SourceId; readonly offsetUtf16: number }>();

/** The offset of canonical text at which the pages are to begin. Answered once. */
export function takeArrival(workspace: Workspace, sourceId: SourceId): number | null {
  const arrival = arrivals.get(workspace);
  arrivals.delete(workspace);
  return arrival?.sourceId === sourceId ? arrival.offsetUtf16 : null;
}

/** Shows the text or the pages of a source, at the same place. */
export function showReaderView(workspace: Workspace, source: Source, wanted: ReaderView): void {
  const { store, placeKeepers } = workspace;
  if (!hasPages(source) || source.blockCount === 0) return;
  // What is shown now notes where one is.
  for (const keep of placeKeepers) keep();
  const { view, texts } = store.getState();
  if (readerViewOf(source, view) === wanted) return;
  const blocks = texts.get(source.id);
  const index = view.readerBlocks[source.id] ?? 0;
  const readerPages = { ...view.readerPages };
  const block = blocks?.[index];
  if (wanted === "pages" && blocks && block) {
    const page = block.pages?.[0]?.page ?? 1;
    readerPages[source.id] = page;
    // Where blocks stand before it on its page, the page does not begin with it.
    const before = blocks[index - 1]?.pages?.at(-1)?.page;
    if (before === page) arrivals.set(workspace, { sourceId: source.id, offsetUtf16: blockStarts(blocks)[index] ?? 0 });
  }
  const readerViews = { ...view.readerViews, [source.id]: wanted };
  // A passage that was shown before does not call one back.
  store.setState({ view: { ...view, readerViews, readerPages }, flash: null });
}

/** The other view of the source that is read. */
export function switchReaderView(workspace: Workspace): void {
  const { sources, activeSourceId, view } = workspace.store.getState();
  const source = sources.find(({ id }) => id === activeSourceId);
  if (source) showReaderView(workspace, source, readerViewOf(source, view) === "text" ? "pages" : "text");
}
