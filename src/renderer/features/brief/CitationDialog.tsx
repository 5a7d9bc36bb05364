/** The excerpts that one citation rests on, to take some of them out. */
import { $getNodeByKey, COMMAND_PRIORITY_LOW, type LexicalEditor, type NodeKey } from "lexical";
import { useEffect, useState } from "react";
import { citationNoteText } from "../../../core/citation/citation-note.ts";
import { citedMaterial } from "../../../core/citation/cited-material.ts";
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import { EDIT_CITATION_COMMAND } from "../../editor/citation-keys.ts";
import { $isCitationNode } from "../../editor/nodes/CitationNode.ts";
import { useWorkspaceState } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";

interface Shown {
  readonly key: NodeKey;
  readonly excerptIds: readonly ExcerptId[];
}

export function CitationDialog({ editor }: { editor: LexicalEditor }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const excerpts = useWorkspaceState((state) => state.excerpts);
  const sources = useWorkspaceState((state) => state.sources);
  useEffect(
    () =>
      editor.registerCommand(
        EDIT_CITATION_COMMAND,
        (key) => {
          const citation = $getNodeByKey(key);
          if (!$isCitationNode(citation)) return false;
          setShown({ key, excerptIds: citation.excerptIds });
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );
  if (!shown) return null;

  const material = citedMaterial(excerpts, sources);
  const close = () => {
    setShown(null);
    editor.focus();
  };
  const takeOut = (id: ExcerptId) => {
    editor.update(
      () => {
        const citation = $getNodeByKey(shown.key);
        if ($isCitationNode(citation)) citation.setExcerptIds(shown.excerptIds.filter((each) => each !== id));
      },
      { discrete: true, tag: "history-push" },
    );
    close();
  };
  const several = shown.excerptIds.length > 1;
  return (
    <ModalDialog title="Excerpts of this citation" onClose={close}>
      <ul className="citation-excerpts">
        {shown.excerptIds.map((id) => {
          const words = excerpts.find((excerpt) => excerpt.id === id)?.selectors.quote.exact;
          const origin = citationNoteText({ excerptIds: [id] }, material);
          return (
            <li key={id}>
              <p className="citation-origin">{origin}</p>
              {words !== undefined && <p className="citation-words">“{words}”</p>}
              {several && (
                <button type="button" className="button" aria-label={`Take out: ${origin}`} onClick={() => takeOut(id)}>
                  Take out
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <p className="dialog-note">
        {several
          ? "One that is taken out stays among the excerpts."
          : "To add one, cite it with the caret directly behind this citation, or drop it onto it."}
      </p>
      <div className="dialog-actions">
        <button type="button" className="button" data-primary="" onClick={close}>
          Close
        </button>
      </div>
    </ModalDialog>
  );
}
