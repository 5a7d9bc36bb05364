/** What the document is marked, at the head and the foot of the pane as on the pages that leave it: in sight at all times. */
import { documentMarking, raisingSections, shownMarking } from "../../../core/brief/marking.ts";
import { useWorkspaceState } from "../../state/workspace.ts";

export function MarkingBand({ place }: { place: "head" | "foot" }) {
  const header = useWorkspaceState((state) => state.header);
  const markingSchemeId = useWorkspaceState((state) => state.markingSchemeId);
  const sections = useWorkspaceState((state) => state.sectionMarkings);
  const brief = { header, markingSchemeId, sections };
  const marking = shownMarking(documentMarking(brief));
  const raising = raisingSections(brief).map(({ title }) => title);
  const content = marking !== "" && (
    <p className="marking-band">
      <strong>{marking}</strong>
      {place === "head" && raising.length > 0 && <span>raised by {inWords(raising)}</span>}
    </p>
  );
  // Said once; the foot repeats it for the eye.
  if (place === "foot") return <div aria-hidden="true">{content}</div>;
  return (
    <div role="status" aria-label="Marking">
      {content}
    </div>
  );
}

function inWords(titles: readonly string[]): string {
  const last = titles.at(-1) ?? "";
  return titles.length < 2 ? last : `${titles.slice(0, -1).join(", ")} and ${last}`;
}
