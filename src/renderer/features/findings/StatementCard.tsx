/** What a statement cites, which outlets and origins that comes to, what was found about it, what can be done. */
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { originsInWords } from "../../../core/review/origins/describe-origins.ts";
import { haveWordsInCommon } from "../../../core/review/place.ts";
import type { SupportedStatement } from "../../../core/review/statements/statement.ts";
import { openFindings } from "../../state/brief-review.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { statementStateInWords } from "./finding-words.ts";
import { outletOf } from "./place-words.ts";
import { focusFindings, showFindings } from "./toggle-findings.ts";

interface StatementCardProps {
  readonly statement: SupportedStatement;
  /** The mark that it belongs to. */
  readonly mark: HTMLElement | null;
  readonly paper: RefObject<HTMLElement | null>;
  /** `isFocused`: whether the focus goes back to the mark. */
  readonly onClose: (isFocused: boolean) => void;
}

const WIDTH_PX = 320;
const GAP_PX = 4;
/** As tall as the card gets of a statement with several sources. */
const ROOM_PX = 230;

export function StatementCard({ statement, mark, paper, onClose }: StatementCardProps) {
  const { brief, findings, store, actions, readOnly } = useWorkspace();
  const report = useWorkspaceState((state) => state.briefReview.report);
  const card = useRef<HTMLDivElement>(null);
  const [edge, setEdge] = useState<{ top: number } | { bottom: number } | null>(null);
  const { state, place, origins, isAssessment } = statement;
  const sources = useWorkspaceState((each) => each.sources);
  const outlets = sources.filter(({ id }) => statement.sourceIds.includes(id)).map(outletOf);
  const about = openFindings(report).filter(({ places }) =>
    places.some((each) => each.in === "brief" && haveWordsInCommon(each, place)),
  );
  const firstExcerpt = statement.citations.flatMap(({ excerptIds }) => excerptIds)[0];

  useLayoutEffect(() => {
    if (mark && paper.current) setEdge(edgeOf(mark, paper.current));
  }, [mark, paper]);
  useEffect(() => {
    if (edge) card.current?.focus();
  }, [edge]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose(true);
  };
  const leave = (event: React.FocusEvent) => {
    const to = event.relatedTarget;
    if (to instanceof Node && (card.current?.contains(to) || mark?.contains(to))) return;
    onClose(false);
  };

  return (
    <div
      ref={card}
      className="statement-card"
      role="dialog"
      aria-label={statementStateInWords(statement)}
      tabIndex={-1}
      style={{ width: WIDTH_PX, ...(edge ?? { visibility: "hidden" }) }}
      onKeyDown={press}
      onBlur={leave}
    >
      <p className="statement-card-state">{statementStateInWords(statement)}</p>
      {origins.length > 0 && (
        <p>
          {originsInWords(
            Math.max(new Set(outlets).size, 1),
            origins.map(({ name }) => name),
          )}
        </p>
      )}
      {origins.map(
        ({ id, reason }) =>
          reason !== "" && (
            <p key={id} className="finding-soft">
              {reason}
            </p>
          ),
      )}
      <CitedSources statement={statement} />
      {state === "open" && <p className="finding-soft">It cites nothing and is not marked as your assessment.</p>}
      {about.length > 0 && (
        <ul className="statement-card-findings" aria-label="Findings about this statement">
          {about.map((finding) => (
            <li key={finding.key}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  onClose(false);
                  findings.choose(finding.key);
                  showFindings(store, true);
                  focusFindings();
                }}
              >
                {finding.message}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="statement-card-actions">
        {firstExcerpt && (
          <button type="button" className="button" onClick={() => void actions.showExcerpt(firstExcerpt)}>
            Go to source
          </button>
        )}
        {(isAssessment || state === "open" || state === "assessment") && (
          <button
            type="button"
            className="button"
            disabled={readOnly !== null}
            onClick={() => {
              onClose(true);
              brief?.markAssessment(place, !isAssessment);
            }}
          >
            {isAssessment ? "Not an assessment" : "Mark as assessment"}
          </button>
        )}
      </div>
    </div>
  );
}

/** "1, 2: Global Times, para. 3": what it cites, by the numbers of its citations. */
function CitedSources({ statement }: { statement: SupportedStatement }) {
  const excerpts = useWorkspaceState((state) => state.excerpts);
  const sources = useWorkspaceState((state) => state.sources);
  const cited = statement.citations.flatMap(({ id, number, excerptIds }) =>
    excerptIds.flatMap((excerptId) => {
      const excerpt = excerpts.find((each) => each.id === excerptId);
      const source = sources.find((each) => each.id === excerpt?.sourceId);
      return excerpt ? [{ key: `${id} ${excerptId}`, number, words: `${outletOf(source)}, ${excerpt.locator}` }] : [];
    }),
  );
  if (cited.length === 0) return null;
  return (
    <ul className="statement-card-cited" aria-label="Cites">
      {cited.map(({ key, number, words }) => (
        <li key={key}>
          <span className="statement-card-number">{number}</span> {words}
        </li>
      ))}
    </ul>
  );
}

function edgeOf(mark: HTMLElement, paper: HTMLElement): { top: number } | { bottom: number } {
  const ground = paper.getBoundingClientRect();
  const view = paper.parentElement?.getBoundingClientRect() ?? ground;
  const rect = mark.getBoundingClientRect();
  const below = view.bottom - rect.bottom;
  const isBelow = below >= ROOM_PX || below >= rect.top - view.top;
  return isBelow ? { top: rect.bottom - ground.top + GAP_PX } : { bottom: ground.bottom - rect.top + GAP_PX };
}
