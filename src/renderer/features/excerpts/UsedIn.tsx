/** Where in the brief an excerpt is used: its citations by number, each a way to go there. */
import type { ExcerptId } from "../../../core/excerpt/excerpt.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";

export function UsedIn({ excerptId }: { excerptId: ExcerptId }) {
  const workspace = useWorkspace();
  const citations = useWorkspaceState((state) => state.citations);
  const sections = useWorkspaceState((state) => state.template.sections);
  const uses = citations.filter(({ citation }) => citation.excerptIds.includes(excerptId));
  if (uses.length === 0) return <p className="used-in">Not used in the brief yet</p>;
  return (
    <p className="used-in">
      Used in{" "}
      {uses.map(({ citation, number, sectionId }, index) => (
        <span key={citation.id}>
          {index > 0 && ", "}
          <button type="button" className="link" onClick={() => workspace.brief?.showCitation(citation.id)}>
            {sections.find(({ id }) => id === sectionId)?.title ?? sectionId}, citation {number}
          </button>
        </span>
      ))}
    </p>
  );
}
