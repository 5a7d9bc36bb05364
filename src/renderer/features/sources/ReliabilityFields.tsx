/** How reliable the user holds a source to be, with the reason. Asks for the reason only where a grade is given. */
import {
  RELIABILITY_WORDS,
  type ReliabilityLetter,
  reliabilityLetterSchema,
} from "../../../core/source/reliability.ts";

interface ReliabilityFieldsProps {
  readonly letter: ReliabilityLetter | null;
  readonly reason: string;
  readonly onLetter: (letter: ReliabilityLetter | null) => void;
  readonly onReason: (reason: string) => void;
}

export function ReliabilityFields({ letter, reason, onLetter, onReason }: ReliabilityFieldsProps) {
  return (
    <>
      <label className="details-field">
        <span>Reliability</span>
        <select
          className="field"
          value={letter ?? ""}
          onChange={({ target }) => onLetter(reliabilityLetterSchema.safeParse(target.value).data ?? null)}
        >
          <option value="">Not graded</option>
          {reliabilityLetterSchema.options.map((value) => (
            <option key={value} value={value}>
              {value} · {RELIABILITY_WORDS[value]}
            </option>
          ))}
        </select>
      </label>
      {(letter !== null || reason !== "") && (
        <label className="details-field">
          <span>Reason for it</span>
          <textarea className="field" rows={2} value={reason} onChange={(event) => onReason(event.target.value)} />
        </label>
      )}
    </>
  );
}
