/** One field of the details form, with what the file hints at. Right arrow in the empty field takes the first hint. */
import { type KeyboardEvent, useId } from "react";
import { linkAddressSchema } from "../../../core/brief/document.ts";
import { formatDate } from "../../../core/citation/format-date.ts";
import { LATEST_DATE, type MetadataSuggestion } from "../../../core/source/metadata.ts";

interface DetailsFieldProps {
  readonly label: string;
  readonly kind: "text" | "date";
  readonly hint: string | null;
  readonly value: string;
  readonly suggestions: readonly MetadataSuggestion[];
  readonly onChange: (value: string) => void;
  /** Opens what the field says, where that is an address. */
  readonly onOpen?: ((value: string) => void) | undefined;
}

export function DetailsField({ label, kind, hint, value, suggestions, onChange, onOpen }: DetailsFieldProps) {
  const id = useId();
  const offered = value === "" ? suggestions : [];
  const press = (event: KeyboardEvent) => {
    const [first] = offered;
    if (event.key !== "ArrowRight" || !first) return;
    event.preventDefault();
    onChange(first.value);
  };
  return (
    <div className="details-field">
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          className="field"
          type={kind}
          max={kind === "date" ? LATEST_DATE : undefined}
          value={value}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={press}
        />
        <div id={`${id}-hint`} className="details-hint">
          {offered.map((suggestion, index) => (
            <p key={suggestion.value}>
              <button type="button" className="link" onClick={() => onChange(suggestion.value)}>
                Use “{kind === "date" ? formatDate(suggestion.value) : suggestion.value}”
              </button>{" "}
              {index === 0 && <kbd title="Right arrow in the empty field">→</kbd>} {suggestion.reason}
            </p>
          ))}
          {onOpen && linkAddressSchema.safeParse(value.trim()).success && (
            <p>
              <button type="button" className="link" onClick={() => onOpen(value.trim())}>
                Open in the browser…
              </button>
            </p>
          )}
          {offered.length === 0 && (kind === "date" && value !== "" ? formatDate(value) : hint)}
        </div>
      </div>
    </div>
  );
}
