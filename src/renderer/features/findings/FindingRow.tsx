/** One finding: what was found, where to look, what can be done about it. */
import { type KeyboardEvent, memo, useEffect, useId, useRef, useState } from "react";
import type { DecisionAnswer } from "../../../core/review/decision.ts";
import type { Finding } from "../../../core/review/finding.ts";
import { ANSWER_WORDS } from "../../../core/review/finding-titles.ts";
import { isSettled } from "../../state/brief-review.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { FindingDetails } from "./FindingDetails.tsx";
import { PlaceButton } from "./PlaceButton.tsx";
import { SetAsideForm } from "./SetAsideForm.tsx";

interface FindingRowProps {
  readonly finding: Finding;
  readonly isActive: boolean;
  /** One finding at a time, and its buttons, can be reached with Tab; arrow keys go from one to the next. */
  readonly inTabOrder: boolean;
  /** Before it goes out of the list: the focus then goes to the next. */
  readonly onLeaving: (key: string) => void;
}

/** Places beyond these are counted: the row stays one to be read at a glance. */
const MOST_PLACES = 6;

export const FindingRow = memo(function FindingRow({ finding, isActive, inTabOrder, onLeaving }: FindingRowProps) {
  const { findings, mayWrite, readOnly } = useWorkspace();
  const [isAsking, setIsAsking] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const messageId = useId();
  const tabIndex = inTabOrder ? 0 : -1;
  const settled = isSettled(finding);
  useEffect(() => {
    // What has the focus is in view; were it moved now, a press on one of its buttons would miss it.
    if (isActive && !row.current?.contains(document.activeElement)) row.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);

  const askWhy = () => {
    if (mayWrite()) setIsAsking(true);
  };
  const decide = async (answer: DecisionAnswer, reason: string) => {
    setIsAsking(false);
    if (answer !== "conflict") onLeaving(finding.key);
    await findings.decide(finding, answer, reason);
  };
  const bringBack = () => {
    onLeaving(finding.key);
    void findings.bringBack(finding);
  };
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") void findings.open(finding);
    else if (!settled && (event.key === "Delete" || event.key.toLowerCase() === "s")) askWhy();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // A difference names its places over its two sides.
  const places = finding.detail.type === "difference" ? [] : finding.places;
  const more = places.length - MOST_PLACES;
  return (
    <li
      ref={row}
      className="finding"
      data-finding-key={finding.key}
      data-kind={finding.kind}
      tabIndex={tabIndex}
      aria-labelledby={messageId}
      aria-current={isActive ? "true" : undefined}
      onKeyDown={press}
      onFocus={() => findings.choose(finding.key)}
    >
      <p className="finding-message" id={messageId}>
        {finding.message}
      </p>
      <FindingDetails
        finding={finding}
        tabIndex={tabIndex}
        onDecide={(answer, reason) => void decide(answer, reason)}
      />
      {finding.decision && (
        <p className="finding-decision">
          {ANSWER_WORDS[finding.decision.answer]}
          {finding.decision.reason !== "" && `: ${finding.decision.reason}`}
        </p>
      )}
      <div className="finding-line">
        <span className="finding-places">
          {places.slice(0, MOST_PLACES).map((place, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity but their order
            <PlaceButton key={index} place={place} tabIndex={tabIndex} />
          ))}
          {more > 0 && <span className="finding-soft">and {more} more</span>}
        </span>
        <button
          type="button"
          className="button"
          tabIndex={tabIndex}
          aria-describedby={messageId}
          title="Go to (Enter)"
          onClick={() => void findings.open(finding)}
        >
          Go to
        </button>
        {settled ? (
          <button
            type="button"
            className="button"
            tabIndex={tabIndex}
            aria-describedby={messageId}
            disabled={readOnly !== null}
            onClick={bringBack}
          >
            Bring back
          </button>
        ) : (
          <button
            type="button"
            className="button"
            tabIndex={tabIndex}
            aria-describedby={messageId}
            aria-expanded={isAsking}
            title="Set aside (Delete or S)"
            disabled={readOnly !== null}
            onClick={() => (isAsking ? setIsAsking(false) : askWhy())}
          >
            Set aside…
          </button>
        )}
      </div>
      {isAsking && (
        <SetAsideForm
          onDone={(reason) => void decide("set-aside", reason)}
          onCancel={() => {
            setIsAsking(false);
            row.current?.focus();
          }}
        />
      )}
    </li>
  );
});
