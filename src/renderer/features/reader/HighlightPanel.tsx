/** What can be done with a highlight that was clicked: move, annotate, insert, delete; and where the brief uses it. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { filedSections, sectionColor } from "../../state/workspace-state.ts";
import { GradeMark } from "../../ui/GradeMark.tsx";
import { UsedIn } from "../excerpts/UsedIn.tsx";
import { placeInside } from "./place-inside.ts";
import { useNote } from "./use-note.ts";

interface HighlightPanelProps {
  readonly excerptId: ExcerptId;
  readonly article: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

export function HighlightPanel({ excerptId, article, onClose }: HighlightPanelProps) {
  const workspace = useWorkspace();
  const { actions, readOnly } = workspace;
  const excerpt = useWorkspaceState((state) => state.excerpts.find(({ id }) => id === excerptId));
  const template = useWorkspaceState((state) => state.template);
  const note = useNote(excerptId);
  const panel = useRef<HTMLDivElement>(null);
  const gone = !excerpt || excerpt.removedAt !== null;

  useLayoutEffect(() => {
    const marks = article.current?.querySelectorAll(`mark[data-excerpt-id="${CSS.escape(excerptId)}"]`);
    const rect = marks && [...marks].at(-1)?.getBoundingClientRect();
    const first = marks?.[0]?.getBoundingClientRect();
    const ground = article.current?.parentElement?.getBoundingClientRect();
    if (rect && ground) {
      const left = rect.left + rect.width / 2 - ground.left;
      const above = (first ?? rect).top - ground.top;
      placeInside(panel.current, { left, top: rect.bottom - ground.top, above });
    }
  }, [article, excerptId]);

  useEffect(() => {
    if (!gone) return;
    // Deleted from here: the focus was in what is no longer there.
    if (document.activeElement === document.body) article.current?.focus({ preventScroll: true });
    onClose();
  }, [gone, onClose, article]);

  // Pressed elsewhere in the window, it goes.
  useEffect(() => {
    const press = (event: PointerEvent) => {
      const inside = event.target instanceof Node && article.current?.parentElement?.contains(event.target);
      // A dialog that was opened from here gives the focus back to here.
      const inDialog = event.target instanceof Element && event.target.closest(".modal-overlay") !== null;
      if (!(inside || inDialog)) onClose();
    };
    document.addEventListener("pointerdown", press);
    return () => document.removeEventListener("pointerdown", press);
  }, [article, onClose]);

  if (gone) return null;
  const close = () => {
    onClose();
    article.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would group form fields, this groups acts
    <div
      ref={panel}
      role="group"
      aria-label="Highlight"
      className="floating highlight-panel"
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <div className="highlight-row">
        {filedSections(template).map((section) => (
          <button
            key={section.id}
            type="button"
            className="button"
            data-quiet=""
            data-section-color={sectionColor(template, section.id)}
            aria-pressed={excerpt.sectionId === section.id}
            disabled={readOnly !== null}
            onClick={() => void actions.fileExcerpt(excerptId, excerpt.sectionId === section.id ? null : section.id)}
          >
            <span className="section-dot" />
            {section.title}
          </button>
        ))}
      </div>
      <textarea
        className="field"
        aria-label="Note"
        placeholder="Note: why it matters, what to check"
        rows={2}
        readOnly={readOnly !== null}
        value={note.text}
        onChange={(event) => note.write(event.target.value)}
        onBlur={note.finish}
      />
      <div className="highlight-row">
        <UsedIn excerptId={excerptId} />
        <span className="spacer" />
        <button
          type="button"
          className="button"
          data-quiet=""
          onClick={() => workspace.store.setState({ dialog: "grade", activeExcerptId: excerptId })}
        >
          {excerpt.credibility.digit === null ? (
            "Grade…"
          ) : (
            <>
              <GradeMark letter={null} digit={excerpt.credibility.digit} /> Grade…
            </>
          )}
        </button>
      </div>
      <div className="highlight-row">
        {readOnly === null && (
          <>
            {" "}
            <button
              type="button"
              className="button"
              onClick={() => workspace.brief?.insertExcerpt(excerptId, "quotation")}
            >
              Insert into brief
            </button>
            <button
              type="button"
              className="button"
              onClick={() => workspace.brief?.insertExcerpt(excerptId, "citation")}
            >
              Cite
            </button>
            <span className="spacer" />
            <button
              type="button"
              className="button"
              data-quiet=""
              data-danger=""
              onClick={() => void actions.removeExcerpt(excerptId)}
            >
              Delete
            </button>
          </>
        )}{" "}
        <button type="button" className="button" data-quiet="" onClick={close}>
          Close
        </button>
      </div>
    </div>
  );
}
