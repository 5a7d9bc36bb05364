/** What the document is marked, as a line of the header form. Not there where the brief is not marked at all. */
import { useId, useState } from "react";
import { markingScheme } from "../../../core/brief/marking-schemes.ts";
import type { BriefFront } from "../../state/brief-front.ts";
import { useWorkspaceState } from "../../state/workspace.ts";
import { FieldRow } from "./HeaderFields.tsx";
import { MarkingField } from "./MarkingField.tsx";

export function DocumentMarking({ front }: { front: BriefFront }) {
  const id = useId();
  const marking = useWorkspaceState((state) => state.header.marking);
  const schemeId = useWorkspaceState((state) => state.markingSchemeId);
  // A text that was set on the command line stays, whatever the scheme, and can be changed as long as one looks at it.
  const [wasMarked] = useState(marking !== "");
  if (schemeId === "none" && marking === "" && !wasMarked) return null;
  return (
    <FieldRow id={id} label="Marking">
      <MarkingField
        id={id}
        scheme={markingScheme(schemeId)}
        value={marking}
        onChoose={front.chooseMarking}
        onType={(text) => front.setField("marking", text)}
      />
    </FieldRow>
  );
}
