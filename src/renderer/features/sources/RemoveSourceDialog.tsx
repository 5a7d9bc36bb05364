/** Asks before a source goes, and says what rests on it. */
import { inWords } from "../../../core/citation/source-words.ts";
import { keptExcerpts } from "../../../core/excerpt/excerpt.ts";
import type { Source } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { citationsOf } from "../../state/source-actions.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";

export function RemoveSourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { actions } = useWorkspace();
  const excerpts = useWorkspaceState((state) => state.excerpts);
  const citations = useWorkspaceState((state) => state.citations);
  const kept = keptExcerpts(excerpts).filter(({ sourceId }) => sourceId === source.id).length;
  const numbers = citationsOf({ citations, excerpts }, source.id);
  const remove = () => {
    onClose();
    void actions.removeSource(source.id);
  };
  return (
    <ModalDialog title="Delete this source?" onClose={onClose}>
      <p>
        “{sourceName(source)}” goes from the list
        {kept > 0 && ` with its ${kept === 1 ? "excerpt" : `${kept} excerpts`}`}.
      </p>
      {numbers.length > 0 && (
        <p className="source-warning">
          {numbers.length === 1 ? "Citation " : "Citations "}
          {inWords(numbers)} {numbers.length === 1 ? "rests" : "rest"} on it.{" "}
          {numbers.length === 1 ? "It keeps" : "They keep"} note and passage, and the file stays in the project, out of
          sight, for as long as the brief cites it.
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" className="button" data-primary="" onClick={remove}>
          Delete source
        </button>
      </div>
    </ModalDialog>
  );
}
