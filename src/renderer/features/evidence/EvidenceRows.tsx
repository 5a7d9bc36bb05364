/** The rows of the picture: one for each statement and each source. A row is a button that goes to its words. */
import { memo, type ReactNode } from "react";
import { GradeMark } from "../../ui/GradeMark.tsx";
import { type ShownSource, type ShownStatement, supportInWords } from "./evidence-model.ts";
import type { Spot } from "./evidence-spots.ts";

interface RowProps {
  readonly spot: Spot;
  readonly top: number;
  /** Null while nothing is lit. */
  readonly isLit: boolean | null;
  readonly inTabOrder: boolean;
  readonly onFocus: (spot: Spot) => void;
  readonly onPoint: (spot: Spot | null) => void;
}

interface StatementRowProps extends RowProps {
  readonly shown: ShownStatement;
  readonly onGo: (shown: ShownStatement) => void;
}

export const StatementRow = memo(
  function StatementRow({ shown, onGo, ...row }: StatementRowProps) {
    const { statement, numbers } = shown;
    return (
      <Row {...row} state={statement.state} onGo={() => onGo(shown)}>
        <span className="evidence-number">
          {statement.paragraphNumber !== null && <Said>Paragraph </Said>}
          {statement.paragraphNumber}
          <Said>. </Said>
        </span>
        <span className="evidence-words">{statement.text}</span>
        {statement.state === "supported" ? (
          <Said> {supportInWords(shown)}.</Said>
        ) : (
          <span className="evidence-state"> {supportInWords(shown)}</span>
        )}
        {numbers.length > 0 && (
          <span className="evidence-citations">
            <Said> {numbers.length === 1 ? "Citation " : "Citations "}</Said>
            {numbers.join(", ")}
          </span>
        )}
        <span className="evidence-dot" data-full={shown.sources.length > 0 ? "" : undefined} />
      </Row>
    );
  },
  (before, after) => before.shown === after.shown && isSameRow(before, after),
);

interface SourceRowProps extends RowProps {
  readonly shown: ShownSource;
  readonly onGo: (shown: ShownSource) => void;
}

export const SourceRow = memo(
  function SourceRow({ shown, onGo, ...row }: SourceRowProps) {
    const { name, outlet, statements, source } = shown;
    const count = statements.length;
    return (
      <Row {...row} state={count === 0 ? "unused" : "used"} onGo={() => onGo(shown)}>
        <span className="evidence-dot" data-full={count > 0 ? "" : undefined} />
        {outlet && (
          <strong className="evidence-outlet">
            {outlet}
            <Said>: </Said>
          </strong>
        )}
        <span className="evidence-words">{name}</span>
        <Said>. </Said>
        <GradeMark letter={source.reliability.letter} digit={null} />
        <span className="evidence-citations">
          {count === 0 ? "not cited" : count}
          {count > 0 && <Said>{count === 1 ? " statement rests on it" : " statements rest on it"}</Said>}
        </span>
      </Row>
    );
  },
  (before, after) => before.shown === after.shown && isSameRow(before, after),
);

/** What the eye sees by its place, in words. */
function Said({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}

interface RowFrameProps extends RowProps {
  readonly state: string;
  readonly onGo: () => void;
  readonly children: ReactNode;
}

function Row({ spot, top, isLit, inTabOrder, onFocus, onPoint, state, onGo, children }: RowFrameProps) {
  return (
    <button
      type="button"
      className="evidence-row"
      style={{ top }}
      data-spot={`${spot.side}-${spot.index}`}
      data-state={state}
      data-lit={isLit === null ? undefined : isLit ? "yes" : "no"}
      tabIndex={inTabOrder ? 0 : -1}
      onFocus={() => onFocus(spot)}
      onPointerMove={() => onPoint(spot)}
      onClick={onGo}
    >
      {children}
    </button>
  );
}

/** Pointing at a row touches few of the others. What is done on it stays the same for as long as it shows the same. */
function isSameRow(before: RowProps, after: RowProps): boolean {
  return before.top === after.top && before.isLit === after.isLit && before.inTabOrder === after.inTabOrder;
}
