/**
 * What each statement of the brief rests on, as a small mark in the margin beside its first line. One Tab stop, arrow keys
 * from mark to mark; each opens a card.
 */
import type { LexicalEditor } from "lexical";
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SupportedStatement } from "../../../core/review/statements/statement.ts";
import {
  anchorOf,
  createStatementMarks,
  identityOf,
  type StatementMarks as Marks,
  type PlacedStatement,
} from "../../editor/statement-marks.ts";
import { isSettled } from "../../state/brief-review.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { statementStateInWords } from "./finding-words.ts";
import { StatementCard } from "./StatementCard.tsx";
import "./statements.css";

const NONE: readonly SupportedStatement[] = [];

export interface StatementMarksProps {
  readonly editor: LexicalEditor;
  readonly paper: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
}

export function StatementMarks({ editor, paper, scroller }: StatementMarksProps) {
  const { store } = useWorkspace();
  const statements = useWorkspaceState((state) => state.briefReview.report?.statements ?? NONE);
  const writtenKey = useWorkspaceState((state) => state.writtenStatementKey);
  const setAside = useWorkspaceState((state) => state.briefReview.report?.findings ?? null);
  const [placed, setPlaced] = useState<readonly PlacedStatement[]>([]);
  const [tabId, setTabId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const marks = useRef<Marks | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);

  useEffect(() => {
    if (!scroller.current) return;
    const made = createStatementMarks(editor, {
      scroller: scroller.current,
      onPlaced: setPlaced,
      onWriting: (statement) => store.setState({ writtenStatementKey: statement?.key ?? null }),
    });
    marks.current = made;
    made.setStatements(store.getState().briefReview.report?.statements ?? NONE);
    return () => {
      marks.current = null;
      made.stop();
    };
  }, [editor, scroller, store]);
  // Before anything is painted: a sentence that is being written is not called open for a moment.
  useLayoutEffect(() => marks.current?.setStatements(statements), [statements]);
  useEffect(() => {
    const button = wanted.current && buttonOf(group.current, wanted.current);
    if (!button) return;
    wanted.current = null;
    button.focus();
  });

  const shown = placed.filter(({ statement }) => isMarked(statement, writtenKey));
  const inTabOrder = shown.find(({ statement }) => identityOf(statement) === tabId) ?? shown[0];
  const open = shown.find(({ statement }) => identityOf(statement) === openId);
  const accepted = new Set(
    setAside?.flatMap((finding) =>
      finding.kind === "statement-without-citation" && isSettled(finding) ? finding.places.map(placeKey) : [],
    ),
  );

  const goTo = (statement: SupportedStatement | undefined) => {
    if (!statement) return;
    wanted.current = identityOf(statement);
    setTabId(wanted.current);
    marks.current?.reveal(statement);
  };
  const press = (event: KeyboardEvent, statement: SupportedStatement) => {
    const all = statements.filter((each) => isMarked(each, writtenKey));
    const at = all.indexOf(statement);
    const to = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(all[to]);
  };
  const close = (isFocused: boolean) => {
    if (isFocused && openId !== null) buttonOf(group.current, openId)?.focus();
    setOpenId(null);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is a box of its own; these hang on the text */}
      <div className="statement-marks" role="group" aria-label="Statements" ref={group}>
        {byBlock(shown).map(([blockKey, marksOfBlock]) => (
          <div key={blockKey} className="statement-block" style={{ positionAnchor: anchorOf(blockKey) }}>
            {marksOfBlock.map(({ statement, topPx, column }) => {
              const id = identityOf(statement);
              return (
                <button
                  key={id}
                  type="button"
                  className="statement-mark"
                  data-statement={id}
                  data-state={statement.state}
                  data-accepted={accepted.has(placeKey(statement.place)) ? "" : undefined}
                  aria-label={statementStateInWords(statement)}
                  aria-description={statement.text}
                  aria-haspopup="dialog"
                  aria-expanded={id === openId}
                  title={statementStateInWords(statement)}
                  tabIndex={statement === inTabOrder?.statement ? 0 : -1}
                  style={{ top: topPx, left: column * 10 }}
                  // With the mouse the caret stays where one writes.
                  onMouseDown={(event) => event.preventDefault()}
                  onFocus={() => setTabId(id)}
                  onKeyDown={(event) => press(event, statement)}
                  onClick={() => setOpenId(id === openId ? null : id)}
                >
                  {statement.state === "supported" && (statement.origins.length || "·")}
                </button>
              );
            })}
          </div>
        ))}
      </div>
      {open && (
        <StatementCard
          key={openId}
          statement={open.statement}
          mark={buttonOf(group.current, identityOf(open.statement))}
          paper={paper}
          onClose={close}
        />
      )}
    </>
  );
}

/** What needs no source has no mark; one without a source gets its own once nobody writes in it. */
function isMarked({ state, key }: SupportedStatement, writtenKey: string | null): boolean {
  return state !== "exempt" && !(state === "open" && key === writtenKey);
}

/** One box hangs on each block, with all marks of it inside. */
function byBlock(placed: readonly PlacedStatement[]): [string, PlacedStatement[]][] {
  const blocks = new Map<string, PlacedStatement[]>();
  for (const each of placed) {
    const known = blocks.get(each.blockKey);
    if (known) known.push(each);
    else blocks.set(each.blockKey, [each]);
  }
  return [...blocks];
}

function placeKey(place: object): string {
  return JSON.stringify(place, Object.keys(place).sort());
}

function buttonOf(group: HTMLElement | null, id: string): HTMLElement | null {
  return group?.querySelector<HTMLElement>(`[data-statement="${CSS.escape(id)}"]`) ?? null;
}
