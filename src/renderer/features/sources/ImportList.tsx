/**
 * What becomes of an import, file by file: shown once it takes longer than a moment, and afterwards where there is
 * something to say. Stays until it is dismissed.
 */
import { useEffect, useState } from "react";
import type { ShownImportResult } from "../../../ipc/import-result.ts";
import { countImports, importListAsText, importSummary, isFailed, wordsOf } from "../../state/import-state.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { copyText } from "../../ui/copy-text.ts";
import { ImportedFile } from "./ImportedFile.tsx";

/** An import of a few small files is over before this: a list that came and went would only flicker. */
const SHOWN_AFTER_MS = 500;
/** More lines than anybody reads would make the pane slow. */
const MOST_SHOWN = 300;

export function ImportList() {
  const list = useWorkspaceState((state) => state.importList);
  const isRunning = list?.current != null;
  const isLong = useIsLong(isRunning);
  if (!list || (isRunning && !isLong)) return null;
  if (!isRunning && list.results.length === 0) return null;
  const hasFailed = list.results.some(isFailed);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of the roles that it can have take a name
    <div className="import-list" role={hasFailed && !isRunning ? "alert" : "note"} aria-label="Import report">
      {isRunning ? <RunningImport /> : <p className="import-summary">{`${importSummary(list.results)}.`}</p>}
      <ImportedFiles results={list.results} showsAll={isRunning} />
      {!isRunning && <ListActions results={list.results} />}
    </div>
  );
}

function useIsLong(isRunning: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isRunning) return setLong(false);
    const timer = setTimeout(() => setLong(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isRunning]);
  return isLong;
}

/** Cancel is in the status bar, from the first moment on. */
function RunningImport() {
  const list = useWorkspaceState((state) => state.importList);
  if (!list?.current) return null;
  const { done, total, current } = list;
  return (
    <div className="import-running">
      <p className="import-summary">
        Importing {done + 1} of {total}
      </p>
      <progress aria-label="Files imported" value={done + (current.share ?? 0)} max={total} />
      <p className="import-current">{current.fileName}</p>
    </div>
  );
}

/** What needs a look comes first; what went well is counted, and listed when asked for. */
function ImportedFiles({ results, showsAll }: { results: readonly ShownImportResult[]; showsAll: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const notable = results.filter((result) => wordsOf(result).length > 0);
  const plain = results.filter((result) => wordsOf(result).length === 0);
  const shown = isOpen || showsAll ? [...notable, ...plain.toReversed()] : notable;
  const { imported, warned } = countImports(results);
  return (
    <>
      <ul>
        {shown.slice(0, MOST_SHOWN).map((result, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: files of an import have no identity but their place
          <ImportedFile key={index} result={result} />
        ))}
      </ul>
      {shown.length > MOST_SHOWN && <p>{`and ${shown.length - MOST_SHOWN} more`}</p>}
      {!showsAll && plain.length > 0 && (
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen
            ? "Hide what went well"
            : imported - warned === 1
              ? "Show the one that went well"
              : `Show the ${imported - warned} that went well`}
        </button>
      )}
    </>
  );
}

function ListActions({ results }: { results: readonly ShownImportResult[] }) {
  const { actions } = useWorkspace();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    if (copyText(importListAsText(results.filter((result) => wordsOf(result).length > 0)))) setCopied(true);
    else actions.notify({ tone: "problem", text: "The list could not be copied. Select it and press Ctrl+C." });
  };
  return (
    <div className="import-actions">
      {results.some((result) => wordsOf(result).length > 0) && (
        <button type="button" className="button" data-quiet="" onClick={copy}>
          {isCopied ? "Copied" : "Copy list"}
        </button>
      )}
      <button type="button" className="button" data-quiet="" onClick={actions.dismissImport}>
        Dismiss
      </button>
    </div>
  );
}
