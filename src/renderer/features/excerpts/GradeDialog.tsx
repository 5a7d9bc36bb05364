/**
 * How credible the user holds what an excerpt says to be, with the reason. Apart from the reliability of its source, and
 * never filled in. Says at once where "confirmed" rests on fewer than two origins, and keeps the choice.
 */
import { type FormEvent, useId, useState } from "react";
import { CONFIRMED, CREDIBILITY_WORDS, credibilityDigitSchema } from "../../../core/excerpt/credibility.ts";
import type { Excerpt } from "../../../core/excerpt/excerpt.ts";
import { reportOf } from "../../state/review-report.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { originsInSight } from "./origins-in-sight.ts";

const DIGITS = credibilityDigitSchema.options.map(({ value }) => value);

export function GradeDialog({ excerpt, onClose }: { excerpt: Excerpt; onClose: () => void }) {
  const { actions, readOnly } = useWorkspace();
  const report = useWorkspaceState(reportOf);
  const [digit, setDigit] = useState(excerpt.credibility.digit);
  const [reason, setReason] = useState(excerpt.credibility.reason);
  const id = useId();
  const origins = originsInSight(report, excerpt);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (readOnly !== null) return;
    // What could not be saved stays in the form.
    if (await actions.gradeExcerpt(excerpt.id, { digit, reason: reason.trim() })) onClose();
  };

  return (
    <ModalDialog title="How credible is this?" onClose={onClose}>
      <form className="grade-form" onSubmit={(event) => void save(event)}>
        <blockquote className="grade-words">{excerpt.selectors.quote.exact}</blockquote>
        <fieldset className="grade-choices" disabled={readOnly !== null}>
          <legend className="visually-hidden">Credibility of what it says</legend>
          {[null, ...DIGITS].map((value) => (
            <label key={value} data-chosen={value === digit ? "" : undefined}>
              <input
                type="radio"
                name={id}
                checked={value === digit}
                // biome-ignore lint/a11y/noAutofocus: the dialog was opened to choose, and begins with what is chosen
                autoFocus={value === digit}
                onChange={() => setDigit(value)}
              />
              {value === null ? (
                "Not graded"
              ) : (
                <>
                  <strong>{value}</strong> {CREDIBILITY_WORDS[value]}
                </>
              )}
            </label>
          ))}
        </fieldset>
        <p className="grade-hint" role="status">
          {digit === CONFIRMED && origins !== null && origins.length < 2 && fewOrigins(origins)}
        </p>
        <label className="grade-reason">
          Reason
          <textarea
            className="field"
            rows={2}
            readOnly={readOnly !== null}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {readOnly === null ? "Cancel" : "Close"}
          </button>
          {readOnly === null && (
            <button type="submit" className="button" data-primary="">
              Save grade
            </button>
          )}
        </div>
      </form>
    </ModalDialog>
  );
}

function fewOrigins([only]: readonly string[]): string {
  const sight = only === undefined ? "No origin is in sight" : `In sight is one: ${only}`;
  return `“Confirmed” asks for at least two origins. ${sight}. You can keep the grade and say why.`;
}
