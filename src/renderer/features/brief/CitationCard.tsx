/** The note of a citation and what it rests on, shown while it has the pointer or the focus. Pressing the citation opens the passage. */
import { mergeRegister } from "@lexical/utils";
import { COMMAND_PRIORITY_HIGH, KEY_ESCAPE_COMMAND, type LexicalEditor } from "lexical";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { citationNoteText } from "../../../core/citation/citation-note.ts";
import { citedMaterial } from "../../../core/citation/cited-material.ts";
import { type ExcerptId, holdsItsWords } from "../../../core/excerpt/excerpt.ts";
import { $selectedCitation, registerCitationKeys } from "../../editor/citation-keys.ts";
import { excerptIdsOf } from "../../editor/number-citations.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { useCitationNote } from "./use-citation-note.ts";

interface Shown {
  readonly citationId: string;
  readonly excerptIds: readonly ExcerptId[];
  readonly left: number;
  /** The card hangs below the citation, or stands above it where the pane ends sooner. */
  readonly edge: { readonly top: number } | { readonly bottom: number };
}

const WIDTH_PX = 360;
const GAP_PX = 6;
/** As tall as the card of a long passage with a long title gets. */
const ROOM_PX = 240;

export function CitationCard({ editor, paper }: { editor: LexicalEditor; paper: RefObject<HTMLElement | null> }) {
  const { actions } = useWorkspace();
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(() => {
    const root = editor.getRootElement();
    if (!root) return;
    const show = (button: HTMLElement | null) =>
      setShown(button && paper.current ? placeOf(button, paper.current) : null);
    const enter = (event: Event) => show(citationAt(event.target));
    const leave = (event: Event) => citationAt(event.target) && show(null);
    const open = ([first]: readonly ExcerptId[]) => {
      if (first) void actions.showExcerpt(first);
    };
    const press = (event: Event) => {
      const button = citationAt(event.target);
      if (!button) return;
      event.preventDefault();
      open(excerptIdsOf(button));
    };
    // Where nothing is written the editor hears no keys.
    const pressKey = (event: KeyboardEvent) => {
      if (!editor.isEditable() && (event.key === "Enter" || event.key === " ")) press(event);
    };
    root.addEventListener("mouseover", enter);
    root.addEventListener("mouseout", leave);
    root.addEventListener("focusin", enter);
    root.addEventListener("focusout", leave);
    root.addEventListener("click", press);
    root.addEventListener("keydown", pressKey);
    // The caret walks onto a citation too: the editor then selects its node.
    let selected: HTMLElement | null = null;
    const followCaret = editor.registerUpdateListener(({ editorState }) => {
      const key = editorState.read($selectedCitation)?.getKey();
      const element = key === undefined ? null : editor.getElementByKey(key);
      if (element === selected) return;
      selected?.removeAttribute("data-selected");
      element?.setAttribute("data-selected", "");
      selected = element;
      show(element);
    });
    // Escape puts the card away, and no more: the editor's own would drop the focus, and the next words with it.
    const putAway = editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        show(null);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
    const stop = mergeRegister(followCaret, registerCitationKeys(editor, open), putAway);
    return () => {
      root.removeEventListener("mouseover", enter);
      root.removeEventListener("mouseout", leave);
      root.removeEventListener("focusin", enter);
      root.removeEventListener("focusout", leave);
      root.removeEventListener("click", press);
      root.removeEventListener("keydown", pressKey);
      stop();
    };
  }, [editor, paper, actions]);

  return shown && <Card key={shown.citationId} shown={shown} />;
}

function Card({ shown }: { shown: Shown }) {
  const excerpts = useWorkspaceState((state) => state.excerpts);
  const sources = useWorkspaceState((state) => state.sources);
  const { citationId, excerptIds } = shown;
  const described = citationNoteText({ excerptIds: [...excerptIds] }, citedMaterial(excerpts, sources));
  const note = useCitationNote(citationId, described);
  const origin = useRef<HTMLParagraphElement>(null);
  // As high as what stands there first, so that nothing below it moves up when the note is shorter.
  useLayoutEffect(() => {
    if (origin.current) origin.current.style.minHeight = `${origin.current.offsetHeight}px`;
  }, []);
  return (
    <div className="citation-card" role="tooltip" style={{ left: shown.left, width: WIDTH_PX, ...shown.edge }}>
      <p className="citation-origin" ref={origin}>
        {note}
      </p>
      {excerptIds.map((id) => {
        const excerpt = excerpts.find((candidate) => candidate.id === id);
        return (
          excerpt && (
            <div key={id}>
              {!holdsItsWords(excerpt) && (
                <p className="citation-astray">The source no longer says this, or not at one place only.</p>
              )}
              <p className="citation-words">“{excerpt.selectors.quote.exact}”</p>
            </div>
          )
        );
      })}
      <p className="citation-hint">
        {shown.excerptIds.length > 1
          ? "Press to see the first in its source. To take one out: Excerpt menu, Excerpts of this citation."
          : "Press to see it in its source"}
      </p>
    </div>
  );
}

function citationAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".citation") : null;
}

function placeOf(button: HTMLElement, paper: HTMLElement): Shown {
  const ground = paper.getBoundingClientRect();
  const view = paper.parentElement?.getBoundingClientRect() ?? ground;
  const rect = button.getBoundingClientRect();
  const left = Math.max(8, Math.min(rect.left - ground.left - 40, ground.width - WIDTH_PX - 8));
  const below = view.bottom - rect.bottom;
  const isBelow = below >= ROOM_PX || below >= rect.top - view.top;
  return {
    citationId: button.dataset["citationId"] ?? "",
    excerptIds: excerptIdsOf(button),
    left,
    edge: isBelow ? { top: rect.bottom - ground.top + GAP_PX } : { bottom: ground.bottom - rect.top + GAP_PX },
  };
}
