/**
 * What became of the excerpts when another text took the place of their source's: those that are not surely found, with
 * old and new words side by side, and what can be done about each.
 */
import { useEffect, useRef } from "react";
import { type AnchorState, holdsItsWords } from "../../../core/excerpt/excerpt.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import type { Reanchored } from "../../../ipc/replacement.ts";
import type { Review } from "../../state/replace-actions.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { ReviewedExcerpt } from "./ReviewedExcerpt.tsx";
import "./replace.css";

export function ReviewDialog({ review }: { review: Review }) {
  const { store } = useWorkspace();
  const source = useWorkspaceState((state) => state.sources.find(({ id }) => id === review.sourceId));
  const list = useRef<HTMLUListElement>(null);
  const close = () => store.setState({ review: null });
  const unsure = review.report.filter((line) => !holdsItsWords(line));

  useEffect(() => {
    const wanted = list.current?.querySelector(`[data-excerpt-id="${CSS.escape(review.excerptId ?? "")}"]`);
    wanted?.scrollIntoView({ block: "start" });
  }, [review.excerptId]);

  if (!source) return null;
  return (
    <ModalDialog title="What became of the excerpts" className="modal-wide" onClose={close}>
      <p className="review-source">{sourceName(source)}</p>
      <p className="review-summary">{countsInWords(review.report)}.</p>
      <p className="review-hint">
        What is not surely found keeps its old words. They stand in the earlier version, which stays in this briefing
        for as long as an excerpt rests on it.
      </p>
      <ul className="review-list" ref={list}>
        {unsure.map((line) => (
          <ReviewedExcerpt key={line.excerptId} line={line} />
        ))}
      </ul>
      <div className="dialog-actions">
        {review.takeBack && (
          <button type="button" className="button" onClick={review.takeBack}>
            Put the earlier version back
          </button>
        )}
        <button type="button" className="button" data-primary="" onClick={close}>
          Done
        </button>
      </div>
    </ModalDialog>
  );
}

const STATES: readonly (readonly [string, readonly AnchorState[]])[] = [
  ["found", ["exact", "moved"]],
  ["changed", ["changed"]],
  ["ambiguous", ["ambiguous"]],
  ["lost", ["lost"]],
];

/** "12 found, 1 changed, 2 lost". */
function countsInWords(report: readonly Reanchored[]): string {
  return STATES.map(([word, states]) => [report.filter(({ state }) => states.includes(state)).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");
}
