/** The history of the brief: its earlier versions, what changed since one of them, and the way back to it. */
import { useEffect, useRef, useState } from "react";
import { isSameBrief } from "../../../core/brief/brief-difference.ts";
import { changeInWords, reasonInWords } from "../../../core/brief/history-words.ts";
import type { Comparison, Snapshot } from "../../../ipc/history.ts";
import { ChoiceSwitch } from "../../ui/ChoiceSwitch.tsx";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { DifferenceView } from "./DifferenceView.tsx";
import { NameForm } from "./NameForm.tsx";
import { useCaretKept } from "./use-caret-kept.ts";
import { type ComparedWith, useHistory, whenInWords } from "./use-history.ts";
import { VersionList } from "./VersionList.tsx";
import "./history.css";

/** What is being named. */
type Naming = "none" | "version" | "now";

export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const { history, chosen, choose, comparedWith, compareWith, comparison, problem, name, restore } =
    useHistory(onClose);
  useCaretKept();
  const [naming, setNaming] = useState<Naming>("none");
  const difference = useRef<HTMLElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  const named = useRef<Naming>("none");
  useEffect(() => {
    // The button that was pressed is there again, and takes the focus back.
    if (naming === "none") actions.current?.querySelector<HTMLElement>(`[data-naming="${named.current}"]`)?.focus();
    named.current = naming;
  }, [naming]);
  const endNaming = () => setNaming("none");

  return (
    <ModalDialog title="History" className="modal-history" onClose={onClose}>
      {problem !== null && <p role="alert">{problem}</p>}
      {history && history.snapshots.length === 0 && (
        <p className="history-hint">
          No earlier version is kept yet. One is at the first change of every sitting, every ten minutes while you
          write, before anything is deleted, and whenever you name one.
        </p>
      )}
      {history && chosen && (
        <div className="history-columns">
          <VersionList
            snapshots={history.snapshots}
            chosenId={chosen.id}
            onChoose={choose}
            onRead={() => difference.current?.focus()}
          />
          <div className="history-version-shown">
            <div className="history-head">
              <h3>{titleOf(chosen)}</h3>
              <ChoiceSwitch
                legend="Show what"
                name="history-compared-with"
                choices={CHOICES}
                chosen={comparedWith}
                onChoose={compareWith}
              />
            </div>
            <p className="history-summary" role="status">
              {comparison && summaryOf(comparison)}
            </p>
            <section
              ref={difference}
              className="history-difference"
              aria-label="What changed"
              aria-busy={comparison === null}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and who has no mouse must get at all of it
              tabIndex={0}
            >
              {comparison && <DifferenceView key={comparison.snapshot.id} difference={comparison.difference} />}
            </section>
          </div>
        </div>
      )}
      {naming === "none" ? (
        <div className="dialog-actions" ref={actions}>
          <button type="button" className="button" data-naming="now" onClick={() => setNaming("now")}>
            Name the brief as it is now…
          </button>
          <span className="spacer" />
          {chosen && (
            <>
              <button type="button" className="button" data-naming="version" onClick={() => setNaming("version")}>
                {chosen.name === null ? "Name this version…" : "Rename this version…"}
              </button>
              <button type="button" className="button" data-primary="" onClick={() => void restore(chosen)}>
                Restore this version
              </button>
            </>
          )}
          <button type="button" className="button" onClick={onClose}>
            Close
          </button>
        </div>
      ) : (
        <NameForm
          key={naming}
          label={naming === "now" ? "Name of the brief as it is now" : `Name of the version ${whenOf(chosen)}`}
          name={(naming === "version" && chosen?.name) || ""}
          onCancel={endNaming}
          onName={async (given) => {
            const isNamed = await name(naming === "now" ? null : (chosen?.id ?? null), given);
            if (isNamed) endNaming();
            return isNamed;
          }}
        />
      )}
    </ModalDialog>
  );
}

const CHOICES: readonly (readonly [ComparedWith, string])[] = [
  ["now", "Changed since then"],
  ["before", "Changed until then"],
];

function titleOf(snapshot: Snapshot): string {
  const when = whenInWords(snapshot);
  return `${when.charAt(0).toUpperCase()}${when.slice(1)} · ${snapshot.name ?? reasonInWords(snapshot)}`;
}

function whenOf(snapshot: Snapshot | null): string {
  return snapshot ? `of ${whenInWords(snapshot)}` : "";
}

function summaryOf({ with: other, difference }: Comparison): string {
  const { citationsAdded, citationsRemoved } = difference;
  if (isSameBrief(difference))
    return other === "now" ? "The brief is the same now." : "The same as in the version before.";
  const citations = [
    citationsAdded > 0 ? `${counted(citationsAdded)} added` : "",
    citationsRemoved > 0 ? `${counted(citationsRemoved)} removed` : "",
  ].filter((part) => part !== "");
  const since = other === "now" ? "Since then" : "Since the version before";
  return `${since}: ${[changeInWords(difference), ...citations].join(", ")}.`;
}

function counted(citations: number): string {
  return citations === 1 ? "1 citation" : `${citations} citations`;
}
