/** The form of a source's details: what was detected can be corrected, what is only hinted at accepted with one key. */
import { type FormEvent, useState } from "react";
import { ENCODING_NAMES } from "../../../core/source/encoding-names.ts";
import type { Metadata } from "../../../core/source/metadata.ts";
import type { Encoding, Source } from "../../../core/source/source.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { DetailsField } from "./DetailsField.tsx";
import { DETAILS_FIELDS, formOf, metadataOf } from "./details-form.ts";
import { ReliabilityFields } from "./ReliabilityFields.tsx";

export function DetailsDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { actions, undo, readOnly } = useWorkspace();
  const [form, setForm] = useState(() => formOf(source.metadata));
  const [encoding, setEncoding] = useState(source.encoding);
  const [letter, setLetter] = useState(source.reliability.letter);
  const [reason, setReason] = useState(source.reliability.reason);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (readOnly !== null) return;
    const metadata: Metadata = metadataOf(form);
    const changed = JSON.stringify(metadata) !== JSON.stringify(source.metadata);
    const endGroup = undo.group("Edit details");
    try {
      // What could not be saved stays in the form.
      if (changed && !(await actions.editMetadata(source.id, metadata))) return;
      if (!(await actions.gradeSource(source.id, { letter, reason: reason.trim() }))) return;
    } finally {
      endGroup();
    }
    onClose();
    if (encoding !== null && encoding !== source.encoding) await actions.setReading(source.id, { encoding });
  };

  return (
    <ModalDialog title="Details of the source" onClose={onClose}>
      <form className="details-form" onSubmit={(event) => void save(event)}>
        {DETAILS_FIELDS.map(({ field, label, kind, hint }) => (
          <DetailsField
            key={field}
            label={label}
            kind={kind}
            hint={hint}
            value={form[field]}
            suggestions={source.suggestions.filter((suggestion) => suggestion.field === field)}
            onChange={(value) => setForm((before) => ({ ...before, [field]: value }))}
            onOpen={field === "url" ? (address) => void actions.openExternal(address) : undefined}
          />
        ))}
        {encoding !== null && source.versionOf === null && (
          <label className="details-field">
            <span>Encoding</span>
            {/* The values of the options are the encodings. */}
            <select
              className="field"
              value={encoding}
              onChange={(event) => setEncoding(event.target.value as Encoding)}
            >
              {Object.entries(ENCODING_NAMES).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                  {value === source.encoding ? " (in use)" : ""}
                </option>
              ))}
            </select>
          </label>
        )}
        <ReliabilityFields letter={letter} reason={reason} onLetter={setLetter} onReason={setReason} />
        <p className="details-file">
          {source.fileName} · {source.sizeBytes.toLocaleString("en-GB")} bytes · imported{" "}
          {new Date(source.importedAt).toLocaleString("en-GB")} · SHA-256 <code>{source.sha256.slice(0, 16)}…</code>
        </p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {readOnly === null ? "Cancel" : "Close"}
          </button>
          {readOnly === null && (
            <button type="submit" className="button" data-primary="">
              Save details
            </button>
          )}
        </div>
      </form>
    </ModalDialog>
  );
}
