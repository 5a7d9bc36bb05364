/** Title and header block of the brief, as fields on the paper. */
import { useId, useState } from "react";
import type { HeaderKey } from "../../../core/brief/document.ts";
import { formatDate } from "../../../core/citation/format-date.ts";
import { LATEST_DATE } from "../../../core/source/metadata.ts";
import type { BriefSaver } from "../../editor/brief-saver.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";

interface HeadField {
  readonly key: HeaderKey;
  readonly label: string;
  readonly always: boolean;
}

const FIELDS: readonly HeadField[] = [
  { key: "to", label: "To", always: true },
  { key: "from", label: "From", always: true },
  { key: "date", label: "Date", always: true },
  { key: "reference", label: "Reference", always: true },
  { key: "through", label: "Through", always: false },
  { key: "copies", label: "Copies", always: false },
  { key: "subject", label: "Subject", always: false },
  { key: "marking", label: "Marking", always: false },
];

export function BriefHead({ saver }: { saver: BriefSaver }) {
  const { store } = useWorkspace();
  const title = useWorkspaceState((state) => state.title);
  const header = useWorkspaceState((state) => state.header);
  const [all, setAll] = useState(false);
  // A field that was filled when the brief was opened is shown; one that is emptied while one looks does not vanish.
  const [filled] = useState(() => new Set(FIELDS.filter(({ key }) => header[key] !== "").map(({ key }) => key)));

  const setTitle = (value: string) => {
    const next = value.replace(/\s*\n\s*/g, " ");
    store.setState({ title: next });
    saver.noteChange({ title: next });
  };
  const setField = (key: HeaderKey, value: string) => {
    // A year of five digits is on its way to another one: no date until it is.
    if (key === "date" && value.length > LATEST_DATE.length) return;
    const next = { ...header, [key]: value };
    store.setState({ header: next });
    saver.noteChange({ header: next });
  };

  return (
    <div className="brief-head">
      <textarea
        className="brief-title"
        aria-label="Title of the brief"
        placeholder="Title of the brief"
        rows={1}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <div className="brief-fields">
        {FIELDS.filter(({ key, always }) => always || all || filled.has(key)).map((field) => (
          <HeaderField
            key={field.key}
            field={field}
            value={header[field.key]}
            onChange={(value) => setField(field.key, value)}
          />
        ))}
        {!all && (
          <button type="button" className="link brief-more" onClick={() => setAll(true)}>
            More fields
          </button>
        )}
      </div>
    </div>
  );
}

interface HeaderFieldProps {
  readonly field: HeadField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function HeaderField({ field: { key, label }, value, onChange }: HeaderFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div className="brief-field">
        <input
          id={id}
          type={key === "date" ? "date" : "text"}
          max={key === "date" ? LATEST_DATE : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        {/* In words, since 04/03 is March to some and April to others. */}
        {key === "date" && value !== "" && <span className="brief-date-words">{formatDate(value)}</span>}
      </div>
    </>
  );
}
