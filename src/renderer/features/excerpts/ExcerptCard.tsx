/** One excerpt in the tray: its words, where they come from, whether they are used, how sure their place is. */
import { type DragEvent, type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from "react";
import type { AnchorState, Excerpt } from "../../../core/excerpt/excerpt.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { carryExcerpt } from "../../drag/carried-passage.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { sectionColor } from "../../state/workspace-state.ts";
import { GradeMark } from "../../ui/GradeMark.tsx";

interface ExcerptCardProps {
  readonly excerpt: Excerpt;
  /** One card at a time, and its buttons, can be reached with Tab; arrow keys go from card to card. */
  readonly inTabOrder: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

const STATE_WORDS: Readonly<Record<Exclude<AnchorState, "exact" | "moved">, string>> = {
  changed: "The source now says this differently",
  ambiguous: "The source now says this in several places",
  lost: "No longer found in the source",
};

export function ExcerptCard({ excerpt, inTabOrder, onKeyDown, onContextMenu }: ExcerptCardProps) {
  const workspace = useWorkspace();
  const template = useWorkspaceState((state) => state.template);
  const source = useWorkspaceState((state) => state.sources.find(({ id }) => id === excerpt.sourceId));
  const active = useWorkspaceState((state) => state.activeExcerptId === excerpt.id);
  const numbers = useWorkspaceState((state) =>
    state.citations
      .filter(({ citation }) => citation.excerptIds.includes(excerpt.id))
      .map(({ number }) => number)
      .join(", "),
  );
  const card = useRef<HTMLLIElement>(null);
  const wordsId = useId();
  const tabIndex = inTabOrder ? 0 : -1;
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);

  const origin = source ? (source.metadata.publisher ?? source.metadata.authors[0] ?? sourceName(source)) : "Source";
  const { exact } = excerpt.selectors.quote;
  const drag = (event: DragEvent) => carryExcerpt(event.dataTransfer, excerpt.id, exact);
  return (
    <li
      ref={card}
      className="excerpt-card"
      data-excerpt-id={excerpt.id}
      data-section-color={sectionColor(template, excerpt.sectionId)}
      data-active={active ? "" : undefined}
      data-used={numbers === "" ? undefined : ""}
      draggable={true}
      tabIndex={tabIndex}
      aria-labelledby={wordsId}
      onDragStart={drag}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      onFocus={() => workspace.store.setState({ activeExcerptId: excerpt.id })}
      onDoubleClick={() => void workspace.actions.showExcerpt(excerpt.id)}
    >
      <p className="excerpt-words" id={wordsId}>
        {exact}
      </p>
      {excerpt.note !== "" && <p className="excerpt-note">{excerpt.note}</p>}
      {excerpt.state !== "exact" && excerpt.state !== "moved" && (
        <ExcerptState excerpt={excerpt} words={STATE_WORDS[excerpt.state]} tabIndex={tabIndex} />
      )}
      <p className="excerpt-line">
        <button
          type="button"
          className="link excerpt-origin"
          tabIndex={tabIndex}
          aria-label={`${origin}: show ${excerpt.locator} in the source`}
          onClick={() => void workspace.actions.showExcerpt(excerpt.id)}
        >
          {origin}
        </button>
        <span className="excerpt-locator">{excerpt.locator}</span>
        <GradeMark letter={source?.reliability.letter ?? null} digit={excerpt.credibility.digit} />
        <span className="excerpt-used">{numbers === "" ? "not cited" : `cited as ${numbers}`}</span>
      </p>
      <button
        type="button"
        className="button excerpt-insert"
        tabIndex={tabIndex}
        title="Insert into brief (Ctrl+Enter)"
        onClick={() => workspace.brief?.insertExcerpt(excerpt.id, "quotation")}
      >
        Insert into brief
      </button>
    </li>
  );
}

interface ExcerptStateProps {
  readonly excerpt: Excerpt;
  readonly words: string;
  readonly tabIndex: number;
}

/** The way back to what became of it, as long as the version that holds its words is there. */
function ExcerptState({ excerpt, words, tabIndex }: ExcerptStateProps) {
  const { actions } = useWorkspace();
  if (excerpt.earlier === null) return <p className="excerpt-state">{words}</p>;
  return (
    <p className="excerpt-state">
      <button
        type="button"
        className="link"
        tabIndex={tabIndex}
        title="Old and new words side by side"
        onClick={() => void actions.reviewExcerpt(excerpt)}
      >
        {words}…
      </button>
    </p>
  );
}
