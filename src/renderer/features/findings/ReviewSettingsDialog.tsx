/** What the review is told to do in this briefing: the table of likelihood, and agencies and outlets of the user's own. */
import { type FormEvent, useEffect, useId, useState } from "react";
import { likelihoodTableSchema, type ReviewSettings } from "../../../core/review/review-settings.ts";
import { toErrorData } from "../../../ipc/errors.ts";
import { attache } from "../../attache.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { OutletRow } from "./OutletRow.tsx";
import { asWritten, EMPTY_OUTLET, outletsOf, type WrittenOutlet } from "./written-outlets.ts";

const TABLES = [
  ["off", "None"],
  ["icd-203", "ICD 203 (United States)"],
  ["phia", "PHIA yardstick (United Kingdom)"],
] as const;

export function ReviewSettingsDialog({ onClose }: { onClose: () => void }) {
  const { readOnly } = useWorkspace();
  const [settings, setSettings] = useState<ReviewSettings | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    attache
      .engine("getReviewSettings", {})
      .then(setSettings, (error: unknown) => setProblem(toErrorData(error).message));
  }, []);
  return (
    <ModalDialog title="What is checked" onClose={onClose}>
      {settings && <SettingsForm before={settings} isReadOnly={readOnly !== null} onClose={onClose} />}
      {problem !== null && <p role="alert">{problem}</p>}
    </ModalDialog>
  );
}

interface SettingsFormProps {
  readonly before: ReviewSettings;
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

function SettingsForm({ before, isReadOnly, onClose }: SettingsFormProps) {
  const { findings } = useWorkspace();
  const [likelihood, setLikelihood] = useState(before.likelihood);
  const [rows, setRows] = useState<readonly WrittenOutlet[]>(() => before.outlets.map(asWritten));
  const [problem, setProblem] = useState<string | null>(null);
  const tableId = useId();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await findings.saveSettings({ likelihood, outlets: outletsOf(rows) }, before);
      onClose();
    } catch (error) {
      setProblem(toErrorData(error).message);
    }
  };
  const change = (key: number, part: Partial<WrittenOutlet>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () => setRows([...rows, { ...EMPTY_OUTLET, key: Math.max(0, ...rows.map(({ key }) => key)) + 1 }]);

  return (
    <form className="review-settings" onSubmit={(event) => void save(event)}>
      <div className="review-settings-row">
        <label htmlFor={tableId}>Words of likelihood keep to</label>
        <select
          id={tableId}
          className="field"
          value={likelihood}
          disabled={isReadOnly}
          onChange={(event) => setLikelihood(likelihoodTableSchema.parse(event.target.value))}
        >
          {TABLES.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="review-outlets">
        <legend>Own agencies and outlets</legend>
        <p className="finding-soft">
          Names that your sources credit and Attaché does not know. Texts that credit the same one count as one origin.
        </p>
        {rows.length > 0 && (
          <ul aria-label="Own agencies and outlets">
            {rows.map((row, index) => (
              <OutletRow
                key={row.key}
                row={row}
                number={index + 1}
                isReadOnly={isReadOnly}
                onChange={(part) => change(row.key, part)}
                onRemove={() => setRows(rows.filter(({ key }) => key !== row.key))}
              />
            ))}
          </ul>
        )}
        <button type="button" className="button" disabled={isReadOnly} onClick={add}>
          Add a name
        </button>
      </fieldset>
      {problem !== null && (
        <p className="review-settings-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button" data-primary="" disabled={isReadOnly}>
          Save
        </button>
      </div>
    </form>
  );
}
