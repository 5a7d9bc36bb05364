/** What the brief rests on, as a whole: as a picture or as a table. From either one goes to the words themselves. */
import { useEffect, useMemo } from "react";
import { flushSync } from "react-dom";
import { reportOf } from "../../state/review-report.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { sourcesInForce } from "../../state/workspace-state.ts";
import { ChoiceSwitch } from "../../ui/ChoiceSwitch.tsx";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { focusReader } from "../reader/also-in/focus-reader.ts";
import { EvidencePicture } from "./EvidencePicture.tsx";
import { EvidenceTable } from "./EvidenceTable.tsx";
import { arrangeEvidence, type Evidence, type ShownSource, type ShownStatement } from "./evidence-model.ts";
import { goToStatement } from "./go-to-statement.ts";
import "./evidence.css";

/** Where one goes from the picture or the table. */
export interface EvidenceWays {
  readonly toStatement: (shown: ShownStatement) => void;
  readonly toSource: (shown: ShownSource) => void;
}

const VIEWS = [
  ["picture", "Picture"],
  ["table", "Table"],
] as const;

export function EvidenceDialog({ onClose }: { onClose: () => void }) {
  const workspace = useWorkspace();
  const { store, actions } = workspace;
  const report = useWorkspaceState(reportOf);
  const sections = useWorkspaceState((state) => state.sectionMarkings);
  const sources = useWorkspaceState((state) => state.sources);
  const excerpts = useWorkspaceState((state) => state.excerpts);
  const view = useWorkspaceState((state) => state.view.evidenceView);
  const evidence = useMemo(
    () => report && arrangeEvidence({ report, sections, sources: sourcesInForce(sources), excerpts }),
    [report, sections, sources, excerpts],
  );
  useEffect(() => {
    // What was written last counts too. Where that fails, the bar that says so is there already.
    void (async () => {
      await workspace.brief?.flush();
      await workspace.reviewer.now();
    })().catch(() => undefined);
  }, [workspace]);
  // Closed before one goes there: else the dialog would give the focus back to where it was.
  const ways: EvidenceWays = {
    toStatement({ statement }) {
      flushSync(onClose);
      goToStatement(workspace, statement);
    },
    toSource({ source }) {
      flushSync(onClose);
      actions.openSource(source.id);
      focusReader();
    },
  };

  const isEmpty = evidence !== null && evidence.statements.length === 0 && evidence.sources.length === 0;
  const isPicture = view === "picture" && evidence !== null && !isEmpty;
  const close = (
    <div className="dialog-actions">
      <button type="button" className="button" onClick={onClose}>
        Close
      </button>
    </div>
  );

  return (
    <ModalDialog title="Evidence" className="modal-evidence" onClose={onClose}>
      <div className="evidence-head">
        <p className="evidence-summary">{evidence && summaryOf(evidence)}</p>
        <ChoiceSwitch
          legend="Show as"
          name="evidence-view"
          choices={VIEWS}
          chosen={view}
          onChoose={(evidenceView) => store.setState((state) => ({ view: { ...state.view, evidenceView } }))}
        />
      </div>
      {evidence === null ? (
        <p className="pane-empty" role="status">
          The sources are being read. What the brief rests on is shown as soon as that is done.
        </p>
      ) : isEmpty ? (
        <p className="pane-empty">There is nothing to show yet: import sources, and write.</p>
      ) : isPicture ? (
        <EvidencePicture evidence={evidence} ways={ways} actions={close} />
      ) : (
        <EvidenceTable evidence={evidence} ways={ways} />
      )}
      {!isPicture && <div className="evidence-foot">{close}</div>}
    </ModalDialog>
  );
}

/** "42 statements: 30 supported, 5 without a source. 12 sources, 3 of them not cited." */
function summaryOf({ statements, sources }: Evidence): string {
  const count = (state: ShownStatement["statement"]["state"]) =>
    statements.filter(({ statement }) => statement.state === state).length;
  const kinds = [
    [count("supported"), "supported"],
    [count("assessment"), "assessment"],
    [count("exempt"), "needing none"],
    [count("open"), "without a source"],
  ] as const;
  const told = kinds.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const unused = sources.filter((source) => source.statements.length === 0).length;
  return [
    `${statements.length === 1 ? "1 statement" : `${statements.length} statements`}${told.length > 0 ? `: ${told.join(", ")}` : ""}.`,
    `${sources.length === 1 ? "1 source" : `${sources.length} sources`}${unused > 0 ? `, ${unused} not cited` : ""}.`,
  ].join(" ");
}
