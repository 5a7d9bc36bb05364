/**
 * What is done with words of a source, whichever view shows them: selected ones are kept, by mouse or key, or dragged;
 * a highlight that is pressed opens its panel and can be dragged.
 */
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useState,
} from "react";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import type { SourceId } from "../../../core/source/source.ts";
import { keyOf } from "../../commands/shortcuts.ts";
import { carryExcerpt, carryPassage } from "../../drag/carried-passage.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { filedSections } from "../../state/workspace-state.ts";
import { ExcerptToolbar } from "./ExcerptToolbar.tsx";
import { HighlightPanel } from "./HighlightPanel.tsx";
import { isForLink, linkAround } from "./source-links.ts";
import type { OffsetRange } from "./text-position.ts";
import { useSelectedPassage } from "./use-selected-passage.ts";

interface ViewedText {
  readonly sourceId: SourceId;
  /** The canonical text. */
  readonly text: string;
  /** The element of the view; its parent is the ground that floating parts are placed on. */
  readonly root: RefObject<HTMLElement | null>;
  /** The passage that is selected in the view at this moment. Must stay the same function for as long as it can. */
  readonly readSelection: () => OffsetRange | null;
}

export interface PassageTools {
  /** The highlight that was pressed can be dragged. In every other one a stroke of the mouse selects words. */
  readonly pressedExcerptId: ExcerptId | null;
  /** For the element of the view. */
  readonly handlers: {
    readonly onClick: (event: MouseEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onDragStart: (event: DragEvent) => void;
  };
  /** The toolbar of a selection or the panel of a highlight, to be drawn beside the element of the view. */
  readonly floating: ReactNode;
}

export function usePassageTools({ sourceId, text, root, readSelection }: ViewedText): PassageTools {
  const workspace = useWorkspace();
  const { actions, store } = workspace;
  useEffect(() => {
    workspace.readSelection = readSelection;
    return () => {
      if (workspace.readSelection === readSelection) workspace.readSelection = null;
    };
  }, [workspace, readSelection]);
  const [panelFor, setPanelFor] = useState<ExcerptId | null>(null);
  const [pressedExcerptId, setPressedExcerptId] = useState<ExcerptId | null>(null);
  const selected = useSelectedPassage(root, readSelection);

  // Excerpts are of the source in force: nothing new is kept of an earlier version.
  const isEarlier = useWorkspaceState((state) => state.sources.find(({ id }) => id === sourceId)?.versionOf != null);

  const keep = async (sectionIndex: number | null) => {
    const range = isEarlier ? null : selected.read();
    if (!(range && workspace.mayWrite())) return;
    const sectionId = sectionIndex === null ? null : filedSections(store.getState().template)[sectionIndex]?.id;
    if (sectionId === undefined) return;
    const pressedInToolbar = document.activeElement?.closest(".excerpt-toolbar") != null;
    const excerpt = await actions.addExcerpt({ sourceId, ...range }, sectionId);
    if (!excerpt) return;
    selected.clear();
    // The toolbar goes, and the focus must not go with it.
    if (pressedInToolbar) root.current?.focus({ preventScroll: true });
  };
  const leave = () => {
    selected.clear();
    root.current?.focus({ preventScroll: true });
  };
  const activate = (id: ExcerptId | null) => {
    store.setState({ activeExcerptId: id });
    setPressedExcerptId(id);
    setPanelFor(id);
  };
  const click = (event: MouseEvent) => {
    if (document.getSelection()?.isCollapsed === false) return;
    const address = isForLink(event) ? linkAround(event.target) : null;
    if (address === null) activate(excerptIdAt(event));
    else void actions.openExternal(address);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== root.current) return;
    const key = keyOf(event);
    const digit = /^[1-9]$/.test(key) ? Number(key) - 1 : null;
    const hasSelection = !isEarlier && selected.read() !== null;
    if (hasSelection && digit !== null) void keep(digit);
    else if (hasSelection && (event.key === "Enter" || key === "h")) void keep(null);
    else if (event.key === "Enter") activate(excerptIdOf(document.getSelection()?.focusNode?.parentElement ?? null));
    else if (event.key === "Escape") {
      selected.clear();
      setPanelFor(null);
    } else return;
    event.preventDefault();
  };
  const drag = (event: DragEvent) => {
    // Selected words that are dragged out of a highlight are not the highlight.
    const id = event.target instanceof HTMLElement && event.target.draggable ? excerptIdOf(event.target) : null;
    const excerpt = store.getState().excerpts.find((candidate) => candidate.id === id);
    const range = isEarlier ? null : selected.read();
    if (excerpt) {
      carryExcerpt(event.dataTransfer, excerpt.id, excerpt.selectors.quote.exact);
    } else if (range) {
      carryPassage(event.dataTransfer, { sourceId, ...range }, text.slice(range.fromUtf16, range.toUtf16));
    }
  };

  return {
    pressedExcerptId,
    handlers: { onClick: click, onKeyDown: press, onDragStart: drag },
    floating: (
      <>
        {selected.range && !isEarlier && workspace.readOnly === null && (
          <ExcerptToolbar place={selected.range.place} onKeep={keep} onLeave={leave} />
        )}
        {panelFor && !selected.range && (
          <HighlightPanel key={panelFor} excerptId={panelFor} article={root} onClose={() => setPanelFor(null)} />
        )}
      </>
    ),
  };
}

/** The excerpt whose highlight an element stands in: the topmost, where several overlap. */
function excerptIdOf(target: EventTarget | null): ExcerptId | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>("mark[data-excerpt-id]") : null;
  // The attribute was written from an excerpt's id.
  return (mark?.dataset["excerptId"] as ExcerptId | undefined) ?? null;
}

/** The excerpt whose highlight is under the mouse: around the words, or beneath them as on a page. */
function excerptIdAt(event: MouseEvent): ExcerptId | null {
  const beneath = document.elementsFromPoint(event.clientX, event.clientY).find((element) => element.matches("mark"));
  return excerptIdOf(event.target) ?? excerptIdOf(beneath ?? null);
}
