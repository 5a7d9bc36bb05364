/** How the document is numbered, in what language it is, and by which scheme it is marked. */
import { useId, useState } from "react";
import { briefLanguageSchema, numberingSchema } from "../../../core/brief/document.ts";
import { MARKING_SCHEMES, markingSchemeIdSchema } from "../../../core/brief/marking-schemes.ts";
import { LANGUAGE_NAMES, NUMBERING_NAMES } from "../../../core/brief/setting-names.ts";
import type { BriefFront } from "../../state/brief-front.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { FieldRow } from "./HeaderFields.tsx";
import { RemoveMarkingsDialog } from "./RemoveMarkingsDialog.tsx";

export function BriefSettings({ front }: { front: BriefFront }) {
  const numbering = useWorkspaceState((state) => state.numbering);
  const language = useWorkspaceState((state) => state.language);
  return (
    <>
      <MarkingScheme front={front} />
      <Choice
        label="Paragraph numbers"
        options={Object.entries(NUMBERING_NAMES)}
        value={numbering}
        onValue={(value) => front.choose("Number the paragraphs", { numbering: numberingSchema.parse(value) })}
      />
      <Choice
        label="Language"
        options={Object.entries(LANGUAGE_NAMES)}
        value={language}
        onValue={(value) => front.choose("Change the language", { language: briefLanguageSchema.parse(value) })}
      />
    </>
  );
}

const SCHEME_OPTIONS = MARKING_SCHEMES.map(({ id, name }): [string, string] => [id, name]);

/** Markings are not taken away without a word: choosing none asks first where something is marked. */
function MarkingScheme({ front }: { front: BriefFront }) {
  const { store } = useWorkspace();
  const schemeId = useWorkspaceState((state) => state.markingSchemeId);
  const [asks, setAsks] = useState(false);
  const choose = (value: string) => {
    const markingSchemeId = markingSchemeIdSchema.parse(value);
    const { header, sectionMarkings } = store.getState();
    const isMarked = [header, ...sectionMarkings].some(({ marking }) => marking.trim() !== "");
    if (markingSchemeId === "none" && isMarked) setAsks(true);
    else front.choose("Change the marking scheme", { markingSchemeId });
  };
  return (
    <>
      <Choice label="Marking scheme" options={SCHEME_OPTIONS} value={schemeId} onValue={choose} />
      {asks && <RemoveMarkingsDialog front={front} onClose={() => setAsks(false)} />}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Choice({ label, options, value, onValue }: ChoiceProps) {
  const id = useId();
  const { readOnly } = useWorkspace();
  return (
    <FieldRow id={id} label={label}>
      <select
        id={id}
        data-more=""
        disabled={readOnly !== null}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </FieldRow>
  );
}
