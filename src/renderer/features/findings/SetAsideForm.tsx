/** Asks why a finding is set aside, in its own row. Enter does it, Escape leaves it. */
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";

interface SetAsideFormProps {
  readonly onDone: (reason: string) => void;
  readonly onCancel: () => void;
}

export function SetAsideForm({ onDone, onCancel }: SetAsideFormProps) {
  const [reason, setReason] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone(reason.trim());
  };
  const press = (event: KeyboardEvent) => {
    // Its keys are its own: to the row, Enter would go to the place and S would be this form.
    if (event.key !== "Tab") event.stopPropagation();
    if (event.key === "Escape") onCancel();
  };
  return (
    <form className="finding-form" onSubmit={submit} onKeyDown={press}>
      <label htmlFor={id}>Why it is no concern</label>
      <input
        ref={field}
        id={id}
        className="field"
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="button" data-primary="">
        Set aside
      </button>
      <button type="button" className="button" data-quiet="" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}
