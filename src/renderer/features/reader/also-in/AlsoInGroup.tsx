/** Where else one paragraph stands. In a narrow pane a small button that unfolds into the same. */
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { useWorkspaceState } from "../../../state/workspace.ts";
import type { AlsoInEntry, AlsoInNote } from "./also-in-notes.ts";
import { outletName } from "./outlet-name.ts";

/** So many entries stand beside a paragraph; more are unfolded. */
const MOST_SHOWN = 3;

interface AlsoInGroupProps {
  readonly note: AlsoInNote;
  /** The paragraph in words: "para. 3". */
  readonly place: string;
  /** Where its block starts in canonical text. */
  readonly start: number;
  readonly inTabOrder: boolean;
  readonly onFocus: () => void;
  /** Marks the passage of an entry, or none, in the text. */
  readonly onMark: (entry: AlsoInEntry | null) => void;
  readonly onFollow: (entry: AlsoInEntry) => void;
  readonly onCompare: (entry: AlsoInEntry) => void;
}

export function AlsoInGroup({ note, place, start, inTabOrder, ...on }: AlsoInGroupProps) {
  const sources = useWorkspaceState((state) => state.sources);
  const [isOpen, setOpen] = useState(false);
  /** The entry that was pointed at last: comparing begins with it. */
  const [current, setCurrent] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const { entries } = note;
  const shown = isOpen || entries.length <= MOST_SHOWN ? entries : entries.slice(0, MOST_SHOWN - 1);
  const names = entries.map(({ sourceId, locator }) => ({
    outlet: outletName(sources.find(({ id }) => id === sourceId)),
    locator,
  }));
  const tabIndexOf = (index: number) => (inTabOrder && index === Math.min(current, shown.length - 1) ? 0 : -1);
  const compared = entries[current] ?? entries[0];

  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isOpen) {
      setOpen(false);
      group.current?.querySelector<HTMLElement>(".also-in-fold, .also-in-entry")?.focus();
    } else if (event.key === "c" && !event.ctrlKey && !event.metaKey && !event.altKey && compared) {
      on.onCompare(compared);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = (event: FocusEvent) => {
    if (group.current?.contains(event.relatedTarget)) return;
    on.onMark(null);
    setOpen(false);
  };
  const point = (index: number) => {
    setCurrent(index);
    on.onMark(entries[index] ?? null);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would group form fields, this groups ways to go
    <div
      ref={group}
      role="group"
      aria-label="Also in"
      aria-description={place}
      className="also-in"
      data-note-for={start}
      data-open={isOpen ? "" : undefined}
      onFocus={on.onFocus}
      onBlur={leave}
      onKeyDown={press}
      onPointerLeave={() => on.onMark(null)}
    >
      <button
        type="button"
        className="also-in-fold"
        tabIndex={inTabOrder ? 0 : -1}
        aria-expanded={isOpen}
        aria-label={entries.length === 1 ? "Also in 1 other place" : `Also in ${entries.length} other places`}
        onClick={() => setOpen(!isOpen)}
      >
        +{entries.length}
      </button>
      <div className="also-in-body">
        <p className="also-in-label">
          also in{" "}
          {compared && (
            <button
              type="button"
              className="also-in-compare"
              tabIndex={inTabOrder ? 0 : -1}
              title="Both texts side by side (C)"
              onClick={() => on.onCompare(compared)}
            >
              Compare
            </button>
          )}
        </p>
        {shown.map((entry, index) => (
          <button
            key={`${entry.sourceId} ${entry.locator}`}
            type="button"
            className="also-in-entry"
            tabIndex={tabIndexOf(index)}
            onFocus={() => point(index)}
            onPointerEnter={() => point(index)}
            onClick={() => on.onFollow(entry)}
          >
            {names[index]?.outlet}, {entry.locator}
          </button>
        ))}
        {shown.length < entries.length && (
          <button type="button" className="also-in-more" tabIndex={-1} onClick={() => setOpen(true)}>
            and {entries.length - shown.length} more
          </button>
        )}
      </div>
    </div>
  );
}
