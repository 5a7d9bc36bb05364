/** Asks before a deleted source goes out of the file, and says what goes, what stays, and where else its words may be. */
import { useState } from "react";
import { inWords } from "../../../core/citation/source-words.ts";
import type { RemovedSource } from "../../../core/source/removed-items.ts";
import { heldByInWords } from "../../../core/source/removed-words.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { toErrorData } from "../../../ipc/errors.ts";
import { useWorkspace } from "../../state/workspace.ts";

interface DeleteForGoodProps {
  readonly item: RemovedSource;
  readonly onClose: (gone: boolean) => void;
}

export function DeleteForGood({ item, onClose }: DeleteForGoodProps) {
  const { actions, brief } = useWorkspace();
  const [isGoing, setGoing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { source, excerptCount, excerptsDeletedBefore, earlierVersions, heldBy } = item;
  const excerpts = excerptCount + excerptsDeletedBefore;
  const parts = [
    "the original",
    "its text",
    ...(earlierVersions > 0 ? ["what is kept of earlier versions"] : []),
    ...(excerpts > 0 ? [excerpts === 1 ? "its excerpt" : `its ${excerpts} excerpts`] : []),
  ];
  const go = async () => {
    setGoing(true);
    try {
      // What is written but not saved may cite it.
      await brief?.flush();
      await actions.deleteForGood(source.id);
      onClose(true);
    } catch (error) {
      setProblem(toErrorData(error).message);
      setGoing(false);
    }
  };
  return (
    <>
      <div className="dialog-text">
        <p>
          “{sourceName(source)}” goes out of this file: {inWords(parts)}. This cannot be undone.
        </p>
        <p>
          Words that you took from it into the brief stay there, and in the history of the brief. Copies of this file
          that were made before still hold all of it.
        </p>
        {heldBy.length > 0 && (
          <p className="source-warning">
            {heldByInWords(item)} {heldBy.length === 1 ? "holds" : "hold"} this file too. To take it out of the
            briefing, delete {heldBy.length === 1 ? "that source" : "those sources"} for good as well.
          </p>
        )}
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" disabled={isGoing} onClick={() => onClose(false)}>
          Cancel
        </button>
        <button type="button" className="button" data-primary="" disabled={isGoing} onClick={() => void go()}>
          {isGoing ? "Deleting…" : "Delete for good"}
        </button>
      </div>
    </>
  );
}
