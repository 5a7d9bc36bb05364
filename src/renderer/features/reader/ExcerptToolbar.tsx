/** What can be done with selected words: file them under a section, or just keep them. Never takes the focus itself. */
import { useLayoutEffect, useRef } from "react";
import { useWorkspaceState } from "../../state/workspace.ts";
import { filedSections, sectionColor } from "../../state/workspace-state.ts";
import { placeInside } from "./place-inside.ts";
import type { Place } from "./use-selected-passage.ts";

interface ExcerptToolbarProps {
  readonly place: Place;
  /** The index of the section among those that take excerpts, or null to keep without filing. */
  readonly onKeep: (sectionIndex: number | null) => void;
  /** Escape: back to the text, without keeping anything. */
  readonly onLeave: () => void;
}

export function ExcerptToolbar({ place, onKeep, onLeave }: ExcerptToolbarProps) {
  const template = useWorkspaceState((state) => state.template);
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => placeInside(bar.current, place), [place]);

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Excerpt"
      className="floating excerpt-toolbar"
      // Pressing a button must not take the selection away before the click is handled.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === "Escape" && onLeave()}
    >
      {filedSections(template).map((section, index) => (
        <button
          key={section.id}
          type="button"
          className="button"
          data-quiet=""
          data-section-color={sectionColor(template, section.id)}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onKeep(index)}
        >
          <span className="section-dot" />
          {section.title} <kbd aria-hidden="true">{index + 1}</kbd>
        </button>
      ))}
      <button type="button" className="button" data-quiet="" aria-keyshortcuts="H" onClick={() => onKeep(null)}>
        Keep <kbd aria-hidden="true">H</kbd>
      </button>
    </div>
  );
}
