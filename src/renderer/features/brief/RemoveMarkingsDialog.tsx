/** Asks before the markings go, and says which. */
import { shownMarking } from "../../../core/brief/marking.ts";
import type { BriefFront } from "../../state/brief-front.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";

export function RemoveMarkingsDialog({ front, onClose }: { front: BriefFront; onClose: () => void }) {
  const workspace = useWorkspace();
  const marking = useWorkspaceState((state) => shownMarking(state.header.marking));
  const sections = useWorkspaceState((state) => state.sectionMarkings);
  const marked = sections.filter((section) => section.marking.trim() !== "");
  const remove = () => {
    onClose();
    const finish = workspace.undo.group("Remove the markings");
    try {
      front.chooseMarking("");
      workspace.brief?.markSections(new Map(marked.map(({ id }) => [id, ""])));
      front.choose("Change the marking scheme", { markingSchemeId: "none" });
    } finally {
      finish();
    }
  };
  return (
    <ModalDialog title="Remove the markings?" onClose={onClose}>
      <p>With no marking scheme, nothing of this briefing is marked. These markings go:</p>
      <ul className="markings-that-go">
        {marking !== "" && <li>the document: {marking}</li>}
        {marked.map(({ id, title, marking: own }) => (
          <li key={id}>
            {title}: {shownMarking(own)}
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" className="button" data-primary="" onClick={remove}>
          Remove markings
        </button>
      </div>
    </ModalDialog>
  );
}
