/** The fields of the header block, in the template's order, and behind "More fields" what is seldom set. */
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import type { TemplateHeaderField } from "../../../core/brief/template.ts";
import { formatDate } from "../../../core/citation/format-date.ts";
import { LATEST_DATE } from "../../../core/source/metadata.ts";
import type { BriefFront } from "../../state/brief-front.ts";
import { useWorkspace, useWorkspaceState } from "../../state/workspace.ts";
import { BriefSettings } from "./BriefSettings.tsx";
import { DocumentMarking } from "./DocumentMarking.tsx";
import { OneLineText } from "./OneLineText.tsx";

export function HeaderFields({ front, all }: { front: BriefFront; all: boolean }) {
  const { template } = useWorkspace().project;
  const header = useWorkspaceState((state) => state.header);
  const grid = useRef<HTMLDivElement>(null);
  // A field that was filled when the brief was opened is shown; one that is emptied while one looks does not vanish.
  const [filled] = useState(() => new Set(template.headerFields.flatMap(({ key }) => (header[key] ? [key] : []))));
  const shown = template.headerFields.filter(({ key, always }) => always || all || filled.has(key));

  // One goes on in what came, where the button was that is gone.
  const before = useRef(all);
  useLayoutEffect(() => {
    if (all && !before.current) grid.current?.querySelector<HTMLElement>("[data-more]")?.focus();
    before.current = all;
  }, [all]);

  return (
    <div className="brief-fields" ref={grid}>
      {shown.map((field) => (
        <HeaderField
          key={field.key}
          field={field}
          isMore={!field.always && !filled.has(field.key)}
          value={header[field.key]}
          onValue={(value) => front.setField(field.key, value)}
        />
      ))}
      <DocumentMarking front={front} />
      {all && <BriefSettings front={front} />}
    </div>
  );
}

interface HeaderFieldProps {
  readonly field: TemplateHeaderField;
  readonly isMore: boolean;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function HeaderField({ field: { key, label }, isMore, value, onValue }: HeaderFieldProps) {
  const id = useId();
  const { readOnly } = useWorkspace();
  const language = useWorkspaceState((state) => state.language);
  const more = isMore ? { "data-more": "" } : {};
  return (
    <FieldRow id={id} label={label}>
      {key === "date" ? (
        <>
          <input
            id={id}
            type="date"
            readOnly={readOnly !== null}
            max={LATEST_DATE}
            value={value}
            // A year of five digits is on its way to another one: no date until it is.
            onChange={({ target }) => target.value.length <= LATEST_DATE.length && onValue(target.value)}
            {...more}
          />
          {/* In words, as the document has it: 04/03 is March to some and April to others. */}
          {value !== "" && (
            <span className="brief-field-note" lang={language}>
              {formatDate(value, language)}
            </span>
          )}
        </>
      ) : (
        <OneLineText id={id} value={value} onValue={onValue} {...more} />
      )}
    </FieldRow>
  );
}

/** A line of the form: its label and what is set in it. */
export function FieldRow({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div className="brief-field">{children}</div>
    </>
  );
}
