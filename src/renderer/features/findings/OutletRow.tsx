/** An agency or outlet of the user's own: what it is called, what else, and which of the two it is. */
import { useEffect, useRef } from "react";
import type { WrittenOutlet } from "./written-outlets.ts";

interface OutletRowProps {
  readonly row: WrittenOutlet;
  /** From 1, for those who do not see where it stands. */
  readonly number: number;
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<WrittenOutlet>) => void;
  readonly onRemove: () => void;
}

export function OutletRow({ row, number, isReadOnly, onChange, onRemove }: OutletRowProps) {
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // One that was just added is to be named.
    if (name.current?.value === "") name.current.focus();
  }, []);
  return (
    <li>
      <input
        ref={name}
        className="field"
        aria-label={`Name ${number}`}
        placeholder="Name"
        value={row.name}
        disabled={isReadOnly}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <input
        className="field"
        aria-label={`Other names of ${row.name || number}, between commas`}
        placeholder="Other names, between commas"
        value={row.otherNames}
        disabled={isReadOnly}
        onChange={(event) => onChange({ otherNames: event.target.value })}
      />
      <select
        className="field"
        aria-label={`Kind of ${row.name || number}`}
        value={row.kind}
        disabled={isReadOnly}
        onChange={(event) => onChange({ kind: event.target.value === "agency" ? "agency" : "outlet" })}
      >
        <option value="agency">Agency</option>
        <option value="outlet">Outlet</option>
      </select>
      <button
        type="button"
        className="button"
        data-quiet=""
        aria-label={`Remove ${row.name || number}`}
        disabled={isReadOnly}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  );
}
