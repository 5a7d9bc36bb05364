/**
 * The margin of the reader: beside a paragraph, where else its passages stand. Lies over the ground of the article, never
 * in its text, and in room that is always left for it, so that nothing moves when it comes.
 */
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type Block, blockIndexAt } from "../../../../core/source/block.ts";
import { locatorLabel, type PageLabels } from "../../../../core/source/locator.ts";
import type { Source } from "../../../../core/source/source.ts";
import { keyOf } from "../../../commands/shortcuts.ts";
import { useWorkspace } from "../../../state/workspace.ts";
import { offsetOfPosition } from "../text-position.ts";
import { AlsoInGroup } from "./AlsoInGroup.tsx";
import { type AlsoInEntry, type AlsoInNote, alsoInNotes, placesOf } from "./also-in-notes.ts";
import { CompareDialog } from "./CompareDialog.tsx";
import { focusReader } from "./focus-reader.ts";
import { placeNotes } from "./place-notes.ts";
import { useAlsoIn } from "./use-also-in.ts";
import { usePassageMark } from "./use-passage-mark.ts";
import "./also-in.css";

interface AlsoInMarginProps {
  readonly source: Source;
  readonly blocks: readonly Block[];
  /** What its pages call themselves; null until that is known. */
  readonly labels: PageLabels | null;
  readonly starts: readonly number[];
  readonly article: RefObject<HTMLElement | null>;
}

interface Compared {
  readonly note: AlsoInNote;
  readonly entry: AlsoInEntry;
}

export function AlsoInMargin({ source, blocks, labels, starts, article }: AlsoInMarginProps) {
  const { actions } = useWorkspace();
  const passages = useAlsoIn(source);
  const notes = useMemo(() => alsoInNotes(passages, starts), [passages, starts]);
  const places = useMemo(() => placesOf(blocks, labels), [blocks, labels]);
  const layer = useRef<HTMLDivElement>(null);
  /** One note is in the tab order; arrow keys go from one to the next. */
  const [stop, setStop] = useState<number | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const mark = usePassageMark(article, starts);

  // biome-ignore lint/correctness/useExhaustiveDependencies: notes that came are placed
  useLayoutEffect(() => {
    const [margin, text] = [layer.current, article.current];
    if (!(margin && text)) return;
    const place = () => placeNotes(margin, text, starts);
    place();
    // Lines break elsewhere when the pane is made wider, and a long text is measured only as it comes into view.
    const resized = new ResizeObserver(place);
    resized.observe(text);
    return () => resized.disconnect();
  }, [article, starts, notes]);

  useEffect(() => {
    const text = article.current;
    if (!text) return;
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target !== text || keyOf(event) !== "c") return;
      event.preventDefault();
      const note = noteAtCaret(notes, starts);
      const [entry] = note?.entries ?? [];
      if (note && entry) setCompared({ note, entry });
      else actions.notify({ tone: "plain", text: "No other source was found to say this paragraph." });
    };
    text.addEventListener("keydown", press);
    return () => text.removeEventListener("keydown", press);
  }, [article, notes, starts, actions]);

  const follow = async (entry: AlsoInEntry) => {
    const { fromUtf16, toUtf16 } = entry.here;
    const locator = locatorLabel(blocks, fromUtf16, toUtf16, labels ?? undefined);
    await actions.followPassage(
      { sourceId: source.id, fromUtf16, toUtf16, locator },
      { sourceId: entry.sourceId, ...entry.there },
    );
    focusReader();
  };

  if (notes.length === 0) return null;
  const first = notes[0]?.blockIndex;
  const inTabOrder = notes.some(({ blockIndex }) => blockIndex === stop) ? stop : first;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside
    <div ref={layer} className="also-in-margin" onKeyDown={(event) => walk(event, layer.current)}>
      {notes.map((note) => (
        <AlsoInGroup
          key={note.blockIndex}
          note={note}
          place={places[note.blockIndex] ?? ""}
          start={starts[note.blockIndex] ?? 0}
          inTabOrder={note.blockIndex === inTabOrder}
          onFocus={() => setStop(note.blockIndex)}
          onMark={mark}
          onFollow={(entry) => void follow(entry)}
          onCompare={(entry) => setCompared({ note, entry })}
        />
      ))}
      {compared && (
        <CompareDialog
          source={source}
          blocks={blocks}
          labels={labels}
          entries={compared.note.entries}
          first={compared.entry}
          onFollow={(entry) => {
            setCompared(null);
            void follow(entry);
          }}
          onClose={() => setCompared(null)}
        />
      )}
    </div>
  );
}

function noteAtCaret(notes: readonly AlsoInNote[], starts: readonly number[]): AlsoInNote | undefined {
  const { focusNode, focusOffset } = document.getSelection() ?? {};
  const offset = focusNode && focusOffset !== undefined ? offsetOfPosition(focusNode, focusOffset) : null;
  if (offset === null) return undefined;
  const index = blockIndexAt(starts, offset);
  return notes.find(({ blockIndex }) => blockIndex === index);
}

/** Up and down from button to button through all of the margin. */
function walk(event: KeyboardEvent, layer: HTMLElement | null): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !layer || !(event.target instanceof HTMLElement)) return;
  // Only what is drawn: in a narrow pane the entries are folded away.
  const buttons = [...layer.querySelectorAll<HTMLElement>("button")].filter((button) => button.offsetParent !== null);
  const next = buttons[buttons.indexOf(event.target) + step];
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
