/** What a finding shows beyond its words: two wordings, two sources, the spellings of a name; and what can be done with it. */
import { useId, useState } from "react";
import { diffWords } from "../../../core/excerpt/word-diff.ts";
import type { DecisionAnswer } from "../../../core/review/decision.ts";
import type { Difference } from "../../../core/review/differences/difference.ts";
import type { Finding, FindingDetail } from "../../../core/review/finding.ts";
import { ANSWER_WORDS } from "../../../core/review/finding-titles.ts";
import { offersOf } from "../../state/findings.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { PlaceButton } from "./PlaceButton.tsx";

export interface DetailProps {
  readonly finding: Finding;
  readonly tabIndex: number;
  readonly onDecide: (answer: DecisionAnswer, reason: string) => void;
}

type DetailOf<T extends FindingDetail["type"]> = Extract<FindingDetail, { type: T }>;

export function FindingDetails(props: DetailProps) {
  const { detail } = props.finding;
  switch (detail.type) {
    case "none":
      return null;
    case "wordings":
      return <Wordings {...props} detail={detail} />;
    case "difference":
      return <DifferenceDetail {...props} difference={detail.difference} />;
    case "name-variants":
      return <Spellings {...props} detail={detail} />;
  }
}

/** A mark or a space more is no difference of what is said. */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{Sc}%‰°+−]/u;

function Wordings({ finding, tabIndex, detail }: DetailProps & { detail: DetailOf<"wordings"> }) {
  const { findings, readOnly } = useWorkspace();
  const parts = diffWords(detail.brief, detail.source);
  const side = (kind: "removed" | "added") => {
    const Mark = kind === "removed" ? "del" : "ins";
    return parts
      .filter((part) => part.kind === "same" || part.kind === kind)
      .map((part, index) =>
        part.kind === "same" || !SAYS_SOMETHING.test(part.text) ? (
          part.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          <Mark key={index}>{part.text}</Mark>
        ),
      );
  };
  return (
    <>
      <dl className="finding-sides">
        <div>
          <dt>Brief</dt>
          <dd className="finding-words">{side("removed")}</dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd className="finding-words">{side("added")}</dd>
        </div>
      </dl>
      {detail.offer && (
        <p className="finding-acts">
          <button
            type="button"
            className="button"
            tabIndex={tabIndex}
            disabled={readOnly !== null}
            onClick={() => void findings.takeOffer(finding)}
          >
            Use the source’s words
          </button>
        </p>
      )}
    </>
  );
}

const ANSWERS: readonly DecisionAnswer[] = ["conflict", "different-scope", "same"];

function DifferenceDetail({ finding, tabIndex, onDecide, difference }: DetailProps & { difference: Difference }) {
  const { findings, readOnly } = useWorkspace();
  const [reason, setReason] = useState(finding.decision?.reason ?? "");
  const question = useId();
  return (
    <>
      <dl className="finding-sides">
        <Side side={difference.a} tabIndex={tabIndex} />
        <Side side={difference.b} tabIndex={tabIndex} />
      </dl>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line */}
      <div className="finding-acts" role="group" aria-labelledby={question}>
        <span id={question}>What is it?</span>
        {ANSWERS.map((answer) => (
          <button
            key={answer}
            type="button"
            className="button"
            tabIndex={tabIndex}
            aria-pressed={finding.decision?.answer === answer}
            disabled={readOnly !== null}
            onClick={() => onDecide(answer, reason.trim())}
          >
            {ANSWER_WORDS[answer]}
          </button>
        ))}
        <input
          className="field finding-reason"
          aria-label="Reason, if you want to give one"
          placeholder="Reason (optional)"
          tabIndex={tabIndex}
          maxLength={2000}
          value={reason}
          disabled={readOnly !== null}
          onChange={(event) => setReason(event.target.value)}
        />
        <button
          type="button"
          className="button"
          tabIndex={tabIndex}
          title="Cite both passages where the caret stands in the brief"
          disabled={readOnly !== null}
          onClick={() => void findings.citeBoth(finding)}
        >
          Cite both
        </button>
      </div>
    </>
  );
}

function Side({ side: { place, text, differing }, tabIndex }: { side: Difference["a"]; tabIndex: number }) {
  let from = 0;
  const pieces = differing
    .toSorted((one, other) => one.fromUtf16 - other.fromUtf16)
    .flatMap(({ fromUtf16, toUtf16 }) => {
      const before = text.slice(from, fromUtf16);
      from = toUtf16;
      return [before, <b key={fromUtf16}>{text.slice(fromUtf16, toUtf16)}</b>];
    });
  return (
    <div>
      <dt>
        <PlaceButton place={place} tabIndex={tabIndex} />
      </dt>
      <dd className="finding-words">
        {pieces}
        {text.slice(from)}
      </dd>
    </div>
  );
}

function Spellings({ finding, tabIndex, detail }: DetailProps & { detail: DetailOf<"name-variants"> }) {
  const { findings, readOnly } = useWorkspace();
  const offered = new Set(offersOf(finding).map(({ text }) => text));
  return (
    <ul className="finding-spellings" aria-label="Spellings">
      {detail.variants.spellings.map(({ text, inSources, inBrief }) => (
        <li key={text}>
          <span className="finding-words">{text}</span>
          <span className="finding-soft">
            {inBrief} in the brief, {inSources} in the sources
          </span>
          {offered.has(text) && (
            <button
              type="button"
              className="button"
              tabIndex={tabIndex}
              disabled={readOnly !== null}
              onClick={() => void findings.takeOffer(finding)}
            >
              Use this spelling
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
