/** Asks for the name of a version. */
import { type FormEvent, useEffect, useRef, useState } from "react";

interface NameFormProps {
  readonly label: string;
  readonly name: string;
  /** Answers whether the name was taken. */
  readonly onName: (name: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

const LONGEST_NAME = 200;

export function NameForm({ label, name: before, onName, onCancel }: NameFormProps) {
  const [name, setName] = useState(before);
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || isBusy) return;
    setIsBusy(true);
    if (!(await onName(name.trim()))) setIsBusy(false);
  };
  return (
    <form
      className="history-name-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // It ends the naming, not the dialog that one names in.
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <label>
        <span>{label}</span>
        <input
          ref={field}
          className="field"
          value={name}
          maxLength={LONGEST_NAME}
          placeholder="Such as “sent to DG 14:00”"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <div className="history-name-actions">
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className="button" data-primary="" disabled={name.trim() === ""}>
          Keep this name
        </button>
      </div>
    </form>
  );
}
