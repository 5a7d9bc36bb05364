/** What stands behind the text of the document: its sources, its evidence, what each statement rests on. */
import type { ExportChoices } from "./use-export-setup.ts";

export function AnnexChoice({ choices: { setup, choose } }: { choices: ExportChoices }) {
  const options = setup?.options;
  return (
    <fieldset className="export-group">
      <legend>Annexes</legend>
      <label className="export-check">
        <input
          type="checkbox"
          checked={options?.sourcesAnnex === true}
          disabled={!options}
          onChange={(event) => choose({ sourcesAnnex: event.target.checked })}
        />
        Sources: the full reference of each one that is cited
      </label>
      <label className="export-check">
        <input
          type="checkbox"
          checked={options?.evidenceAnnex === true}
          disabled={!options}
          onChange={(event) => choose({ evidenceAnnex: event.target.checked })}
        />
        Evidence: each cited passage, word for word, with what stands around it
      </label>
      <label className="export-check">
        <input
          type="checkbox"
          checked={options?.traceabilityAnnex === true}
          disabled={!options}
          onChange={(event) => choose({ traceabilityAnnex: event.target.checked })}
        />
        Traceability: each statement with its sources, their origins and grades
      </label>
    </fieldset>
  );
}
